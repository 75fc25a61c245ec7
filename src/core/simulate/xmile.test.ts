/** What is exported is read back by a small reader that shares no code with the engines, and run by its own steps. */
import { join } from 'node:path';
import { XMLParser } from 'fast-xml-parser';
import { describe, expect, test } from 'vitest';
import { complete } from '#core/simulate/core-parameters';
import { coreSystem } from '#core/simulate/core-system';
import { type Change, interpret } from '#core/simulate/interpret';
import { Simulation } from '#core/simulate/simulation';
import type { System } from '#core/simulate/system';
import { asWritten, seriesCsv, toXmile } from '#core/simulate/xmile';
import { caseText, viewOf } from '../../../test/shelf';

interface Variable {
  readonly name: string;
  readonly eqn: string | number;
  readonly inflow?: readonly string[];
  readonly outflow?: readonly string[];
}

/** XMILE's expressions in the words of JavaScript, evaluated by it: slow, plain, and nobody's engine. */
function computed(text: string): (scope: Record<string, number>) => number {
  const js = text
    .replace(/\bIF\b/g, '(')
    .replace(/\bTHEN\b/g, ') ? (')
    .replace(/\bELSE\b/g, ') : ')
    .replace(/\b(given|level|value|flow)_\w+/g, (name) => `s.${name.toLowerCase()}`)
    .replace(/\bTIME\b/g, 's.time')
    .replaceAll('^', '**')
    .replace(/\b(MIN|MAX|EXP|SQRT|ABS)\b/g, (name) => `Math.${name.toLowerCase()}`)
    .replace(/\bLN\b/g, 'Math.log')
    .replace(/\bINT\b/g, 'Math.floor');
  return new Function('s', `return (${js});`) as (scope: Record<string, number>) => number;
}

/** Reads a file and runs it by Euler's method; gives the levels at the end by name. */
function readAndRun(text: string): Record<string, number> {
  const list = (name: string) => ['stock', 'flow', 'aux', 'inflow', 'outflow'].includes(name);
  const { xmile } = new XMLParser({
    ignoreAttributes: false,
    attributeNamePrefix: '',
    isArray: list,
    parseTagValue: false,
  }).parse(text);
  const { start, stop, dt } = xmile.sim_specs;
  const { stock, flow, aux } = xmile.model.variables as Record<'stock' | 'flow' | 'aux', Variable[]>;
  const named = new Map([...aux, ...flow].map((one) => [one.name.toLowerCase(), computed(String(one.eqn))]));
  const scope: Record<string, number> = {};
  let done = new Set<string>();
  const lazy = new Proxy(scope, {
    get: (target, key: string) => {
      const own = named.get(key);
      if (own !== undefined && !done.has(key)) {
        target[key] = own(lazy);
        done.add(key);
      }
      return target[key];
    },
  });
  scope['time'] = Number(start);
  for (const one of stock) scope[one.name.toLowerCase()] = computed(String(one.eqn))(lazy);
  for (let step = 0; step < (Number(stop) - Number(start)) / Number(dt); step += 1) {
    done = new Set();
    scope['time'] = Number(start) + step * Number(dt);
    const sum = (names: readonly string[] = []) =>
      names.reduce((total, name) => total + (lazy[name.toLowerCase()] ?? Number.NaN), 0);
    const slopes = stock.map((one) => sum(one.inflow) - sum(one.outflow));
    for (const [index, one] of stock.entries())
      scope[one.name.toLowerCase()]! += Number(dt) * (slopes[index] ?? 0);
  }
  return Object.fromEntries(stock.map((one) => [one.name, scope[one.name.toLowerCase()] ?? Number.NaN]));
}

function agree(system: System, months: number, changes: readonly Change[]): void {
  const theirs = readAndRun(toXmile(system, { name: 'Test', months, changes }));
  const ours = interpret(asWritten(system), { months, changes }).levels[months] ?? new Float64Array();
  for (const [index, stock] of system.stocks.entries()) {
    const level = ours[index] ?? Number.NaN;
    expect(
      Math.abs((theirs[`level_${stock.id}`] ?? Number.NaN) - level) / Math.max(1, Math.abs(level)),
      stock.id,
    ).toBeLessThan(1e-9);
  }
}

describe('XMILE', () => {
  test('the small core moving to an open place, read by another', () => {
    agree(coreSystem(complete({ mi: [0.8, 1.3], mf: 1.3, md: 0.5, mc: 0.6, mj: 2, X0: 0.05 })), 60, [
      { at: 12, set: { other: 50 } },
    ]);
  });

  test.each([
    ['allotment-school', 'open-move', 60],
    ['allotment-school', 'town-leaves', 14],
    ['km4dev', 'doubling-joins', 24],
    ['templates/dues-club', 'two-stewards-leave', 36],
  ])('%s, %s, %i months, read by another', (name, scenario, months) => {
    const { compiled, input } = new Simulation(viewOf(caseText(name)), { scenario, runs: 0 });
    agree(compiled.system, months, input.changes ?? []);
  });

  test('the golden file', async () => {
    const { compiled, input } = new Simulation(viewOf(caseText('allotment-school')), {
      scenario: 'town-leaves',
      runs: 0,
    });
    const text = toXmile(compiled.system, {
      name: 'The allotment school',
      months: 60,
      changes: input.changes ?? [],
    });
    const path = join(
      import.meta.dirname,
      '..',
      '..',
      '..',
      'cases',
      'allotment-school',
      'expected',
      'simulation-town-leaves.xmile',
    );
    await expect(text).toMatchFileSnapshot(path);
  });
});

test('series as CSV', () => {
  expect(seriesCsv({ kitty: [1200, 1075.5], 'a,b': [1, 2] }, { kitty: 'EUR', 'a,b': '1' })).toBe(
    'month,kitty (EUR),"a,b"\n0,1200,1\n1,1075.5,2\n',
  );
});
