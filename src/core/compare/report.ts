/** The JSON of `potluck compare`, as the command line and the API give it: the comparison with its head and problems. */
import type { View } from '#core/audience/view';
import { type Comparison, compare } from '#core/compare/compare';
import { MEASURES } from '#core/compare/measures';
import { type Picked, readPick } from '#core/compare/role-models';
import type { RowSide } from '#core/compare/rows';
import { nearest } from '#core/file/nearest';
import type { Problem } from '#core/file/problem';
import type { Question } from '#core/questions/define';
import { message } from '#core/words/message';

/** A question without its score: only the order is told. */
type Told = Omit<Question, 'score'>;

export interface CompareReport extends Omit<Comparison, 'rows'> {
  readonly potluck: 1;
  readonly audience: string;
  readonly rows: readonly (Omit<Comparison['rows'][number], 'sides'> & {
    readonly sides: readonly (Omit<RowSide, 'questions'> & { readonly questions: readonly Told[] })[];
  })[];
  readonly problems: readonly Problem[];
}

const UNKNOWN = message('compare.pick-unknown', 'There is no measure {word}. There are: {ids}.');
const NEAR = message(
  'compare.pick-near',
  'There is no measure {word}. Did you mean {near}? There are: {ids}.',
);
const NO_SIDE = message(
  'compare.pick-side',
  'More of {word} is not better by itself. Say which way you wish it to go: +{word} or -{word}.',
);

/** What was asked for is no measure, or nobody said which way is wished. */
export class Unpicked extends RangeError {}

/**
 * Reads the measures that stewards picked: `robust`, `+fci:hours`, `-gini`.
 *
 * @throws Unpicked with a sentence that says what would be right
 */
export function readPicks(words: readonly string[]): readonly Picked[] {
  return words
    .map((word) => word.trim())
    .filter((word) => word !== '')
    .map((word) => {
      const pick = readPick(word);
      if (!('why' in pick)) return pick;
      const bare = word.replace(/^[+-]/, '');
      const ids = MEASURES.map((measure) => measure.id);
      if (pick.why === 'no-side') throw new Unpicked(NO_SIDE({ word: bare }).text);
      const near = nearest(bare, ids);
      const told = { word: bare, ids: ids.join(', ') };
      throw new Unpicked(near === null ? UNKNOWN(told).text : NEAR({ ...told, near }).text);
    });
}

/** The comparison of these views, with its head. */
export function compareReport(
  views: readonly View[],
  {
    picked = [],
    among = [],
    problems = [],
  }: { picked?: readonly Picked[]; among?: readonly View[]; problems?: readonly Problem[] } = {},
): CompareReport {
  const { communities, rows, alike, roleModels, change } = compare(views, undefined, { picked, among });
  return {
    potluck: 1,
    audience: views[0]?.audience ?? 'stewards',
    communities,
    rows: rows.map((row) => ({ ...row, sides: row.sides.map(withoutScores) })),
    alike,
    roleModels,
    change,
    problems,
  };
}

function withoutScores(side: RowSide) {
  return { ...side, questions: side.questions.map(({ score: _, ...question }): Told => question) };
}

/** The same shape with nothing in it, for files that could not be understood. */
export function emptyCompare(audience: string, problems: readonly Problem[]): CompareReport {
  return {
    potluck: 1,
    audience,
    communities: [],
    rows: [],
    alike: [],
    roleModels: [],
    change: null,
    problems,
  };
}
