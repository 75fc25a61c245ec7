/** Things copied elsewhere, put on this table: what comes, what has to stay behind, and then a yes. */
import { useQuery } from '@tanstack/react-query';
import { useId, useState } from 'react';
import type { View } from '#core/audience/view';
import type { Pasted } from '#core/file/copy';
import { Dialog } from '../../shared/dialog';
import { useEdits } from '../../shared/edits';
import { list, t } from '../../shared/words';
import { pasting } from './editing';

interface PasteDialogProps {
  readonly community: string;
  readonly view: View;
  readonly clip: string;
  readonly onClose: (first?: string) => void;
}

export function PasteDialog({ community, view, clip, onClose }: PasteDialogProps) {
  const edits = useEdits(community);
  const field = useId();
  const [text, setText] = useState(clip);
  const [refusal, setRefusal] = useState<Error | null>(null);
  const { data: pasted } = useQuery({
    queryKey: ['community', community, 'paste', text],
    queryFn: () => pasteInto(community, text),
  });
  return (
    <Dialog title={t('paste.title', 'Paste from another community')} onClose={() => onClose()}>
      <form
        className="form"
        onSubmit={(event) => {
          event.preventDefault();
          if (pasted == null) return;
          edits.edit(pasting(view, pasted)).then(() => onClose([...pasted.ids.values()][0]), setRefusal);
        }}
      >
        <div>
          <label htmlFor={field}>{t('paste.field', 'What was copied')}</label>
          <p className="hint">
            {t(
              'paste.hint',
              'Choose things in another picture, copy them there, and paste them here with Ctrl V.',
            )}
          </p>
          <textarea
            id={field}
            className="field paste-text"
            rows={7}
            value={text}
            spellCheck={false}
            onChange={(event) => setText(event.target.value)}
          />
        </div>
        <div aria-live="polite">
          {text.trim() !== '' && pasted === null && (
            <p>{t('paste.not', 'This is no part of a community. Copy things in a picture first.')}</p>
          )}
          {pasted != null && <News pasted={pasted} />}
        </div>
        {refusal !== null && (
          <p role="alert" className="form-refused">
            {refusal.message}
          </p>
        )}
        <div className="actions">
          <button className="button primary" type="submit" disabled={pasted == null}>
            {t('paste.do', 'Put it on the table')}
          </button>
        </div>
      </form>
    </Dialog>
  );
}

async function pasteInto(community: string, clip: string): Promise<Pasted | null> {
  // What is no community file at all need not be asked for.
  if (!/^\s*(?:potluck:|\{)/.test(clip)) return null;
  const { canPaste, fileFrom, fileOf, pasteThings } = await import('./in-the-file');
  const [here, copied] = await Promise.all([fileOf(community), fileFrom(clip)]);
  return canPaste(copied) ? pasteThings(here, copied) : null;
}

function News({ pasted }: { readonly pasted: Pasted }) {
  const come = [...pasted.ids].filter(([from]) => !pasted.left.includes(from));
  const renamed = come.filter(([from, to]) => from !== to);
  return (
    <ul className="plain-list merge-news">
      <li>
        {t('paste.comes', '{count, plural, one {One fact comes} other {# facts come}}: {names}.', {
          count: come.length,
          names: list(come.map(([, to]) => to)),
        })}
      </li>
      {renamed.length > 0 && (
        <li>
          {t('paste.renamed', 'These ids are taken here, so they get others: {names}.', {
            names: list(renamed.map(([from]) => from)),
          })}
        </li>
      )}
      {pasted.left.length > 0 && (
        <li>
          {t('paste.left', 'These stay behind, because what they name is not here: {names}.', {
            names: list(pasted.left),
          })}
        </li>
      )}
    </ul>
  );
}
