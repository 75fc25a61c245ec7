import { describe, expect, test } from 'vitest';
import { asked, finding, type Row, table } from '#core/questions/testing';

const openDay = (price: string) =>
  `activities:\n  open-day: {name: Open day, for: {gardeners: 0.7, street: 0.3}${price}}\n`;
const bears = (kind: string, rows: string[], cells: (number | null)[][], verdict = 'traced') =>
  finding(
    'who-bears',
    ['open-day'],
    {},
    { kind, verdict, basis: 'intention', matrix: { rows, cols: ['gardeners', 'street'], cells } },
  );
const traced = [
  bears(
    'hours',
    ['ana', 'gardeners'],
    [
      [7.35, 3.15],
      [16.8, 7.2],
    ],
  ),
  bears('eur', ['town'], [[87.5, 37.5]]),
];
const paid = (fair: string) => `activities:\n  upkeep: {name: Upkeep, for: {gardeners: 1}}
pools:\n  kitty: {name: Kitty, kind: eur, holder: core}
flows:
  work: {from: ana, to: upkeep, amount: 100 h/month}
  pay: {from: kitty, to: ana, amount: 1000 EUR/month, form: pay, compensates: work${fair}}
`;
const phi = (value: number) => [
  finding('who-bears', [], { phi: { pay: value } }, { kind: 'hours', verdict: 'traced' }),
];
const kitty = 'pools:\n  kitty: {name: Kitty, kind: eur, holder: core}\n';
const runway = (id: string, months: number | null) => [
  finding('runway', [id], { months }, { kind: 'eur', verdict: months === null ? 'cannot-tell' : 'measured' }),
];
const stream = (amount: string) => `${kitty}flows:\n  gifts: {from: street, to: kitty, amount: ${amount}}\n`;
const need = (grows: string) =>
  `activities:\n  open-day: {name: Open day, for: {street: 1}, needs: {hosting: {name: Hosting, amount: 30 h/month${grows}}}}\n`;
const subsidy = (cells: number[][], uncovered: Record<string, number | null> = {}, verdict = 'measured') => [
  finding(
    'cross-subsidy',
    [],
    { uncovered, saved: {} },
    { kind: 'eur', verdict, matrix: { rows: ['open-day', 'undirected'], cols: ['walk'], cells } },
  ),
];

const rows: readonly Row[] = [
  {
    id: 'Q57',
    asks: { file: openDay(', price: free'), findings: traced },
    says: 'The open day is free and takes 34.5 hours a month and EUR 125 a month. Does who bears it feel right?',
    silent: { file: openDay(', price: 5 EUR'), findings: traced },
    offers: { file: openDay(''), findings: traced },
  },
  {
    id: 'Q57',
    asks: { file: openDay(', price: free'), findings: [bears('hours', ['gardeners'], [[1, null]], 'reach')] },
    says: 'The open day is free and takes hours that nobody counted. Does who bears it feel right?',
    silent: {},
  },
  {
    id: 'Q58',
    asks: { file: paid(', fair: 25 EUR/h'), findings: phi(0.4) },
    says: 'Pay covers about 40% of this work. Is the rest gift, habit or oversight?',
    silent: { file: paid(', fair: 10 EUR/h'), findings: phi(1) },
    offers: { file: paid(''), findings: phi(1) },
  },
  {
    id: 'Q59',
    asks: {
      file: stream('unknown EUR/year'),
      findings: [finding('completeness', [], { kappa: 0 }, { kind: 'eur' })],
    },
    says: 'What do we use without knowing how much?',
    silent: {
      file: stream('40 EUR/year'),
      findings: [finding('completeness', [], { kappa: 1 }, { kind: 'eur' })],
    },
  },
  {
    id: 'Q60',
    asks: { file: kitty, findings: runway('kitty', 2) },
    says: 'How long could we go on if nothing came in? Is that enough?',
    silent: { file: kitty, findings: runway('kitty', 6) },
    offers: { file: kitty, findings: runway('kitty', null) },
  },
  {
    id: 'Q61',
    asks: { findings: [finding('runway', ['core'], { months: 4 })] },
    says: 'At this pace, when would relief be welcome?',
    silent: { findings: [finding('runway', ['core'], { months: 12 })] },
    offers: { findings: [finding('runway', ['core'], { months: null }, { verdict: 'cannot-tell' })] },
  },
  {
    id: 'Q62',
    asks: { file: openDay(''), findings: subsidy([[80], [20]]) },
    says: 'The open day carries others. Do those involved know and agree?',
    silent: { file: openDay(''), findings: subsidy([[20], [80]]) },
    offers: { file: openDay(''), findings: subsidy([], {}, 'cannot-tell') },
  },
  {
    id: 'Q63',
    asks: { file: openDay(''), findings: subsidy([[0], [0]], { 'open-day': 250 }) },
    says: 'What would we rather do less of than ask more for?',
    silent: { file: openDay(''), findings: subsidy([[0], [0]], { 'open-day': 0 }) },
    offers: { file: openDay(''), findings: subsidy([[0], [0]], { 'open-day': null }, 'cannot-tell') },
  },
  {
    id: 'Q64',
    asks: { file: need(', grows: 2') },
    says: 'Which work grows faster than we do?',
    silent: { file: need(', grows: 1') },
    offers: { file: need('') },
  },
];

describe('B9 What it takes', () => {
  table(rows);

  test('Q57 says who carries it, circles before persons', () => {
    const [first] = asked('Q57', { file: openDay(', price: free'), findings: traced });
    expect(first?.why.text).toBe(
      'The open day is carried by the core group, the gardeners and the town council.',
    );
  });

  test('Q59 counts the streams without an amount', () => {
    const [first] = asked('Q59', {
      file: stream('unknown EUR/year'),
      findings: [finding('completeness', [], { kappa: 0 }, { kind: 'eur' })],
    });
    expect(first?.why.text).toBe('The one stream of EUR has no amount.');
    expect(first?.evidence).toEqual(['gifts']);
  });
});
