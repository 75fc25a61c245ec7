/** The small picture: it tells what sort of table this is, without a word, and cannot be taken for a count. */
import { expect, test } from 'vitest';
import { randomFile, seen } from '#core/picture/testing';
import { thumb, thumbnail } from '#core/picture/thumbnail';

test('has no words and no ids, and stays small for any community', () => {
  for (const [count, seed] of [
    [5, 1],
    [30, 2],
    [150, 3],
  ] as const) {
    const svg = thumbnail(seen(randomFile(count, seed), '2026-03-01'));
    expect(svg).not.toMatch(/<text|data-id|NaN|undefined/);
    expect(svg.length).toBeLessThan(40_000);
    expect(svg).toContain('aria-hidden="true"');
  }
});

test('an empty community is a bare cloth', () => {
  expect(thumb(seen('', '2026-03-01')).marks).toHaveLength(2);
});

test('wears what it is told to wear', () => {
  const view = seen('parties:\n  us: {type: circle, circle: core, inside: true, size: 3}\n', '2026-03-01');
  expect(thumbnail(view, 'dark')).toContain('#2D2823');
  expect(thumbnail(view)).toContain('#F1E7D3');
});
