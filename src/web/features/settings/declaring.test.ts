import { expect, test } from 'vitest';
import { disclose } from '#core/audience/disclose';
import type { View } from '#core/audience/view';
import { applyOperations } from '#core/file/operations';
import { parse } from '#core/file/parse';
import { resolve } from '#core/file/resolve';
import { audienceCalled } from '../../shared/naming';
import { audienceId, declaring, undeclaring, unwalling, walling, wallWants } from './declaring';

const TEXT = `potluck: 1
id: plot
name: The plot
parties:
  ring: {name: The ring, type: circle, inside: true}
  town: {name: Town, type: organisation}
  bank: {name: Bank, type: organisation}
audiences:
  board: {name: The board, includes: [core]}
`;
const communityOf = (text: string) => {
  const { community, problems } = resolve(parse(text));
  expect(problems).toEqual([]);
  if (community === null) throw new Error('no community');
  return community;
};
const viewOf = (text: string): View => disclose(communityOf(text), { audience: 'stewards', day: '2026' });
const applied = (text: string, edit: { readonly does: Parameters<typeof applyOperations>[1] }) => {
  const result = applyOperations(text, edit.does);
  if (!result.ok) throw new Error(result.refusals.map((one) => one.message.text).join(' '));
  return result.text;
};

test('an audience of one’s own stands in the file under a free id, and can be taken back and out', () => {
  const view = viewOf(TEXT);
  expect(audienceId(view, 'The Board')).toBe('the-board');
  expect(audienceId(view, 'Board')).toBe('board-2');
  expect(audienceId(view, 'Members')).toBe('members-2');
  const edit = declaring(view, { name: ' Auditors ', includes: ['treasurer'] });
  const text = applied(TEXT, edit);
  expect(communityOf(text).audiences.map(({ id, includes }) => [id, includes])).toEqual([
    ['board', ['core']],
    ['auditors', ['treasurer']],
  ]);
  expect(audienceCalled(viewOf(text), 'auditors')).toBe('Auditors');
  expect(communityOf(applied(text, { does: edit.undoes ?? [] })).audiences.map((one) => one.id)).toEqual([
    'board',
  ]);
  expect(
    communityOf(applied(text, undeclaring(viewOf(text), 'board'))).audiences.map((one) => one.id),
  ).toEqual(['auditors']);
});

test('a wall keeps two apart, or lets them meet through a third; only stewards know of it', () => {
  const view = viewOf(TEXT);
  const edit = walling(view, {
    one: 'town',
    other: 'bank',
    bridge: 'ring',
    why: 'They bid against each other.',
  });
  const text = applied(TEXT, edit);
  expect(
    communityOf(text).walls.map(({ between, mayMeet, bridge, see, note }) => ({
      between,
      mayMeet,
      bridge,
      see,
      note,
    })),
  ).toEqual([
    {
      between: ['town', 'bank'],
      mayMeet: 'through-bridge',
      bridge: 'ring',
      see: ['stewards'],
      note: 'They bid against each other.',
    },
  ]);
  const [wall] = viewOf(text).walls;
  if (wall === undefined) throw new Error('no wall');
  expect(communityOf(applied(text, unwalling(viewOf(text), wall))).walls).toEqual([]);
  expect(disclose(communityOf(text), { audience: 'members', day: '2026' }).walls).toEqual([]);
  const apart = applied(TEXT, walling(view, { one: 'town', other: 'bank', bridge: '', why: '' }));
  expect(communityOf(apart).walls[0]?.mayMeet).toBe('apart');
});

test.each([
  [{ one: '', other: 'bank', bridge: '' }, 'Choose both'],
  [{ one: 'bank', other: 'bank', bridge: '' }, 'the same'],
  [{ one: 'bank', other: 'town', bridge: 'town' }, 'somebody else'],
])('%j is no wall', (form, says) => {
  expect(wallWants({ ...form, why: '' })).toContain(says);
});

test('a party that an audience is bound to gives it its name', () => {
  expect(audienceCalled(viewOf(TEXT), 'partner:town')).toBe('Town');
  expect(audienceCalled(viewOf(TEXT), 'members')).toBe('members');
  expect(audienceCalled(viewOf(TEXT), 'board')).toBe('The board');
});
