import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { stringify } from 'yaml';
import { parse } from '#core/file/parse';
import { print, printCommunity } from '#core/file/print';
import { resolve } from '#core/file/resolve';
import type { Community } from '#core/model/community';
import { someCommunity } from '#test/file/some-community';

const example = readFileSync('cases/allotment-school/community.yaml', 'utf8');

function community(text: string): Community {
  const resolved = resolve(parse(text));
  expect(resolved.problems.filter((problem) => problem.severity === 'error')).toEqual([]);
  return resolved.community as Community;
}

describe('a draft that nobody changed gives its own text back', () => {
  test('the example, byte for byte, and with the line ends of Windows', () => {
    expect(print(parse(example))).toBe(example);
    const windows = example.replaceAll('\n', '\r\n');
    expect(print(parse(windows))).toBe(windows);
    expect(community(windows).flows.length).toBe(7);
  });

  test('any text at all', () => {
    fc.assert(
      fc.property(
        fc.oneof(fc.string({ unit: 'binary' }), fc.lorem({ mode: 'sentences' }), fc.json()),
        (text) => {
          expect(print(parse(text))).toBe(text);
        },
      ),
    );
  });

  test('any community, with comments in it', () => {
    fc.assert(
      fc.property(someCommunity, fc.nat(), (file, at) => {
        const lines = stringify(file).split('\n');
        lines.splice(at % lines.length, 0, '# a comment');
        const text = lines.join('\n');
        expect(print(parse(text))).toBe(text);
      }),
      { numRuns: 10 },
    );
  }, 60_000);

  test('a changed document keeps its comments and the spelling of what was not changed', () => {
    const draft = parse(
      "potluck: 1 # first\nid: garden\nparties:\n  # who we are\n  ana: {size: 1'200} # many\n",
    );
    draft.document?.setIn(['parties', 'ana', 'inside'], true);
    expect(print(draft)).toBe(
      "potluck: 1 # first\nid: garden\nparties:\n  # who we are\n  ana: {size: 1'200, inside: true} # many\n",
    );
  });
});

describe('a community is written so that it reads the same', () => {
  test('the example', () => {
    const once = community(example);
    const text = printCommunity(once);
    expect(community(text)).toEqual(once);
    expect(text.startsWith('potluck: 1\nid: allotment-school\nname: The allotment school\n')).toBe(true);
    expect(text).toContain('\nlanguages: [en]\n');
    expect(text).toContain(
      '\n  hosting-turns: {from: gardeners, to: open-day, amount: 24 h/month, form: turn, fulfils: hosting}\n',
    );
  });

  test('any community', () => {
    let things = 0;
    fc.assert(
      fc.property(someCommunity, (file) => {
        const once = community(stringify(file));
        things += once.flows.length + once.parties.length;
        expect(community(printCommunity(once))).toEqual(once);
        expect(community(JSON.stringify(file))).toEqual(once);
      }),
      { numRuns: 20, endOnFailure: true },
    );
    expect(things).toBeGreaterThan(50);
  }, 60_000);
});
