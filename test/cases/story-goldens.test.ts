/**
 * The stories and questions of every case, at each of its snapshots, for the stewards and for the public. What is
 * expected was read by a person before it was accepted; `POTLUCK_ACCEPT=1` writes it anew, to be read again.
 */
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { analyse } from '#core/analyses/analyse';
import { disclose } from '#core/audience/disclose';
import { parse } from '#core/file/parse';
import { resolve } from '#core/file/resolve';
import type { Community } from '#core/model/community';
import { nameOf } from '#core/model/fact';
import { ask } from '#core/questions/ask';
import { story } from '#core/story/story';

const CASES = new URL('../../cases/', import.meta.url);
const ACCEPT = process.env['POTLUCK_ACCEPT'] === '1';
const AUDIENCES = ['stewards', 'public'] as const;

interface Case {
  readonly name: string;
  readonly community: Community;
  readonly days: readonly string[];
}

function read(name: string): Case {
  const file = new URL(`${name}/community.yaml`, CASES);
  const { community, problems } = resolve(
    parse(readFileSync(file, 'utf8'), { file: `cases/${name}/community.yaml` }),
  );
  if (community === null)
    throw new Error(`${name}: ${problems.map((one) => `${one.code} in line ${one.line}`).join(', ')}`);
  const shelf = community.x['x-shelf'] as { readonly snapshots?: readonly string[] } | undefined;
  return { name, community, days: shelf?.snapshots ?? [community.asOf?.text ?? '2026'] };
}

const names = readdirSync(CASES).filter((name) => existsSync(new URL(`${name}/community.yaml`, CASES)));

function expected(name: string, file: string, actual: string): string {
  const folder = new URL(`${name}/expected/`, CASES);
  const path = new URL(file, folder);
  if (ACCEPT) {
    mkdirSync(folder, { recursive: true });
    writeFileSync(path, actual);
  }
  return existsSync(path)
    ? readFileSync(path, 'utf8')
    : '(nothing is expected yet: POTLUCK_ACCEPT=1 writes it, then read it)';
}

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
  const templates = readdirSync(new URL('templates/', CASES)).map((name) => `templates/${name}`);

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
