import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { parse } from '#core/file/parse';
import { resolve } from '#core/file/resolve';

const text = readFileSync('cases/allotment-school/community.yaml', 'utf8');

test('the allotment school is read whole, without a problem', () => {
  const { community, problems } = resolve(parse(text, { file: 'community.yaml' }));
  expect(community?.flows.map((flow) => [flow.id, flow.kind])).toEqual([
    ['ana-coordinates', 'hours'],
    ['hosting-turns', 'hours'],
    ['town-grant', 'eur'],
    ['seeds-bought', 'eur'],
    ['tea-bought', 'eur'],
    ['ana-paid', 'eur'],
    ['advice', 'hours'],
  ]);
  expect(problems).toEqual([]);
});
