/** Arranging by hand: which signs may be moved, where one was let go in the picture's own coordinates, and the edit that keeps it. */
import type { View } from '#core/audience/view';
import type { Id } from '#core/model/fact';
import type { Scene } from '#core/picture/scene';
import { type Point, round } from '#core/picture/shape';
import type { Edit } from '../../shared/edits';
import { nameOfId } from '../../shared/naming';
import { t } from '../../shared/words';

/** Circles keep their seats round the table, stacks and ends stand for several things; all else may be moved. */
export function mayMove(made: Scene, id: Id): boolean {
  const place = made.layout.places.get(id);
  return (
    place !== undefined &&
    place.rim.length === 0 &&
    place.sign.folded.length === 0 &&
    place.sign.section !== null
  );
}

/** Where a sign lies, as a file keeps it: measured from the middle of the cloth, of the picture lying down. */
export function keptAt(made: Scene, id: Id, by: Point): Point | null {
  const place = made.layout.places.get(id);
  if (place === undefined) return null;
  const { cloth, orientation } = made.layout;
  const x = round(place.at.x + by.x - cloth.x);
  const y = round(place.at.y + by.y - cloth.y);
  return orientation === 'landscape' ? { x, y } : { x: y, y: x };
}

/** Keeps a sign where it was put. Taking it back gives it the place it had, or lets the picture choose again. */
export function moving(view: View, id: Id, to: Point): Edit {
  const path = ['picture', 'positions', id];
  const before = view.positions[id] ?? null;
  return {
    does: [{ op: 'set', path, value: { x: to.x, y: to.y } }],
    undoes: [{ op: 'set', path, value: before }],
    says: t('arrange.moved', 'Moved {what} in the picture', { what: nameOfId(view, id) }),
  };
}
