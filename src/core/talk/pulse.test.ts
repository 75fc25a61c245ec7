/** A pulse as a band: quartiles by hand, nothing below the least number, and what a steward may confirm. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { applyOperations } from '#core/file/operations';
import { garden, viewOf } from '#core/questions/testing';
import { pulseOperations, pulseResult } from '#core/talk/pulse';

describe('the band', () => {
  // Eight answers in order: 0 1 1 2 2 3 3 4. The 2nd is 1, the 6th is 3; of four: 0.25 to 0.75.
  test('is the middle half, by nearest rank', () => {
    expect(pulseResult([1, 2, 2, 2, 1], 3)).toEqual({ answers: 8, low: 0.25, high: 0.75 });
  });

  // Four answers: 0 2 3 4. The 1st is 0, the 3rd is 3.
  test('of four answers it goes from the first to the third', () => {
    expect(pulseResult([1, 0, 1, 1, 1], 3)).toEqual({ answers: 4, low: 0, high: 0.75 });
  });

  test('all alike are told as one step, so that nobody’s answer can be read', () => {
    expect(pulseResult([0, 0, 5, 0, 0], 3)).toEqual({ answers: 5, low: 0.375, high: 0.625 });
    expect(pulseResult([0, 0, 0, 0, 5], 3)).toEqual({ answers: 5, low: 0.75, high: 1 });
    expect(pulseResult([5, 0, 0, 0, 0], 3)).toEqual({ answers: 5, low: 0, high: 0.25 });
  });

  test('below the least number there is nothing', () => {
    expect(pulseResult([1, 1, 0, 0, 0], 3)).toBeNull();
    expect(pulseResult([1, 1, 1, 1, 0], 5)).toBeNull();
    expect(pulseResult([0, 0, 0, 0, 0], 3)).toBeNull();
  });

  test('counts that are none are a mistake of ours', () => {
    expect(() => pulseResult([1, 2], 3)).toThrow(RangeError);
    expect(() => pulseResult([1, 2, -1, 0, 3], 3)).toThrow(RangeError);
  });

  test('always lies within 0 to 1, is at least a step wide, and does not tell the order of answers', () => {
    fc.assert(
      fc.property(fc.array(fc.nat({ max: 30 }), { minLength: 5, maxLength: 5 }), (counts) => {
        const result = pulseResult(counts, 3);
        if (result === null) return expect(counts.reduce((a, b) => a + b, 0)).toBeLessThan(3);
        expect(result.low).toBeGreaterThanOrEqual(0);
        expect(result.high).toBeLessThanOrEqual(1);
        expect(result.high - result.low).toBeGreaterThanOrEqual(0.25);
        return undefined;
      }),
    );
  });
});

describe('what a steward may confirm', () => {
  const TEXT = `potluck: 1
id: garden
name: Garden
parties:
  core: {type: circle, circle: core, inside: true, size: 5, energy: 0.7}
`;
  const energy = {
    circle: 'core',
    sort: 'energy' as const,
    about: null,
    question: 'How much?',
    closedOn: '2026-12-02',
  };

  test('energy becomes a dated reading after the one that was there, and Q10 can see that it fell', () => {
    const operations = pulseOperations(viewOf(TEXT), energy, { answers: 4, low: 0.25, high: 0.5 }, 'x');
    const applied = applyOperations(TEXT, operations);
    expect(applied.ok).toBe(true);
    const view = viewOf(applied.ok ? applied.text : '', 'stewards');
    const readings = view.ever.parties[0]?.energy.map((one) => [one.since?.text ?? null, one.value]);
    expect(readings).toEqual([
      [null, 0.7],
      ['2026-12-02', 0.38],
    ]);
    expect(view.ever.parties[0]?.energy[1]?.because[0]).toMatchObject({ how: 'count', by: 'core' });
  });

  test('the same day again takes the place of the first', () => {
    const first = applyOperations(
      TEXT,
      pulseOperations(viewOf(TEXT), energy, { answers: 4, low: 0.25, high: 0.5 }, 'x'),
    );
    const text = first.ok ? first.text : '';
    const again = applyOperations(
      text,
      pulseOperations(viewOf(text), energy, { answers: 6, low: 0.5, high: 1 }, 'x'),
    );
    const view = viewOf(again.ok ? again.text : '');
    expect(view.ever.parties[0]?.energy.map((one) => one.value)).toEqual([0.7, 0.75]);
  });

  test('worth becomes a line with its number of answers', () => {
    const [operation] = pulseOperations(
      viewOf(TEXT),
      { ...energy, sort: 'worth', about: 'core', question: 'What is it worth?' },
      { answers: 7, low: 0.5, high: 1 },
      'pulse-1',
    );
    expect(operation).toMatchObject({
      op: 'put',
      section: 'worth',
      id: 'pulse-1',
      value: {
        about: 'core',
        for: 'core',
        sign: '+',
        text: 'Asked “What is it worth?”, 7 answers: from 2 to 4 of 4.',
      },
    });
  });

  test('of a circle that is gone there is nothing to confirm', () => {
    expect(
      pulseOperations(garden(), { ...energy, circle: 'nobody' }, { answers: 3, low: 0, high: 1 }, 'x'),
    ).toEqual([]);
  });
});
