/** The community file as text: to read, to write by hand, to take away. What was typed is kept until it is saved. */
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useEffect, useId, useRef, useState } from 'react';
import type { Problem } from '#core/file/problem';
import { api, newChangeId, Refusal } from '../../shared/api';
import { useDraft } from '../../shared/draft';
import { useMayWrite } from '../../shared/me';
import { ProblemList } from '../../shared/problem-list';
import { communityChanged, useCommunity } from '../../shared/use-community';
import { t } from '../../shared/words';
import { sayingOf } from './HistoryPage';
import './history.css';

export function FilePage() {
  const { id } = useCommunity();
  const may = useMayWrite(id);
  const { data, error } = useQuery({ queryKey: ['community', id, 'text'], queryFn: () => api.text(id) });
  return (
    <main className="page" id="room" tabIndex={-1}>
      <h1>{t('file.title', 'The file')}</h1>
      <p className="story">
        {may
          ? t(
              'file.lede',
              'All that is known here is in this one text. It is yours: read it, change it, take it along.',
            )
          : t('file.lede-look', 'All that you may know of it is in this one text: read it, take it along.')}
      </p>
      <p className="actions">
        <a className="button" href={api.fileAddress(id)} download={`${id}.yaml`}>
          {t('file.download', 'Download the YAML')}
        </a>
      </p>
      {error !== null && <p role="alert">{error.message}</p>}
      {data === undefined && error === null && (
        <p className="quiet late">{t('file.waiting', 'Fetching the text…')}</p>
      )}
      {data !== undefined && may && <Editor key={id} id={id} kept={data.text} version={data.version} />}
      {data !== undefined && !may && <Reading text={data.text} />}
    </main>
  );
}

function Reading({ text }: { readonly text: string }) {
  const field = useId();
  return (
    <div className="form file-editor">
      <div>
        <label htmlFor={field}>{t('file.text', 'Text')}</label>
        <textarea id={field} className="field told-area" rows={26} spellCheck={false} readOnly value={text} />
      </div>
    </div>
  );
}

interface Draft {
  readonly text: string;
  /** The version that the writer began from. */
  readonly version: number;
}

function Editor({
  id,
  kept,
  version,
}: {
  readonly id: string;
  readonly kept: string;
  readonly version: number;
}) {
  const client = useQueryClient();
  const [draft, setDraft, dropDraft] = useDraft<Draft | null>(`file.${id}`, null);
  const [message, setMessage] = useState('');
  const [busy, setBusy] = useState(false);
  const [refusal, setRefusal] = useState<Refusal | null>(null);
  const [warnings, setWarnings] = useState<readonly Problem[] | null>(null);
  const field = useId();
  const note = useId();
  const area = useRef<HTMLTextAreaElement>(null);
  const text = draft?.text ?? kept;
  const changed = text !== kept;
  useEffect(() => {
    const line = refusal?.problems[0]?.line;
    if (line !== undefined && area.current !== null) goToLine(area.current, line);
  }, [refusal]);
  const save = async (over: number) => {
    setBusy(true);
    setRefusal(null);
    try {
      const saved = await api.saveText(id, {
        changeId: newChangeId(),
        version: over,
        text,
        message: message.trim() === '' ? null : message.trim(),
      });
      setWarnings(saved.warnings);
      setMessage('');
      await communityChanged(client, id);
      dropDraft();
      setDraft(null);
      dropDraft();
    } catch (error) {
      setRefusal(error instanceof Refusal ? error : new Refusal(0, 'failed', (error as Error).message));
    } finally {
      setBusy(false);
    }
  };
  return (
    <div className="form file-editor">
      <div>
        <label htmlFor={field}>{t('file.text', 'Text')}</label>
        <textarea
          id={field}
          ref={area}
          className="field told-area"
          rows={26}
          spellCheck={false}
          value={text}
          aria-invalid={(refusal?.problems.length ?? 0) > 0}
          onChange={(event) => setDraft({ text: event.target.value, version: draft?.version ?? version })}
        />
      </div>
      <div>
        <label htmlFor={note}>{t('file.message', 'What did you change, in a few words?')}</label>
        <input
          id={note}
          className="field"
          value={message}
          onChange={(event) => setMessage(event.target.value)}
        />
      </div>
      <div className="actions">
        <button
          className="button primary"
          type="button"
          disabled={!changed || busy}
          onClick={() => void save(draft?.version ?? version)}
        >
          {t('file.save', 'Keep it')}
        </button>
        <button
          className="button"
          type="button"
          disabled={!changed || busy}
          onClick={() => {
            setDraft(null);
            dropDraft();
            setRefusal(null);
          }}
        >
          {t('file.drop', 'Back to what is kept')}
        </button>
        <span role="status" className="small quiet">
          {warnings !== null && !changed && t('file.kept', 'Kept.')}
          {changed && !busy && t('file.draft', 'A draft in this browser, not kept yet.')}
        </span>
      </div>
      {refusal !== null && <SaveRefused refusal={refusal} onOver={(over) => void save(over)} />}
      {warnings !== null && warnings.length > 0 && !changed && <ProblemList problems={warnings} />}
    </div>
  );
}

/** Why it was not kept. Where others changed it meanwhile, that is shown, and the writer decides. */
function SaveRefused({
  refusal,
  onOver,
}: {
  readonly refusal: Refusal;
  readonly onOver: (version: number) => void;
}) {
  if (refusal.problems.length > 0) {
    return (
      <div role="alert">
        <ProblemList problems={refusal.problems} />
      </div>
    );
  }
  const newest = refusal.since.at(-1);
  return (
    <div role="alert">
      <p className="wrong">{refusal.message}</p>
      {refusal.code === 'stale' && newest !== undefined && (
        <>
          <ul className="plain-list">
            {refusal.since.map((one) => (
              <li key={one.version}>{sayingOf(one)}</li>
            ))}
          </ul>
          <p className="small">
            {t('file.stale', 'Your text is still here. Putting it over theirs keeps theirs in the history.')}
          </p>
          <button className="button" type="button" onClick={() => onOver(newest.version)}>
            {t('file.over', 'Put mine over it')}
          </button>
        </>
      )}
    </div>
  );
}

/** Shows a line of the text and marks it. */
function goToLine(area: HTMLTextAreaElement, line: number): void {
  const lines = area.value.split('\n');
  const from = lines.slice(0, line - 1).join('\n').length + (line > 1 ? 1 : 0);
  area.focus();
  area.setSelectionRange(from, from + (lines[line - 1]?.length ?? 0));
  area.scrollTop = ((line - 3) / Math.max(1, lines.length)) * area.scrollHeight;
}
