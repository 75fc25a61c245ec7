import { describe, expect, test } from 'vitest';
import { applyOperations } from '#core/file/operations';
import { parse } from '#core/file/parse';
import { resolve } from '#core/file/resolve';
import { type KnownThing, meant } from '#core/interview/names';
import { propose } from '#core/interview/propose';
import { readSentence } from '#core/interview/read-sentence';
import { allThings, type Community } from '#core/model/community';
import { nameOf } from '#core/model/fact';

const START =
  'potluck: 1\nid: ours\nname: Ours\nparties:\n  core: {name: Core group, type: circle, circle: core, inside: true}\n  members: {name: Members, type: circle, inside: true}\nactivities:\n  mailing-list: {name: Mailing list}\n';

function community(text: string): Community {
  const { community: resolved, problems } = resolve(parse(text));
  if (resolved === null)
    throw new Error(problems.map((one) => `${one.line}: ${one.message.text}`).join('\n'));
  return resolved;
}

const known = (of: Community): KnownThing[] =>
  allThings(of).map((thing) => ({
    id: thing.id,
    name: nameOf(thing),
    section: thing.section,
    inside: 'inside' in thing && thing.inside,
    kind: thing.section === 'pools' ? thing.kind : null,
  }));

/** Says sentences one after the other, each confirmed as it is proposed. */
function told(...sentences: readonly string[]): Community {
  let text = START;
  for (const sentence of sentences) {
    const proposal = propose(readSentence(sentence, 'en'), known(community(text)));
    const applied = applyOperations(text, proposal.operations);
    if (!applied.ok) throw new Error(applied.refusals[0]?.message.text);
    text = applied.text;
  }
  return community(text);
}

describe('sentences become facts', () => {
  test('Helvetas gives 2 days a month to the mailing list: a new body, a known place', () => {
    const ours = told('Helvetas gives 2 days a month to the mailing list');
    expect(ours.parties.at(-1)).toMatchObject({
      id: 'helvetas',
      name: 'Helvetas',
      type: 'organisation',
      inside: false,
    });
    expect(ours.flows[0]).toMatchObject({
      from: 'helvetas',
      to: 'mailing-list',
      kind: 'hours',
      form: 'gift',
    });
    expect(ours.flows[0]?.amount[0]?.value).toMatchObject({ likely: 16, unit: 'h', per: 'month' });
  });

  test('members pay 20 euros a year: a purse is begun, and found again', () => {
    const ours = told('members pay 20 euros a year', 'the core pays 5 euros a month');
    expect(ours.pools.map((pool) => [pool.id, pool.kind])).toEqual([['common-purse', 'eur']]);
    expect(ours.flows.map((flow) => [flow.from, flow.to, flow.form])).toEqual([
      ['members', 'common-purse', 'due'],
      ['core', 'common-purse', 'due'],
    ]);
  });

  test('two of the core answer newcomers: work makes an activity of its own', () => {
    const ours = told('two of the core answer newcomers, about three hours a week, for nothing');
    expect(ours.activities.at(-1)?.name).toBe('Answer newcomers');
    expect(ours.flows[0]).toMatchObject({ from: 'core', to: 'answer-newcomers', form: 'gift' });
  });

  test('nobody knows what the wiki costs: unknown, and not zero', () => {
    const ours = told('nobody knows what the wiki costs');
    expect(ours.needs[0]).toMatchObject({ id: 'wiki-costs', activity: 'wiki' });
    expect(ours.needs[0]?.amount[0]?.value.is).toBe('unknown');
  });

  test('the town lets us use the hall: a thing is lent to those inside', () => {
    const ours = told('the town lets us use the hall');
    expect(ours.flows[0]).toMatchObject({
      name: 'Hall',
      from: 'town',
      to: 'members',
      kind: 'things',
      form: 'in-kind',
    });
  });

  test('what is not understood is kept as a note', () => {
    expect(propose(readSentence('Thursdays are lovely'), [])).toEqual({
      operations: [],
      about: null,
      begins: [],
      note: 'Thursdays are lovely',
    });
  });
});

describe('names that exist', () => {
  const things = known(community(START));
  test.each([
    ['core', 'core'],
    ['the Core', null],
    ['Member', 'members'],
    ['mailing lists', 'mailing-list'],
    ['Mailing', 'mailing-list'],
    ['list', null],
  ])('%s', (name, id) => {
    expect(meant(name, things)?.id ?? null).toBe(id);
  });
});
