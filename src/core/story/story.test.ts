/** What holds for every story, and the sentences that a story must get right. Whole stories are read in `cases/`. */
import { describe, expect, test } from 'vitest';
import { analyse } from '#core/analyses/analyse';
import type { View } from '#core/audience/view';
import { garden, viewOf } from '#core/questions/testing';
import { story } from '#core/story/story';

const tell = (view: View) =>
  story(view, analyse(view, ['who-bears', 'coverage'], { draws: 0 })).sentences.map((one) => one.text);
const told = (added: string, audience = 'stewards', day = '2026-03-01') => tell(garden(added, audience, day));

const openDay = (flows: string) => `pools:
  kitty: {name: Kitty, kind: eur, holder: core, deciders: [core]}
activities:
  open-day: {name: Open day, for: {gardeners: 0.7, street: 0.3}, price: free}
flows:
${flows}`;

describe('a story', () => {
  test('has at least five sentences, even of next to nothing', () => {
    const view = viewOf('potluck: 1\nid: new\nname: A new circle\nas-of: 2026-03-01\n');
    expect(tell(view)).toEqual([
      'Who belonged to a new circle in March 2026 is not written down yet.',
      'Who brings what is not drawn yet.',
      'What is held in common, and who decides on it, is not drawn yet.',
      'What it changed for anybody, nobody has told yet.',
      'A sentence is enough to begin: who brings what?',
    ]);
  });

  test('does not tell the public that something is missing where it is hidden', () => {
    const view = viewOf(
      'potluck: 1\nid: new\nname: A new circle\nas-of: 2026-03-01\nparties:\n  us: {name: All of us, type: circle, inside: true}\n',
      'public',
    );
    expect(tell(view).join(' ')).not.toMatch(/yet|nobody/i);
  });

  test('says who carries what is free, with amounts where there are some', () => {
    const sentences = told(
      openDay(
        '  a: {from: gardeners, to: open-day, amount: 24 h/month}\n  b: {name: Coordination, from: ana, to: open-day, amount: some h/month}\n',
      ),
    );
    expect(sentences).toContain(
      'The open day is free to use because people carry it: the gardeners with 24 hours a month and the core group with coordination.',
    );
    expect(sentences).toContain(
      'Of the 2 streams in this picture, 1 carries a number; the other is there, and nobody counted it.',
    );
    expect(sentences).toContain('How many hours the core group puts in, nobody has counted.');
  });

  test('an unknown amount is told as that, a hidden one as hidden', () => {
    const grant = openDay(
      '  g: {name: Town grant, from: town, to: kitty, amount: 1500 EUR/year, form: grant, status: agreed, until: 2026-12-31}\n',
    );
    const unknown = grant.replace('amount: 1500 EUR/year', 'amount: unknown EUR/year');
    expect(told(grant)).toContain(
      'The town council has agreed to give a grant of EUR 1,500 a year to the kitty, until 31 December 2026.',
    );
    expect(told(unknown)).toContain(
      'The town council has agreed to give a grant in EUR to the kitty, until 31 December 2026; the sum is not known.',
    );
    const covered = `openness:\n  public: {eur: existence}\n${grant}`;
    expect(told(covered, 'public')).toContain(
      'The town council has agreed to give a grant in EUR to the kitty, until 31 December 2026; how much is not shown here.',
    );
  });

  test('what is only hoped for is never told as done', () => {
    const sentences = told(
      openDay(
        '  h: {name: A shed, from: town, to: open-day, kind: eur, amount: unknown, form: gift, status: hoped}\n',
      ),
    );
    expect(sentences).toContain(
      'Spoken of, and not there yet: a shed from the town council for the open day.',
    );
    expect(sentences.filter((one) => one.startsWith('From outside'))).toEqual([]);
  });

  test('is true on its day: what ended is told as ended, what is to come is not told', () => {
    const flows =
      '  h: {name: Hosting, from: town, to: open-day, amount: unknown h/month, form: in-kind, since: 2020, until: 2025-06}\n  n: {name: Hosting, from: street, to: open-day, amount: unknown h/month, form: gift, since: 2025-08}\n';
    const now = told(openDay(flows));
    expect(now).toContain(
      'Hosting from the town council to the open day came to an end in June 2025; since then the street brings hosting.',
    );
    const before = told(openDay(flows), 'stewards', '2023-03-01').join(' ');
    expect(before).toContain('From outside, the town council brings hosting for the open day');
    expect(before).not.toMatch(/the street brings|came to an end|2025/);
  });

  test('tells an end that only hindsight knows as hindsight', () => {
    const flows =
      '  h: {name: Hosting, from: town, to: open-day, amount: unknown h/month, form: in-kind, since: 2020, until: 2025-06}\n';
    expect(told(openDay(flows), 'stewards', '2025-01-01')).toContain(
      'What nobody may have known yet: within a year end hosting from the town council (June 2025).',
    );
  });

  test('puts circles before persons', () => {
    expect(told(openDay('  b: {from: ana, to: open-day, amount: 12 h/month}\n')).join(' ')).not.toMatch(
      /ana|petrova/i,
    );
  });

  test('says that a loop was inferred where it was', () => {
    const view = garden(`${openDay('')}  x: {from: gardeners, to: open-day, amount: 2 h/month}
influences:
  - {id: i1, from: gardeners, to: open-day, sign: "+", because: {how: inferred}}
  - {id: i2, from: open-day, to: gardeners, sign: "+", because: {how: inferred}}
`);
    const loops = {
      analysis: 'loops',
      about: [],
      verdict: 'measured',
      evidence: [],
      loops: [{ nodes: ['gardeners', 'open-day'], arrows: ['i1', 'i2'], sign: 'R', delay: 0 }],
    } as const;
    const sentences = story(view, [loops]).sentences.map((one) => one.text);
    expect(sentences).toContain(
      'One loop feeds itself: the gardeners add to the open day and the open day adds to the gardeners; that is inferred, nobody measured it.',
    );
  });

  test('carries its evidence and its message with every sentence', () => {
    const view = garden(openDay('  a: {from: gardeners, to: open-day, amount: 24 h/month}\n'));
    const { sentences } = story(view, []);
    for (const { text, message, evidence } of sentences) {
      expect(message.text).toBe(text);
      expect(message.id).toMatch(/^story\./);
      expect(evidence.every((id) => view.thing(id) !== null)).toBe(true);
      expect(text).not.toMatch(/[{}]|undefined|null|NaN|\bshould\b|\bfault|\bwaste|free.?rider/i);
    }
  });
});
