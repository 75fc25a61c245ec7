/** What moves: flows, old accounts, baskets and trials. */
import { isScalar } from '#core/file/nodes';
import { textOf } from '#core/file/reading';
import { amount, price } from '#core/file/shape/amounts';
import { audienceId, evidence } from '#core/file/shape/evidence';
import { activity, flow, flowEnd, kindId, party, ref } from '#core/file/shape/refs';
import { may, must, or, record, type Shape } from '#core/file/shape/shape';
import { type OwnFields, thing } from '#core/file/shape/thing';
import { series, when } from '#core/file/shape/time';
import { list, mapTo, number, oneOf, text } from '#core/file/shape/words';
import type { Amount } from '#core/model/amount';
import type { Account, Basket, Flow, Level, OtherReading, Size, Trial } from '#core/model/things';

export const LEVELS: readonly Level[] = ['hidden', 'existence', 'aggregate', 'range', 'exact'];
const SIZES: readonly Size[] = ['S', 'M', 'L'];

/** Audience to level. */
export const levels: Shape<Readonly<Record<string, Level>>> = mapTo(oneOf(LEVELS), (key, reading) => {
  audienceId.read(key, reading, 'shown');
});

export const otherReading = record<OtherReading>({
  amount: may(amount, 'What it is by this reading.'),
  note: may(text, 'What it says.'),
  because: or(evidence, [], 'How this reading is known.'),
});

const flowKeys: OwnFields<Flow> = {
  from: must(
    flowEnd,
    'Where it comes from: a party, pool, pocket or activity; or outside, past, future, ecosystem, made.',
  ),
  to: must(flowEnd, 'Where it goes: a party, pool, pocket or activity; or outside, ecosystem, future, loss.'),
  kind: may(kindId, 'The kind that flows, where the unit does not tell.'),
  amount: or(series(amount, 'amount'), [], 'How much: 12 h/month. Missing: unknown.'),
  form: may(
    oneOf(['gift', 'favour', 'turn', 'due', 'duty', 'grant', 'sale', 'pay', 'in-kind'], {
      inKind: 'in-kind',
    }),
    'As what it is given: gift, favour, turn, due, duty, grant, sale, pay or in-kind.',
  ),
  status: or(
    oneOf(['hoped', 'told', 'agreed', 'actual']),
    'actual',
    'hoped, told, agreed or actual. Where nothing is said, actual.',
  ),
  fulfils: may(ref('need', ['needs']), 'The need that it meets.'),
  compensates: may(flow, 'The flow of work that this payment is for.'),
  fair: may(price, 'What one unit of that work would cost where it is paid in full: 25 EUR/h.'),
  strings: may(text, 'What comes with it.'),
  grows: may(number('signed'), 'How it grows with the size of the community. 0 stays, 1 grows along.'),
  for: may(activity, 'The activity by which this income is earned.'),
  norm: may(
    oneOf(['sharing', 'ranking', 'turn-taking', 'pricing']),
    'How it is meant: sharing, ranking, turn-taking or pricing.',
  ),
  size: may(oneOf(SIZES), 'S, M or L: the size of a favour, instead of an amount.'),
  shown: or(levels, {}, 'At what level an audience sees it: {public: existence}.'),
  otherwise: or(list(otherReading), [], 'A contested or second reading: [{amount: 10 h/month, because: …}].'),
};
export const flows = thing<Flow>('flows', 'What moves from one place to another, per period.', flowKeys);

const sizeOrAmount: Shape<Size | Amount> = {
  holdsUnknown: true,
  says: 'S | M | L | amount',
  schema: { anyOf: [{ enum: SIZES }, { $ref: '#/$defs/amount' }] },
  read(node, reading, key) {
    const size = isScalar(node) ? SIZES.find((one) => one === textOf(node)) : undefined;
    return size ?? amount.read(node, reading, key);
  },
  write: (value, writing) => (typeof value === 'string' ? value : amount.write(value, writing)),
};

const accountKeys: OwnFields<Account> = {
  who: must(party, 'Who owes.'),
  towards: must(party, 'To whom it is owed.'),
  about: may(text, 'What for.'),
  size: may(sizeOrAmount, 'S, M or L, or an amount of hours.'),
  state: or(
    oneOf(['unspoken', 'acknowledged', 'honoured', 'forgiven', 'disputed']),
    'unspoken',
    'unspoken, acknowledged, honoured, forgiven or disputed.',
  ),
};
export const accounts = thing<Account>('accounts', 'What is felt to be owed.', accountKeys);

const basketKeys: OwnFields<Basket> = {
  sponsor: must(party, 'Who looks at the community through this basket.'),
  includes: or(list(activity), [], 'Activities that are in it. They exist outside it too.'),
  income: or(list(flow), [], 'Flows that pay for it.'),
  strings: may(text, 'What comes with it.'),
  reporting: may(text, 'What has to be reported, and when.'),
  ends: may(when, 'The day on which it ends.'),
  dependsOn: may(
    ref('quantity', ['quantities', 'pools', 'activities', 'flows']),
    'The quantity on whose persisting the income depends.',
  ),
  spendBy: may(when, 'The day by which it must be spent.'),
};
export const baskets = thing<Basket>('baskets', 'What a sponsor sees as one project.', basketKeys);

const trialKeys: OwnFields<Trial> = {
  about: may(text, 'What was tried.'),
  gave: or(list(flow), [], 'Flows that went into it.'),
  hoped: may(text, 'What was hoped for.'),
  reviewOn: may(when, 'When it is looked at.'),
  outcome: or(
    oneOf(['stop', 'repeat', 'regular', 'unknown']),
    'unknown',
    'stop, repeat, regular or unknown.',
  ),
};
export const trials = thing<Trial>('trials', 'What was given to see what happens.', trialKeys);
