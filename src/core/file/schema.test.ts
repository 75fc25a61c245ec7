import { readFileSync, writeFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { parse as parseYaml } from 'yaml';
import { communitySchema, schemaText, THING_SHAPES } from '#core/file/schema';
import { THING_SECTIONS } from '#core/model/community';
import { someCommunity } from '#test/file/some-community';
import { violations } from '#test/file/violations';

const PATH = 'docs/reference/community.schema.json';
const schema = communitySchema();

test('the published schema is the one that the shapes give', () => {
  if (process.env['POTLUCK_ACCEPT'] === '1') writeFileSync(PATH, schemaText());
  expect(readFileSync(PATH, 'utf8')).toBe(schemaText());
});

test('it is of draft 2020-12 and has every sort of thing', () => {
  expect(schema['$schema']).toBe('https://json-schema.org/draft/2020-12/schema');
  expect(THING_SHAPES.map((shape) => shape.section).sort()).toEqual([...THING_SECTIONS].sort());
});

test('every key is described, so that completion can say what it is', () => {
  let keys = 0;
  const walk = (one: unknown): void => {
    if (typeof one !== 'object' || one === null) return;
    const properties = (one as Record<string, unknown>)['properties'];
    for (const [key, property] of Object.entries(
      (properties ?? {}) as Record<string, Record<string, unknown>>,
    )) {
      keys += 1;
      expect([key, typeof property['description']]).toEqual([key, 'string']);
    }
    Object.values(one).forEach(walk);
  };
  walk(schema);
  expect(keys).toBeGreaterThan(250);
});

describe('what it accepts', () => {
  test('the example', () => {
    expect(
      violations(parseYaml(readFileSync('cases/allotment-school/community.yaml', 'utf8')), schema),
    ).toEqual([]);
  });

  test('any community', () => {
    fc.assert(
      fc.property(someCommunity, (file) => {
        expect(violations(file, schema)).toEqual([]);
      }),
      { numRuns: 40, endOnFailure: true },
    );
  }, 60_000);
});

test.each([
  ['an unknown key', { colour: 'red' }, '/colour: unknown key'],
  ['an unknown key of a party', { parties: { ana: { insde: true } } }, '/parties: fits none of the shapes'],
  ['a flow without from', { flows: { f: { to: 'ana' } } }, '/flows: fits none of the shapes'],
  [
    'a status that is none',
    { flows: { f: { from: 'a', to: 'b', status: 'maybe' } } },
    '/flows: fits none of the shapes',
  ],
  ['a date in the year 20266', { 'as-of': 20266 }, '/as-of: fits none of the shapes'],
])('it refuses %s', (_name, keys, reason) => {
  expect(violations({ potluck: 1, id: 'garden', ...keys }, schema)).toEqual([reason]);
});
