/** Everything that opens over the picture, one at a time. */

import type { View } from '#core/audience/view';
import type { Id } from '#core/model/fact';
import type { Scene } from '#core/picture/scene';
import { Dialog } from '../../shared/dialog';
import type { EditableSection } from '../../shared/edit/fields';
import { later, Meanwhile } from '../../shared/later';
import { t } from '../../shared/words';
import { FactList } from './FactList';

const AddDialog = later(async () => (await import('../../shared/edit/AddDialog')).AddDialog);
const ThingDialog = later(async () => (await import('../../shared/edit/ThingDialog')).ThingDialog);
const MergeDialog = later(async () => (await import('./MergeDialog')).MergeDialog);
const PasteDialog = later(async () => (await import('./PasteDialog')).PasteDialog);

/** What is open. `rename` is a field in the picture itself. */
export type Dialogue =
  | {
      readonly does: 'add';
      readonly section: EditableSection;
      readonly preset?: Readonly<Record<string, string>>;
    }
  | { readonly does: 'remove' | 'rename'; readonly id: Id }
  | { readonly does: 'merge'; readonly ids: readonly Id[] }
  | { readonly does: 'paste' | 'copied'; readonly text: string }
  | { readonly does: 'list' };

interface PictureDialogsProps {
  readonly community: string;
  readonly view: View;
  readonly made: Scene;
  readonly dialogue: Dialogue | null;
  /** With the id of what was added or what stayed, where there is one. */
  readonly onClose: (id?: Id) => void;
}

export function PictureDialogs(props: PictureDialogsProps) {
  return <Meanwhile>{dialogOf(props)}</Meanwhile>;
}

function dialogOf({ community, view, made, dialogue, onClose }: PictureDialogsProps) {
  const base = { community, view };
  switch (dialogue?.does) {
    case 'add':
      return (
        <AddDialog
          {...base}
          section={dialogue.section}
          {...(dialogue.preset === undefined ? {} : { preset: dialogue.preset })}
          onClose={(added) => onClose(added === '' ? undefined : added)}
        />
      );
    case 'remove': {
      const thing = view.thing(dialogue.id);
      return thing === null ? null : (
        <ThingDialog {...base} thing={thing} doing="removing" onClose={() => onClose()} />
      );
    }
    case 'merge':
      return (
        <MergeDialog
          {...base}
          things={dialogue.ids.flatMap((id) => view.thing(id) ?? [])}
          onClose={onClose}
        />
      );
    case 'paste':
      return <PasteDialog {...base} clip={dialogue.text} onClose={onClose} />;
    case 'copied':
      return <Copied text={dialogue.text} onClose={() => onClose()} />;
    case 'list':
      return <FactList made={made} onPick={onClose} onClose={() => onClose()} />;
    default:
      return null;
  }
}

/** Where the browser does not let us put it into the clipboard: the text, to be taken by hand. */
function Copied({ text, onClose }: { readonly text: string; readonly onClose: () => void }) {
  return (
    <Dialog title={t('copied.title', 'Copy this text')} onClose={onClose}>
      <p>
        {t(
          'copied.why',
          'This browser does not let us into its clipboard. Copy the text, and paste it in another picture.',
        )}
      </p>
      <textarea
        className="field paste-text"
        rows={9}
        readOnly
        value={text}
        aria-label={t('copied.label', 'What is copied')}
        onFocus={(event) => event.target.select()}
      />
    </Dialog>
  );
}
