/** Playing: what sets out is in proportion to what is given; what nobody counted is one hollow mark; nothing means nothing. */
import { expect, test } from 'vitest';
import { kindsInPlay, travels } from '#core/picture/play';
import { scene } from '#core/picture/scene';
import { seen } from '#core/picture/testing';

const TEXT = `parties:
  a: {type: organisation}
  b: {type: organisation}
  c: {type: organisation}
  us: {type: circle, inside: true, size: 5}
activities:
  soup: {for: {us: 1}}
flows:
  much: {from: a, to: soup, amount: 40 EUR/month}
  less: {from: b, to: soup, amount: 10 EUR/month}
  some: {from: c, to: soup, kind: eur, amount: some EUR/month}
  nothing: {from: us, to: soup, kind: eur, amount: none}
  work: {from: us, to: soup, amount: 3 h/week}
`;

test('marks that set out a second are as the amounts are', () => {
  const view = seen(TEXT, '2026-01-01');
  const found = travels(view, scene(view), 'eur');
  const aSecond = (id: string) => {
    const one = found.find((travel) => travel.id === id)!;
    return one.marks / one.seconds;
  };
  expect(aSecond('much') / aSecond('less')).toBeCloseTo(4, 6);
  expect(found.find((one) => one.id === 'some')).toMatchObject({ marks: 1, hollow: true });
  expect(found.some((one) => one.id === 'nothing' || one.id === 'work')).toBe(false);
});

test('kinds come each once, and what is covered stands still', () => {
  const view = seen(TEXT, '2026-01-01', { covered: ['much'] });
  const made = scene(view);
  expect(kindsInPlay(made)).toEqual(['eur', 'hours']);
  expect(travels(view, made, 'eur').map((one) => one.id)).not.toContain('much');
});
