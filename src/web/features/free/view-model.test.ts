import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { disclose } from '#core/audience/disclose';
import { streamsInto } from '#core/canvas/streams-into';
import { parse } from '#core/file/parse';
import { resolve } from '#core/file/resolve';
import { dayOf } from '#core/model/dates';
import { axisYears, endText, lede, overTimeTitle, placeOf, spanSentence, totalText } from './view-model';

const { community } = resolve(
  parse(readFileSync(new URL('../../../../cases/km4dev/community.yaml', import.meta.url), 'utf8')),
);
if (community === null) throw new Error('the case cannot be read');
const view = disclose(community, { audience: 'stewards', day: '2009-10-08' });
const bearings = streamsInto(view, 'mailing-list');

test('the years reach from the first stream to the last thing told', () => {
  const years = axisYears(view, bearings);
  expect(years[0]).toBe(2000);
  expect(years.at(-1)).toBeGreaterThanOrEqual(2015);
  expect(years).toHaveLength((years.at(-1) ?? 0) - 2000 + 1);
});

test('a day has its place between the beginning of the first year and the end of the last', () => {
  expect(placeOf(dayOf(2008, 1, 1), 0, [2008, 2009])).toBe(0);
  expect(placeOf(dayOf(2009, 1, 1), 0, [2008, 2009])).toBeCloseTo(366 / 731, 6);
  expect(placeOf(null, 1, [2008, 2009])).toBe(1);
  expect(placeOf(dayOf(1999, 1, 1), 1, [2008, 2009])).toBe(0);
});

test('the host is told until June 2008, as exactly as the file says it', () => {
  const host = bearings.filter((one) => one.bearer === 'bellanet');
  expect(host.length).toBeGreaterThan(0);
  for (const { flow, spans } of host) {
    expect(spanSentence(flow, spans[0] ?? { from: null, to: null })).toBe('2000 to June 2008');
    expect(endText([flow], spans[0]?.to ?? 0)).toBe('June 2008');
  }
});

test('nothing is said to be counted that is not', () => {
  expect(overTimeTitle(bearings)).not.toBe('Who bore “free”, and for how long.');
  expect(overTimeTitle([])).toBe('Nobody is named yet who bore it.');
  const nobody = {
    kind: 'hours',
    unit: 'h/month',
    verdict: 'reach',
    columns: [],
    needs: [],
    paid: [],
    evidence: [],
    amount: null,
  };
  const unknown = {
    id: 'members',
    amount: null,
    band: null,
    knowing: 'unknown',
    flows: [],
    cells: [],
  } as const;
  expect(totalText({ ...nobody, bearers: [unknown] })).toBe('not known');
  expect(totalText({ ...nobody, amount: 34.5, bearers: [{ ...unknown, amount: 34.5 }] })).toBe(
    '34.5 h/month',
  );
  expect(lede(view, [{ ...nobody, bearers: [unknown] }])).toBe(
    'Carried by Members. We know who; we do not know how much.',
  );
  expect(lede(view, [])).toBe('Nobody is named yet who carries it. A sentence is enough.');
});
