import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { disclose } from '#core/audience/disclose';
import { alignMany } from '#core/compare/align';
import { filedOn } from '#core/compare/filed';
import { type Revising, refile, reviseScheme, type Step } from '#core/compare/revise-scheme';
import { revised as after, blockOf, schemeOn, versionOn } from '#core/compare/scheme-history';
import { applyOperations, type Operation } from '#core/file/operations';
import { parse } from '#core/file/parse';
import { resolve } from '#core/file/resolve';
import type { Community } from '#core/model/community';
import { isoDay, middleDay } from '#core/model/dates';
import { DEFAULT_BLOCKS, DEFAULT_SCHEME } from '#core/model/scheme';

const FILE = `potluck: 1
id: plot
name: The plot            # ours
# The scheme stays a comment's neighbour.
scheme: community
parties:
  core: {type: circle, inside: true}       # five of us
  street: {type: public, category: b2}
  town: {type: organisation}
pools:
  shed: {kind: hours}
history:
  - {id: h1, on: 2026-01-01, text: We begin.}
`;

function read(text: string): Community {
  const { community, problems } = resolve(parse(text));
  expect(problems.filter((one) => one.severity === 'error').map((one) => one.message.text)).toEqual([]);
  if (community === null) throw new Error('no community');
  return community;
}

function revise(text: string, step: Step, on: string, why = 'So we said.'): string {
  const done = reviseScheme(read(text).scheme, { step, on, why, id: 'plot-scheme' });
  if (!done.ok) throw new Error(done.message.text);
  return applied(text, done.operations);
}

function applied(text: string, operations: readonly Operation[]): string {
  const result = applyOperations(text, operations);
  if (!result.ok) throw new Error(result.refusals.map((one) => one.message.text).join('\n'));
  return result.text;
}

const viewOn = (text: string, day: string) => disclose(read(text), { audience: 'stewards', day });
const idsOn = (text: string, day: string) =>
  filedOn(viewOn(text, day)).blocks.map(({ block, things }) => [block.id, things.map((thing) => thing.id)]);
const under = (text: string, day: string) => Object.fromEntries(idsOn(text, day));

describe('revising the scheme', () => {
  const merged = revise(
    FILE,
    { op: 'merge', of: ['b7', 'b8'], into: { name: 'What we lean on' } },
    '2026-02-01',
  );

  test('the first revision makes the scheme one’s own; the rest of the file stays as it is written', () => {
    const { scheme } = read(merged);
    expect(scheme).toMatchObject({ id: 'plot-scheme', version: 2 });
    expect(scheme.revised).toMatchObject([
      { op: 'merge', of: ['b7', 'b8'], into: ['what-we-lean-on'], why: 'So we said.' },
    ]);
    const others = (text: string) => text.split('\n').filter((line) => !line.startsWith('scheme:'));
    expect(others(merged)).toEqual(others(FILE));
  });

  test('what was merged follows; on a day before it stands where it stood; entries are not touched', () => {
    expect(under(merged, '2026-03-01')).toMatchObject({ 'what-we-lean-on': ['town', 'shed'] });
    expect(under(merged, '2026-01-15')).toMatchObject({ b7: ['shed'], b8: ['town'] });
    expect(under(merged, '2026-01-15')).not.toHaveProperty('what-we-lean-on');
    expect(read(merged).parties.map((one) => one.category)).toEqual([null, 'b2', null]);
    const order = filedOn(viewOn(merged, '2026-03-01')).blocks.map(({ block }) => block.id);
    expect(order.slice(5, 8), 'it stands where the first of them stood').toEqual([
      'b6',
      'what-we-lean-on',
      'b9',
    ]);
  });

  test('a split leaves either, until somebody says which, one by one', () => {
    const step: Step = { op: 'split', of: 'b2', into: [{ name: 'Near' }, { name: 'Far' }] };
    const split = revise(merged, step, '2026-04-01');
    const before = filedOn(viewOn(split, '2026-05-01'));
    expect(before.version).toBe(3);
    expect(before.either.map(({ thing, filing }) => [thing.id, filing.now])).toEqual([
      ['core', ['far', 'near']],
      ['street', ['far', 'near']],
    ]);
    const filed = applied(split, [refile(read(split).scheme, 'core', 'near')]);
    expect(filed).toContain('category: near@3');
    const now = filedOn(viewOn(filed, '2026-05-01'));
    expect(now.either.map(({ thing }) => thing.id)).toEqual(['street']);
    expect(under(filed, '2026-05-01')).toMatchObject({ near: ['core'], far: [] });
    expect(under(filed, '2026-03-15'), 'before the split it stood with the other').toMatchObject({
      b2: ['core', 'street'],
    });
  });

  test('one may keep its old id apart: filed again, it is not either any more', () => {
    const own = `${FILE.replace('scheme: community', 'scheme: {id: ours, version: 2, blocks: {b2: {name: Near}, far: {name: Far}}, revised: [{on: 2026-02-01, op: split, of: [b2], into: [b2, far], why: Apart.}]}')}`;
    expect(filedOn(viewOn(own, '2026-03-01')).either.map(({ thing }) => thing.id)).toEqual([
      'core',
      'street',
    ]);
    const filed = applied(own, [refile(read(own).scheme, 'street', 'b2')]);
    expect(under(filed, '2026-03-01')).toMatchObject({ b2: ['street'] });
  });

  test('a renamed block keeps its old name for the days before; a retired one stays readable', () => {
    const renamed = revise(FILE, { op: 'rename', of: 'b1', into: { name: 'Dream' } }, '2026-02-01');
    expect(schemeOn(read(renamed).scheme, middleDay('2026-01-15') ?? 0)[0]).toMatchObject({ name: 'Vision' });
    expect(schemeOn(read(renamed).scheme, middleDay('2026-02-15') ?? 0)[0]).toMatchObject({
      name: 'Dream',
      asks: 'What do we want to last; who cares enough?',
    });
    const retired = revise(renamed, { op: 'retire', of: 'b8' }, '2026-03-01');
    expect(filedOn(viewOn(retired, '2026-04-01')).unfiled.map((thing) => thing.id)).toEqual(['town']);
    expect(blockOf(read(retired).scheme, 'b8').name).toBe('Partners');
    expect(under(retired, '2026-02-15')).toMatchObject({ b8: ['town'] });
  });

  test('comments between revisions stay', () => {
    const noted = FILE.replace(
      'scheme: community',
      'scheme:\n  id: ours\n  version: 2\n  blocks:\n    a: {name: A}   # first\n    b: {name: B}\n  revised:\n    # we were three then\n    - {on: 2025, op: add, into: [b], why: Needed.}   # unanimous',
    );
    const more = revise(
      noted,
      { op: 'add', into: { name: 'Söng & dance', asks: 'What do we sing?' } },
      '2026-05',
    );
    expect(more).toContain('# we were three then\n');
    expect(more).toContain(
      '# unanimous\n    - {on: 2026-05, op: add, of: [], into: [song-dance], why: So we said.}',
    );
    expect(more).toContain('    song-dance: {name: Söng & dance, asks: What do we sing?}');
    expect(read(more).scheme.version).toBe(3);
  });
});

describe('what is refused, in a sentence', () => {
  const scheme = DEFAULT_SCHEME;
  const ask = (step: Step, more: Partial<Revising> = {}) => {
    const done = reviseScheme(scheme, { step, on: '2026-02-01', why: 'So.', id: 'x', ...more });
    return done.ok ? null : done.message.id;
  };
  test.each<[Step, Partial<Revising>, string]>([
    [{ op: 'retire', of: 'b12' }, {}, 'scheme.gone'],
    [{ op: 'merge', of: ['b1', 'b1'], into: { name: 'One' } }, {}, 'scheme.few'],
    [{ op: 'split', of: 'b1', into: [{ name: 'One' }] }, {}, 'scheme.one'],
    [{ op: 'add', into: { name: '  ' } }, {}, 'scheme.name'],
    [{ op: 'add', into: { name: 'vision' } }, {}, 'scheme.twice'],
    [{ op: 'add', into: { name: 'Song' } }, { why: ' ' }, 'scheme.why'],
    [{ op: 'add', into: { name: 'Song' } }, { on: 'soon' }, 'scheme.date'],
  ])('%j', (step, more, id) => {
    expect(ask(step, more)).toBe(id);
  });

  test('a revision before the last one', () => {
    const once = read(revise(FILE, { op: 'retire', of: 'b8' }, '2026-03-01')).scheme;
    const early = (on: string) =>
      reviseScheme(once, { step: { op: 'retire', of: 'b7' }, on, why: 'So.', id: 'x' });
    expect(early('2026-02-28')).toMatchObject({ ok: false, message: { id: 'scheme.early' } });
    expect(early('2026-03-01').ok).toBe(true);
    expect(early('2026').ok).toBe(false);
  });
});

/** A choice among the blocks that live, as numbers; made into a step that can be done. */
const choice = fc.record({
  op: fc.constantFrom('add', 'rename', 'merge', 'split', 'retire'),
  a: fc.nat(30),
  b: fc.nat(30),
});

function stepFrom(
  living: readonly string[],
  { op, a, b }: { op: string; a: number; b: number },
  n: number,
): Step {
  const one = living[a % living.length] ?? '';
  const other = living[(a + 1 + (b % (living.length - 1))) % living.length] ?? '';
  const into = { name: `Made ${n}` };
  if (op === 'add' || living.length < 3) return { op: 'add', into };
  if (op === 'merge') return { op, of: [one, other], into };
  if (op === 'split') return { op, of: one, into: [into, { name: `Also ${n}` }] };
  return op === 'retire' ? { op, of: one } : { op: 'rename', of: one, into };
}

describe('any number of revisions', () => {
  test('can be read, looked back on, and compared with what they came from', () => {
    fc.assert(
      fc.property(fc.array(choice, { minLength: 1, maxLength: 6 }), (choices) => {
        let text = FILE;
        let ids = DEFAULT_BLOCKS.map((block) => block.id) as readonly string[];
        const was: { day: number; ids: readonly string[] }[] = [];
        for (const [n, one] of choices.entries()) {
          const day = (middleDay('2026-01-01') ?? 0) + 10 * n;
          was.push({ day: day - 1, ids });
          const before = read(text).scheme;
          const step = stepFrom(ids, one, n);
          const done = reviseScheme(before, {
            step,
            on: isoDay(day),
            why: `Reason ${n}: it's "so", truly.`,
            id: 'own',
          });
          if (!done.ok) throw new Error(done.message.text);
          text = applied(text, done.operations);
          const { scheme } = read(text);
          expect(scheme.version).toBe(before.version + 1);
          expect(scheme.revised).toHaveLength(n + 1);
          expect(scheme.revised[n]?.why).toBe(`Reason ${n}: it's "so", truly.`);
          ids = after(ids, scheme.revised[n] ?? { of: [], into: [] });
        }
        const { scheme, parties } = read(text);
        was.push({ day: 1e6, ids });
        for (const [n, { day, ids: then }] of was.entries()) {
          expect(schemeOn(scheme, day).map((block) => block.id)).toEqual(then);
          expect(versionOn(scheme, day)).toBe(n + 1);
          for (const block of schemeOn(scheme, day)) expect(block.name, 'readable').not.toBe(block.id);
        }
        expect(parties.map((party) => party.category)).toEqual([null, 'b2', null]);
        const rows = alignMany([
          { scheme, day: 1e6 },
          { scheme: DEFAULT_SCHEME, day: 1e6 },
        ]);
        expect(rows.flatMap((row) => row.sides[0] ?? []).sort()).toEqual([...ids].sort());
        expect(rows.flatMap((row) => row.sides[1] ?? []).sort()).toEqual(
          DEFAULT_BLOCKS.map((b) => b.id).sort(),
        );
      }),
      { numRuns: 25 },
    );
  });
});
