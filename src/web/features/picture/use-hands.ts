/** What the hand on the picture does, as edits and dialogs. */
import type { View } from '#core/audience/view';
import type { Id } from '#core/model/fact';
import type { Scene } from '#core/picture/scene';
import { useEdits } from '../../shared/edits';
import { nameOfId } from '../../shared/naming';
import { t } from '../../shared/words';
import { keptAt, moving } from './arranging';
import type { Command, Hands } from './Choosable';
import { joining, mayJoin, mergeable, pasting } from './editing';
import type { Dialogue } from './PictureDialogs';
import type { Chosen } from './use-chosen';

interface Ground {
  readonly community: string;
  readonly view: View;
  readonly made: Scene;
  readonly chosen: Chosen;
  readonly open: (dialogue: Dialogue) => void;
  readonly onDrawFrom: (id: Id) => void;
}

/** Whether a stream may begin at a thing. */
export function mayGive(view: View, id: Id): boolean {
  const section = view.thing(id)?.section;
  return section === 'parties' || section === 'activities' || section === 'pools';
}

export function useHands({ community, view, made, chosen, open, onDrawFrom }: Ground): Hands {
  const edits = useEdits(community);
  const duplicate = async (id: Id) => {
    const { copied, fileOf, pasteThings } = await import('./in-the-file');
    const file = await fileOf(community);
    const pasted = pasteThings(file, copied(file, [id]));
    const says = t('edit.duplicated', 'Duplicated {what}', { what: nameOfId(view, id) });
    await edits.edit(pasting(view, pasted, says));
    chosen.choose(pasted.ids.get(id) ?? id);
  };
  const onCommand = (command: Command, id: Id) => {
    const thing = view.thing(id);
    if (thing === null) return;
    if (command === 'draw') {
      if (mayGive(view, id)) onDrawFrom(id);
    } else if (command === 'rename') open({ does: 'rename', id });
    else if (command === 'duplicate') void duplicate(id).catch(() => undefined);
    else if (command === 'remove') open({ does: 'remove', id });
    else {
      const ids = chosen.all.includes(id) ? chosen.all : [...chosen.all, id];
      if (mergeable(view, ids).length > 0) open({ does: 'merge', ids });
    }
  };
  return {
    onMove: (id, by, over) => {
      if (mayJoin(view, id, over)) {
        edits.edit(joining(view, id, over)).catch(() => undefined);
        return;
      }
      const to = keptAt(made, id, by);
      if (to !== null) edits.edit(moving(view, id, to)).catch(() => undefined);
    },
    onDraw: (from, to) => {
      open({ does: 'add', section: 'flows', preset: { from, to } });
    },
    mayDraw: (id) => mayGive(view, id),
    takes: (id, over) => mayJoin(view, id, over),
    onAlso: (id) => {
      if (view.thing(id) !== null) chosen.toggle(id);
    },
    onCommand,
  };
}
