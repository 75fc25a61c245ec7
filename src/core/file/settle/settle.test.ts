import { describe, expect, test } from 'vitest';
import { parse } from '#core/file/parse';
import { resolve } from '#core/file/resolve';
import { codes, flow, HEAD, PARTIES, read } from '#test/file/short-files';

describe('kinds and units', () => {
  test('currencies and hours are known without a declaration', () => {
    const { kinds, flows } = read(
      `${PARTIES}flows:\n  a: {from: ana, to: ben, amount: 5 CHF/month}\n  b: {from: ana, to: ben, amount: 5 h/month}\n`,
    );
    expect(flows.map((one) => one.kind)).toEqual(['chf', 'hours']);
    expect(kinds.map((kind) => [kind.id, kind.unit, kind.law, kind.declared, kind.currency])).toEqual([
      ['chf', 'CHF', 'conserved', false, true],
      ['hours', 'h', 'perishable', false, false],
    ]);
  });

  test('a declared kind takes the unit; the known one stays away', () => {
    const { kinds, flows } = read(
      `${PARTIES}kinds: {time: {unit: h, law: perishable}, cash: {unit: EUR, law: conserved}}\nflows:\n  a: {from: ana, to: ben, amount: 5 EUR/month}\n  b: {from: ana, to: ben, amount: 5 h/month}\n`,
    );
    expect(flows.map((one) => one.kind)).toEqual(['cash', 'time']);
    expect(kinds.map((kind) => kind.id)).toEqual(['time', 'cash']);
  });

  test('a unit of several kinds needs the key kind', () => {
    const kinds = 'kinds: {time: {unit: h, law: perishable}, machine: {unit: h, law: perishable}}\n';
    expect(flow('amount: 5 h/month, kind: machine', kinds)).toMatchObject({ kind: 'machine' });
    expect(codes(`${PARTIES}flows:\n  care: {from: ana, to: ben, amount: 5 h/month}\n${kinds}`)).toEqual([
      '8:38 ambiguous-kind 5 h/month',
    ]);
  });

  test('the offending text stands without the quotes around it, as in every file of JSON', () => {
    const amounts = ['"5 foo/month"', "'6 foo/month'", '7 foo/month', '"8 EUR"'];
    const flows = amounts.map((amount, i) => `  f${i}: {from: ana, to: ben, amount: ${amount}}\n`).join('');
    expect(codes(`${PARTIES}flows:\n${flows}`)).toEqual([
      '8:36 unknown-unit 5 foo/month',
      '9:36 unknown-unit 6 foo/month',
      '10:36 unknown-unit 7 foo/month',
      '11:36 once-without-period 8 EUR',
    ]);
  });

  test('a number without a unit needs the key kind, even where a pool is near', () => {
    expect(
      codes(
        `${PARTIES}pools: {kitty: {kind: eur}}\nflows:\n  care: {from: ana, to: kitty, amount: 5 / month}\n`,
      ),
    ).toEqual(['9:40 ambiguous-kind 5 / month']);
    expect(flow('amount: 5 / month, kind: eur').amount[0]?.value).toMatchObject({
      likely: 5,
      unit: 'EUR',
      per: 'month',
      text: '5 / month',
    });
  });

  test('an unknown amount takes the kind of the pool, else of the need, else none', () => {
    const text = `${PARTIES}pools: {kitty: {kind: eur}}\nactivities: {day: {needs: {hosting: {amount: 3 h/month}}}}\nflows:\n  a: {from: ana, to: kitty}\n  b: {from: ana, to: day, fulfils: hosting, amount: unknown}\n  c: {from: ana, to: day}\n`;
    expect(read(text).flows.map((one) => one.kind)).toEqual(['eur', 'hours', null]);
    expect(read(text).flows[2]?.amount).toEqual([]);
  });

  test('a day of work is 8 h unless the calendar says otherwise', () => {
    expect(flow('amount: 2 day of work/month').amount[0]?.value).toMatchObject({
      likely: 16,
      unit: 'h',
      text: '2 day of work/month',
    });
    expect(
      flow('amount: 1..2 day of work/month', 'calendar: {workday: 7.5 h}\n').amount[0]?.value,
    ).toMatchObject({ least: 7.5, likely: 11.25, most: 15, unit: 'h' });
  });

  test('hours where the day is short', () => {
    expect(read(`${HEAD}calendar: {season: 4 months}\n`).calendar).toEqual({
      seasonMonths: 4,
      workdayHours: 8,
    });
  });

  test('one thing has one kind', () => {
    expect(
      codes(
        `${PARTIES}flows:\n  care:\n    from: ana\n    to: ben\n    amount: [{since: 2008, until: 2010, amount: 4 h/week}, {since: 2011, amount: 5 EUR/year}]\n`,
      ),
    ).toEqual(['11:82 wrong-unit 5 EUR/year']);
    expect(codes(`${PARTIES}flows:\n  care: {from: ana, to: ben, kind: eur, amount: 4 h/week}\n`)).toEqual([
      '8:49 wrong-unit 4 h/week',
    ]);
  });

  test('a pool may take its kind from its stock, and needs one or the other', () => {
    expect(read(`${HEAD}pools: {kitty: {stock: 1200 EUR}}\n`).pools[0]?.kind).toBe('eur');
    expect(codes(`${HEAD}pools: {kitty: {holder: nobody}}\nparties: {nobody: {}}\n`)).toEqual([
      '3:9 missing-key kitty',
    ]);
  });

  test('people, minutes and times are no kinds', () => {
    const { parties, size, activities } = read(
      `${HEAD}size: 40 people\nparties: {ana: {size: 1 person, reads: 8 h/month, available: 40 h/month}}\nactivities: {list: {rhythm: 6 events/year, sends: {items: 300 / month, minutes: 1.5}}}\n`,
    );
    expect([size[0]?.value.unit, parties[0]?.size[0]?.value.unit]).toEqual(['person', 'person']);
    expect(parties[0]?.reads[0]?.value).toMatchObject({ likely: 480, unit: 'min' });
    expect(activities[0]).toMatchObject({
      rhythm: { likely: 6, unit: null, per: 'year' },
      sends: { items: { likely: 300, per: 'month' }, minutes: 1.5 },
    });
  });
});

describe('what changed', () => {
  test('lists of readings, under the name of the key or value', () => {
    const { amount } = flow(
      'amount: [{since: 2008, until: 2014, amount: 4000 EUR/year, because: minutes}, {since: 2015, value: 5000 EUR/year}]',
      'sources: {minutes: {}}\n',
    );
    expect(
      amount.map((one) => [
        one.since?.text,
        one.until?.text,
        one.value.is === 'known' && one.value.likely,
        one.because.length,
      ]),
    ).toEqual([
      ['2008', '2014', 4000, 1],
      ['2015', undefined, 5000, 0],
    ]);
    const { parties } = read(
      `${HEAD}parties: {ana: {energy: [{until: 2010, energy: 0.8}, {since: 2011, value: unknown}]}}\n`,
    );
    expect(parties[0]?.energy.map((one) => one.value)).toEqual([0.8, null]);
  });

  test('a reading without an end ends where the next one begins; only true overlaps warn', () => {
    const warned = (list: string) =>
      codes(`${PARTIES}flows: {f: {from: ana, to: ben, amount: [${list}]}}\n`).map(
        (one) => one.split(' ')[1],
      );
    expect(warned('{since: 2008, amount: 1 h/month}, {since: 2012, amount: 2 h/month}')).toEqual([]);
    expect(warned('{amount: 1 h/month}, {since: 2012, amount: 2 h/month}')).toEqual([]);
    expect(warned('{since: 2012, amount: 1 h/month}, {until: 2011, amount: 2 h/month}')).toEqual([]);
    expect(warned('{since: 2008, until: 2012, amount: 1 h/month}, {since: 2012, amount: 2 h/month}')).toEqual(
      ['overlapping-readings'],
    );
    expect(warned('{amount: 1 h/month}, {amount: 2 h/month}')).toEqual(['overlapping-readings']);
  });

  test('a reading that cannot be read is told once and stops nothing else', () => {
    expect(
      codes(
        `${PARTIES}flows: {f: {from: ana, to: ben, amount: [{since: 2008, amount: lots}, {since: 2009}]}}\n`,
      ),
    ).toEqual(['7:64 bad-amount lots', '7:71 missing-key {since: 2009}']);
    expect(
      codes(
        `${HEAD}pools: {k: {kind: eur, stock: [{on: 2008, amount: lots}, {on: 2009}]}}\nactivities: {a: {sends: {items: lots}}}\n`,
      ),
    ).toEqual(['3:51 bad-amount lots', '3:58 missing-key {on: 2009}', '4:33 bad-amount lots']);
  });

  test('stocks on several days', () => {
    const { pools } = read(
      `${HEAD}pools: {kitty: {kind: eur, stock: [{on: 2008, amount: 100 EUR}, {on: 2009-06, amount: unknown}]}}\n`,
    );
    expect(pools[0]?.stock.map((one) => [one.on?.text, one.amount.is, one.amount.unit])).toEqual([
      ['2008', 'known', 'EUR'],
      ['2009-06', 'unknown', 'EUR'],
    ]);
  });

  test('evidence in its three forms', () => {
    const more = 'sources: {minutes: {}}\n';
    expect(flow('because: minutes', more).because).toEqual([
      { source: 'minutes', how: null, by: null, contestedBy: [] },
    ]);
    expect(
      flow('because: {source: minutes, how: record, by: steward, contested-by: ben}', more).because,
    ).toEqual([{ source: 'minutes', how: 'record', by: 'steward', contestedBy: ['ben'] }]);
    expect(flow('because: [minutes, {how: told}]', more).because).toHaveLength(2);
    expect(
      flow('amount: 4 h/week, otherwise: [{amount: 2 h/week, because: {how: told, by: ben}}]').otherwise[0],
    ).toMatchObject({ amount: { likely: 2, unit: 'h' } });
  });
});

describe('one time, per event', () => {
  test('an amount without a period warns unless both ends of its time are said', () => {
    const warned = (keys: string) =>
      codes(`${PARTIES}flows:\n  a: {from: ana, to: ben, ${keys}}\n`).map((one) => one.split(' ')[1]);
    expect(warned('amount: 20000 CHF once')).toEqual(['once-without-period']);
    expect(warned('amount: 20000 CHF, since: 2008')).toEqual(['once-without-period']);
    expect(warned('amount: 20000 CHF once, since: 2008, until: 2009')).toEqual([]);
    expect(warned('amount: none')).toEqual([]);
    expect(
      resolve(parse(`${PARTIES}flows:\n  a: {from: ana, to: ben, amount: 20000 CHF once}\n`)).community,
    ).not.toBe(null);
  });

  test('per event needs a rhythm at one end', () => {
    const file = (rhythm: string) =>
      `${PARTIES}activities: {day: {${rhythm}}}\nflows:\n  a: {from: ana, to: day, amount: 3 h/event}\n`;
    expect(codes(file(''))).toEqual(['9:35 event-without-rhythm 3 h/event']);
    expect(codes(file('rhythm: 6 / year'))).toEqual([]);
  });
});
