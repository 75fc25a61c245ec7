/**
 * Changes to a community file by the ids of its things: put, end, remove, rename, set. Each takes a text and gives a
 * text; what is not touched keeps its comments, order and spelling. Whether the result is a sound community is for
 * `parse` and `resolve` to say. `applyToPlain` does the same to plain data.
 */
import { mentionsIn, operate, type Refused, refuse } from '#core/file/operate';
import { docOf, TextSheet } from '#core/file/text-sheet';
import { type Message, message } from '#core/words/message';

export type Operation =
  /** Adds a thing, or makes it say exactly `value`. `parent` is the activity of a need or the pool of a pocket. */
  | {
      readonly op: 'put';
      readonly id: string;
      readonly section: string;
      readonly parent?: string;
      readonly value: Readonly<Record<string, unknown>>;
    }
  /** Changes some keys of a thing and leaves the others; `null` takes a key out. */
  | { readonly op: 'patch'; readonly id: string; readonly value: Readonly<Record<string, unknown>> }
  /** Its last day; what was stays readable. */
  | { readonly op: 'end'; readonly id: string; readonly until: string }
  /** Takes a thing out. With `withWhatBreaks`, whatever cannot stand without it goes too, and other mentions are dropped. */
  | { readonly op: 'remove'; readonly id: string; readonly withWhatBreaks?: boolean }
  /** Gives a thing another id; every reference follows. */
  | { readonly op: 'rename'; readonly id: string; readonly to: string }
  /** Makes two things of one section one: references follow, amounts stay on their flows. See `mergeThings`. */
  | { readonly op: 'merge'; readonly id: string; readonly into: string }
  /** A key outside the things, such as `name` or `openness.public`; `null` takes it out; a last step `+` adds to a list. */
  | { readonly op: 'set'; readonly path: readonly string[]; readonly value: unknown };

export type RefusalCode =
  | 'no-such-thing'
  | 'no-such-parent'
  | 'no-such-section'
  | 'would-break'
  | 'id-taken'
  | 'bad-id'
  | 'cannot-merge'
  | 'unreadable';

/** Why an operation could not be done. */
export interface Refusal {
  readonly code: RefusalCode;
  readonly operation: Operation;
  /** For `would-break`: who names it. */
  readonly named: readonly Mention[];
  readonly message: Message;
}

/** A thing that names another, and under which key. */
export interface Mention {
  readonly by: string | null;
  readonly key: string;
  readonly needed: boolean;
}

export type Applied =
  | {
      readonly ok: true;
      readonly text: string /** Ids that were touched, sorted. */;
      readonly touched: readonly string[];
    }
  | { readonly ok: false; readonly refusals: readonly Refusal[] };

const SAY = {
  'no-such-thing': message('operation.no-such-thing', 'There is nothing with the id {id} here any more.'),
  'no-such-parent': message(
    'operation.no-such-parent',
    '{id} belongs to {parent}, and {parent} is not here.',
  ),
  'no-such-section': message('operation.no-such-section', 'There is no section {section}.'),
  'would-break': message(
    'operation.would-break',
    '{count, plural, one {One other fact names} other {# other facts name}} {id}: {names}. Take {count, plural, one {it} other {them}} out too, or change {count, plural, one {it} other {them}} first.',
  ),
  'id-taken': message('operation.id-taken', 'The id {id} is taken. Choose another.'),
  'bad-id': message('operation.bad-id', '{id} cannot be an id. Small letters, digits and hyphens are fine.'),
  'cannot-merge': message('operation.cannot-merge', '{id} and {into} are not two of one sort.'),
  unreadable: message(
    'operation.unreadable',
    'The file cannot be read as YAML at line {line}. Mend that first.',
  ),
};

/**
 * Applies operations in their order; all or none. An operation that leaves the text as it was is no error.
 *
 * @example
 * applyOperations(text, [{ op: 'end', id: 'town-grant', until: '2026-12-31' }]);
 */
export function applyOperations(text: string, operations: readonly Operation[]): Applied {
  const sheet = new TextSheet(text);
  const touched = new Set<string>();
  for (const operation of operations) {
    const broken = sheet.doc().errors[0];
    const line = broken?.linePos?.[0].line ?? 1;
    const done = broken === undefined ? operate(sheet, operation) : refuse('unreadable', operation, { line });
    if (!done.ok) return { ok: false, refusals: [told(done)] };
    for (const id of done.touched) touched.add(id);
  }
  return { ok: true, text: sheet.text, touched: [...touched].sort() };
}

function told({ code, operation, named, params }: Refused): Refusal {
  return { code, operation, named, message: SAY[code](params) };
}

/** Who names a thing: what would break or change if it were removed. */
export function mentionsOf(text: string, id: string): Mention[] {
  return mentionsIn(docOf(text), id);
}
