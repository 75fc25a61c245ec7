import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { alignSchemes, commonBlocks } from '#core/compare/align';
import { gower } from '#core/compare/gower';
import { blockOf, filing, schemeOn } from '#core/compare/scheme-history';
import type { Scheme } from '#core/model/community';
import { middleDay, readWhen } from '#core/model/dates';
import { DEFAULT_BLOCKS, DEFAULT_SCHEME } from '#core/model/scheme';

const day = (text: string): number => middleDay(text) ?? 0;
const when = (text: string) => readWhen(text) ?? { text, first: null, last: null, about: false };

describe('comparison at the connected components', () => {
  test('a→x, b→x, b→y, c→z gives {a,b|x,y} and {c|z}', () => {
    const pairs = [
      ['a', 'x'],
      ['b', 'x'],
      ['b', 'y'],
      ['c', 'z'],
    ].map(([left, right]) => ({ left: left ?? '', right: right ?? '' }));
    expect(commonBlocks(['a', 'b', 'c'], ['x', 'y', 'z'], pairs)).toEqual([
      { left: ['a', 'b'], right: ['x', 'y'] },
      { left: ['c'], right: ['z'] },
    ]);
  });

  test('a category without counterpart stays, alone', () => {
    expect(commonBlocks(['a'], ['x'], [])).toEqual([
      { left: ['a'], right: [] },
      { left: [], right: ['x'] },
    ]);
  });

  test('every category is in exactly one common block', () => {
    const id = fc.constantFrom('a', 'b', 'c', 'd', 'e');
    fc.assert(
      fc.property(
        fc.uniqueArray(id),
        fc.uniqueArray(id),
        fc.array(fc.record({ left: id, right: id })),
        (left, right, pairs) => {
          const blocks = commonBlocks(left, right, pairs);
          expect(blocks.flatMap((block) => block.left).sort()).toEqual([...left].sort());
          expect(blocks.flatMap((block) => block.right).sort()).toEqual([...right].sort());
        },
      ),
    );
  });
});

const OURS: Scheme = {
  id: 'ours',
  version: 3,
  blocks: [
    ...DEFAULT_BLOCKS.filter((block) => block.id !== 'b7' && block.id !== 'b9' && block.id !== 'b2'),
    { id: 'legs', name: 'Legs', asks: null, differs: null },
    { id: 'near', name: 'Near', asks: null, differs: null },
    { id: 'far', name: 'Far', asks: null, differs: null },
  ],
  revised: [
    {
      on: when('2026-02-01'),
      op: 'merge',
      of: ['b7', 'b9'],
      into: ['legs'],
      why: 'Nobody could tell them apart.',
      decision: null,
    },
    {
      on: when('2027-02-01'),
      op: 'split',
      of: ['b2'],
      into: ['near', 'far'],
      why: 'They need different things.',
      decision: null,
    },
  ],
};

describe('a scheme through time', () => {
  test('it can be seen as it was on any day', () => {
    const ids = (text: string) =>
      schemeOn(OURS, day(text))
        .map((block) => block.id)
        .sort();
    expect(ids('2026-01-31')).toEqual(DEFAULT_BLOCKS.map((block) => block.id).sort());
    expect(ids('2026-06-01')).toContain('legs');
    expect(ids('2026-06-01')).not.toContain('b7');
    expect(ids('2026-06-01')).toContain('b2');
    expect(ids('2027-06-01')).toEqual(OURS.blocks.map((block) => block.id).sort());
    expect(blockOf(OURS, 'b7').name).toBe('Commons and pockets');
  });

  test('what was merged follows; what was split is either, until somebody says which', () => {
    expect(filing(OURS, 'b7', null, day('2028-01-01'))).toEqual({
      filed: 'b7',
      now: ['legs'],
      either: false,
    });
    expect(filing(OURS, 'b2', null, day('2028-01-01'))).toEqual({
      filed: 'b2',
      now: ['far', 'near'],
      either: true,
    });
    expect(filing(OURS, 'b2', null, day('2026-06-01'))).toEqual({ filed: 'b2', now: ['b2'], either: false });
    expect(filing(OURS, 'near', null, day('2028-01-01')).now).toEqual(['near']);
  });

  test('a file that lists only what it changed keeps the blocks that it never revised', () => {
    const brief: Scheme = {
      id: 'our-scheme',
      version: 2,
      blocks: [{ id: 'legs', name: 'Legs', asks: 'What holds us up?', differs: null }],
      revised: OURS.revised.slice(0, 1),
    };
    const ids = (text: string) => schemeOn(brief, day(text)).map((block) => block.id);
    expect(ids('2026-06-01')).toEqual(['b1', 'b2', 'b3', 'b4', 'b5', 'b6', 'legs', 'b8', 'b10', 'b11']);
    expect(ids('2026-01-01')).toEqual(DEFAULT_BLOCKS.map((block) => block.id));
    const own: Scheme = { ...brief, version: 1, revised: [] };
    expect(schemeOn(own, day('2026-06-01')).map((block) => block.id)).toEqual(['legs']);
  });

  test('two schemes meet at their common blocks', () => {
    const blocks = alignSchemes(
      OURS,
      DEFAULT_SCHEME,
      DEFAULT_BLOCKS.map((block) => block.id),
    );
    expect(blocks).toContainEqual({ left: ['legs'], right: ['b7', 'b9'] });
    expect(blocks).toContainEqual({ left: ['far', 'near'], right: ['b2'] });
    expect(blocks).toContainEqual({ left: ['b1'], right: ['b1'] });
    expect(alignSchemes(DEFAULT_SCHEME, DEFAULT_SCHEME, []).length).toBe(11);
  });
});

describe('likeness', () => {
  const features = ['a', 'b', 'c', 'd'].map((id) => ({ id, weight: 1, range: 1 }));
  const words = { id: 'form', weight: 1, range: null };
  const last = { id: 'f', weight: 1, range: 1 };

  test('(.27,.20,.70,.90,informal,–) and (.45,.10,.62,.60,coop,.4) are 0.668 alike over five of six', () => {
    const x = { a: 0.27, b: 0.2, c: 0.7, d: 0.9, form: 'informal', f: null };
    const y = { a: 0.45, b: 0.1, c: 0.62, d: 0.6, form: 'coop', f: 0.4 };
    const likeness = gower([...features, words, last], x, y);
    expect(likeness.s).toBeCloseTo(0.668, 3);
    expect(likeness.compared.length).toBe(5);
  });

  test('too little in common: not told', () => {
    expect(gower(features, { a: 1 }, { a: 1, b: 1, c: 1, d: 1 })).toMatchObject({
      s: null,
      comparable: 0.25,
    });
    expect(gower([], {}, {})).toMatchObject({ s: null });
  });

  test('it goes both ways, and a community is like itself', () => {
    const value = fc.option(fc.double({ min: 0, max: 1, noNaN: true }), { nil: null });
    const vector = fc.record({ a: value, b: value, c: value, d: value });
    fc.assert(
      fc.property(vector, vector, (x, y) => {
        expect(gower(features, x, y)).toEqual(gower(features, y, x));
        const own = gower(features, x, x).s;
        expect(own === null || own === 1).toBe(true);
      }),
    );
  });
});
