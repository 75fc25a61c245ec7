/** Minutes of rounds: what stands in them, what does not, and that words stay words. */
import { expect, test } from 'vitest';
import { type MinutedRound, roundMinutes } from '#core/round-minutes';
import { tally } from '#core/talk/tally';

const market: MinutedRound = {
  question: { text: 'What should we stop?', why: 'The core gives most.', evidence: [{ text: 'Open day' }] },
  anonymous: true,
  joined: 8,
  options: [{ text: 'The winter market' }],
  result: tally(
    'consent',
    [{ id: 'o1', text: 'The winter market' }],
    [{ consent: true }, { consent: true }, { aside: true }, { objection: 'Some live *by* it.' }],
    3,
    () => 0,
  ),
  record: {
    outcome: 'decided',
    text: 'A smaller market',
    reasons: 'Fewer tables to carry.',
    who: ['core', 'whoever likes'],
    review: '2026-12-31',
    audience: 'members',
    on: '2026-11-22',
  },
  notes: null,
  on: '2026-11-22',
};
const places: MinutedRound = {
  ...market,
  question: { text: 'Where do we meet?', why: null, evidence: [] },
  joined: 1,
  options: [],
  result: tally(
    'dots',
    [
      { id: 'o1', text: 'Hall' },
      { id: 'o2', text: 'Barn' },
    ],
    [{ dots: { o1: 1 } }, { dots: { o2: 1 } }, { dots: {} }],
    3,
    () => 0,
  ),
  record: {
    ...market.record,
    outcome: 'not-now',
    text: 'In spring',
    reasons: null,
    who: [],
    review: null,
  } as never,
  notes: [{ text: '# not a heading' }],
};

test('questions, evidence, what it came to, the decision and its day', () => {
  const text = roundMinutes('The garden', [market], (party) => (party === 'core' ? 'Core group' : party));
  expect(text).toBe(`# The garden: minutes of 22 November 2026

## What should we stop?

8 people took part.

Why we asked: The core gives most.

### What it rests on

- Open day

### What there was to choose from

- The winter market

### What it came to

- Of 4 answers: 2 for it, 1 aside, one objection.
- Objection: Some live \\*by\\* it.

**Decided: A smaller market**

- Why: Fewer tables to carry.
- Who: Core group, whoever likes
- We look at it again on 31 December 2026.
`);
});

test('several rounds stand under one heading; notes stand in them where that is asked for; a tie is said to be one', () => {
  const text = roundMinutes('The garden', [market, places], (party) => party);
  expect(text.match(/^# /gm)).toHaveLength(1);
  expect(text).toContain('## Where do we meet?\n\nOne person took part.');
  expect(text).toContain('### What was written, in no order\n\n- \\# not a heading');
  expect(text).toContain(
    '- Hall: one dot from one person\n- Barn: one dot from one person\n- The first place is shared; the group decides.',
  );
  expect(text).toContain('**Not now: In spring**');
});

test('a round without a record, in which too few answered, says both', () => {
  const result = tally('score', [{ id: 'o1', text: 'Hall' }], [{ scores: { o1: 5 } }], 3, () => 0);
  const text = roundMinutes(
    'The garden',
    [{ ...places, result, record: null, notes: null }],
    (party) => party,
  );
  expect(text).toContain('- Too few answered for anything to be told.');
  expect(text).toContain('Nothing was recorded yet.');
  expect(text).not.toContain('Hall');
});
