import { describe, expect, test } from 'vitest';
import { whoBears } from '#core/analyses/who-bears';
import { disclose } from '#core/audience/disclose';
import type { View } from '#core/audience/view';
import { amountsKnown } from '#core/canvas/amounts-known';
import { type Basis, hasUse, offers, takenBy } from '#core/canvas/bearers';
import { blockOf, canvasOf } from '#core/canvas/blocks';
import { handings, streamsInto } from '#core/canvas/streams-into';
import { parse } from '#core/file/parse';
import { resolve } from '#core/file/resolve';
import { dayOf, isoDay, middleDay } from '#core/model/dates';

const FILE = `
potluck: 1
id: list
name: The list
as-of: 2009-10-08
kinds:
  hours: {unit: h, law: perishable}
  chf: {unit: CHF, law: conserved}
parties:
  core: {type: circle, inside: true}
  members: {type: circle, inside: true}
  host: {type: organisation}
  sponsor: {type: organisation}
  web: {type: ecosystem}
  anyone: {type: public}
pools:
  purse: {kind: chf, holder: core}
activities:
  mail: {for: {members: 1}, price: free, needs: {care: {amount: 10 h/month}, room: {amount: 50 CHF/month}}}
  upkeep: {for: {mail: 1}}
  fair: {for: {anyone: 1}}
flows:
  hosting: {from: host, to: mail, kind: hours, until: 2008-06}
  moderating: {from: core, to: mail, amount: 6 h/month, fulfils: care}
  mending: {from: members, to: upkeep, amount: 2 h/month, since: 2008-08}
  grant: {from: sponsor, to: purse, amount: 600 CHF/year, since: 2008-03, until: 2009-06}
  spent: {from: purse, to: mail, amount: 600 CHF/year}
  stall: {from: members, to: fair, amount: 3 h/month}
  thanks: {from: members, to: core, form: favour, size: S}
  news: {from: mail, to: members, kind: hours}
influences:
  - {id: i1, from: members, to: mail, sign: "+"}
history:
  - {id: h1, on: 2008-06, text: The host leaves., changes: [hosting]}
`;

function seen(on = '2009-10-08', text = FILE): View {
  const { community, problems } = resolve(parse(text));
  if (community === null) throw new Error(problems.map((one) => one.message.text).join('\n'));
  return disclose(community, { audience: 'stewards', day: middleDay(on) ?? 0 });
}

describe('the canvas', () => {
  test('everything of the day is filed under one block, and history under none', () => {
    const view = seen();
    const { blocks, unfiled } = canvasOf(view);
    expect(blocks).toHaveLength(11);
    expect(unfiled).toEqual([]);
    const where = Object.fromEntries(
      blocks.flatMap(({ block, things }) => things.map((thing) => [thing.id, block.id])),
    );
    expect(where).toMatchObject({
      core: 'b2',
      anyone: 'b2',
      host: 'b8',
      web: 'b5',
      purse: 'b7',
      mail: 'b6',
      care: 'b9',
      moderating: 'b9',
      thanks: 'b4',
      news: 'b10',
      i1: 'b10',
    });
    expect(where).not.toHaveProperty('h1');
    expect(where, 'it ended in June 2008').not.toHaveProperty('hosting');
  });

  test('what a thing says of itself goes before what is usual, in either case of letters', () => {
    const view = seen(
      '2009-10-08',
      FILE.replace('web: {type: ecosystem}', 'web: {type: ecosystem, category: b8}'),
    );
    const web = view.get('parties', 'web');
    expect(web && blockOf(web, view)).toBe('b8');
  });

  test('a scheme of one’s own takes what names it; the rest waits to be filed', () => {
    const own = 'scheme: {id: ours, version: 1, blocks: {legs: {name: Legs}}}\n';
    const text = FILE.replace('kinds:', `${own}kinds:`).replace(
      'host: {type: organisation}',
      'host: {type: organisation, category: legs}',
    );
    const { blocks, unfiled } = canvasOf(seen('2009-10-08', text));
    expect(blocks.map(({ block, things }) => [block.id, things.map((one) => one.id)])).toEqual([
      ['legs', ['host']],
    ]);
    expect(unfiled.length).toBeGreaterThan(5);
  });
});

describe('amounts known', () => {
  test('a number counts as known, a missing one does not, and history is left out', () => {
    // On the day: moderating, mending, spent, stall with a number; thanks and news without; hosting and grant are over.
    expect(amountsKnown(seen())).toEqual({ known: 4, all: 6 });
  });
});

describe('what is offered without a price', () => {
  test('takes, kind by kind, what its bearers bring', () => {
    const view = seen();
    expect(offers(view).map((one) => one.id)).toEqual(['mail']);
    const taken = takenBy(view, whoBears.run(view, { draws: 0, seed: 1 }), 'mail');
    const hours = taken.find((one) => one.kind === 'hours');
    expect(hours?.bearers.map((one) => [one.id, one.amount, one.knowing])).toEqual([
      ['core', 6, 'known'],
      ['members', 2, 'known'],
    ]);
    expect(hours?.amount).toBe(8);
    expect(hours?.needs.map((one) => one.id)).toEqual(['care']);
  });

  test('an unknown amount stays unknown, and so does the sum with it', () => {
    const view = seen(
      '2009-10-08',
      FILE.replace('amount: 2 h/month, since: 2008-08', 'amount: some h/month, since: 2008-08'),
    );
    const hours = takenBy(view, whoBears.run(view, { draws: 0, seed: 1 }), 'mail').find(
      (one) => one.kind === 'hours',
    );
    expect(hours?.bearers.map((one) => [one.id, one.amount, one.knowing])).toContainEqual([
      'members',
      null,
      'some',
    ]);
    expect(hours?.amount).toBeNull();
  });

  test('what was drawn gives a band that holds the amount; what was not drawn gives none', () => {
    const view = seen('2009-10-08', FILE.replace('amount: 6 h/month', 'amount: 4..6..8 h/month'));
    const core = (draws: number) =>
      takenBy(view, whoBears.run(view, { draws, seed: 1 }), 'mail')
        .find((one) => one.kind === 'hours')
        ?.bearers.find((one) => one.id === 'core');
    expect(core(0)?.band).toBeNull();
    const [low, high] = core(200)?.band ?? [0, 0];
    expect(low).toBeGreaterThan(4);
    expect(low).toBeLessThan(6);
    expect(high).toBeGreaterThan(6);
    expect(high).toBeLessThan(8);
  });

  test('by use and by intention are two readings, never one', () => {
    const text = FILE.replace(
      'mail: {for: {members: 1}',
      'mail: {for: {members: 1}, used-by: {members: 1, anyone: 3}',
    );
    const view = seen('2009-10-08', text);
    const findings = whoBears.run(view, { draws: 0, seed: 1 });
    expect(hasUse(findings, 'mail')).toBe(true);
    const columns = (basis: Basis) =>
      takenBy(view, findings, 'mail', basis).find((one) => one.kind === 'hours')?.columns;
    expect(columns('intention')).toEqual(['members']);
    expect(columns('use')).toEqual(['anyone', 'members']);
  });

  test('work that is paid in part says so', () => {
    const pay =
      '  pay: {from: purse, to: core, amount: 30 CHF/month, form: pay, compensates: moderating, fair: 10 CHF/h}\n';
    const view = seen('2009-10-08', FILE.replace('  spent:', `${pay}  spent:`));
    const hours = takenBy(view, whoBears.run(view, { draws: 0, seed: 1 }), 'mail').find(
      (one) => one.kind === 'hours',
    );
    // 30 CHF at 10 CHF an hour pays 3 of the 6 hours.
    expect(hours?.paid).toEqual([{ work: 'moderating', by: 'core', phi: 0.5 }]);
    expect(hours?.bearers.find((one) => one.id === 'core')?.amount).toBe(3);
  });

  test('a need that nobody meets has a place of its own', () => {
    const view = seen(
      '2009-10-08',
      FILE.replace('  spent: {from: purse, to: mail, amount: 600 CHF/year}\n', ''),
    );
    const money = takenBy(view, whoBears.run(view, { draws: 0, seed: 1 }), 'mail').find(
      (one) => one.kind === 'chf',
    );
    expect(money).toMatchObject({ verdict: 'nobody-named', bearers: [], amount: null });
    expect(money?.needs.map((one) => one.id)).toEqual(['room']);
  });
});

describe('who bore it over time', () => {
  const bearings = streamsInto(seen(), 'mail');

  test('every giver whose stream arrives, directly or through pools and other activities', () => {
    expect(bearings.map((one) => one.flow.id).sort()).toEqual(['grant', 'hosting', 'mending', 'moderating']);
  });

  test('from its first day to its last', () => {
    const spans = Object.fromEntries(
      bearings.map((one) => [
        one.flow.id,
        one.spans.map((span) => [span.from && isoDay(span.from), span.to && isoDay(span.to)]),
      ]),
    );
    expect(spans).toEqual({
      hosting: [[null, '2008-06-30']],
      moderating: [[null, null]],
      mending: [['2008-08-01', null]],
      grant: [['2008-03-01', '2009-06-30']],
    });
  });

  test('does not depend on the day from which one looks', () => {
    expect(streamsInto(seen('2007'), 'mail').map((one) => one.flow.id)).toEqual(
      bearings.map((one) => one.flow.id),
    );
  });

  test('the same givers as “who bears” on every day looked at', () => {
    let looked = 0;
    for (const year of [2007, 2008, 2009, 2010]) {
      const view = seen(`${year}`);
      const day = dayOf(year, 7, 1) ?? 0;
      const found = whoBears
        .run(view, { draws: 0, seed: 1 })
        .filter((one) => one.about[0] === 'mail' && one.basis === 'intention');
      const rows = new Set(
        found.flatMap((one) => one.matrix?.rows ?? []).filter((id) => view.get('parties', id) !== null),
      );
      const here = bearings.filter((one) =>
        one.spans.some((span) => (span.from ?? day) <= day && (span.to ?? day) >= day),
      );
      expect([...new Set(here.map((one) => one.bearer))].sort(), `${year}`).toEqual([...rows].sort());
      looked += rows.size;
    }
    expect(looked).toBeGreaterThan(4);
  });

  test('an ending is told with what began within a year of it', () => {
    expect(
      handings(bearings).map((one) => [
        one.ended.map((stream) => stream.bearer),
        isoDay(one.on),
        one.begun.map((other) => other.flow.id),
      ]),
    ).toEqual([
      [['host'], '2008-06-30', ['grant', 'mending']],
      [['sponsor'], '2009-06-30', ['mending']],
    ]);
  });
});
