/** Every analysis proves its examples, is in the list, and explains itself. */
import { describe, expect, test } from 'vitest';
import { analyse, explain } from '#core/analyses/analyse';
import type { Finding } from '#core/analyses/finding';
import { analyses } from '#core/analyses/index';
import { viewOf } from '#core/analyses/testing';

/** How far `given` differs from what is expected, or null; numbers may differ by 0.01, or by a thousandth of large ones. */
function difference(expected: unknown, given: unknown, path: string): string | null {
  if (typeof expected === 'number' && typeof given === 'number') {
    return Math.abs(expected - given) <= 0.01 ? null : `${path}: ${given}, not ${expected}`;
  }
  if (typeof expected !== 'object' || expected === null) {
    return Object.is(expected, given)
      ? null
      : `${path}: ${JSON.stringify(given)}, not ${JSON.stringify(expected)}`;
  }
  if (typeof given !== 'object' || given === null) return `${path}: ${JSON.stringify(given)}`;
  if (Array.isArray(expected) && Array.isArray(given) && expected.length !== given.length) {
    return `${path}: ${JSON.stringify(given)}, not ${JSON.stringify(expected)}`;
  }
  for (const [key, value] of Object.entries(expected)) {
    const found = difference(value, (given as Record<string, unknown>)[key], `${path}.${key}`);
    if (found !== null) return found;
  }
  return null;
}

function nearest(expected: Partial<Finding>, findings: readonly Finding[]): string | null {
  const same = findings.filter(
    (one) =>
      one.analysis === expected.analysis &&
      JSON.stringify(one.about) === JSON.stringify(expected.about) &&
      (expected.kind === undefined || one.kind === expected.kind),
  );
  if (same.length === 0)
    return `no finding of ${expected.analysis} about ${JSON.stringify(expected.about)} ${expected.kind ?? ''}`;
  const differences = same.map((one) => difference(expected, one, 'finding'));
  return differences.includes(null) ? null : (differences[0] as string);
}

describe.each(analyses.map((one) => [one.id, one] as const))('%s', (id, analysis) => {
  test.each(analysis.examples.map((example, index) => [index + 1, example] as const))(
    'example %i',
    (_, example) => {
      expect(example.gives.length).toBeGreaterThan(0);
      const findings = analyse(viewOf(example.given, example.asOf), [id]);
      for (const expected of example.gives) expect(nearest(expected, findings)).toBeNull();
    },
  );

  test('every finding can be read aloud and carries its evidence sorted', () => {
    for (const example of analysis.examples) {
      const findings = analyse(viewOf(example.given, example.asOf), [id]);
      expect(findings.length).toBeGreaterThan(0);
      for (const one of findings) {
        expect(one.says?.text).toMatch(/\.$/);
        expect(one.says?.text).not.toMatch(/undefined|NaN|null/);
        expect([...one.evidence]).toEqual([...one.evidence].sort());
      }
    }
  });

  test('explains itself', () => {
    expect(explain(id)).toBe(analysis);
    for (const words of [analysis.asks, analysis.readAs, analysis.blindTo, analysis.dataPoor]) {
      expect(words.length).toBeGreaterThan(20);
    }
    expect(Object.keys(analysis.symbols).length).toBeGreaterThan(0);
  });
});
