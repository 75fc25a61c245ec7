/** Minutes of a day, word by word; and what keeping them adds to the file. */
import { expect, test } from 'vitest';
import { applyOperations } from '#core/file/operations';
import { viewOf } from '#core/questions/testing';
import { minutesMarkdown, minutesOperations } from '#core/talk/minutes';

const TEXT = `potluck: 1
id: mill
name: The mill
kinds:
  eur: {unit: EUR, law: conserved}
pools:
  kitty: {name: Kitty, kind: eur}
decisions:
  keys:
    text: Two key holders from April
    question: Who could open on a Sunday?
    reasons: One illness closed us for a week.
    objections: "It costs *another* key."
    on: 2026-12-01
    review-on: 2027-03-01
    state: decided
  old: {text: Of another day, on: 2025-01-01}
trials:
  swap: {about: Give away forty packets, hoped: Newcomers, since: 2026-12-01, review-on: 2027-06-01, outcome: unknown}
x-answers:
  Q60.kitty: {state: answered, on: 2026-12-01, text: Half a year is enough.}
  Q12: {state: not-now, on: 2026-12-01}
  Q01: {state: answered, on: 2026-11-01, text: Of another day}
x-agenda:
  - {month: 2026-11, legs: [social]}
  - {month: 2026-12, legs: [financial]}
`;
const view = viewOf(TEXT);
const question = {
  id: 'Q60',
  about: ['kitty'],
  text: 'How long could we go on?',
  evidence: ['kitty'],
} as never;

test('questions with what they stand on, decisions with their dates, trials', () => {
  const rounds = [
    { question: 'What must last?', evidence: [], outcome: 'not-now' as const, text: null },
    { question: 'Shall we try?', evidence: ['kitty'], outcome: 'decided' as const, text: 'Yes, in spring.' },
  ];
  expect(
    minutesMarkdown(view, { on: '2026-12-01', questions: [question], rounds }),
  ).toBe(`# The mill: minutes of 2026-12-01

## What we talked about

### What must last?

- Not now.

### Shall we try?

- It stands on: Kitty.
- Yes, in spring.

### How long could we go on?

- It stands on: Kitty.
- We say: Half a year is enough.

### Q12

- Not now.

## What we decided

### Two key holders from April

- Who could open on a Sunday?
- Why: One illness closed us for a week.
- What spoke against it: It costs \\*another\\* key.
- We look at it again: 1 March 2027.

## What we try

### Give away forty packets

- What we hope for: Newcomers
- We look at it again: 1 June 2027.
`);
});

test('a day without anything says so', () => {
  expect(minutesMarkdown(view, { on: '2026-05-05' })).toBe(
    '# The mill: minutes of 2026-05-05\n\nNothing was written down on this day yet.\n',
  );
});

test('kept, they are an event of the history, and the legs of the month are remembered once', () => {
  const markdown = minutesMarkdown(view, { on: '2026-12-01' });
  const operations = minutesOperations(view, { on: '2026-12-01', markdown, legs: ['social', 'financial'] });
  const applied = applyOperations(TEXT, operations);
  const after = viewOf(applied.ok ? applied.text : '');
  expect(after.ever.history.map((one) => [one.id, one.on.text])).toEqual([
    ['minutes-2026-12-01', '2026-12-01'],
  ]);
  expect(String(after.ever.history[0]?.note)).toContain('Two key holders from April');
  expect(after.ever.x['x-agenda']).toEqual([
    { month: '2026-11', legs: ['social'] },
    { month: '2026-12', legs: ['social', 'financial'] },
  ]);
});
