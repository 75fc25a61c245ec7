/** The agenda of a meeting: its form for any questions, and one made by hand. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Question } from '#core/questions/define';
import { RULES } from '#core/questions/index';
import { garden } from '#core/questions/testing';
import { meetingAgenda } from '#core/talk/meeting';

function question(id: string, score: number, about: readonly string[] = []): Question {
  const rule = RULES.find((one) => one.id === id);
  const message = { id: `question.${id}`, params: {}, text: `${id}?` };
  return {
    id,
    text: message.text,
    block: rule?.block ?? 'B1',
    why: 'Because.',
    evidence: about,
    tender: false,
    state: 'ask',
    message,
    whyMessage: { id: 'why', params: {}, text: 'Because.' },
    about,
    followUps: [],
    score,
  };
}

const VIEW = garden(`vision:
  green: {text: Everyone can grow food.}
activities:
  open-day: {for: {gardeners: 1}, serves: green}
pools:
  kitty: {kind: eur, ours-because: It was left of the fair.}
flows:
  rent: {from: kitty, to: open-day, amount: 900 EUR/month}
decisions:
  later: {text: Later one, state: open, review-on: 2027-01-01}
  soon: {text: Two key holders, state: open, review-on: 2026-09-01}
  done: {text: Done one, state: reviewed, review-on: 2026-01-01}
`);

describe('a meeting', () => {
  test('begins with strength, leaves the second of a block, puts the value before the money, ends with the decision', () => {
    // Q60 is about money; Q19 is of strength. Q18 has the block of Q19.
    const made = meetingAgenda(VIEW, [
      question('Q60', 0.9, ['rent']),
      question('Q18', 0.8, ['town']),
      question('Q19', 0.2),
      question('Q24', 0.1),
    ]);
    expect(made.items.map((one) => one.id)).toEqual(['Q19', 'Q60.rent', 'Q24', 'close']);
    expect(made.left).toEqual([{ id: 'Q18.town', because: 'block' }]);
    expect(made.items[1]?.opensWith?.text).toBe(
      'Before the money: this serves “Everyone can grow food”. What of it matters most to us?',
    );
    expect(made.items.at(-1)).toMatchObject({ sort: 'decision', evidence: ['soon'] });
    // 90 minutes, one for each of four; 86 shared as 3 : 4 : 3 : 2 is 21.5, 28.67, 21.5, 14.33.
    expect(made.items.map((one) => one.minutes)).toEqual([23, 30, 22, 15]);
  });

  test('without a question of strength it begins with what went well, and ends with “not now” where nothing is open', () => {
    const made = meetingAgenda(garden(), [question('Q24', 0.5)], { minutes: 60 });
    expect(made.items.map((one) => one.sort)).toEqual(['opening', 'question', 'not-now']);
  });

  test('picked questions go before others, own items and an order are kept, money still does not begin', () => {
    const made = meetingAgenda(
      VIEW,
      [question('Q60', 0.9, ['rent']), question('Q24', 0.5), question('Q19', 0.4)],
      {
        picks: ['Q24'],
        own: [{ id: 'cake', text: 'Who brings cake?', minutes: 7 }],
        order: ['Q60.rent', 'cake'],
      },
    );
    expect(made.items[0]?.money).toBe(false);
    expect(made.items.map((one) => one.id)).toEqual(['cake', 'Q60.rent', 'Q19', 'Q24', 'close']);
    expect(made.items[0]).toMatchObject({ sort: 'own', minutes: 7 });
    expect(made.items.reduce((sum, one) => sum + one.minutes, 0)).toBe(90);
  });

  test('a length that is none is refused', () => {
    expect(() => meetingAgenda(VIEW, [], { minutes: 5 })).toThrow(RangeError);
    expect(() =>
      meetingAgenda(VIEW, [], { minutes: 10, own: [{ id: 'long', text: 'Long', minutes: 20 }] }),
    ).toThrow(RangeError);
  });

  test('for any questions: at most five, one of a block, money never first, minutes to the length', () => {
    const any = fc.array(
      fc.record({
        id: fc.constantFrom(...RULES.map((rule) => rule.id)),
        score: fc.double({ min: 0, max: 2, noNaN: true }),
        about: fc.constantFrom([], ['rent'], ['town'], ['kitty']),
      }),
      { maxLength: 30 },
    );
    const order = fc.array(fc.constantFrom('Q60.rent', 'Q40', 'Q19', 'close', 'Q01', 'Q22.kitty'));
    fc.assert(
      fc.property(any, fc.integer({ min: 10, max: 300 }), order, (all, minutes, wished) => {
        const questions = all.map((one) => question(one.id, one.score, one.about));
        const { items } = meetingAgenda(VIEW, questions, { minutes, order: wished });
        const asked = items.filter((one) => one.sort === 'question' || one.sort === 'opening');
        const blocks = asked.flatMap((one) => one.block ?? []);
        expect(asked.length).toBeLessThanOrEqual(5);
        expect(new Set(blocks).size).toBe(blocks.length);
        expect(items[0]?.money).toBe(false);
        expect(['decision', 'not-now']).toContain(items.at(-1)?.sort);
        expect(items.reduce((sum, one) => sum + one.minutes, 0)).toBe(minutes);
        for (const one of items) expect(one.opensWith !== null).toBe(one.money);
      }),
      { numRuns: 200 },
    );
  });
});
