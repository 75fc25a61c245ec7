/** What `potluck simulate --core` promises: the numbers of the small core, mistakes all at once, and its JSON. */
import { describe, expect, test } from 'vitest';
import { call, GARDEN } from '#cli/testing';

const files = {
  'move.json': JSON.stringify({ mi: [0.8, 1.3], mf: 1.3, md: 0.5, mc: 0.6, X0: 0.05, mj: 2 }),
  'wrong.json': JSON.stringify({ mm: 1, u: 'fast' }),
  'broken.json': '{"u": ',
};

describe('simulate --core', () => {
  test('every month of the run, fans, survival, tipping, guesses and assumptions', async () => {
    const { code, out, err } = await call(
      ['simulate', '--core', 'move.json', '--runs', '50', '--json'],
      files,
    );
    expect([code, err]).toEqual([0, '']);
    const told = JSON.parse(out);
    expect(Object.keys(told)).toEqual([
      'unit',
      'at',
      'fans',
      'survival',
      'tipping',
      'sensitivity',
      'assumptions',
    ]);
    expect(told.at['60'].K).toBeCloseTo(4.53, 2);
    expect(told.fans.K.p50.length).toBe(61);
    expect(told.tipping.find((one: { lever: string }) => one.lever === 'mj').value).toBeCloseTo(2.17, 2);
  });

  test('--csv gives the core too as a table: a row a month, a column a stock', async () => {
    const { code, out } = await call(['simulate', '--core', 'move.json', '--months', '2', '--csv'], files);
    expect(code).toBe(0);
    const [head, ...rows] = out.trimEnd().split('\n');
    expect(head).toBe('month,P (people),A (people),K (people),E,G,T,M (money),C (pieces),X');
    expect(rows[0]).toBe('0,150,30,6,0.8,0.6,0.7,1500,300,0.05');
    expect(rows.map((row) => row.split(',')[0])).toEqual(['0', '1', '2']);
  });

  test('any parameter is tipped that is asked for', async () => {
    const words = ['simulate', '--core', 'move.json', '--runs', '0', '--json'];
    const told = JSON.parse((await call([...words, '--tip', 'tau'], files)).out);
    const before = JSON.parse((await call(words, files)).out);
    expect(told.tipping.slice(0, before.tipping.length)).toEqual(before.tipping);
    expect(told.tipping.at(-1)).toMatchObject({ lever: 'tau', unit: '1/month' });
  });

  test('for a person: what these guesses imply, not a forecast', async () => {
    const { code, out } = await call(['simulate', '--core', '--months', '12', '--runs', '20']);
    expect(code).toBe(0);
    expect(out).toContain('What these guesses imply after 12 months, not a forecast.');
    expect(Math.max(...out.split('\n').map((line) => line.length))).toBeLessThanOrEqual(80);
  });

  test.each([
    [
      ['simulate', '--core', 'wrong.json'],
      ['mm: expected one of', 'u: expected a number'],
    ],
    [['simulate', '--core', 'broken.json'], ['broken.json is not JSON']],
    [['simulate', '--core', 'none.json'], ['there is no file none.json']],
    [['simulate', '--core', '--months', 'ten'], ['--months takes a whole number up to 1200, not ten']],
    [
      ['simulate', '--core', '--tip', 'taw'],
      ['there is no parameter taw', 'Did you mean tau?'],
    ],
    [['simulate', 'none.yaml'], ['there is no file none.yaml']],
    [['simulate', '--core', '--scenario', 'x'], ['the small core has no scenarios']],
  ])('%j is a wrong call, and says why', async (words, says) => {
    const { code, out, err } = await call(words, files);
    expect([code, out]).toEqual([2, '']);
    for (const one of says) expect(err).toContain(one);
  });
});

test('for a person: how far a guess can go before the answer turns', async () => {
  const garden = { 'garden.yaml': GARDEN };
  const asked = ['simulate', 'garden.yaml', '--runs', '0', '--tip'];
  const { code, out } = await call([...asked, 'tau'], garden);
  expect(code).toBe(0);
  expect(out.replace(/\s+/g, ' ')).toContain(
    '- How fast trust grows and fades. Between 0.03 and 0.12 nothing tips; it is taken as 0.06.',
  );
  const wrong = await call([...asked, 'taw'], garden);
  expect([wrong.code, wrong.out]).toEqual([2, '']);
  expect(wrong.err).toContain('Did you mean tau?');
});

test('what a parameter of the small core is, is said in the language of who asks', async () => {
  const asked = ['simulate', 'garden.yaml', '--runs', '0', '--tip', 'tau', '--lang', 'fr'];
  const { out } = await call(asked, { 'garden.yaml': GARDEN });
  expect(out).toContain('À quelle vitesse la confiance grandit et s’éteint.');
  expect(out).not.toMatch(/How (fast|strongly|much)/);
});

test('for a person: several beside each other are each told, by letter and name', async () => {
  const { out } = await call(
    ['simulate', 'garden.yaml', '--runs', '0', '--scenario', 'open-move,doubling-joins'],
    { 'garden.yaml': GARDEN },
  );
  const [, first = '', second = ''] = out.split(/^(?=[BC]: )/m);
  expect(first).toMatch(/^B: A move to an open place\nWhat stretches\n {2}- /);
  expect(second).toMatch(/^C: Twice as many join\nWhat stretches\n {2}- /);
  for (const part of ['What gives way', 'Where it tips']) {
    expect(first).toContain(part);
    expect(second).toContain(part);
  }
  expect(second.split('What else could be tried')[0]).not.toContain('open place');
  expect(Math.max(...out.split('\n').map((line) => line.length))).toBeLessThanOrEqual(80);
});

test('as a table: a row a month with each stock and its unit, the same numbers as in JSON', async () => {
  const garden = { 'garden.yaml': GARDEN };
  const asked = ['simulate', 'garden.yaml', '--months', '3', '--runs', '0'];
  const { code, out } = await call([...asked, '--csv'], garden);
  expect(code).toBe(0);
  const told = JSON.parse((await call([...asked, '--json'], garden)).out);
  const [head, ...rows] = out
    .trimEnd()
    .split('\n')
    .map((line) => line.split(','));
  expect(rows.map((row) => row[0])).toEqual(['0', '1', '2', '3']);
  const stocks = Object.keys(told.unit);
  expect(stocks.length).toBeGreaterThan(2);
  expect(head).toHaveLength(stocks.length + 1);
  stocks.forEach((stock, at) => {
    expect(head?.[at + 1]).toContain(stock);
    expect(rows.map((row) => Number(row[at + 1]))).toEqual(
      ['0', '1', '2', '3'].map((month) => told.at[month][stock]),
    );
  });
});
