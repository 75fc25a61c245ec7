/** Who bears what, where amounts are known: pools, pockets, activities, pay, free things and traps. */
import { describe, expect, test } from 'vitest';
import { analyse } from '#core/analyses/analyse';
import type { Finding, Matrix } from '#core/analyses/finding';
import { viewOf } from '#core/analyses/testing';

const record = { how: 'record' };
const hours = { hours: { unit: 'h', law: 'perishable' } };
const monthly = (from: string, to: string, amount: string, more: object = {}) => ({
  from,
  to,
  amount: `${amount}/month`,
  because: record,
  ...more,
});

function bears(given: object, about: string[], kind: string | undefined, basis = 'intention'): Finding {
  const found = analyse(viewOf(given, '2026-01-15'), ['who-bears']).filter(
    (one) => one.kind === kind && one.basis === basis && JSON.stringify(one.about) === JSON.stringify(about),
  );
  expect(found.length).toBe(1);
  return found[0] as Finding;
}

/** `giver>place` to number, without the zeros. */
function cells(matrix: Matrix | undefined): Record<string, number | null> {
  const out: Record<string, number | null> = {};
  matrix?.rows.forEach((row, i) => {
    matrix.cols.forEach((col, j) => {
      const cell = matrix.cells[i]?.[j] ?? null;
      if (cell !== 0) out[`${row}>${col}`] = cell;
    });
  });
  return out;
}

describe('pools (reading 7)', () => {
  test('inflow that is not passed on stays under the id of the pool', () => {
    const given = {
      pools: { kitty: { kind: 'eur' } },
      flows: { a: monthly('ana', 'kitty', '100 EUR'), b: monthly('kitty', 'venue', '60 EUR') },
    };
    expect(cells(bears(given, [], 'eur').matrix)).toEqual({ 'ana>kitty': 40, 'ana>venue': 60 });
  });

  test('outflow beyond inflow is borne by the past', () => {
    const given = {
      pools: { kitty: { kind: 'eur' } },
      flows: {
        a: monthly('ana', 'kitty', '40 EUR'),
        b: monthly('kitty', 'venue', '60 EUR'),
        c: monthly('kitty', 'cook', '20 EUR'),
      },
    };
    expect(cells(bears(given, [], 'eur').matrix)).toEqual({
      'ana>venue': 30,
      'ana>cook': 10,
      'past>venue': 30,
      'past>cook': 10,
    });
  });

  test('wear that is not renewed is borne by the future, in its own kind', () => {
    const given = {
      kinds: hours,
      pools: { tools: { kind: 'eur', wears: '9 h/month', renews: '5 h/month' } },
      flows: { a: monthly('ana', 'tools', '2 h') },
      activities: {},
    };
    const finding = bears(given, [], 'hours');
    expect(cells(finding.matrix)).toEqual({ 'ana>tools': 2, 'future>tools': 4 });
    expect(finding.evidence).toEqual(['a', 'tools']);
  });

  test('wear with unknown renewal is borne by the future, and nobody knows how much', () => {
    const given = {
      kinds: hours,
      pools: { tools: { kind: 'eur', wears: '9 h/month' } },
      flows: { a: monthly('ana', 'tools', '2 h') },
    };
    expect(cells(bears(given, [], 'hours').matrix)).toEqual({ 'ana>tools': 2, 'future>tools': null });
  });

  test('hours put into a pool follow the shares of the pool itself (reading 8)', () => {
    const given = {
      kinds: hours,
      pools: { kitty: { kind: 'eur' } },
      activities: { fair: { for: { street: 1 } } },
      flows: {
        a: monthly('dues', 'kitty', '100 EUR'),
        b: monthly('kitty', 'fair', '75 EUR'),
        books: monthly('ana', 'kitty', '8 h'),
      },
    };
    expect(cells(bears(given, [], 'hours').matrix)).toEqual({ 'ana>street': 6, 'ana>kitty': 2 });
  });

  test('a pool of copies gives more than came in without drawing on the past', () => {
    const given = {
      kinds: { pages: { unit: 'page', law: 'copyable' } },
      pools: { shelf: { kind: 'pages' } },
      flows: {
        a: monthly('ana', 'shelf', '10 page'),
        b: monthly('shelf', 'readers', '300 page'),
        c: monthly('shelf', 'press', '100 page'),
      },
    };
    expect(cells(bears(given, [], 'pages').matrix)).toEqual({ 'ana>readers': 7.5, 'ana>press': 2.5 });
  });
});

describe('pockets (reading 12)', () => {
  const flows = {
    dues: monthly('members', 'kitty', '100 EUR'),
    gift: monthly('town', 'earmarked', '30 EUR'),
    seeds: monthly('earmarked', 'beds', '40 EUR'),
    rest: monthly('kitty', 'tea', '60 EUR'),
  };

  test('an agreed pocket does not mix: it takes from its pool only what it spends beyond its own', () => {
    const given = {
      pools: { kitty: { kind: 'eur', pockets: { earmarked: { softness: 'agreed' } } } },
      flows,
    };
    expect(cells(bears(given, [], 'eur').matrix)).toEqual({
      'members>tea': 60,
      'members>beds': 10,
      'members>kitty': 30,
      'town>beds': 30,
    });
  });

  test('a pocket that is a habit mixes with its pool', () => {
    const given = { pools: { kitty: { kind: 'eur', pockets: { earmarked: { softness: 'habit' } } } }, flows };
    expect(cells(bears(given, [], 'eur').matrix)['town>tea']).toBeCloseTo((30 * 60) / 130, 9);
  });
});

describe('activities (reading 8)', () => {
  test('recorded outflow leaves first, the rest follows `for`, made to sum to 1', () => {
    const given = {
      kinds: hours,
      activities: { work: { for: { us: 3, them: 1 } } },
      flows: { in: monthly('ana', 'work', '100 h'), out: monthly('work', 'school', '20 h') },
    };
    expect(cells(bears(given, [], 'hours').matrix)).toEqual({
      'ana>school': 20,
      'ana>us': 60,
      'ana>them': 20,
    });
  });

  test('without `for`, the rest is unassigned', () => {
    const given = { kinds: hours, activities: { work: {} }, flows: { in: monthly('ana', 'work', '5 h') } };
    expect(cells(bears(given, [], 'hours').matrix)).toEqual({ 'ana>unassigned': 5 });
  });

  test('what is lost is a column of its own', () => {
    const given = {
      kinds: hours,
      activities: { work: { for: { us: 1, loss: 1 } } },
      flows: { in: monthly('ana', 'work', '5 h') },
    };
    expect(cells(bears(given, [], 'hours').matrix)).toEqual({ 'ana>us': 2.5, 'ana>loss': 2.5 });
  });
});

describe('parties (reading 9)', () => {
  const base = {
    kinds: hours,
    activities: { course: { for: { members: 1 }, needs: { room: { amount: '10 EUR/month' } } } },
    parties: { owner: {}, ana: {}, members: {} },
  };

  test('money for a need is carried on to its activity, whoever is paid', () => {
    const given = { ...base, flows: { rent: monthly('town', 'owner', '10 EUR', { fulfils: 'room' }) } };
    expect(cells(bears(given, [], 'eur').matrix)).toEqual({ 'town>members': 10 });
  });

  test('any other flow to a party ends there, and party to party is its own share', () => {
    const given = {
      ...base,
      flows: {
        rent: monthly('town', 'owner', '10 EUR'),
        help: monthly('ana', 'members', '3 h', { fulfils: 'room' }),
      },
    };
    expect(cells(bears(given, [], 'eur').matrix)).toEqual({ 'town>owner': 10 });
    expect(cells(bears(given, [], 'hours').matrix)).toEqual({ 'ana>members': 3 });
  });

  test('an activity that pays its own helpers keeps the money for those it serves', () => {
    const flows = {
      work: monthly('ana', 'course', '10 h'),
      fees: monthly('members', 'course', '50 EUR'),
      pay: monthly('course', 'ana', '50 EUR', { form: 'pay', compensates: 'work', fair: '25 EUR/h' }),
    };
    expect(cells(bears({ ...base, flows }, [], 'eur').matrix)).toEqual({ 'members>members': 50 });
    expect(cells(bears({ ...base, flows }, [], 'hours').matrix)).toEqual({ 'ana>members': 8 });
  });

  test('pay without a fair rate: φ is unknown and shown as 1', () => {
    const flows = {
      work: monthly('ana', 'course', '10 h'),
      pay: monthly('town', 'ana', '50 EUR', { form: 'pay', compensates: 'work' }),
    };
    const finding = bears({ ...base, flows }, [], 'hours');
    expect(finding.matrix).toMatchObject({ rows: ['ana'], cols: [], cells: [[]] });
    expect(finding.more?.['paid']).toEqual([
      { work: 'work', by: 'ana', pays: ['pay'], phi: null, unknown: 'fair', gift: 0 },
    ]);
    expect(cells(bears({ ...base, flows }, [], 'eur').matrix)).toEqual({ 'town>members': 50 });
  });

  test('pay of an unknown amount leaves the gift unknown', () => {
    const flows = {
      work: monthly('ana', 'course', '10 h'),
      pay: {
        from: 'town',
        to: 'ana',
        amount: 'unknown EUR/month',
        form: 'pay',
        compensates: 'work',
        fair: '25 EUR/h',
      },
    };
    expect(cells(bears({ ...base, flows }, [], 'hours').matrix)).toEqual({ 'ana>members': 1 });
    expect(bears({ ...base, flows }, [], 'hours').verdict).toBe('reach');
  });

  test('told and hoped flows do not count, agreed ones in full (reading 14)', () => {
    const flows = {
      a: monthly('ana', 'course', '10 h', { status: 'told' }),
      b: monthly('ben', 'course', '4 h', { status: 'hoped' }),
      c: monthly('cy', 'course', '2 h', { status: 'agreed' }),
    };
    expect(cells(bears({ ...base, flows }, [], 'hours').matrix)).toEqual({ 'cy>members': 2 });
  });
});

describe('things offered free (reading 10)', () => {
  const given = {
    kinds: hours,
    activities: {
      prepare: { for: { show: 0.5, crew: 0.5 } },
      show: { for: { public: 1 }, price: 'free', 'used-by': { public: 1, firms: 3 } },
      paid: { for: { firms: 1 }, price: '5 EUR' },
    },
    flows: {
      a: monthly('ana', 'prepare', '10 h'),
      b: monthly('ben', 'show', '4 h'),
      c: monthly('cy', 'paid', '1 h'),
    },
  };

  test('rows are what each giver puts into the thing, columns what it serves directly', () => {
    const finding = bears(given, ['show'], 'hours');
    expect(cells(finding.matrix)).toEqual({ 'ana>public': 5, 'ben>public': 4 });
    expect(finding.evidence).toEqual(['a', 'b']);
    expect(finding.more?.['takes']).toBe(9);
  });

  test('with `used-by` there is a second finding by use', () => {
    expect(cells(bears(given, ['show'], 'hours', 'use').matrix)).toEqual({
      'ana>public': 1.25,
      'ana>firms': 3.75,
      'ben>public': 1,
      'ben>firms': 3,
    });
    expect(cells(bears(given, [], 'hours', 'use').matrix)['ana>firms']).toBe(3.75);
  });

  test('a thing with a price has no finding of its own', () => {
    const about = analyse(viewOf(given), ['who-bears']).map((one) => one.about.join());
    expect(about).not.toContain('paid');
    expect(about).toContain('show');
  });
});

describe('traps (reading 11)', () => {
  test('a closed set keeps what enters it, and is named', () => {
    const given = {
      kinds: hours,
      activities: { b: { for: { a: 1 } }, a: { for: { b: 1 } }, open: { for: { us: 0.5, b: 0.5 } } },
      flows: { x: monthly('ana', 'open', '10 h'), y: monthly('ben', 'a', '3 h') },
    };
    const finding = bears(given, [], 'hours');
    expect(finding.verdict).toBe('trap');
    expect(finding.traps).toEqual([['a', 'b']]);
    expect(cells(finding.matrix)).toEqual({ 'ana>us': 5, 'ana>trap:a': 5, 'ben>trap:a': 3 });
  });

  test('a ring that feeds only itself is named although nothing enters it', () => {
    const given = {
      pools: { one: { kind: 'eur' }, two: { kind: 'eur' } },
      flows: { x: monthly('one', 'two', '5 EUR'), y: monthly('two', 'one', '5 EUR') },
    };
    const finding = bears(given, [], 'eur');
    expect(finding.verdict).toBe('trap');
    expect(finding.traps).toEqual([['one', 'two']]);
    expect(finding.matrix?.rows).toEqual([]);
  });

  test('an activity only for itself is a trap of one', () => {
    const given = {
      kinds: hours,
      activities: { navel: { for: { navel: 1 }, price: 'free' } },
      flows: { x: monthly('ana', 'navel', '5 h') },
    };
    expect(cells(bears(given, [], 'hours').matrix)).toEqual({ 'ana>trap:navel': 5 });
    expect(bears(given, ['navel'], 'hours').traps).toEqual([['navel']]);
  });
});
