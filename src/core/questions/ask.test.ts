/** The order of questions, a community's own words for them, and the rules of wording that hold for all. */
import { readdirSync } from 'node:fs';
import { compileMessage } from '@lingui/message-utils/compileMessage';
import { describe, expect, test } from 'vitest';
import { ask } from '#core/questions/ask';
import type { Asked, QuestionRule } from '#core/questions/define';
import { RULES } from '#core/questions/index';
import { finding, garden } from '#core/questions/testing';
import { templates } from '#core/words/message';

const said = (id: string) => ({ id, params: {}, text: `${id}?` });

function rule(
  id: string,
  block: string,
  found: Partial<Asked>[],
  more: Partial<QuestionRule> = {},
): QuestionRule {
  const asks = found.map(
    (one): Asked => ({
      state: 'ask',
      message: said(id),
      why: said(`${id}.why`),
      evidence: [],
      about: [],
      distance: 0.5,
      ...one,
    }),
  );
  return { id, block, reads: [], trigger: '', followUps: [], tender: false, asks: () => asks, ...more };
}

const order = (rules: readonly QuestionRule[], more = {}) =>
  ask(garden(), [], { rules, ...more }).map((one) => one.id);

describe('the order of questions', () => {
  test('what lies further past its threshold comes first, after one of strength or worth', () => {
    const rules = [
      rule('A', 'B6', [{ distance: 0.9 }]),
      rule('B', 'B7', [{ distance: 1 }]),
      rule('C', 'B3', [{ distance: 0.1 }], { opens: true }),
    ];
    expect(order(rules)).toEqual(['C', 'B', 'A']);
  });

  test('money is never first', () => {
    const rules = [rule('M', 'B9', [{ distance: 1 }], { money: true }), rule('A', 'B6', [{ distance: 0.1 }])];
    expect(order(rules)).toEqual(['A', 'M']);
    const opening = rule('O', 'B4', [{ distance: 1 }], { opens: true, money: true });
    expect(order([opening, rule('A', 'B6', [{ distance: 0.1 }])])).toEqual(['A', 'O']);
  });

  test('what is poorly known weighs less: distance times completeness', () => {
    const rules = [
      rule('A', 'B6', [{ distance: 0.9 }]),
      rule('B', 'B7', [{ distance: 0.9, kind: 'hours' }]),
      rule('C', 'B8', [{ distance: 0.5 }]),
    ];
    const findings = [finding('completeness', [], { kappa: 0.5 }, { kind: 'hours' })];
    expect(ask(garden(), findings, { rules }).map((one) => one.id)).toEqual(['A', 'C', 'B']);
  });

  test('an offer comes after what is asked, and a rule offers once', () => {
    const rules = [
      rule('A', 'B6', [
        { state: 'offer', distance: 0.9, about: ['x'] },
        { state: 'offer', distance: 1, about: ['y'] },
      ]),
      rule('B', 'B7', [{ distance: 0.4 }]),
    ];
    expect(ask(garden(), [], { rules }).map((one) => [one.id, one.about])).toEqual([
      ['B', []],
      ['A', ['y']],
    ]);
  });

  test('a rule that has spoken steps back', () => {
    const rules = [
      rule('A', 'B6', [
        { distance: 0.8, about: ['x'] },
        { distance: 0.8, about: ['y'] },
      ]),
      rule('B', 'B7', [{ distance: 0.6 }]),
    ];
    expect(order(rules)).toEqual(['A', 'B', 'A']);
  });

  test('chosen blocks weigh twice, what was asked lately a quarter', () => {
    const rules = [
      rule('A', 'B6', [{ distance: 0.5 }]),
      rule('B', 'B7', [{ distance: 0.4 }]),
      rule('C', 'B8', [{ distance: 0.3 }]),
    ];
    expect(order(rules, { blocks: ['B7'] })).toEqual(['B', 'A', 'C']);
    expect(order(rules, { lately: ['A'] })).toEqual(['B', 'C', 'A']);
  });
});

describe('who is asked what', () => {
  test('tender questions never appear for the public, and do for the stewards', () => {
    const file =
      'accounts:\n  roof: {who: core, towards: town, about: The roof, size: M, since: 2019, state: unspoken}\n';
    expect(ask(garden(file), []).some((one) => one.id === 'Q17' && one.tender)).toBe(true);
    expect(ask(garden(file, 'public'), []).filter((one) => one.tender)).toEqual([]);
  });

  test('a circle smaller than the audience may see becomes some of us', () => {
    const own = [finding('payer-beneficiary', ['core'], { return: 0 })];
    const circle = (audience: string) => ask(garden('', audience), own).find((one) => one.id === 'Q65')?.text;
    expect(circle('stewards')).toBe('What comes back to the core group, in any form?');
    expect(circle('members')).toBe('What comes back to the core group, in any form?');
    const few = garden('', 'peers').toJSON();
    expect(few.audience).toBe('peers');
  });

  test('a community rewords, adds and retires questions', () => {
    const file = `questions:
  Q01: {text: What do we want to leave to our children?}
  Q12: {retired: true, why: We asked it often enough.}
  G01: {text: Who waters the pots in August?, block: B6, why: Three died last year.}
`;
    const questions = ask(garden(file), []);
    const first = questions.find((one) => one.id === 'Q01');
    expect(first?.text).toBe('What do we want to leave to our children?');
    expect(questions.some((one) => one.id === 'Q12')).toBe(false);
    const own = questions.find((one) => one.id === 'G01');
    expect([own?.text, own?.block, own?.why, own?.state]).toEqual([
      'Who waters the pots in August?',
      'B6',
      'Three died last year.',
      'ask',
    ]);
  });

  test('own words keep the names that the question is about', () => {
    const file = `activities:\n  tour: {name: Weekly tour}\nquestions:\n  Q38: {text: "Who would miss {activity}, and who {nobody}?"}\n`;
    expect(ask(garden(file), []).find((one) => one.id === 'Q38')?.text).toBe(
      'Who would miss the weekly tour, and who {nobody}?',
    );
  });
});

describe('the bank', () => {
  const files = readdirSync(new URL('./rules/', import.meta.url)).filter((name) => name.endsWith('.ts'));

  test('the index is the folder: seventy-eight rules, one a file', () => {
    expect(RULES).toHaveLength(78);
    expect(RULES.map((one) => one.id)).toEqual(files.sort().map((name) => name.slice(0, 3).toUpperCase()));
    expect(new Set(RULES.map((one) => one.id)).size).toBe(78);
  });

  test('every follow-up exists and is another question', () => {
    const known = new Set(RULES.map((one) => one.id));
    for (const { id, followUps } of RULES) {
      expect(followUps.length, id).toBeGreaterThan(0);
      for (const next of followUps) {
        expect(known.has(next), `${id} leads to ${next}`).toBe(true);
        expect(next).not.toBe(id);
      }
    }
  });

  const words = [...templates()].filter(([id]) => id.startsWith('question.'));

  test('no template blames, and every one compiles', () => {
    expect(words.length).toBeGreaterThan(78 * 2);
    for (const [id, icu] of words) {
      expect(icu, id).not.toMatch(/\bshould\b|\bfault|\bwaste|free.?rider/i);
      expect(Array.isArray(compileMessage(icu)) || !icu.includes('{'), `${id} does not compile`).toBe(true);
    }
  });

  test('every offer says that we cannot tell, and asks whether it is worth finding out', () => {
    const offers = words.filter(([id]) => id.endsWith('.offer'));
    expect(offers.length).toBeGreaterThan(40);
    for (const [id, icu] of offers)
      expect(icu, id).toMatch(/^We cannot tell whether [\s\S]*\. Is it worth finding out\?$/);
  });

  test('every question is a question, and every reason a sentence', () => {
    for (const { id } of RULES) {
      expect(templates().get(`question.${id}`), id).toMatch(/[?]$|\ballow\?$/);
      expect(templates().get(`question.${id}.why`), id).toMatch(/[.}]$/);
    }
  });
});
