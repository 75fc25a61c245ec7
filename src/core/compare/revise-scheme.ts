/**
 * Revises a community's own categories: add, rename, merge, split, retire. Each writes a dated correspondence with its
 * reason, raises the version, and leaves every entry under the category that it was filed under; blocks that are gone
 * stay readable. Gives operations on the file; changes nothing itself.
 */
import { blockOf, revisionsInOrder, schemeOn } from '#core/compare/scheme-history';
import type { Operation } from '#core/file/operations';
import type { Block, Scheme, SchemeRevision } from '#core/model/community';
import { middleDay } from '#core/model/dates';
import { DEFAULT_BLOCKS, DEFAULT_SCHEME } from '#core/model/scheme';
import { type Message, message } from '#core/words/message';

/** A block to be, by its name. */
export interface NewBlock {
  readonly name: string;
  /** What it asks; nothing where nobody said. */
  readonly asks?: string;
}

export type Step =
  | { readonly op: 'add'; readonly into: NewBlock }
  | { readonly op: 'rename'; readonly of: string; readonly into: NewBlock }
  | { readonly op: 'merge'; readonly of: readonly string[]; readonly into: NewBlock }
  | { readonly op: 'split'; readonly of: string; readonly into: readonly NewBlock[] }
  | { readonly op: 'retire'; readonly of: string };

export interface Revising {
  readonly step: Step;
  /** The day of the decision: `2026-02-01`, or less exact. */
  readonly on: string;
  /** Why; in the community's own words. */
  readonly why: string;
  /** Id of the decision that it follows; left out where none is written down. */
  readonly decision?: string;
  /** Id of the community's own scheme, where it has used the default until now. */
  readonly id: string;
}

export type Revised =
  | {
      readonly ok: true;
      readonly operations: readonly Operation[];
      /** Ids of the blocks that it leads to. */
      readonly into: readonly string[];
      /** Of the scheme afterwards. */
      readonly version: number;
    }
  | { readonly ok: false; readonly message: Message };

const SAY = {
  gone: message('scheme.gone', 'There is no block {id} in the scheme now.'),
  name: message('scheme.name', 'Every block needs a name.'),
  twice: message('scheme.twice', 'Two blocks would be called {name}.'),
  few: message('scheme.few', 'Choose two blocks or more to merge.'),
  one: message('scheme.one', 'To split a block, name two blocks or more.'),
  why: message('scheme.why', 'Say why. Those who come later will want to know.'),
  date: message('scheme.date', '{text} is no date. Write 2026, 2026-02 or 2026-02-01.'),
  early: message(
    'scheme.early',
    'The scheme was last revised on {last}; a revision before that would not be understood. Choose that day or a later one.',
  ),
  last: message('scheme.last', 'It is the only block. Add another one first.'),
};

/** The operations of one revision; or why it cannot be done, in a sentence. */
export function reviseScheme(scheme: Scheme, { step, on, why, decision, id }: Revising): Revised {
  const living = schemeOn(scheme, Number.POSITIVE_INFINITY);
  const of = step.op === 'add' ? [] : typeof step.of === 'string' ? [step.of] : [...new Set(step.of)];
  const blocks = step.op === 'retire' ? [] : 'name' in step.into ? [step.into] : step.into;
  const refused = refusal(scheme, living, { step, on, why, id }, of, blocks);
  if (refused !== null) return { ok: false, message: refused };
  const taken = new Set(everUsed(scheme));
  const fresh = blocks.map((block) => {
    const key = freeId(block.name, taken);
    taken.add(key);
    return { id: key, value: written(block, step.op === 'rename' ? blockOf(scheme, of[0] ?? '') : null) };
  });
  const into = fresh.map((one) => one.id);
  const follows = decision === undefined || decision === '' ? {} : { decision };
  const revision = { on: on.trim(), op: step.op, of, into, why: why.trim(), ...follows };
  const version = scheme.version + 1;
  return { ok: true, operations: operationsFor(scheme, id, fresh, revision, version), into, version };
}

/** Files an entry under a block of the scheme as it is now; the version goes along, so that later revisions find it. */
export function refile(scheme: Scheme, thing: string, block: string): Operation {
  return { op: 'patch', id: thing, value: { category: categoryOf(scheme, block) } };
}

/** How a category is written: the block alone in the default scheme, with its version in one's own. */
export function categoryOf(scheme: Scheme, block: string): string {
  return isDefault(scheme) ? block : `${block}@${scheme.version}`;
}

const isDefault = (scheme: Scheme): boolean =>
  scheme.id === DEFAULT_SCHEME.id && scheme.version === DEFAULT_SCHEME.version;

interface Fresh {
  readonly id: string;
  readonly value: Readonly<Record<string, unknown>>;
}

function operationsFor(
  scheme: Scheme,
  id: string,
  fresh: readonly Fresh[],
  revision: Readonly<Record<string, unknown>>,
  version: number,
): readonly Operation[] {
  if (isDefault(scheme)) {
    const blocks = Object.fromEntries(scheme.blocks.map((block) => [block.id, written(block, null)]));
    for (const one of fresh) blocks[one.id] = one.value;
    return [{ op: 'set', path: ['scheme'], value: { id, version, blocks, revised: [revision] } }];
  }
  return [
    ...fresh.map((one): Operation => ({ op: 'set', path: ['scheme', 'blocks', one.id], value: one.value })),
    { op: 'set', path: ['scheme', 'revised', '+'], value: revision },
    { op: 'set', path: ['scheme', 'version'], value: version },
  ];
}

/** A block as the file has it. A renamed one goes on asking what it asked, unless something else is said. */
function written(block: NewBlock | Block, before: Block | null): Record<string, unknown> {
  const name = typeof block.name === 'string' ? block.name.trim() : block.name;
  const own = typeof block.asks === 'string' ? block.asks.trim() || null : (block.asks ?? null);
  const asks = own ?? before?.asks ?? null;
  const differs = ('differs' in block ? block.differs : null) ?? before?.differs ?? null;
  return { name, ...(asks === null ? {} : { asks }), ...(differs === null ? {} : { differs }) };
}

function refusal(
  scheme: Scheme,
  living: readonly Block[],
  { step, on, why }: Revising,
  of: readonly string[],
  blocks: readonly NewBlock[],
): Message | null {
  const missing = of.find((id) => !living.some((block) => block.id === id));
  if (missing !== undefined) return SAY.gone({ id: missing });
  if (step.op === 'merge' && of.length < 2) return SAY.few();
  if (step.op === 'split' && blocks.length < 2) return SAY.one();
  if (step.op === 'retire' && living.length < 2) return SAY.last();
  if (blocks.some((block) => block.name.trim() === '')) return SAY.name();
  const stay = living.filter((block) => !of.includes(block.id)).map((block) => nameIn(block));
  const names = [...stay, ...blocks.map((block) => block.name.trim().toLowerCase())];
  const double = names.find((name, at) => names.indexOf(name) !== at);
  if (double !== undefined) return SAY.twice({ name: double });
  if (why.trim() === '') return SAY.why();
  const day = middleDay(on);
  if (day === null) return SAY.date({ text: on.trim() === '' ? '–' : on.trim() });
  return tooEarly(scheme, on);
}

const nameIn = (block: Block): string =>
  (typeof block.name === 'string' ? block.name : (Object.values(block.name)[0] ?? '')).trim().toLowerCase();

/** Revisions are read in the order of their first days: a new one has to come last. */
function tooEarly(scheme: Scheme, on: string): Message | null {
  const last: SchemeRevision | undefined = revisionsInOrder(scheme).at(-1);
  const first = firstDay(on);
  if (last === undefined || last.on.first === null || first === null || first >= last.on.first) return null;
  return SAY.early({ last: last.on.text });
}

function firstDay(text: string): number | null {
  const bare = text.trim().replace(/^about /, '');
  return middleDay(/^\d{4}$/.test(bare) ? `${bare}-01-01` : /^\d{4}-\d{2}$/.test(bare) ? `${bare}-01` : bare);
}

/** Every id that ever named a block here: none is used a second time, or the past could not be read. */
function everUsed(scheme: Scheme): readonly string[] {
  return [
    ...DEFAULT_BLOCKS.map((block) => block.id),
    ...scheme.blocks.map((block) => block.id),
    ...scheme.revised.flatMap((revision) => [...revision.of, ...revision.into]),
  ];
}

function freeId(name: string, taken: ReadonlySet<string>): string {
  const plain = name
    .normalize('NFKD')
    .replace(/\p{Diacritic}/gu, '')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-+|-+$/g, '')
    .slice(0, 40)
    .replace(/-+$/, '');
  const base = plain === '' ? 'block' : plain;
  if (!taken.has(base)) return base;
  for (let n = 2; ; n += 1) if (!taken.has(`${base}-${n}`)) return `${base}-${n}`;
}
