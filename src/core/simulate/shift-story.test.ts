import { describe, expect, test } from 'vitest';
import { compile } from '#core/simulate/compile/compile';
import { presets } from '#core/simulate/presets';
import { shiftStory } from '#core/simulate/shift-story';
import { caseNames, caseText, viewOf } from '../../../test/shelf';

const TEXT = `
potluck: 1
id: stretch
name: Two of each
as-of: 2026-01-01
kinds:
  hours: {unit: h, law: perishable}
parties:
  core: {name: Core group, type: circle, circle: core, inside: true, size: 5}
  members: {name: Members, type: circle, circle: active, inside: true, size: 50}
activities:
  list: {for: {members: 1}, needs: {hosting: {name: Hosting, amount: 40 h/month, grows: 0}, moderation: {name: Moderation, amount: 30 h/month, grows: 1.5}}}
flows:
  steady: {from: core, to: list, fulfils: hosting, amount: 60 h/month, grows: 0}
  growing: {from: members, to: list, fulfils: moderation, amount: 36 h/month, grows: 1}
quantities: {noise: {name: Noise}}
influences:
  - {id: i1, from: members, to: list, sign: "+", after: 1 month}
  - {id: i2, from: list, to: members, sign: "+", after: 3 months}
  - {id: i3, from: members, to: noise, sign: "+", after: 1 month}
  - {id: i4, from: noise, to: members, sign: "-", after: 2 months}
scenarios:
  place: {changes: [{cut: i2}, {cut: i4}, {add: {influences: [{id: i5, from: noise, to: members, sign: "-", after: 6 months}, {id: i6, from: list, to: core, sign: "+"}, {id: i7, from: core, to: list, sign: "+"}]}}]}
`;
const view = viewOf(TEXT);
const story = shiftStory(view, { scenario: 'place' });

describe('the story of a shift', () => {
  test('moderation breaks first: 30 s^1.5 = 36 s at s = 1.44', () => {
    expect(story.stretches.map((one) => one.need)).toEqual(['moderation', 'hosting']);
    expect(story.stretches[0]?.breaks).toBeCloseTo(1.44, 6);
    expect(story.stretches[1]?.breaks).toBeNull();
    expect(story.sentences.map((one) => one.text)).toContain(
      'Moderation breaks first, at about 1.4 times our size.',
    );
    expect(story.sentences.map((one) => one.text)).toContain('One need stretches with us: Hosting.');
  });

  test('who bears what at each size: the members’ 36 hours double, the core’s 60 stay', () => {
    const at = (size: number) =>
      story.bears.find((one) => one.kind === 'hours' && one.size === size)?.bearers;
    expect(at(1)).toEqual([
      { party: 'core', amount: 60, share: 60 / 96 },
      { party: 'members', amount: 36, share: 36 / 96 },
    ]);
    expect(at(2)?.map((one) => one.amount)).toEqual([60, 72]);
    expect(at(0.5)?.map((one) => one.amount)).toEqual([60, 18]);
    expect(story.sentences.map((one) => one.text)).toContain(
      'At 4 times our size Members would carry 71% of the hours; now it is 38%.',
    );
  });

  test('a loop is lost, one is gained, one is felt later', () => {
    expect(story.loops.lost).toEqual([{ nodes: ['list', 'members'], delay: [4, null] }]);
    expect(story.loops.gained.map((one) => one.nodes)).toEqual([['core', 'list']]);
    expect(story.loops.changed).toEqual([{ nodes: ['members', 'noise'], delay: [3, 7] }]);
  });

  test('what any community can try tells its loops too', () => {
    const lost = presets(view, compile(view)).find((one) => one.id === 'loop-lost');
    const told = shiftStory(view, { changes: lost?.written ?? [] });
    expect(told.loops.lost).toHaveLength(1);
    expect(told.sentences.map((one) => one.text)).toContainEqual(
      expect.stringMatching(/^One loop is lost: /),
    );
    expect(shiftStory(view, { changes: [] }).loops).toEqual({ lost: [], gained: [], changed: [] });
  });

  test('worth by three laws, each an assumption: today it is just worth what it takes', () => {
    expect(story.network.map((one) => one.law)).toEqual(['n-log-n', 'linear', 'power']);
    for (const one of story.network) {
      const now = one.points.find((point) => point.size === 1);
      expect(now?.worth).toBeCloseTo(70, 9);
      expect(now?.cost).toBeCloseTo(70, 9);
      expect(one.says.text).toContain('assumption');
    }
  });

  test.each(caseNames())('%s has one', (name) => {
    const told = shiftStory(viewOf(caseText(name)));
    for (const one of told.sentences) expect(one.text).not.toMatch(/undefined|NaN|\{/);
    expect(told.sentences.length).toBeGreaterThan(0);
  });
});
