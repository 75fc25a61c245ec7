/** The agenda of a month on the allotment school, by hand; and for any month: relief first, every leg every second month. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { analyse } from '#core/analyses/analyse';
import { isoDay } from '#core/model/dates';
import { ask } from '#core/questions/ask';
import { garden, viewOf } from '#core/questions/testing';
import { LEGS, NEW_WORK, RELIEF } from '#core/talk/item';
import { agendaFindings, pastAgendas } from '#core/talk/legs';
import { monthlyAgenda } from '#core/talk/month';

const FILE = readFileSync(
  join(import.meta.dirname, '..', '..', '..', 'cases', 'allotment-school', 'community.yaml'),
  'utf8',
);

function agenda(month: string, audience = 'stewards', file = FILE) {
  const view = viewOf(file, audience);
  const findings = analyse(view);
  return monthlyAgenda(view, findings, ask(view, findings), month);
}

const textsOf = (made: ReturnType<typeof agenda>) =>
  Object.fromEntries(made.items.map((one) => [one.id, one.message.text]));

describe('the allotment school', () => {
  const december = agenda('2026-12');
  const told = textsOf(december);

  test('looks sixty days ahead from the first', () => {
    expect([isoDay(december.from), isoDay(december.until)]).toEqual(['2026-12-01', '2027-01-30']);
  });

  test('the grant and the basket of the town end on the last of December', () => {
    const ending = december.items.filter((one) => one.topic === 'renewals');
    expect(ending.map((one) => [one.id, isoDay(one.day ?? 0), one.leg])).toEqual([
      ['renewals.town-grant', '2026-12-31', 'financial'],
      ['renewals.school-garden', '2026-12-31', 'financial'],
    ]);
    expect(told['renewals.town-grant']).toMatch(/ ends on 31 December 2026\. What do we wish to come after/);
  });

  test('what was to be looked at long ago is still there, without a day', () => {
    const overdue = december.items.filter((one) => one.topic === 'promises' || one.topic === 'trial');
    expect(overdue.map((one) => [one.id, one.day])).toEqual([
      ['promises.d1', null],
      ['trial.seed-swap', null],
    ]);
    expect(told['promises.d1']).toBe(
      '“Two key holders from April”: we meant to look at this decision again on 1 September 2026. What did it bring, and does it still hold?',
    );
  });

  test('givers are thanked as circles, and no person is named', () => {
    expect(told['thanks']).toBe('Thank the core group and the gardeners for what keeps coming as a gift.');
    expect(JSON.stringify(told)).not.toMatch(/\bAna\b/);
  });

  test('one key holder where two are needed, and the keys of the chat with one', () => {
    expect(told['roles.key-holder']).toBe(
      'For “key holder” it takes 2 people, and one does it. Who would like to learn it, and from whom?',
    );
    expect(told['keys']).toBe('One person alone holds the keys of the group chat. Who would hold them too?');
  });

  test('the old account of the roof, the way in for newcomers, one pocket, the sponsor', () => {
    expect(Object.keys(told)).toEqual(
      expect.arrayContaining(['account.shed-roof', 'newcomers', 'pocket.tea', 'sponsor.town', 'energy']),
    );
    expect(told['newcomers']).toBe(
      'New people join the gardeners. Who met them lately, and what helped them in?',
    );
  });

  test('the decision is due on its day in September, and the harvest fair is seven years ago', () => {
    const september = agenda('2026-09');
    const due = september.items.find((one) => one.id === 'promises.d1');
    expect(due?.day === null || due === undefined ? null : isoDay(due.day)).toBe('2026-09-01');
    expect(due?.message.text).toContain('we mean to look at this decision again on 1 September 2026');
    expect(textsOf(september)['celebrate.h1']).toBe(
      'Celebrate: 7 years since September 2019. “The harvest fair leaves EUR 430”.',
    );
    expect(textsOf(agenda('2026-10'))['celebrate.h1']).toBeUndefined();
  });

  test('the trial is due in June; in March it is not yet', () => {
    const june = agenda('2026-06').items.find((one) => one.id === 'trial.seed-swap');
    expect(june?.day === undefined || june.day === null ? null : isoDay(june.day)).toBe('2026-06-01');
    expect(agenda('2026-03').items.filter((one) => one.topic === 'trial')).toEqual([]);
  });

  test('the public is told nothing tender; members not what only the core may see', () => {
    const open = agenda('2026-12', 'public', FILE.replace('see: members', 'see: public'));
    expect(open.items.map((one) => one.topic)).not.toEqual(
      expect.arrayContaining(['account', 'energy', 'keys', 'roles', 'sponsor']),
    );
    for (const topic of ['account', 'energy', 'keys', 'roles', 'sponsor'])
      expect(open.items.map((one) => one.topic)).not.toContain(topic);
    const members = agenda('2026-12', 'members');
    expect(members.items.map((one) => one.topic)).not.toContain('keys');
    expect(members.items.map((one) => one.topic)).not.toContain('roles');
  });

  test('a leg without an item says so kindly', () => {
    const quiet = viewOf('potluck: 1\nid: quiet\nname: Quiet\nsee: public\n');
    const made = monthlyAgenda(quiet, [], [], '2026-12');
    expect(made.legs.find((one) => one.leg === 'financial')?.message.text).toBe(
      'Nothing is due in what comes in and goes out. Good: it comes back next month.',
    );
    expect(
      monthlyAgenda(quiet, [], [], '2027-01').legs.find((one) => one.leg === 'financial')?.items,
    ).toEqual(['runway']);
  });
});

describe('any month', () => {
  const months = fc
    .tuple(fc.integer({ min: 2000, max: 2040 }), fc.integer({ min: 1, max: 12 }))
    .map(([year, month]) => `${year}-${String(month).padStart(2, '0')}`);
  const views = fc.constantFrom(
    viewOf('potluck: 1\nid: quiet\nname: Quiet\nsee: public\n'),
    garden(),
    garden('trials:\n  far: {about: Far away, review-on: 2050-01-01, outcome: unknown}\n'),
    viewOf(FILE),
    viewOf(FILE, 'public'),
    viewOf(FILE, 'members'),
  );
  const next = (month: string) => {
    const [year = 0, of = 0] = month.split('-').map(Number);
    return of === 12 ? `${year + 1}-01` : `${year}-${String(of + 1).padStart(2, '0')}`;
  };

  test('every leg stands in one of any two months that follow each other', () => {
    fc.assert(
      fc.property(views, months, (view, month) => {
        const legs = [month, next(month)].flatMap((one) =>
          monthlyAgenda(view, [], [], one).items.map((each) => each.leg),
        );
        expect(new Set(legs)).toEqual(new Set(LEGS));
      }),
      { numRuns: 60 },
    );
  });

  test('relief comes before new work, ids are told apart, minutes add up', () => {
    fc.assert(
      fc.property(views, months, (view, month) => {
        const made = monthlyAgenda(view, [], [], month);
        const firstNew = made.items.findIndex((one) => one.phase === NEW_WORK);
        const lastRelief = made.items.findLastIndex((one) => one.phase === RELIEF);
        if (firstNew >= 0) expect(lastRelief).toBeLessThan(firstNew);
        expect(new Set(made.items.map((one) => one.id)).size).toBe(made.items.length);
        expect(made.items.reduce((sum, one) => sum + one.minutes, 0)).toBe(made.minutes);
        expect(made.items[0]?.leg).not.toBe('financial');
      }),
      { numRuns: 60 },
    );
  });

  test('what is no month is refused', () => {
    expect(() => monthlyAgenda(garden(), [], [], '2026-13')).toThrow(RangeError);
  });
});

describe('what the file records of past agendas', () => {
  const kept = (lists: readonly (readonly string[])[]) =>
    garden(
      `x-agenda:\n${lists.map((legs, at) => `  - {month: 2026-0${at + 1}, legs: [${legs.join(', ')}]}\n`).join('')}`,
    );

  test('a leg that was off twice in a row lets Q78 ask', () => {
    const view = kept([['financial'], ['social'], ['social', 'institutional']]);
    expect(pastAgendas(view).map((one) => one.month)).toEqual(['2026-01', '2026-02', '2026-03']);
    const questions = ask(view, agendaFindings(view));
    expect(questions.find((one) => one.id === 'Q78')?.why).toBe('One leg was off the agenda twice in a row.');
  });

  test('once, or with one agenda alone, it does not', () => {
    expect(agendaFindings(kept([['social', 'institutional']]))).toEqual([]);
    expect(
      agendaFindings(
        kept([
          ['social', 'institutional'],
          ['financial', 'social', 'institutional'],
        ]),
      ),
    ).toEqual([]);
  });

  test('a leg that the last agenda left out is on the next one', () => {
    const view = garden('x-agenda:\n  - {month: 2026-11, legs: [social, institutional]}\n');
    const legs = monthlyAgenda(view, [], [], '2026-12').items.map((one) => one.leg);
    expect(legs).toContain('financial');
  });
});
