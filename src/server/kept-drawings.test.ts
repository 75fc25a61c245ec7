/** A drawing is made once for the same key, anew for another, and the one asked for longest ago is forgotten first. */
import { expect, test } from 'vitest';
import { KeptDrawings } from '#server/kept-drawings';

test('the same is drawn once; another audience, version, day or language is another drawing', () => {
  const kept = new KeptDrawings();
  let count = 0;
  const draw = () => `drawing ${++count}`;
  const key = ['garden', 'members', 3, '2026-01-01T00:00:00Z', 20_000, 'en'] as const;
  expect([kept.of(key, draw), kept.of(key, draw)]).toEqual(['drawing 1', 'drawing 1']);
  const others = [
    ['garden', 'public', 3, '2026-01-01T00:00:00Z', 20_000, 'en'],
    ['garden', 'members', 4, '2026-01-01T00:00:00Z', 20_000, 'en'],
    ['garden', 'members', 3, '2026-01-01T00:00:00Z', 20_001, 'en'],
    ['garden', 'members', 3, '2026-01-01T00:00:00Z', 20_000, 'fr'],
  ];
  expect(new Set(others.map((one) => kept.of(one, draw))).size).toBe(4);
  expect(count).toBe(5);
  for (let other = 0; other < 39; other += 1) {
    kept.of(['filler', other], draw);
    kept.of(key, draw);
  }
  expect(kept.of(key, () => 'made anew')).toBe('drawing 1');
  expect(kept.of(others[0] ?? [], () => 'made anew')).toBe('made anew');
});
