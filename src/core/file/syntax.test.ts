import { expect, test } from 'vitest';
import { HEAD, problemsOf } from '#test/file/short-files';

const COLONS = 'There are two colons here, so I cannot tell where the text begins.';
const QUOTE = 'This quote is opened and never closed.';
const BRACKET = 'This bracket is never closed, or a line within it is not moved in.';
const COMMA = 'Something is missing between two entries here.';
const NO_COLON = 'This line has no colon, so I cannot tell what it is.';
const INDENT = 'This line is moved in differently from the lines it belongs to.';
const DASH = 'A lone dash begins a list, and no list can begin here.';
const TOO_MANY = 'After what stands before it, this is one thing too many on its line.';

test.each([
  ['about: Forty gardeners: and more\n', '3:8', COLONS],
  ['parties: {ana: {note: He said: no}}\n', '3:23', COLONS],
  ['parties:\n\tana: {}\n', '4:1', 'This line is moved in with a tab.'],
  ['parties:\n  ana: {name: "Ana}\n  ben: {}\n', '4:15', QUOTE],
  ['parties:\n  ana: {name: Ana\n  ben: {}\nflows: {}\n', '4:8', BRACKET],
  ['languages: [en\n', '3:12', BRACKET],
  ['Dear all\nname: x\n', '3:1', NO_COLON],
  ['name\n', '3:1', NO_COLON],
  ['parties:\n  ana:\n    name: A\n   ben:\n    name: B\n', '6:4', INDENT],
  ['name: x\n  about: y\n', '4:3', INDENT],
  ['name: @home\n', '3:7', 'A text cannot begin with this character.'],
  ['influences:\n  i:\n    sign: -\n    from: a\n', '5:11', DASH],
  ['influences: [{id: i, sign: -, from: a}]\n', '3:28', DASH],
  ['name: "x" y\n', '3:11', TOO_MANY],
  ["name: 'it's'\n", '3:11', TOO_MANY],
  ['name: *star\n', '3:7', 'The reference “*star” has no value with that name before it.'],
  ['name: "a\\qb"\n', '3:9', 'There is a backslash in this quoted text that means nothing.'],
])('%j', (text, place, says) => {
  const told = problemsOf(HEAD + text).map((problem) => [
    problem.code,
    `${problem.line}:${problem.column}`,
    problem.message.text,
  ]);
  expect(told).toEqual([['yaml-syntax', place, says]]);
});

test('a missing comma in JSON', () => {
  for (const text of ['{"potluck": 1 "id": "x"}', '{"potluck": 1,\n "id": "x"\n "name": "y"}']) {
    expect(problemsOf(text).map((problem) => problem.message.text)).toEqual([COMMA]);
  }
});
