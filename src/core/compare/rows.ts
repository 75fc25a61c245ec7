/**
 * The rows on which communities are set side by side: one for each common block, every side under its own names, with
 * the measures and the questions that belong there. Chooses no winner and leaves nothing out that only one side has.
 */
import type { View } from '#core/audience/view';
import { alignMany } from '#core/compare/align';
import { filedOn } from '#core/compare/filed';
import { measureOf, titleOf } from '#core/compare/measures';
import { blockOf } from '#core/compare/scheme-history';
import { type Entry, familyOf } from '#core/compare/vector';
import { type Id, inLanguage, nameInWords } from '#core/model/fact';
import type { Thing } from '#core/model/things';
import { kindCalled } from '#core/questions/called';
import type { Question } from '#core/questions/define';
import { spokenBlock } from '#core/words/blocks';
import { type Message, message } from '#core/words/message';

/** What one community has on a row. */
export interface RowSide {
  /** Its own blocks that meet here; empty where it has none. */
  readonly blocks: readonly { readonly id: string; readonly name: string; readonly asks: string | null }[];
  /** What is filed there, by name. */
  readonly things: readonly { readonly id: Id; readonly section: string; readonly name: string }[];
  /** Things that may belong here and nobody has said so. */
  readonly either: number;
  readonly questions: readonly Question[];
}

export interface RowMeasure {
  readonly id: string;
  readonly title: Message;
  readonly says: Message;
  readonly unit: 'share' | 'ratio' | 'pairs';
  readonly least: number;
  readonly most: number;
  readonly leans: 'more' | 'less' | null;
  /** In the order of the communities. */
  readonly values: readonly Omit<Entry, 'id'>[];
}

export interface Row {
  /** Blocks of the default scheme that meet here; empty: what has no common block. */
  readonly origins: readonly string[];
  readonly sides: readonly RowSide[];
  readonly measures: readonly RowMeasure[];
  /** Index of the only side that has such a block or anything in it; null where several have. */
  readonly onlyIn: number | null;
}

export interface SideFacts {
  readonly view: View;
  readonly vector: readonly Entry[];
  readonly questions: readonly Question[];
}

const ARROW = message('compare.arrow', '{from} to {to}');
const CIRCLE = message(
  'compare.circle',
  '{circle, select, core {core} active {active} occasional {occasional} peripheral {periphery} transactional {passers-by} other {{circle}}}',
);
const FAMILY = message(
  'compare.family',
  '{family, select, hours {hours} money {money} attention {attention} other {{name}}}',
);

/** The rows of a comparison, in the order of the first side's scheme; last, if need be, what has no common block. */
export function rowsOf(sides: readonly SideFacts[]): readonly Row[] {
  const common = alignMany(sides.map(({ view }) => ({ scheme: view.scheme, day: view.day })));
  const filed = sides.map(({ view }) => filedOn(view));
  const measures = measuresOf(sides);
  const places = new Map<string, number>();
  for (const [at, row] of common.entries()) for (const origin of row.origins) places.set(origin, at);
  const homeless = common.length;
  const placeOfQuestion = (side: number, question: Question): number => {
    const block = question.block.toLowerCase();
    const own = common.findIndex((row) => row.sides[side]?.includes(block));
    return own >= 0 ? own : (places.get(block) ?? homeless);
  };
  const rows = [...common, { sides: sides.map(() => []), origins: [] }].map((row, at): Row => {
    const told = sides.map((side, index): RowSide => {
      const ids = row.sides[index] ?? [];
      const scheme = filed[index];
      // What a split left open between blocks that all meet here is at home here, whichever of them it is.
      const open = (scheme?.either ?? []).filter((one) => one.filing.now.some((id) => ids.includes(id)));
      const here = open.filter((one) => one.filing.now.every((id) => ids.includes(id)));
      const things = [
        ...(scheme?.blocks ?? []).filter(({ block }) => ids.includes(block.id)).flatMap((one) => one.things),
        ...here.map((one) => one.thing),
      ];
      const left = at === homeless ? (scheme?.unfiled ?? []) : things;
      return {
        blocks: ids.map((id) => {
          const block = blockOf(side.view.scheme, id);
          return {
            id,
            name: spokenBlock(block.name),
            asks: block.asks === null ? null : spokenBlock(block.asks),
          };
        }),
        things: left.map((thing) => ({
          id: thing.id,
          section: thing.section,
          name: plain(side.view, thing),
        })),
        either: open.length - here.length,
        questions: side.questions.filter((question) => placeOfQuestion(index, question) === at),
      };
    });
    const having = told.flatMap((one, index) => (one.things.length > 0 || one.either > 0 ? [index] : []));
    const blocked = told.flatMap((one, index) => (one.blocks.length > 0 ? [index] : []));
    const only = blocked.length === 1 ? blocked : having;
    return {
      origins: row.origins,
      sides: told,
      measures: measures.filter((one) => (places.get(one.block) ?? homeless) === at).map(({ row: of }) => of),
      onlyIn: only.length === 1 ? (only[0] ?? null) : null,
    };
  });
  const last = rows.at(-1);
  const bare =
    last === undefined ||
    (last.measures.length === 0 &&
      last.sides.every((side) => side.things.length === 0 && side.questions.length === 0));
  return bare ? rows.slice(0, -1) : rows;
}

function measuresOf(sides: readonly SideFacts[]): readonly { block: string; row: RowMeasure }[] {
  const ids = [...new Set(sides.flatMap(({ vector }) => vector.map((entry) => entry.id)))];
  const order = (id: string): string => `${String(measurePlace(id)).padStart(2, '0')} ${id}`;
  return ids
    .sort((a, b) => (order(a) < order(b) ? -1 : 1))
    .flatMap((id) => {
      const measure = measureOf(id);
      if (measure === null) return [];
      const values = sides.map(({ vector }): Omit<Entry, 'id'> => {
        const found = vector.find((entry) => entry.id === id);
        return found === undefined
          ? { value: null, band: null, state: 'not-described', evidence: [] }
          : { value: found.value, band: found.band, state: found.state, evidence: found.evidence };
      });
      const row: RowMeasure = {
        id,
        title: titleOf(id, variantName(sides, id)),
        says: measure.says(),
        unit: measure.unit,
        least: measure.least,
        most: measure.most,
        leans: measure.leans,
        values,
      };
      return [{ block: measure.block, row }];
    });
}

const measurePlace = (id: string): number => {
  const order = ['kappa', 'cov', 'robust', 'big', 'hhi', 'dep', 'gini', 'return', 'indirect', 'fci'];
  const at = order.indexOf(id.split(':')[0] ?? '');
  return at < 0 ? order.length : at;
};

/** What a kind or circle of a measure is called: in the words of the first community that has it. */
function variantName(sides: readonly SideFacts[], id: string): string {
  const variant = id.split(':')[1] ?? '';
  const measure = measureOf(id);
  if (measure?.by === 'circle') return CIRCLE({ circle: variant }).text;
  for (const { view } of sides) {
    const kind = view.kinds.find((one) => familyOf(one) === variant);
    if (kind !== undefined)
      return FAMILY({ family: variant.replaceAll('-', '_'), name: kindCalled(view, kind.id) }).text;
  }
  return variant;
}

/** A thing by its name; a stream without one by its ends, words by themselves, else its id as words. */
export function plain(view: View, thing: Thing): string {
  if (thing.name !== null) return nameInWords(thing);
  if (thing.section === 'flows' || thing.section === 'influences')
    return ARROW({ from: endOf(view, thing.from), to: endOf(view, thing.to) }).text;
  if (thing.section === 'ties') return thing.between.map((id) => endOf(view, id)).join(' – ');
  if ('text' in thing && thing.text !== null) return inLanguage(thing.text);
  return nameInWords(thing);
}

function endOf(view: View, id: Id): string {
  const thing = view.thing(id);
  return thing === null || thing.section === 'flows' ? id.replaceAll('-', ' ') : plain(view, thing);
}
