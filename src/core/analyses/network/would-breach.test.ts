/** A wall is warned of before it is breached by an invitation, a release or a round. */
import { expect, test } from 'vitest';
import { wouldBreach } from '#core/analyses/network/would-breach';
import { viewOf } from '#core/analyses/testing';

const given = {
  parties: {
    town: { name: 'Town council', type: 'organisation' },
    core: { name: 'Core group', type: 'circle', circle: 'core', inside: true },
    gardeners: { name: 'Gardeners', type: 'circle', inside: true },
    ana: { name: 'Ana', type: 'person', in: 'gardeners', inside: true },
    shop: { name: 'The shop', type: 'organisation' },
  },
  ties: [
    { id: 't1', between: ['town', 'core'] },
    { id: 't2', between: ['core', 'gardeners'] },
    { id: 't3', between: ['town', 'gardeners'], 'may-meet': 'through-bridge', bridge: 'core' },
  ],
};
const view = viewOf(given, '2026-01-15', 'stewards');

test('a round of the town and a gardener would bring town and gardeners together', () => {
  expect(wouldBreach(view, { kind: 'round', parties: ['town', 'ana'], audiences: [] })).toMatchObject([
    {
      between: ['gardeners', 'town'],
      path: ['gardeners', 'ana', null, 'town'],
      says: {
        id: 'wall.round',
        text: 'Gardeners and Town council were to stay apart. In this round they would meet: Gardeners → Ana → this round → Town council.',
      },
    },
  ]);
});

test('by audience, too; and through the bridge, or without one of the two, nothing is breached', () => {
  const breaches = (parties: string[], audiences: string[]) =>
    wouldBreach(view, { kind: 'release', parties, audiences }).length;
  expect(breaches([], ['members', 'partner:town'])).toBe(1);
  expect(breaches(['gardeners'], ['public'])).toBe(1);
  expect(breaches([], ['core', 'partner:town'])).toBe(0);
  expect(breaches(['shop'], ['members'])).toBe(0);
});

test('who is in touch already is a matter for `contact`, and not told again', () => {
  const mailing = { ...given, tools: { list: { keys: ['town', 'ana'] } } };
  const now = viewOf(mailing, '2026-01-15', 'stewards');
  expect(wouldBreach(now, { kind: 'invitation', parties: ['town', 'ana'], audiences: [] })).toEqual([]);
});
