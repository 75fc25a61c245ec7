/** What two releases of the same community would tell together, and what has to be left out of the second. */
import { expect, test } from 'vitest';
import { disclose } from '#core/audience/disclose';
import { givenAway, leavingOut, type ToldBefore, toldTo } from '#core/audience/protect/released-figures';
import { View } from '#core/audience/view';
import { parse } from '#core/file/parse';
import { resolve } from '#core/file/resolve';

const DAY = '2026-03-01';

function ring(
  hours: readonly number[],
  openness = 'members: {hours: aggregate}\n  public: {hours: aggregate}',
) {
  const people = hours.map((_, at) => `p${at + 1}`);
  const { community } = resolve(
    parse(`
potluck: 1
id: plot
as-of: ${DAY}
see: core
parties:
  ring: {type: circle, inside: true, see: public}
${people.map((id) => `  ${id}: {type: person, inside: true, in: ring}`).join('\n')}
activities:
  fair: {price: free, for: {ring: 1}, see: public}
flows:
${people.map((id, at) => `  work-${id}: {from: ${id}, to: fair, amount: ${hours[at]} h/month}`).join('\n')}
openness:
  ${openness}
`),
  );
  if (community === null) throw new Error('no community');
  return community;
}

const SIX = [40, 50, 60, 45, 55, 50];
const told = (community: ReturnType<typeof ring>, audience: string): ToldBefore => ({
  audience,
  ...toldTo(community, audience),
});

test('one total is told as it is: the sum of all', () => {
  const { sums } = toldTo(ring(SIX), 'members');
  const cell = sums.find((one) => one.id === 'from|hours|done|ring|fair');
  expect(cell?.of.map((one) => one.amount)).toEqual(SIX);
  expect(givenAway(ring(SIX), 'members', [], toldTo(ring(SIX), 'members'))).toEqual([]);
});

test('one who joined would be told by the difference, on every figure it is in', () => {
  const seven = ring([...SIX, 70]);
  const found = givenAway(seven, 'members', [told(ring(SIX), 'members')], toldTo(seven, 'members'));
  expect(new Set(found.map((one) => one.id))).toContain('hours|done|ring|fair');
  expect(found.every((one) => one.why === 'other' && one.to === 'members')).toBe(true);
});

test('the same again is nothing new; where enough joined it may go out', () => {
  const same = ring(SIX);
  expect(givenAway(same, 'members', [told(same, 'members')], toldTo(same, 'members'))).toEqual([]);
  const many = ring([...SIX, 70, 60, 50]);
  expect(givenAway(many, 'members', [told(same, 'members')], toldTo(many, 'members'))).toEqual([]);
});

test('what members were told counts for a page that everyone may read, and the other way round', () => {
  const [before, after] = [ring(SIX), ring([...SIX, 70])];
  const wide = givenAway(after, 'public', [told(before, 'members')], toldTo(after, 'public'));
  expect(wide.map((one) => one.to)).toContain('members');
  const narrow = givenAway(after, 'members', [told(before, 'public')], toldTo(after, 'members'));
  expect(narrow.map((one) => one.to)).toContain('members');
  // Peers do not read what members read.
  expect(givenAway(after, 'peers', [told(before, 'members')], toldTo(after, 'peers'))).toEqual([]);
});

test('amounts that are shown one by one do not give away the one that was only in a total', () => {
  const before = ring(SIX);
  const after = {
    ...before,
    flows: before.flows.map((flow, at) =>
      at === 5 ? flow : { ...flow, see: ['members'], shown: { members: 'exact' as const } },
    ),
  };
  const found = givenAway(after, 'members', [told(before, 'members')], toldTo(after, 'members'));
  expect(found.length).toBeGreaterThan(0);
});

test('left out, a figure is covered everywhere it stands', () => {
  const community = ring(SIX);
  const json = disclose(community, { audience: 'members', day: DAY }).toJSON();
  const ids = new Set(toldTo(community, 'members').sums.map((one) => one.id.replace(/^(?:from|to)\|/, '')));
  const left = leavingOut(json, ids);
  const [table] = left.mask?.tables ?? [];
  expect(table?.cells.map((cell) => [cell.amount, cell.why])).toEqual([[null, 'other']]);
  expect([table?.total.amount, table?.rowTotals[0]?.amount, table?.colTotals[0]?.amount]).toEqual([
    null,
    null,
    null,
  ]);
  expect(JSON.stringify(left)).not.toContain('300');
  expect(JSON.stringify(json)).toContain('300');
  const view = View.from(left);
  expect(view.flows.map((flow) => view.isCovered(flow.id))).toEqual([true]);
});
