import { expect, test } from 'vitest';
import { viewOf } from '#core/analyses/testing';
import { applyOperations } from '#core/file/operations';
import { parse } from '#core/file/parse';
import { resolve } from '#core/file/resolve';
import { compile } from '#core/simulate/compile/compile';
import { presets } from '#core/simulate/presets';
import { assumptionsOf } from '#core/simulate/report';
import { runScenario, Simulation } from '#core/simulate/simulation';
import { caseNames, caseText } from '#test/shelf';
import {
  askOperations,
  type ChangeForm,
  formOf,
  keepOperations,
  missing,
  numbersOf,
  numbersText,
  parted,
  scenarioOperations,
  targetsOf,
} from './own-scenario';

const TEXT = `potluck: 1
id: choir
name: Choir
as-of: 2026-01-01
parties:
  singers: {type: circle, inside: true, size: 20}
  town: {type: organisation}
pools: {kitty: {kind: eur}}
flows:
  grant: {from: town, to: kitty, amount: 100 EUR/month}
  hoped: {from: town, to: kitty, amount: 50 EUR/month, status: hoped}
tools: {letters: {name: Letters}, list: {name: A list}}
influences: [{id: i1, from: singers, to: kitty, sign: "+"}]
scenarios:
  town-leaves: {name: The town leaves, changes: [{at: 6 months, end: grant, why: Votes.}, {at: 0 months, add: {}}]}
`;

const change = (verb: ChangeForm['verb'], of: string, more: Partial<ChangeForm> = {}): ChangeForm => ({
  ...{ verb, of, times: '', to: '', at: '0', why: '' },
  ...more,
});

test('a scenario that is made up stands in the file, and can be read again', () => {
  const view = viewOf(TEXT, '2026-01-01');
  const form = {
    name: 'Twice as many, and no grant',
    changes: [
      change('times', 'singers', { times: '2' }),
      change('end', 'grant', { at: '1.5', why: 'The budget is voted each December.' }),
      change('cut', 'i1', { at: '3' }),
      change('set', 'grant', { to: '60 EUR/month', at: '2026-09' }),
      change('set', 'simulation.X', { to: '0,05' }),
      change('move', 'letters', { to: 'list' }),
    ],
  };
  const { id, does, undoes } = scenarioOperations(view, form);
  expect(id).toBe('twice-as-many-and-no-grant');
  const applied = applyOperations(TEXT, does);
  if (!applied.ok) throw new Error('not applied');
  const { community, problems } = resolve(parse(applied.text));
  expect(problems).toEqual([]);
  const kept = community?.scenarios.find((one) => one.id === id);
  expect(
    kept?.changes.map(({ verb, of, factor, to, at }) => [
      verb,
      of,
      factor ?? to,
      'on' in at ? at.on.text : at.months,
    ]),
  ).toEqual([
    ['times', 'singers', 2, 0],
    ['end', 'grant', null, 1.5],
    ['cut', 'i1', null, 3],
    ['set', 'grant', '60 EUR/month', '2026-09'],
    ['set', 'simulation.X', 0.05, 0],
    ['move', 'letters', 'list', 0],
  ]);
  const undone = applyOperations(applied.text, undoes);
  expect(undone.ok && resolve(parse(undone.text)).community?.scenarios).toHaveLength(1);
});

test('a scenario of the file can be copied; what a form cannot hold is counted', () => {
  const [scenario] = viewOf(TEXT, '2026-01-01').scenarios;
  expect(formOf(scenario?.changes ?? [], 'Copy')).toEqual({
    form: { name: 'Copy', changes: [change('end', 'grant', { at: '6', why: 'Votes.' })] },
    left: 1,
  });
});

/** What a community can try, copied into its file as a form keeps it; what happens in several happens at the same time. */
function copied(text: string, all: readonly (readonly string[])[]) {
  const view = viewOf(text);
  const known = presets(view, compile(view));
  const copies = all.map((ids) => {
    const changes = ids.flatMap((id) => known.find((one) => one.id === id)?.written ?? []);
    return formOf(changes, `Copy of ${ids.join(' and ')}`);
  });
  const kept = copies.map(({ form }) => scenarioOperations(view, form));
  const applied = applyOperations(
    text,
    kept.flatMap(({ does }) => does),
  );
  if (!applied.ok) throw new Error('not applied');
  const then = viewOf(applied.text);
  return copies.map((copy, at) => ({
    ...copy,
    own: runScenario(then, { scenario: kept[at]?.id ?? '', runs: 0 }),
  }));
}

test.each(caseNames())('%s: every preset copied into the file does what the preset does', (name) => {
  const text = caseText(name);
  const view = viewOf(text);
  const ids = presets(view, compile(view)).map(({ id }) => id);
  const copies = copied(
    text,
    ids.map((id) => [id]),
  );
  for (const [index, { form, left, own }] of copies.entries()) {
    const id = ids[index] ?? '';
    expect([left, missing(form), own.problems], id).toEqual([0, [], []]);
    expect(
      form.changes.every((one) => one.why !== ''),
      id,
    ).toBe(true);
    const { series } = runScenario(view, { scenario: id, runs: 0 });
    const apart = Object.entries(series).flatMap(([key, levels]) =>
      levels.map((level, month) => {
        const found = own.series[key]?.[month] ?? Number.POSITIVE_INFINITY;
        return Math.abs(found - level) / Math.max(1, Math.abs(level));
      }),
    );
    // A form shows four digits of two thirds.
    expect(Math.max(...apart), id).toBeLessThan(1e-3);
  }
});

test('two at once: a move and the sponsor that leaves, put together, are the preset of both', () => {
  const text = caseText('km4dev');
  const [both, other] = copied(text, [
    ['open-move', 'sponsor-leaves'],
    ['doubling-joins', 'host-closes'],
  ]);
  const of = (scenario: string) => runScenario(viewOf(text), { scenario, runs: 0 }).series;
  expect(both?.own.series).toEqual(of('both'));
  expect(other?.own.series).not.toEqual(of('host-closes'));
  expect(other?.own.series).not.toEqual(of('doubling-joins'));
});

test('what is missing is named', () => {
  expect(missing({ name: ' ', changes: [change('times', '', { times: 'x', at: '-1' })] })).toEqual([
    'name',
    'of',
    'times',
    'at',
  ]);
  expect(
    missing({ name: 'A', changes: [change('set', 'grant'), change('move', 'list', { to: 'list' })] }),
  ).toEqual(['to', 'of']);
  expect(missing({ name: 'A', changes: [change('end', 'grant', { at: 'in spring' })] })).toEqual(['at']);
  expect(missing({ name: 'A', changes: [change('end', 'grant', { at: '2027-03-01' })] })).toEqual([]);
});

test('only what is hoped for can start; only what flows can end', () => {
  const view = viewOf(TEXT, '2026-01-01');
  expect(targetsOf(view, 'start').map(({ id }) => id)).toEqual(['hoped']);
  expect(targetsOf(view, 'end').map(({ id }) => id)).toContain('grant');
  expect(targetsOf(view, 'move').map(({ id }) => id)).toEqual(['letters', 'list']);
  expect(targetsOf(view, 'set', ['simulation.joins']).map(({ id }) => id)).toContain('simulation.joins');
  expect(targetsOf(view, 'cut').map(({ id }) => id)).toEqual(['i1']);
  expect(targetsOf(view, 'times').map(({ id }) => id)).toEqual(['singers', 'grant', 'hoped']);
});

test('a guess becomes a question of the community’s own', () => {
  const { does } = askOperations(viewOf(TEXT, '2026-01-01'), 'How sure are we?', 'It turns on it.');
  const applied = applyOperations(TEXT, does);
  if (!applied.ok) throw new Error('not applied');
  const { community, problems } = resolve(parse(applied.text));
  expect(problems).toEqual([]);
  expect(community?.questions.map(({ id, text }) => [id, text])).toEqual([['what-if-1', 'How sure are we?']]);
});

test('edited numbers are kept where the file has a place for them, and can be taken back', () => {
  const view = viewOf(TEXT, '2026-01-01');
  const [kept, left] = parted(numbersOf('alpha:3,flow_grant:20,tau:x,mu:'), ['alpha', 'tau']);
  expect([kept, left]).toEqual([{ alpha: 3 }, { flow_grant: 20 }]);
  expect([numbersText({ alpha: 3, flow_grant: -0.5 }), numbersText({})]).toEqual([
    'alpha:3,flow_grant:-0.5',
    undefined,
  ]);
  expect(numbersOf('')).toEqual({});
  const { does, undoes } = keepOperations(view, kept);
  const applied = applyOperations(TEXT, does);
  if (!applied.ok) throw new Error('not applied');
  const { compiled } = new Simulation(viewOf(applied.text, '2026-01-01'), { runs: 0 });
  const alpha = assumptionsOf(new Simulation(viewOf(applied.text), { runs: 0 })).find(
    (one) => one.id === 'alpha',
  );
  expect(compiled.mistakes).toEqual([]);
  expect([alpha?.value, alpha?.cites?.text]).toEqual([3, 'Given in the file, under simulation']);
  const undone = applyOperations(applied.text, undoes);
  const before = new Simulation(view, { runs: 0 });
  const after = undone.ok ? new Simulation(viewOf(undone.text), { runs: 0 }) : null;
  expect(after?.series()).toEqual(before.series());
});
