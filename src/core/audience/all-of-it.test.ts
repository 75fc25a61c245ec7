/** What stewards see is the whole, and exactly what `disclose` gives them. */
import { expect, test } from 'vitest';
import { allOfIt } from '#core/audience/all-of-it';
import { disclose } from '#core/audience/disclose';
import { parse } from '#core/file/parse';
import { resolve } from '#core/file/resolve';
import type { Community } from '#core/model/community';
import { caseNames, caseText } from '#test/shelf';

const communityOf = (text: string): Community => {
  const { community } = resolve(parse(text, { file: 'test.yaml' }));
  if (community === null) throw new Error('no community');
  return community;
};
const HIDING = `potluck: 1
id: us
name: Us
parties:
  us: {type: circle, circle: core, inside: true, size: 3, see: members}
  ana: {type: person, see: stewards}
flows:
  help: {kind: hours, from: ana, to: us, amount: 3 h/month, see: stewards}
`;

test.each(caseNames())('%s', (name) => {
  const community = communityOf(caseText(name));
  for (const day of [11_000, 14_500, 20_400])
    expect(allOfIt(community, day)).toEqual(disclose(community, { audience: 'stewards', day }));
});

test('also where the file hides what it can', () => {
  const community = communityOf(HIDING);
  expect(disclose(community, { audience: 'public', day: 20_400 }).thing('ana')).toBeNull();
  expect(allOfIt(community, 20_400)).toEqual(disclose(community, { audience: 'stewards', day: 20_400 }));
});
