/** Things that changed, in every spelling that the contract can be read to allow. */
import { expect, test } from 'vitest';
import { parse } from '#core/file/parse';
import { resolve } from '#core/file/resolve';

const party = (facts: string) => {
  const { community, problems } = resolve(
    parse(`potluck: 1\nid: a\nname: A\nparties:\n  m: {type: circle, ${facts}}\n`),
  );
  expect(problems).toEqual([]);
  return community?.parties[0];
};

test.each(['size', 'amount', 'value'])('a head count that changed may say %s', (key) => {
  const size = party(
    `size: [{since: 2008, until: 2011, ${key}: 650}, {since: 2012, ${key}: about 2500}]`,
  )?.size;
  expect(size?.map((one) => [one.since?.text, one.value.is === 'known' && one.value.likely])).toEqual([
    ['2008', 650],
    ['2012', 2500],
  ]);
});

test.each(['energy', 'amount', 'value'])('energy that changed may say %s', (key) => {
  expect(
    party(`energy: [{until: 2009, ${key}: 0.8}, {since: 2010, ${key}: unknown}]`)?.energy.map(
      (one) => one.value,
    ),
  ).toEqual([0.8, null]);
});
