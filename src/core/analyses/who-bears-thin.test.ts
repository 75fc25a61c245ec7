/** Who bears what, where few amounts or none are known. */
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

describe('without numbers', () => {
  const activities = { list: { for: { members: 1, public: 1 }, price: 'free' } };

  test('no amount known: who reaches whom', () => {
    const given = {
      kinds: hours,
      activities,
      flows: {
        h: { from: 'host', to: 'list', kind: 'hours' },
        m: { from: 'mods', to: 'list', amount: 'some h/week' },
        x: { from: 'mods', to: 'cook', amount: 'unknown h/week' },
      },
    };
    const finding = bears(given, [], 'hours');
    expect(finding.verdict).toBe('reach');
    expect(finding.matrix).toEqual({
      rows: ['host', 'mods'],
      cols: ['cook', 'members', 'public'],
      cells: [
        [null, 1, 1],
        [1, 1, 1],
      ],
    });
    const free = bears(given, ['list'], 'hours');
    expect(free.matrix).toEqual({
      rows: ['host', 'mods'],
      cols: ['members', 'public'],
      cells: [
        [1, 1],
        [1, 1],
      ],
    });
    expect(free.evidence).toEqual(['h', 'm']);
    expect(free.says?.text).toBe(
      'What list takes in hours is borne by host and mods; nobody has counted how much.',
    );
  });

  test('flows whose kind nobody named are told apart from every kind', () => {
    const given = { activities, flows: { h: { from: 'host', to: 'list' } } };
    expect(bears(given, ['list'], undefined).matrix).toEqual({
      rows: ['host'],
      cols: ['members', 'public'],
      cells: [[1, 1]],
    });
  });

  test('some known: they are traced, what is not counted is null and not zero, and too little cannot tell', () => {
    const given = {
      kinds: hours,
      activities,
      flows: {
        a: monthly('ana', 'list', '10 h'),
        h: { from: 'host', to: 'list', amount: 'unknown h/month' },
      },
    };
    const finding = bears(given, ['list'], 'hours');
    expect(finding.verdict).toBe('cannot-tell');
    expect(cells(finding.matrix)).toEqual({
      'ana>members': 5,
      'ana>public': 5,
      'host>members': null,
      'host>public': null,
    });
    expect(finding.more?.['uncounted']).toEqual(['h']);
    const more = { ...given, flows: { ...given.flows, b: monthly('ben', 'list', '2 h') } };
    expect(bears(more, ['list'], 'hours').verdict).toBe('traced');
  });

  test('an unknown inflow is not the past', () => {
    const given = {
      pools: { kitty: { kind: 'eur' } },
      activities,
      flows: {
        d: { from: 'members', to: 'kitty', amount: 'unknown EUR/year' },
        r: monthly('kitty', 'list', '100 EUR'),
      },
    };
    const finding = bears(given, [], 'eur');
    expect(finding.verdict).toBe('reach');
    expect(finding.matrix?.rows).toEqual(['members']);
    expect(cells(finding.matrix)).toEqual({ 'members>members': 1, 'members>public': 1 });
  });

  test('a known inflow whose ways are not counted stays at the pool, and may be elsewhere', () => {
    const given = {
      pools: { kitty: { kind: 'eur' } },
      activities,
      flows: {
        d: monthly('ana', 'kitty', '30 EUR'),
        r: { from: 'kitty', to: 'list', amount: 'unknown EUR/month' },
      },
    };
    const finding = bears(given, [], 'eur');
    expect(finding.verdict).toBe('cannot-tell');
    expect(cells(finding.matrix)).toEqual({ 'ana>kitty': 30, 'ana>members': null, 'ana>public': null });
  });

  test('what enters a pool that passes nothing on ends there, whatever the amount', () => {
    const given = {
      pools: { kitty: { kind: 'eur' } },
      flows: { d: { from: 'us', to: 'kitty', amount: 'some EUR/year' } },
    };
    expect(cells(bears(given, [], 'eur').matrix)).toEqual({ 'us>kitty': 1 });
  });

  test('looked, and there is none: no bearer', () => {
    const given = {
      kinds: hours,
      activities,
      flows: {
        a: monthly('ana', 'list', '10 h'),
        h: { from: 'host', to: 'list', kind: 'hours', amount: 'none' },
      },
    };
    expect(bears(given, ['list'], 'hours').matrix?.rows).toEqual(['ana']);
  });

  test('no flows, no findings', () => {
    expect(analyse(viewOf({ activities }), ['who-bears'])).toEqual([]);
  });
});
