/**
 * How a kind of resource is told apart: the family that names its colour, a line pattern, a mark. A community's own
 * kind takes the family of its law, a pattern that is free, and its initial. Colours themselves are nobody's business here.
 */
import type { View } from '#core/audience/view';
import type { Id } from '#core/model/fact';
import { nameOf } from '#core/model/fact';
import type { Kind } from '#core/model/kind';
import { WORDS } from '#core/picture/words';

export type Family = 'hours' | 'money' | 'attention' | 'knowledge' | 'goodwill' | 'things' | 'plain';
export type Pattern =
  | 'ticks'
  | 'dots'
  | 'dashes'
  | 'twins'
  | 'wave'
  | 'squares'
  | 'beads'
  | 'longs'
  | 'zigzag'
  | 'dashdot'
  | 'none';
export type Sign = 'clock' | 'coin' | 'eye' | 'book' | 'heart' | 'box' | 'none';

export interface KindPaint {
  readonly kind: Id | null;
  readonly family: Family;
  readonly pattern: Pattern;
  /** One of the six marks, or `none` and then a letter. */
  readonly mark: Sign;
  readonly letter: string;
  readonly name: string;
}

const FAMILIES: Readonly<
  Record<Exclude<Family, 'plain'>, { pattern: Pattern; mark: Sign; ids: readonly string[] }>
> = {
  hours: { pattern: 'ticks', mark: 'clock', ids: ['hours', 'time', 'work'] },
  money: { pattern: 'dots', mark: 'coin', ids: ['money'] },
  attention: { pattern: 'dashes', mark: 'eye', ids: ['attention'] },
  knowledge: {
    pattern: 'twins',
    mark: 'book',
    ids: ['knowledge', 'know-how', 'knowhow', 'answers', 'information'],
  },
  goodwill: { pattern: 'wave', mark: 'heart', ids: ['goodwill', 'trust'] },
  things: { pattern: 'squares', mark: 'box', ids: ['things', 'goods', 'in-kind'] },
};
const FREE: readonly Pattern[] = ['beads', 'longs', 'zigzag', 'dashdot'];

/** The six families in the order of the legend. */
export const FAMILY_ORDER: readonly Family[] = [
  'hours',
  'money',
  'attention',
  'knowledge',
  'goodwill',
  'things',
  'plain',
];

function familyOf(kind: Kind): Exclude<Family, 'plain'> {
  if (kind.currency) return 'money';
  for (const [family, { ids }] of Object.entries(FAMILIES)) {
    if (ids.includes(kind.id)) return family as Exclude<Family, 'plain'>;
  }
  if (kind.law === 'perishable') return kind.unit === 'min' ? 'attention' : 'hours';
  if (kind.law === 'copyable') return 'knowledge';
  return kind.law === 'relational' ? 'goodwill' : 'things';
}

/** The paint of a stream whose kind nobody told. */
export const PLAIN: KindPaint = {
  kind: null,
  family: 'plain',
  pattern: 'none',
  mark: 'none',
  letter: '?',
  name: WORDS.kindNotTold().text,
};

/** The paint of every kind that this view knows. */
export function kindPaints(view: View): ReadonlyMap<Id, KindPaint> {
  const paints = new Map<Id, KindPaint>();
  const own = new Map<Family, number>();
  for (const kind of [...view.kinds].sort((a, b) => (a.id < b.id ? -1 : 1))) {
    const family = familyOf(kind);
    const known = kind.currency || FAMILIES[family].ids.includes(kind.id) || kind.unit === 'h';
    const name = kindName(kind, family);
    const base = { kind: kind.id, family, name, letter: name.slice(0, 1).toUpperCase() };
    if (known) {
      paints.set(kind.id, { ...base, pattern: FAMILIES[family].pattern, mark: FAMILIES[family].mark });
    } else {
      const nth = own.get(family) ?? 0;
      own.set(family, nth + 1);
      paints.set(kind.id, { ...base, pattern: FREE[nth % FREE.length]!, mark: 'none' });
    }
  }
  return paints;
}

function kindName(kind: Kind, family: Family): string {
  if (kind.name !== null) return nameOf(kind);
  if (kind.id === 'hours') return WORDS.kindHours().text;
  if (kind.currency) return kind.unit ?? kind.id.toUpperCase();
  if (family === 'knowledge' && (kind.id === 'knowledge' || kind.id === 'know-how'))
    return WORDS.kindKnowHow().text;
  return kind.id.slice(0, 1).toUpperCase() + kind.id.slice(1).replaceAll('-', ' ');
}
