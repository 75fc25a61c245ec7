import { readdirSync, readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { isMap, isScalar, isSeq, parseDocument, stringify } from 'yaml';
import { readSwiftly } from '#core/file/swift';
import { someCommunity } from '#test/file/some-community';

/** All that a reader of the file can see of a node. */
function seen(node: unknown): unknown {
  if (isScalar(node)) {
    const value = typeof node.value === 'number' && Object.is(node.value, -0) ? 0 : node.value;
    // Where nothing stands, its place does not matter.
    return node.value === null && node.source === ''
      ? 'nothing'
      : {
          value: Number.isNaN(value) ? 'nan' : value,
          source: node.source,
          from: node.range?.[0],
          to: node.range?.[1],
        };
  }
  if (isSeq(node)) return { list: node.items.map(seen), flow: node.flow === true, from: node.range?.[0] };
  if (isMap(node))
    return {
      map: node.items.map((pair) => [seen(pair.key), seen(pair.value)]),
      flow: node.flow === true,
      from: node.range?.[0],
      to: node.flow ? node.range?.[1] : 0,
    };
  return node === null || node === undefined ? 'nothing' : 'something else';
}

let compared = 0;

/** Where the swift reader answers, the full one gives the same, without an error. */
function agree(text: string): boolean {
  const swift = readSwiftly(text);
  if (swift === null) return false;
  compared += 1;
  const full = parseDocument(text, { uniqueKeys: false, prettyErrors: false, logLevel: 'error' });
  expect([full.errors.map((error) => error.code), full.warnings.map((warning) => warning.code)]).toEqual([
    [],
    [],
  ]);
  expect(seen(swift)).toEqual(seen(full.contents));
  return true;
}

describe('the swift reader and the full one agree', () => {
  test('on every case, all of which it can read', () => {
    const cases = readdirSync('cases', { recursive: true, encoding: 'utf8' }).filter((name) =>
      name.endsWith('community.yaml'),
    );
    expect(cases.length).toBeGreaterThan(0);
    expect(agree(readFileSync('cases/allotment-school/community.yaml', 'utf8'))).toBe(true);
    for (const name of cases)
      expect([name, agree(readFileSync(`cases/${name}`, 'utf8'))]).toEqual([name, true]);
  });

  test.each([
    "a: 1\nb:\n  c: x # note\n  d: [1, \"two\", 'it''s', {e: f}]\n",
    'l:\n- a\n- b: c\n  d: e\n-  f\n',
    'l:\n  - {id: x, a: b}\n  -   id: y\n      z: 1\n',
    '{"a": {"b": [1, true, null]}, "c":"d"}\n',
    'a: {b: c,\n  d: e, # note\n\n  f: [g,\n   h]}\n',
    '# first\n\na:\n\n  # in\n  b: 1\n\n# last',
    'a:\nb:\n',
    'a: x y  z   # c\n',
    'a: x#y\n',
    'a: http://x.org/y:z\n',
    '"a b": \'c: d\'\n',
    'a: -5\nb: - x\n',
    'a: "x\\ny\\u00e9"\n',
    'a: .5\nb: 1.\nc: 1e3\nd: 0x1F\ne: .inf\nf: .nan\ng: ~\nh: True\ni: +12\nj: 0o17\n',
    'a: 1\r\nb:\r\n  c: d\r\n',
    'a: {b: , c: }\n',
    'a: []\nb: {}\n',
    'a: [x, y,]\n',
    'a: {x: http://y}\n',
    'a: {"b":1}\n',
    'a: {b:{c: d}}\n',
    '---\na: 1\n',
    'a: 1\n...\n',
    'a: |\n  x\n',
    'a: x\n  y\n',
    'a: &b c\nd: *b\n',
    'a: !t b\n',
    'a: b: c\n',
    '\ta: b\n',
    'a:\tb\n',
    ' a: b\n',
    '? a\n: b\n',
    'a: {b\n}\n',
    'a: {\nb: c}\n',
    'a: "b\n c"\n',
    'a: {b}\n',
    'a: [b: c]\n',
    'a: b #c: d\n',
    '- a\n- b\n',
    'a',
    '',
    'a: "b" c\n',
    'a: @b\n',
    'a: {b: c} d\n',
    'a: 1\n  b: 2\n',
    'a:\n  b: 1\n c: 2\n',
    'a:\n- b\n c: d\n',
    'a: x:\n',
    'a: {x: y:}\n',
    'a :b\n',
    'a : b\n',
    'a:b\n',
    '-a: b\n',
    'a: {-: b}\n',
    'a: [-]\n',
    'a: {- b}\n',
    'a: {b: c}: d\n',
    '[a]: b\n',
    '{a: b}: c\n',
    'a: b\n#c',
    'a: b#\n',
    'a: {b: c#d}\n',
    'a: {b: c #d\n }\n',
    'a: {b: c,# d\n }\n',
    "a: 'b' # c\n",
    "a: 'b'# c\n",
    'a:\n  - b\n  -\n  - c\n',
    'a: "\\x41"\n',
    'a: "\\/"\n',
    'a:\n  {b: c}\n',
  ])('on %j', (text) => {
    expect(typeof agree(text)).toBe('boolean');
  });

  test('on any community in any of the styles, mistyped or not', () => {
    const style = fc.record({
      indent: fc.constantFrom(2, 4),
      flow: fc.boolean(),
      indentSeq: fc.boolean(),
      json: fc.boolean(),
      windows: fc.boolean(),
    });
    const mistyped = fc.record({
      at: fc.nat(),
      sign: fc.constantFrom(
        '',
        ':',
        ': ',
        '{',
        '}',
        '[',
        ']',
        ',',
        '"',
        "'",
        '-',
        '- ',
        '\n',
        'x',
        ' ',
        '9',
        '#',
        ' #',
        '\t',
        '&',
        '*',
        '!',
        '|',
        '?',
        '\r',
        '\\',
        '%',
        '@',
      ),
      cut: fc.boolean(),
    });
    const before = compared;
    fc.assert(
      fc.property(someCommunity, style, fc.array(mistyped, { maxLength: 2 }), (file, how, mistakes) => {
        let text = how.json
          ? JSON.stringify(file, null, how.flow ? 0 : 2)
          : stringify(file, {
              indent: how.indent,
              indentSeq: how.indentSeq,
              lineWidth: 0,
              collectionStyle: how.flow ? 'flow' : 'any',
              defaultStringType: how.flow ? 'QUOTE_DOUBLE' : 'PLAIN',
            });
        for (const { at, sign, cut } of mistakes)
          text = text.slice(0, at % text.length) + sign + text.slice((at % text.length) + (cut ? 1 : 0));
        if (how.windows) text = text.replaceAll('\n', '\r\n');
        agree(text);
      }),
      { numRuns: 120, endOnFailure: true },
    );
    expect(compared - before).toBeGreaterThan(15);
  }, 60_000);

  test('on short texts made of the signs of YAML', () => {
    const before = compared;
    const lines = fc.array(
      fc
        .tuple(
          fc.constantFrom('', '  ', ' ', '    '),
          fc.array(
            fc.constantFrom(
              'a',
              'b: ',
              'c:',
              '- ',
              '-',
              '{',
              '}',
              '[',
              ']',
              ', ',
              ',',
              '"',
              "'",
              ' #',
              '#',
              ' ',
              'x y',
              '1',
              '.5',
              '~',
              '?',
              '\\',
              ':',
              '"q"',
              "'s'",
              '{a: b}',
              '[c]',
            ),
            { maxLength: 6 },
          ),
        )
        .map(([indent, parts]) => indent + parts.join('')),
      { minLength: 1, maxLength: 5 },
    );
    fc.assert(
      fc.property(lines, (all) => {
        agree(`a: b\n${all.join('\n')}`);
        agree(all.join('\n'));
      }),
      { numRuns: 4000, endOnFailure: true },
    );
    expect(compared - before).toBeGreaterThan(100);
  }, 60_000);
});
