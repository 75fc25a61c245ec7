/**
 * The stories and questions of every case, at each of its snapshots, for the stewards and for the public. What is
 * expected was read by a person before it was accepted; `POTLUCK_ACCEPT=1` writes it anew, to be read again.
 */
import { describe, expect, test } from 'vitest';
import { analyse } from '#core/analyses/analyse';
import { disclose } from '#core/audience/disclose';
import { nameOf } from '#core/model/fact';
import { ask } from '#core/questions/ask';
import { story } from '#core/story/story';
import { caseNames, expectedOf, patternNames, readSnapshots } from '#test/cases/read-snapshots';

const AUDIENCES = ['stewards', 'public'] as const;

const names = caseNames;
const read = readSnapshots;
const expected = expectedOf;

test('there are cases to read', () => {
  expect(names).toContain('km4dev');
  expect(names).toContain('allotment-school');
});

describe.each(names)('%s', (name) => {
  const { community, days } = read(name);
  const moments = days.flatMap((day) => AUDIENCES.map((audience) => ({ day, audience })));

  test.each(moments)('$day for the $audience: the story', ({ day, audience }) => {
    const view = disclose(community, { audience, day });
    const { sentences } = story(view, analyse(view));
    expect(sentences.length).toBeGreaterThanOrEqual(5);
    expect(sentences.length).toBeLessThanOrEqual(15);
    const text = `${sentences.map((one) => one.text).join('\n')}\n`;
    expect(text).toBe(expected(name, `story-${day}-${audience}.txt`, text));
  });

  test.each(moments)('$day for the $audience: the questions', ({ day, audience }) => {
    const view = disclose(community, { audience, day });
    const questions = ask(view, analyse(view)).map(({ id, state, block, text, why, tender, evidence }) => ({
      id,
      state,
      block,
      text,
      why,
      tender,
      evidence,
    }));
    const text = `${JSON.stringify(questions, null, 2)}\n`;
    expect(text).toBe(expected(name, `questions-${day}-${audience}.json`, text));
  });
});

describe('whatever is read, by whomever', () => {
  const templates = patternNames;

  test.each([...names, ...templates])('%s: no question names a person or blames anybody', (name) => {
    const { community, days } = read(name);
    const persons = community.parties
      .filter((party) => party.type === 'person')
      .map((party) => nameOf(party));
    let asked = 0;
    for (const audience of ['stewards', 'core', 'members', 'peers', 'public']) {
      const view = disclose(community, { audience, day: days.at(-1) ?? '2026' });
      const findings = analyse(view, undefined, { draws: 0 });
      const texts = ask(view, findings).flatMap((one) => [one.text, one.why]);
      asked += texts.length;
      for (const text of [...texts, ...story(view, findings).sentences.map((one) => one.text)]) {
        expect(text).not.toMatch(/[{}]|undefined|NaN|\bnull\b|\bshould\b|\bfault|\bwaste|free.?rider/i);
      }
      for (const person of persons) for (const text of texts) expect(text).not.toContain(person);
    }
    expect(asked).toBeGreaterThan(10);
  });
});
