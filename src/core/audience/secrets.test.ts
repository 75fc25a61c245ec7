/**
 * Nothing hidden comes out: a word that stands in every hidden field of every section, and communities that differ in what an
 * audience may not know and in nothing else. Looks at all that core can say of a view: its JSON, the file, findings,
 * questions, story, picture and errors.
 */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { analyse } from '#core/analyses/analyse';
import { disclose } from '#core/audience/disclose';
import type { View } from '#core/audience/view';
import { parse } from '#core/file/parse';
import { printCommunity } from '#core/file/print';
import { resolve } from '#core/file/resolve';
import { allThings, type Community, THING_SECTIONS } from '#core/model/community';
import { picture } from '#core/picture/svg';
import { ask } from '#core/questions/ask';
import { story } from '#core/story/story';
import { BLIND, type Secret, secretFile } from '#test/security/secret-file';

function community(text: string): Community {
  const { community: resolved, problems } = resolve(parse(text));
  if (resolved === null)
    throw new Error(problems.map((one) => `${one.line}: ${one.message.text}`).join('\n'));
  return resolved;
}

/** Everything that core says of a view. */
function everything(view: View): string {
  const findings = analyse(view, undefined, { draws: 0 });
  return [
    JSON.stringify(view),
    printCommunity(view.ever),
    JSON.stringify(findings),
    JSON.stringify(ask(view, findings)),
    JSON.stringify(story(view, findings)),
    picture(view),
  ].join('\n');
}

const CANARY: Secret = { word: 'canary', much: 987654, day: '2017-05-19' };

const withSecret = (secret: Secret): Community => community(secretFile(secret));

describe('nothing hidden leaks', () => {
  test('every section of a file holds something to hide, and the core does read it', () => {
    const file = withSecret(CANARY);
    const core = JSON.stringify(disclose(file, { audience: 'stewards', day: '2026-03-01' }));
    for (const section of THING_SECTIONS)
      expect([section, file[section].length > 0]).toEqual([section, true]);
    expect(allThings(file).length).toBeGreaterThan(40);
    expect(core.match(/canary/gi)?.length).toBeGreaterThan(80);
  });

  test.each(BLIND)('no canary for %s, in anything that core says', (audience) => {
    const file = withSecret(CANARY);
    for (const day of ['2026-03-01', '2017-06-01']) {
      const said = everything(disclose(file, { audience, day }));
      const told = [...said.matchAll(/.{0,80}(?:canary|nightingale|987654|987_654|2017-05).{0,40}/gi)].map(
        (one) => one[0],
      );
      expect(told).toEqual([]);
    }
  });

  test('nobody learns who wrote an anonymous note, stewards neither; who wrote it still does', () => {
    const file = withSecret(CANARY);
    const by = (audience: string) =>
      disclose(file, { audience, day: '2026-03-01' }).voices.find((one) => one.id === 'o2')?.by;
    expect([by('stewards'), by('core'), by('members'), by('partner:town')]).toEqual([
      null,
      null,
      null,
      'town',
    ]);
  });

  test('errors name nobody who is hidden', () => {
    let told = '';
    try {
      disclose(withSecret(CANARY), { audience: 'nobody', day: '2026-03-01' });
    } catch (error) {
      told = String(error);
    }
    expect(told).toMatch(/No audience nobody/);
    expect(told).not.toMatch(/canary/i);
  });
});

describe('non-interference', () => {
  const secret = fc.record({
    word: fc.stringMatching(/^q[a-z]{5,9}$/),
    much: fc.integer({ min: 2, max: 1e6 }),
    day: fc.constantFrom('2019-02-03', '2024-07-01', '2025-12-31'),
  });

  test('communities that differ only in what an audience may not know give it the same bytes', () => {
    fc.assert(
      fc.property(secret, secret, fc.constantFrom(...BLIND), (one, other, audience) => {
        const bytes = (of: Secret) => everything(disclose(withSecret(of), { audience, day: '2026-03-01' }));
        expect(bytes(one)).toBe(bytes(other));
      }),
      { numRuns: 8 },
    );
  }, 120_000);

  test('two ways of giving the same sums give the same bytes: who gave how much of it is not to be seen', () => {
    const givers = ['p1', 'p2', 'p3', 'p4'];
    const file = (amounts: readonly number[]): Community =>
      community(
        `potluck: 1\nid: sums\nname: Sums\nas-of: 2026-03-01\nsee: core\nparties:\n  ring: {type: circle, inside: true, see: public}\n${givers.map((id) => `  ${id}: {type: person, inside: true, in: ring}`).join('\n')}\nactivities:\n  fair: {for: {ring: 1}, see: public}\nopenness:\n  members: {hours: aggregate}\nflows:\n${givers.map((id, at) => `  f${at}: {from: ${id}, to: fair, amount: ${amounts[at]} h/month}`).join('\n')}\n`,
      );
    const bytes = (amounts: readonly number[]) =>
      everything(disclose(file(amounts), { audience: 'members', day: '2026-03-01' }));
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 9 }), fc.integer({ min: 0, max: 9 }), (a, b) => {
        expect(bytes([20 + a, 20 - a, 20 + b, 20 - b])).toBe(bytes([20, 20, 20, 20]));
      }),
      { numRuns: 6 },
    );
    expect(bytes([20, 20, 20, 20])).toContain('80 h/month');
  }, 60_000);
});
