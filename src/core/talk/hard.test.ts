/** Topics that can be marked, and the one question; voices and the circles that may be named. */
import { expect, test } from 'vitest';
import { applyOperations } from '#core/file/operations';
import { viewOf } from '#core/questions/testing';
import { hardQuestion, leastMarks, markable, STANDING_TOPICS, topicName } from '#core/talk/hard';
import { circleToName, voiceOperation } from '#core/talk/voice';

const TEXT = `potluck: 1
id: mill
name: The mill
size: 12
see: members
kinds:
  eur: {unit: EUR, law: conserved}
parties:
  core: {name: Core group, type: circle, circle: core, inside: true, size: 5}
  two: {name: The two, type: circle, inside: true, size: 2}
  some: {name: Some, type: circle, inside: true}
  ana: {name: Ana, type: person, in: core, inside: true}
pools:
  kitty: {name: Kitty, kind: eur, holder: ana}
  secret: {name: Hidden chest, kind: eur, see: stewards}
`;

test('three of twelve are enough, five of forty; where nobody said how many, three', () => {
  expect(leastMarks(viewOf(TEXT))).toBe(3);
  expect(leastMarks(viewOf(TEXT.replace('size: 12', 'size: 40')))).toBe(5);
  expect(leastMarks(viewOf(TEXT.replace('size: 12\n', '')))).toBe(3);
});

test('a pool can be marked, a person and a circle cannot, and what is hidden from me is not offered', () => {
  const mine = markable(viewOf(TEXT, 'members')).map((one) => one.topic);
  expect(mine).toEqual([...STANDING_TOPICS, 'kitty']);
  expect(markable(viewOf(TEXT)).map((one) => one.topic)).toContain('secret');
  expect(topicName(viewOf(TEXT), 'ana')).toBeNull();
  expect(topicName(viewOf(TEXT, 'members'), 'secret')).toBeNull();
});

test('one question: under which conditions', () => {
  expect(hardQuestion(viewOf(TEXT), 'topic:pay')?.text).toBe(
    'Several of us find who is paid and who is not hard to talk about. Under which conditions could we?',
  );
  expect(hardQuestion(viewOf(TEXT), 'kitty')?.text).toBe(
    'Several of us find the kitty hard to talk about. Under which conditions could we?',
  );
  expect(hardQuestion(viewOf(TEXT, 'members'), 'secret')).toBeNull();
});

test('a circle of five may be named, one of two, one of unknown size and a person may not', () => {
  const view = viewOf(TEXT);
  expect(['core', 'two', 'some', 'ana', 'nobody', null].map((one) => circleToName(view, one))).toEqual([
    'core',
    null,
    null,
    null,
    null,
    null,
  ]);
});

test('a voice goes where it belongs, without a day where it has no name', () => {
  const voice = {
    sort: 'dispute' as const,
    about: 'kitty',
    circle: 'core',
    text: 'Seeds or tea?',
    name: null,
  };
  expect(voiceOperation(voice, 'v1', '2026-12-01')).toEqual({
    op: 'put',
    section: 'voices',
    id: 'v1',
    value: {
      about: 'kitty',
      type: 'dispute',
      by: 'core',
      anonymous: true,
      text: 'Seeds or tea?',
      because: { how: 'told' },
    },
  });
  const worth = voiceOperation({ ...voice, sort: 'worth', name: 'Ana' }, 'w1', '2026-12-01');
  expect(worth).toMatchObject({
    section: 'worth',
    value: { for: 'core', since: '2026-12-01', because: { by: 'Ana' } },
  });
  const applied = applyOperations(TEXT, [voiceOperation(voice, 'v1', '2026-12-01'), worth]);
  const view = viewOf(applied.ok ? applied.text : '');
  expect(view.voices.map((one) => [one.id, one.type, one.anonymous])).toEqual([['v1', 'dispute', true]]);
  expect(view.ever.worth.map((one) => one.id)).toEqual(['w1']);
});
