/** Three ways to begin: a name and a sentence, a file, or pasted text. What was written stays if the server refuses it. */
import { useQueryClient } from '@tanstack/react-query';
import { type FormEvent, useId, useState } from 'react';
import { api, newChangeId, Refusal } from '../../shared/api';
import { Dialog } from '../../shared/dialog';
import { useDraft } from '../../shared/draft';
import { ProblemList } from '../../shared/problem-list';
import { useNavigate } from '../../shared/way';
import { languageTag, t } from '../../shared/words';
import { fileOf, idFrom, withId } from './community-text';
import type { Way } from './ShelfPage';

interface BeginProps {
  readonly way: Way;
  readonly onClose: () => void;
}

export function BeginDialog({ way, onClose }: BeginProps) {
  const titles: Record<Way, string> = {
    start: t('begin.start-title', 'Start a community'),
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
  readonly send: (text: string, to: 'interview' | 'picture') => Promise<boolean>;
}

function useKeep(onClose: () => void): Keep {
  const [busy, setBusy] = useState(false);
  const [refusal, setRefusal] = useState<Error | null>(null);
  const [text, setText] = useState('');
  const navigate = useNavigate();
  const client = useQueryClient();
  const send = async (next: string, to: 'interview' | 'picture') => {
    setBusy(true);
    setRefusal(null);
    setText(next);
    try {
      const kept = await api.create(next, newChangeId());
      await client.invalidateQueries({ queryKey: ['shelf'] });
      onClose();
      await navigate({
        to: to === 'interview' ? '/c/$community/interview' : '/c/$community',
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

/** Languages whose sentences are read, each in its own name. */
const READ: readonly (readonly [code: string, name: string])[] = [
  ['en', 'English'],
  ['es', 'Español'],
  ['fr', 'Français'],
  ['nl', 'Nederlands'],
];

/** The language of the reader where we read its sentences, else English. */
function ownLanguage(): string {
  const spoken = languageTag().slice(0, 2);
  return READ.some(([code]) => code === spoken) ? spoken : 'en';
}

/** A dialog that opens puts the focus on what says so. React's own `autoFocus` comes too early for it. */
const beginHere = (field: HTMLInputElement | null) => field?.setAttribute('autofocus', '');

function StartForm({ keep }: { readonly keep: Keep }) {
  const [draft, setDraft, dropDraft] = useDraft('start', {
    name: '',
    language: ownLanguage(),
  });
  const name = useId();
  const language = useId();
  const submit = (event: FormEvent) => {
    event.preventDefault();
    void keep
      .send(fileOf(draft.name.trim(), '', new Date(), draft.language ?? ownLanguage()), 'interview')
      .then((kept) => kept && dropDraft());
  };
  return (
    <form className="form" onSubmit={submit}>
      <div>
        <label htmlFor={name}>{t('begin.name', 'What do you call it?')}</label>
        <p className="hint">
          {t(
            'begin.name-hint',
            'A name is enough. All that you tell is kept at once; you can leave and go on later.',
          )}
        </p>
        <input
          id={name}
          ref={beginHere}
          className="field"
          required
          value={draft.name}
          onChange={(event) => setDraft({ ...draft, name: event.target.value })}
          autoComplete="off"
        />
      </div>
      <div>
        <label htmlFor={language}>{t('begin.language', 'In which language will you tell it?')}</label>
        <select
          id={language}
          className="field"
          value={draft.language ?? ownLanguage()}
          onChange={(event) => setDraft({ ...draft, language: event.target.value })}
        >
          {READ.map(([code, name]) => (
            <option key={code} value={code} lang={code}>
              {name}
            </option>
          ))}
        </select>
        <p className="hint">{t('begin.language-hint', 'Potluck reads plain sentences in these.')}</p>
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
