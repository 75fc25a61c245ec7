/** What stands round the picture: pills, days that matter, labels that do not touch, and the way from thing to thing. */
import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { dayOf } from '#core/model/dates';
import { scene } from '#core/picture/scene';
import { seen } from '#core/picture/testing';
import { keyTarget } from './time-keys';
import { flagsOf, listingOf, pillsOf, rangeOf, stepTo, stopsOf, towards } from './view-model';

const ALLOTMENT = readFileSync('cases/allotment-school/community.yaml', 'utf8');
const KM4DEV = readFileSync('cases/km4dev/community.yaml', 'utf8');
const day = (text: string) => dayOf(...(text.split('-').map(Number) as [number, number, number]))!;

describe('pills of kinds', () => {
  test('currencies share one pill, and ended streams do not count', () => {
    const pills = pillsOf(scene(seen(KM4DEV, '2009-10-08')));
    const money = pills.filter((pill) => pill.name === 'Money');
    expect(money).toHaveLength(1);
    expect(money[0]!.kinds).toEqual(expect.arrayContaining(['chf', 'eur', 'usd']));
    expect(pills.map((pill) => pill.name)[0]).toBe('Hours');
  });

  test('count what the file holds: three streams of hours and four of money', () => {
    const pills = pillsOf(scene(seen(ALLOTMENT, '2026-03-01')));
    expect(pills.map(({ name, count }) => [name, count])).toEqual([
      ['Hours', 3],
      ['Money', 4],
    ]);
  });
});

describe('the days of the slider', () => {
  const view = seen(
    'flows:\n  a: {from: made, to: loss, kind: hours, since: 2010-03, until: 2012-05-31}\nhistory:\n  - {id: h, on: 2011-06-02, text: "We moved."}\n',
    '2011-01-01',
  );

  test('are beginnings, the day after an end, and the history', () => {
    const stops = stopsOf(view);
    expect(stops.map((stop) => stop.day)).toEqual([day('2010-03-01'), day('2011-06-02')]);
    expect(stops[1]!.text).toBe('We moved.');
    expect(rangeOf(view)).toEqual([day('2010-01-01'), day('2011-12-31')]);
  });

  test('say what begins and what ends, of all that is drawn and is there', () => {
    const stops = stopsOf(
      seen(
        `parties: {a: {type: organisation, since: 2010-03, until: 2011-05-31}}
pools: {jar: {kind: hours, since: 2011-06-01}}
flows:
  wish: {from: a, to: jar, kind: hours, status: hoped, since: 2010-09}
  gift: {from: a, to: jar, kind: hours, amount: [{since: 2010, until: 2010-07, amount: 2 h/month}, {since: 2010-08, amount: 3 h/month}]}`,
        '2011-01-01',
      ),
    );
    expect(stops.map(({ day: at, begins, ends }) => [at, begins, ends])).toEqual([
      [day('2010-03-01'), true, false],
      [day('2010-08-01'), false, false],
      [day('2011-06-01'), true, true],
    ]);
    expect(stepTo(stops, day('2010-02-01'))).toBeNull();
    expect(stepTo(stops, day('2010-07-01'))).toMatchObject({ since: day('2010-02-28'), at: stops[0] });
    expect(stepTo(stops, day('2011-06-01'))).toMatchObject({ since: day('2010-08-01'), at: stops[2] });
  });

  test('keys go from one to the next, and to the edges', () => {
    const stops = stopsOf(view);
    const [from, to] = rangeOf(view);
    expect(keyTarget('ArrowRight', stops, day('2011-01-01'), from, to)).toBe(day('2011-06-02'));
    expect(keyTarget('ArrowLeft', stops, day('2011-01-01'), from, to)).toBe(day('2010-03-01'));
    expect(keyTarget('ArrowRight', stops, day('2011-06-02'), from, to)).toBe(to);
    expect(keyTarget('PageUp', stops, day('2010-03-31'), from, to)).toBe(day('2011-03-28'));
    expect(keyTarget('x', stops, from, from, to)).toBeNull();
  });

  test('labels never touch one another nor the chip of the day', () => {
    const stops = stopsOf(seen(KM4DEV, '2009-10-08'));
    const [from, to] = rangeOf(seen(KM4DEV, '2009-10-08'));
    const place = (one: number) => ((one - from) / (to - from)) * 900;
    const flags = flagsOf(stops, place, 900, [400, 492]);
    expect(flags.length).toBeGreaterThan(4);
    for (const flag of flags.filter((one) => one.row === 0))
      expect(flag.left > 492 || flag.left < 400).toBe(true);
    for (const row of [0, 1]) {
      const lefts = flags.filter((one) => one.row === row).map((one) => one.left);
      expect(new Set(lefts).size).toBe(lefts.length);
    }
  });
});

describe('the way from thing to thing', () => {
  const made = scene(seen(ALLOTMENT, '2026-03-01'));
  test('arrows go where they point', () => {
    const right = towards(made, 'town', 'right')!;
    expect(made.groups.find((group) => group.id === right)!.box.x).toBeGreaterThan(
      made.groups.find((group) => group.id === 'town')!.box.x,
    );
    expect(towards(made, 'town', 'left')).toBeNull();
  });

  test('the list says all that is drawn, each once', () => {
    const listed = listingOf(made).flatMap((part) => part.groups.map((group) => group.id));
    expect(listed.sort()).toEqual(made.groups.map((group) => group.id).sort());
  });
});
