/** What is done: activities with their needs, and how they are known to serve. */
import { isScalar } from '#core/file/nodes';
import { textOf } from '#core/file/reading';
import { amount } from '#core/file/shape/amounts';
import { kindId, ref, weights } from '#core/file/shape/refs';
import { may, must, or, record, type Shape } from '#core/file/shape/shape';
import { idsOfNested, nestedThing, type OwnFields, thing } from '#core/file/shape/thing';
import { series } from '#core/file/shape/time';
import { number, word, yesNo } from '#core/file/shape/words';
import type { Amount } from '#core/model/amount';
import type { Activity, Need } from '#core/model/things';

export const needs = nestedThing<Need, 'activity'>('needs', 'What an activity takes.', 'activity', {
  kind: may(kindId, 'The kind that is needed, where the unit does not tell.'),
  amount: or(series(amount, 'amount'), [], 'How much: 30 h/month.'),
  grows: may(
    number('signed'),
    'How it grows with the size of the community: demand ~ size to this power. 0 stays, 1 grows along.',
  ),
  critical: or(yesNo, false, 'Whether the activity stops without it.'),
});

const freeOrAmount: Shape<'free' | Amount> = {
  holdsUnknown: true,
  says: 'free | amount',
  schema: { anyOf: [{ const: 'free' }, { $ref: '#/$defs/amount' }] },
  read: (node, reading, key) =>
    isScalar(node) && textOf(node) === 'free' ? 'free' : amount.read(node, reading, key),
  write: (value, writing) => (value === 'free' ? value : amount.write(value, writing)),
};

export const sends = record<NonNullable<Activity['sends']>>({
  items: must(amount, 'How many are sent: 300 / month.'),
  minutes: may(number('any'), 'Minutes it takes to read one.'),
});

const activityKeys: OwnFields<Activity> = {
  orientation: may(word, 'What sort of doing it is, such as meetings or community cultivation.'),
  for: or(
    weights('place', ['parties', 'activities', 'pools', 'pockets'], ['loss', 'outside', 'future']),
    {},
    'Where its worth goes, with weights that are made to sum to 1: {gardeners: 0.7, street: 0.3}.',
  ),
  rhythm: may(amount, 'How often it happens: 6 / year.'),
  serves: may(ref('vision', ['vision']), 'The entry of vision that it serves.'),
  price: may(freeOrAmount, 'free, or an amount per head.'),
  needs: or(idsOfNested(needs, 'needs'), [], 'What it takes.'),
  usedBy: or(
    weights('user', ['parties', 'activities', 'pools'], ['outside', 'loss']),
    {},
    'Who uses it in fact, with weights.',
  ),
  sends: may(sends, 'What it sends to read: {items: 300 / month, minutes: 1.5}.'),
};
export const activities = thing<Activity>(
  'activities',
  'What is done, for whom, how often, and what it takes.',
  activityKeys,
);
