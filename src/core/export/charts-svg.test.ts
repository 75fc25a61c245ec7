import { expect, test } from 'vitest';
import { type ChartedRun, chartSvg, chartsSvg, keyAreas } from '#core/export/charts-svg';

const flat = (level: number) => [level, level];
const run = (name: string, level: number): ChartedRun => ({
  name,
  series: { T: flat(level) },
  fans: {
    T: {
      p5: flat(level - 0.2),
      p25: flat(level - 0.1),
      p50: flat(level),
      p75: flat(level + 0.1),
      p95: flat(level + 0.2),
    },
  },
});
const trust = { key: 'T', name: 'Trust', unit: '1' };
const runs = [run('stay', 0.8), run('A move', 0.5), run('The host closes', 0.3)];
/** A level of a share, 118 high from 12 on. */
const y = (level: number) => (130 - level * 118).toFixed(1);
/** From the first month to the last above, and back below. */
const area = (low: number, high: number) => `M4.0 ${y(high)}L204.0 ${y(high)}L204.0 ${y(low)}L4.0 ${y(low)}Z`;

test('the areas are those of the scenario that is told; without one, those of the first, or of staying', () => {
  expect(chartSvg(trust, runs, 1, { about: 2 })).toContain(area(0.1, 0.5));
  expect(chartSvg(trust, runs, 1, { about: 2 })).not.toContain(area(0.3, 0.7));
  expect(chartSvg(trust, runs, 1)).toContain(area(0.3, 0.7));
  expect(chartSvg(trust, runs.slice(0, 1), 1)).toContain(area(0.6, 1));
});

test('the key says whose they are', () => {
  expect(keyAreas(runs, 2).map(({ text }) => text)).toEqual(['half of the runs of B', 'nine in ten']);
  expect(keyAreas(runs.slice(0, 1), 0)[0]?.text).toBe('half of the runs');
  expect(keyAreas([{ ...run('stay', 0.8), fans: {} }])).toEqual([]);
  const all = chartsSvg('Title', 'Source', [trust], runs, 1, 2);
  expect(keyAreas(runs.slice(0, 2))[0]?.text).toBe('half of the runs of A move');
  expect(all).toContain('>half of the runs of B</text>');
  expect(all).toContain('>B: The host closes</text>');
  expect(all).toContain('>0.3 B</text>');
  expect(all).toContain('>0.8</text>');
  expect(all).toContain('0 to 1');
});

test('no key stands on another, however long its name is', () => {
  const all = chartsSvg('T', 'S', [trust], [...runs, run('A move that changes only the place', 0.7)], 1, 1);
  const places = [
    ...all.matchAll(/<g transform="translate\((\d+) (\d+)\)">(?=<path d="M0 -4|<rect y=)/g),
  ].map(([, x, y]) => `${x} ${y}`);
  expect(places).toHaveLength(6);
  expect(new Set(places).size).toBe(6);
  const height = Number(/ height="(\d+)"/.exec(all)?.[1]);
  for (const place of places) expect(Number(place.split(' ')[1])).toBeLessThan(height - 20);
});

test('a long title is written smaller, so that it is not cut off', () => {
  const size = (title: string) =>
    Number(/font-size="(\d+)" font-weight="600">T/.exec(chartsSvg(title, 'S', [trust], runs, 60))?.[1]);
  expect(size('The allotment school')).toBe(22);
  const long = 'The allotment school: A move to an open place, The town stops paying and Twice as many join';
  // Some 90 letters, each about half as wide as it is high, in 930.
  expect(size(long)).toBeLessThan(20);
  expect(size(long)).toBeGreaterThanOrEqual(11);
});

test('the end of the months is named', () => {
  expect(chartSvg(trust, runs, 60)).toContain('>5 years</text>');
  expect(chartSvg(trust, runs, 7)).toContain('>7 months</text>');
});
