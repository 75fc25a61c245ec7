/** Answers become a file that can be read, and go out of it again without a trace. */
import { describe, expect, test } from 'vitest';
import { applyOperations, type Operation } from '#core/file/operations';
import { parse } from '#core/file/parse';
import { resolve } from '#core/file/resolve';
import { EXAMPLES, examplesFor } from '#core/interview/examples';
import type { Known } from '#core/interview/names';
import { type Expects, readAnswer } from '#core/interview/read-answer';
import { writeAnswers } from '#core/interview/write-answers';
import { allThings, type Community } from '#core/model/community';
import { nameOf } from '#core/model/fact';

const START = 'potluck: 1\nid: ours\nname: Ours\n# a comment of ours\nlanguages: [en]\n';

function community(text: string): Community {
  const { community: resolved, problems } = resolve(parse(text));
  if (resolved === null)
    throw new Error(problems.map((one) => `${one.line}: ${one.message.text}`).join('\n'));
  return resolved;
}

function knownOf(of: Community): Known {
  return {
    things: allThings(of).map((thing) => ({
      id: thing.id,
      name: nameOf(thing),
      section: thing.section,
      inside: 'inside' in thing && thing.inside,
      kind: thing.section === 'pools' ? thing.kind : null,
      hasRhythm: thing.section === 'activities' && thing.rhythm !== null,
    })),
    kinds: of.kinds.map(({ id, unit, currency }) => ({ id, unit, currency })),
    languages: of.languages,
  };
}

function apply(text: string, operations: readonly Operation[]): string {
  const applied = applyOperations(text, operations);
  if (!applied.ok) throw new Error(applied.refusals[0]?.message.text);
  return applied.text;
}

/** Tells one thing after the other, each confirmed as it is read. */
function told(start: string, ...answers: readonly (readonly [Expects, string])[]): string {
  return answers.reduce((text, [expects, sentence]) => {
    const known = knownOf(community(text));
    return apply(text, writeAnswers(readAnswer(sentence, expects, known), known).operations);
  }, start);
}

describe('what is told', () => {
  test('a community told from nothing can be read, with sizes, rhythm, stock and distance', () => {
    const ours = community(
      told(
        START,
        ['inside', '4 organisers and about 30 members'],
        ['doing', 'repair evening every month'],
        ['pools', 'a kitty'],
        ['pools', 'a kitty of 350 euros'],
        ['brings', 'members pay 20 euros a year into the kitty'],
        ['feeds', 'more members tire the organisers'],
        ['wish', 'Anyone may come.'],
      ),
    );
    expect(ours.parties.map((party) => [party.name, party.circle, party.size[0]?.value.text])).toEqual([
      ['Organisers', 'core', '4'],
      ['Members', 'active', 'about 30'],
    ]);
    expect(ours.activities[0]?.rhythm?.text).toBe('1 / month');
    expect(ours.pools).toHaveLength(1);
    expect(ours.flows[0]).toMatchObject({ from: 'members', to: 'kitty', form: 'due' });
    expect(ours.influences[0]).toMatchObject({ from: 'members', to: 'organisers', sign: '-' });
    expect(ours.vision[0]?.text).toBe('Anyone may come.');
  });

  test('"each time" is kept where there is a rhythm to tell it by, and is left open where there is none', () => {
    const text = told(
      START,
      ['doing', 'repair evening every month, a feast'],
      ['takes', 'The repair evening takes 20 euros per meeting'],
      ['takes', 'The feast takes 90 euros per meeting'],
    );
    expect(community(text).needs.map((need) => need.amount[0]?.value.text)).toEqual([
      '20 EUR/event',
      '90 EUR',
    ]);
  });

  test('a kind that the file has is never declared again', () => {
    const own = `${START}kinds:\n  things: {name: Our own word, unit: thing, law: conserved}\n`;
    const text = told(own, ['anything', 'the town lets us use the hall']);
    expect(text.match(/things:/g)).toHaveLength(1);
    expect(text).toContain('Our own word');
  });

  test('what is not understood is in the file, in the same words', () => {
    const text = told(START, ['anything', 'Thursdays are lovely'], ['anything', 'It rained: a lot']);
    expect(community(text).x['x-notes']).toEqual(['Thursdays are lovely', 'It rained: a lot']);
  });

  test.each([
    'Helvetas gives 2 days a month to the mailing list',
    'members pay 20 euros a year',
    'the town lets us use the hall',
    'nobody knows what the wiki costs',
    'more visitors tire the core',
    'the bakery brings 5 kilos of flour a week',
  ])('taken back, nothing is left of: %s', (sentence) => {
    const known = knownOf(community(START));
    const written = writeAnswers(readAnswer(sentence, 'anything', known), known);
    const after = apply(apply(START, written.operations), written.undoes ?? []);
    expect(allThings(community(after))).toEqual([]);
    expect(after.startsWith(START.trimEnd())).toBe(true);
  });
});

describe('examples to tap', () => {
  const languages = Object.keys(EXAMPLES);

  test.each(languages)('in %s every one is read as what was asked, and the file stays sound', (language) => {
    const start = START.replace('[en]', `[${language}]`);
    let count = 0;
    for (const expects of Object.keys(EXAMPLES[language] ?? {}) as Expects[]) {
      for (const example of examplesFor(expects, language, 'Taller')) {
        const answers = readAnswer(example, expects, knownOf(community(start)));
        count += 1;
        // A question that has no answer yet may be kept as it is.
        if (expects !== 'unknown')
          expect(
            answers.map((answer) => answer.sort),
            example,
          ).not.toContain('note');
        expect(() => community(told(start, [expects, example])), example).not.toThrow();
      }
    }
    expect(count).toBeGreaterThan(20);
  });

  test('without a name none is shown that needs one', () => {
    expect(examplesFor('takes', 'en', null)).toEqual([]);
    expect(examplesFor('takes', 'en', 'Soup night')[0]).toBe('Soup night takes 30 hours a month');
  });
});
