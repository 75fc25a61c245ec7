/** Three ways to begin: a name and a sentence, a file, or pasted text. What was written stays if the server refuses it. */
import { useQueryClient } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { type FormEvent, useId, useState } from 'react';
import { api, newChangeId, Refusal } from '../../shared/api';
import { Dialog } from '../../shared/dialog';
import { useDraft } from '../../shared/draft';
import { ProblemList } from '../../shared/problem-list';
import { t } from '../../shared/words';
import { fileOf, idFrom, withId } from './community-text';
import type { Way } from './ShelfPage';

interface BeginProps {
  readonly way: Way;
  readonly onClose: () => void;
}

export function BeginDialog({ way, onClose }: BeginProps) {
  const titles: Record<Way, string> = {
    start: t('begin.start', 'Who is it about?'),
    open: t('begin.open', 'Open a community file'),
    paste: t('begin.paste', 'Paste a community file'),
  };
  const keep = useKeep(onClose);
  return (
    <Dialog title={titles[way]} onClose={onClose}>
      {way === 'start' ? <StartForm keep={keep} /> : <TextForm keep={keep} way={way} />}
      {keep.refusal !== null && <Refused refusal={keep.refusal} text={keep.text} keep={keep} />}
    </Dialog>
  );
}

interface Keep {
  readonly busy: boolean;
  readonly refusal: Error | null;
  readonly text: string;
  readonly send: (text: string, to: 'canvas' | 'picture') => Promise<boolean>;
}

function useKeep(onClose: () => void): Keep {
  const [busy, setBusy] = useState(false);
  const [refusal, setRefusal] = useState<Error | null>(null);
  const [text, setText] = useState('');
  const navigate = useNavigate();
  const client = useQueryClient();
  const send = async (next: string, to: 'canvas' | 'picture') => {
    setBusy(true);
    setRefusal(null);
    setText(next);
    try {
      const kept = await api.create(next, newChangeId());
      await client.invalidateQueries({ queryKey: ['shelf'] });
      onClose();
      await navigate({
        to: to === 'canvas' ? '/c/$community/canvas' : '/c/$community',
        params: { community: kept.community },
      });
      return true;
    } catch (error) {
      setRefusal(error as Error);
      return false;
    } finally {
      setBusy(false);
    }
  };
  return { busy, refusal, text, send };
}

function StartForm({ keep }: { readonly keep: Keep }) {
  const [draft, setDraft, dropDraft] = useDraft('start', { name: '', about: '' });
  const name = useId();
  const about = useId();
  const submit = (event: FormEvent) => {
    event.preventDefault();
    void keep
      .send(fileOf(draft.name.trim(), draft.about.trim(), new Date()), 'canvas')
      .then((kept) => kept && dropDraft());
  };
  return (
    <form className="form" onSubmit={submit}>
      <div>
        <label htmlFor={name}>{t('begin.name', 'What do you call it?')}</label>
        <input
          id={name}
          className="field"
          required
          value={draft.name}
          onChange={(event) => setDraft({ ...draft, name: event.target.value })}
          autoComplete="off"
        />
      </div>
      <div>
        <label htmlFor={about}>{t('begin.about', 'What is it, in a sentence?')}</label>
        <p className="hint">{t('begin.about-hint', 'May wait.')}</p>
        <textarea
          id={about}
          className="field"
          value={draft.about}
          onChange={(event) => setDraft({ ...draft, about: event.target.value })}
        />
      </div>
      <div className="actions">
        <button className="button primary" type="submit" disabled={keep.busy}>
          {t('begin.go', 'Lay the table')}
        </button>
      </div>
    </form>
  );
}

function TextForm({ keep, way }: { readonly keep: Keep; readonly way: 'open' | 'paste' }) {
  const [draft, setDraft, dropDraft] = useDraft('paste', '');
  const [file, setFile] = useState('');
  const field = useId();
  const text = way === 'open' ? file : draft;
  const submit = (event: FormEvent) => {
    event.preventDefault();
    void keep.send(text, 'picture').then((kept) => kept && dropDraft());
  };
  return (
    <form className="form" onSubmit={submit}>
      <div>
        <label htmlFor={field}>
          {way === 'open'
            ? t('begin.file', 'A YAML or JSON file')
            : t('begin.text', 'The text, from its first line')}
        </label>
        {way === 'open' ? (
          <input
            id={field}
            className="field"
            type="file"
            accept=".yaml,.yml,.json,.txt"
            required
            onChange={(event) => void event.target.files?.[0]?.text().then(setFile)}
          />
        ) : (
          <textarea
            id={field}
            className="field told-field"
            rows={10}
            required
            spellCheck={false}
            value={draft}
            onChange={(event) => setDraft(event.target.value)}
            placeholder={'potluck: 1\nid: our-table\nname: Our table'}
          />
        )}
      </div>
      <div className="actions">
        <button className="button primary" type="submit" disabled={keep.busy || text.trim() === ''}>
          {t('begin.read', 'Read it')}
        </button>
      </div>
    </form>
  );
}

function Refused({
  refusal,
  text,
  keep,
}: {
  readonly refusal: Error;
  readonly text: string;
  readonly keep: Keep;
}) {
  const taken = refusal instanceof Refusal && refusal.code === 'taken';
  return (
    <div role="alert" className="begin-refused">
      {refusal instanceof Refusal && refusal.problems.length > 0 ? (
        <ProblemList problems={refusal.problems} />
      ) : (
        <>
          <p className="wrong">{refusal.message}</p>
          {taken && (
            <button
              className="button"
              type="button"
              onClick={() => void keep.send(withId(text, `${idFrom(text)}-2`), 'picture')}
            >
              {t('begin.both', 'Keep both: call this one {id}', { id: `${idFrom(text)}-2` })}
            </button>
          )}
        </>
      )}
    </div>
  );
}
