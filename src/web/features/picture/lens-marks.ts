/** What a lens draws on the picture: a band under a stream or a sign, a letter beside it. Classes choose the colours. */
import type { Id } from '#core/model/fact';
import type { Lens } from '#core/picture/lens/lens';
import { lineWidth } from '#core/picture/measure';
import type { Group, Scene } from '#core/picture/scene';
import type { Mark, Point } from '#core/picture/shape';

/** A short band, for the legend. */
export function toneMarks(x: number, y: number, long: number): Mark[] {
  return [
    { tag: 'path', attrs: { class: 'p-lit-line', d: `M${x + 8} ${y}H${x + long - 8}`, 'stroke-width': 16 } },
  ];
}

/** A letter or a sign in a small round. */
export function badgeMarks(text: string, at: Point, hollow: boolean): Mark[] {
  const half = Math.max(9, lineWidth(text, 'strong', 13) / 2 + 5);
  return [
    {
      tag: 'rect',
      attrs: {
        class: hollow ? 'lens-badge hollow' : 'lens-badge',
        x: at.x - half,
        y: at.y - 9,
        width: 2 * half,
        height: 18,
        rx: 9,
      },
    },
    {
      tag: 'text',
      attrs: { class: hollow ? 'lens-letter hollow' : 'lens-letter', x: at.x, y: at.y + 4.5 },
      children: [text],
    },
  ];
}

/** Where the letter of a group stands: on a stream past its middle, of a sign at its upper right. */
export function badgeAt(made: Scene, group: Group): Point {
  const way = made.ways.get(group.id);
  if (way !== undefined && way.length > 1) return way[Math.floor((way.length - 1) * 0.62)] ?? way[0]!;
  const place = made.layout.places.get(group.id);
  if (place === undefined || place.seats.length > 0 || place.radius !== null) {
    if (place?.radius != null)
      return { x: place.at.x + place.radius * 0.74, y: place.at.y - place.radius * 0.74 };
    const seat = place?.seats[Math.floor((place.seats.length - 1) / 2)];
    if (seat !== undefined) return { x: seat.x, y: seat.y - 17 };
    return { x: group.box.x + group.box.width, y: group.box.y };
  }
  return { x: place.body.x + place.body.width - 4, y: place.body.y + 4 };
}

/** The classes of a group under a lens. */
export function lensClass(lens: Lens | null, id: Id): string {
  if (lens === null || lens.empty !== null) return '';
  const mark = lens.marks.get(id);
  if (mark === undefined) return ' lens-faint';
  return mark.badge === '×' ? ' lens-hidden' : '';
}

/** The band that lies under a group: one bearer's, several together, or none. */
export function toneClass(lens: Lens, id: Id): string | null {
  const mark = lens.marks.get(id);
  if (mark === undefined || (mark.tone === null && mark.badge === null)) return null;
  const tone = mark.tone === null ? 'lens-mix' : `lens-t${mark.tone}`;
  return mark.hollow ? `${tone} lens-hollow` : tone;
}
