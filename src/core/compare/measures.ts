/**
 * The measures by which communities are set side by side (`domain.md` section 6): each bounded, with a fixed range, so
 * that a third community never moves what two have in common. Which way is "more" is told where it can be told; none is
 * a grade, and there is no total.
 */
import { type Message, message, type Template } from '#core/words/message';

export interface Measure {
  readonly id: string;
  /** What it is called in a table. */
  readonly title: Template;
  /** What it says, in one sentence. */
  readonly says: Template;
  /** Block of the default scheme under which it is shown. */
  readonly block: string;
  /** Analysis that works it out; null where a few streams are enough. */
  readonly analysis: string | null;
  readonly least: number;
  readonly most: number;
  readonly unit: 'share' | 'ratio' | 'pairs';
  /** Which way people usually wish it to go; null: that depends, and whoever picks it has to say. */
  readonly leans: 'more' | 'less' | null;
  /** One for each kind of resource (`hhi:hours`) or circle (`return:core`). */
  readonly by: 'kind' | 'circle' | null;
}

/** A heuristic: more breaches than this count as this many; a stretch beyond 2 as 2. */
const MOST_BREACHES = 5;
const MOST_STRETCH = 2;

const share = { least: 0, most: 1, unit: 'share' as const, by: null };

export const MEASURES: readonly Measure[] = [
  {
    ...share,
    id: 'kappa',
    title: message('measure.kappa', 'Counted'),
    says: message('measure.kappa.says', 'How much of what is given and used is written down with an amount.'),
    block: 'b9',
    analysis: 'completeness',
    leans: 'more',
  },
  {
    ...share,
    id: 'cov',
    title: message('measure.cov', 'Covered'),
    says: message('measure.cov.says', 'How much of a need is met, in the middle of all needs; at most all.'),
    block: 'b6',
    analysis: 'coverage',
    leans: 'more',
  },
  {
    ...share,
    id: 'robust',
    title: message('measure.robust', 'Left without the largest bit'),
    says: message(
      'measure.robust.says',
      'How much of a need would still be met without its largest bit, in the middle of all needs.',
    ),
    block: 'b6',
    analysis: 'coverage',
    leans: 'more',
  },
  {
    ...share,
    id: 'big',
    title: message('measure.big', 'Largest bit'),
    says: message(
      'measure.big.says',
      'What the largest bit is of all that meets a need, in the middle of all needs.',
    ),
    block: 'b6',
    analysis: 'coverage',
    leans: null,
  },
  {
    ...share,
    id: 'hhi',
    title: message('measure.hhi', 'Carried by few: {of}'),
    says: message(
      'measure.hhi.says',
      'At the top, one giver carries all of it. It depends on how givers are gathered into circles.',
    ),
    block: 'b2',
    analysis: 'concentration',
    leans: null,
    by: 'kind',
  },
  {
    ...share,
    id: 'dep',
    title: message('measure.dep', 'Hangs on one giver'),
    says: message('measure.dep.says', 'The most that any need would lose if one giver stopped.'),
    block: 'b8',
    analysis: 'concentration',
    leans: 'less',
  },
  {
    ...share,
    id: 'gini',
    title: message('measure.gini', 'Unevenly given'),
    says: message(
      'measure.gini.says',
      'At the bottom everybody gives alike, at the top a few give nearly all. Wished or not is for you to say.',
    ),
    block: 'b2',
    analysis: 'load',
    leans: null,
  },
  {
    ...share,
    id: 'return',
    title: message('measure.return', 'Comes back to its circle: {of}'),
    says: message('measure.return.says', 'How much of what a circle gives reaches itself.'),
    block: 'b10',
    analysis: 'payer-beneficiary',
    leans: null,
    by: 'circle',
  },
  {
    ...share,
    id: 'indirect',
    title: message('measure.indirect', 'Sponsors’ gifts that reach others'),
    says: message(
      'measure.indirect.says',
      'How much of what outside givers bring reaches others than themselves. High is usual for sponsors.',
    ),
    block: 'b8',
    analysis: 'payer-beneficiary',
    leans: null,
  },
  {
    ...share,
    id: 'fci',
    title: message('measure.fci', 'Goes round: {of}'),
    says: message(
      'measure.fci.says',
      'How much of what flows passes the same place again. No value is good.',
    ),
    block: 'b10',
    analysis: 'cycling',
    leans: null,
    by: 'kind',
  },
  {
    ...share,
    id: 'r',
    title: message('measure.r', 'Favours returned'),
    says: message(
      'measure.r.says',
      'How much of the favours goes back to the one who gave. Low may mean that they travel onward.',
    ),
    block: 'b4',
    analysis: 'favours',
    leans: null,
  },
  {
    ...share,
    id: 'upkeep',
    title: message('measure.upkeep', 'Renewed'),
    says: message(
      'measure.upkeep.says',
      'How much of what wears is renewed, in the middle of all commons; at most all.',
    ),
    block: 'b7',
    analysis: 'commons',
    leans: 'more',
  },
  {
    ...share,
    id: 'restricted',
    title: message('measure.restricted', 'Money bound to a purpose'),
    says: message('measure.restricted.says', 'How much of the money that comes in is bound to a purpose.'),
    block: 'b8',
    analysis: null,
    leans: 'less',
  },
  {
    ...share,
    id: 'tau',
    title: message('measure.tau', 'Shown to everyone'),
    says: message(
      'measure.tau.says',
      'How much of what flows the public gets to see. To be compared with what was meant, above all.',
    ),
    block: 'b11',
    analysis: 'openness',
    leans: null,
  },
  {
    id: 'breaches',
    title: message('measure.breaches', 'Pairs that meet though they were to stay apart'),
    says: message('measure.breaches.says', 'Five or more count as five.'),
    block: 'b8',
    analysis: 'contact',
    least: 0,
    most: MOST_BREACHES,
    unit: 'pairs',
    leans: 'less',
    by: null,
  },
  {
    id: 'stretch2',
    title: message('measure.stretch2', 'If twice as many came'),
    says: message(
      'measure.stretch2.says',
      'What is given, beside what is needed, at twice the size. 1: both grow alike. 2 or more counts as 2.',
    ),
    block: 'b5',
    analysis: 'shift',
    least: 0,
    most: MOST_STRETCH,
    unit: 'ratio',
    leans: 'more',
    by: null,
  },
];

/** A measure by the id of a value: `hhi:hours` is a reading of `hhi`. Null where there is none. */
export function measureOf(valueId: string): Measure | null {
  const [id] = valueId.split(':');
  return MEASURES.find((one) => one.id === id) ?? null;
}

/** What a value is called: `Carried by few: hours`. */
export function titleOf(valueId: string, of: string): Message {
  const measure = measureOf(valueId);
  if (measure === null) throw new RangeError(`no measure ${valueId}`);
  return measure.title(measure.by === null ? {} : { of });
}
