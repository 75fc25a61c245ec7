/** Where things gather: kinds, pools with their pockets, tools. */
import { isMap, isScalar, isSeq } from '#core/file/nodes';
import { textOf } from '#core/file/reading';
import { amount, perMonth } from '#core/file/shape/amounts';
import { evidence } from '#core/file/shape/evidence';
import { activity, holder, kindId, ref } from '#core/file/shape/refs';
import { may, must, or, orUnknown, record, type Shape } from '#core/file/shape/shape';
import { idsOfNested, nestedThing, type OwnFields, thing } from '#core/file/shape/thing';
import { duration, series, when } from '#core/file/shape/time';
import { list, mapTo, number, oneOf, text, word, yesNo } from '#core/file/shape/words';
import type { Kind, Law } from '#core/model/kind';
import type { Pocket, Pool, StockReading, Tool } from '#core/model/things';

/** A kind as it is declared; what is left out is settled by its unit and law. */
export interface WrittenKind {
  readonly name: Kind['name'];
  readonly unit: string | null;
  readonly law: Law | null;
  readonly rival: boolean | null;
  readonly halfLifeMonths: number | null;
  readonly sensitive: boolean;
  readonly note: Kind['note'];
}

export const kind = record<WrittenKind>({
  name: may(text, 'What people call it.'),
  unit: may(word, 'Its unit, as it stands in amounts: h, EUR, page.'),
  law: may(
    oneOf(['conserved', 'perishable', 'copyable', 'relational']),
    'conserved (money, things), perishable (hours, attention), copyable (knowledge, software) or relational (trust, goodwill).',
  ),
  rival: may(
    yesNo,
    "Whether one person's use leaves less for others. Conserved and perishable kinds are, unless said.",
  ),
  halfLifeMonths: may(duration, 'Time after which half of it has faded: 24 months.', 'half-life'),
  sensitive: or(yesNo, false, 'Whether figures of this kind need care.'),
  note: may(text, 'Anything worth saying about it.'),
});

export const stockReading = record<StockReading>({
  on: may(when, 'The day on which it was read.'),
  amount: must(amount, 'How much there was.'),
  because: or(evidence, [], 'How it is known.'),
});

const stock: Shape<readonly StockReading[]> = {
  says: 'amount, or a list of {on, amount}',
  schema: { anyOf: [{ $ref: '#/$defs/amount' }, { type: 'array', items: stockReading.schema }] },
  read(node, reading, key) {
    if (isSeq(node) || isMap(node)) {
      return list(stockReading)
        .read(node, reading, key)
        ?.filter((one) => one.amount !== null);
    }
    const value = amount.read(node, reading, key);
    return value === undefined ? undefined : [{ on: null, amount: value, because: [] }];
  },
  write(value, writing) {
    const [only] = value;
    if (only && value.length === 1 && only.on === null && only.because.length === 0)
      return amount.write(only.amount, writing);
    return value.map((one) => stockReading.write(one, writing));
  },
};

export const pockets = nestedThing<Pocket, 'pool'>(
  'pockets',
  'Parts of a pool with a meaning of their own.',
  'pool',
  {
    share: or(
      series(orUnknown(number('share')), 'share'),
      [],
      'What is meant to be in it, as a share of the pool, from 0 to 1.',
    ),
    softness: or(
      oneOf(['legal', 'agreed', 'habit', 'in-head'], { inHead: 'in-head' }),
      'habit',
      'How firm it is: legal, agreed, habit or in-head. Legal and agreed pockets do not mix with the rest of the pool.',
    ),
    allowed: or(list(activity), [], 'What it may be used for.'),
  },
);

const poolKeys: OwnFields<Pool> = {
  kind: may(kindId, 'The kind that gathers here. May be left out where the stock has a unit.') as never,
  holder: may(holder, 'Who keeps it.'),
  deciders: or(list(holder), [], 'Who decides about it.'),
  stock: or(stock, [], 'How much is there: 1200 EUR, or a list of {on, amount}.'),
  entry: may(text, 'What may be put in, and how.'),
  use: may(text, 'What it may be used for.'),
  limits: may(text, 'What bounds its use.'),
  norm: may(
    oneOf(['sharing', 'ranking', 'turn-taking', 'pricing']),
    'How it is shared out: sharing, ranking, turn-taking or pricing.',
  ),
  oursBecause: may(text, 'How it became ours.'),
  wears: or(series(amount, 'wears'), [], 'Upkeep that it needs: 9 h/month.'),
  renews: or(series(amount, 'renews'), [], 'Upkeep that it gets: 5 h/month.'),
  regrowsPerMonth: may(perMonth, 'Share that regrows by itself: 0.2 / month.', 'regrows'),
  carries: may(amount, 'The most that it can hold, for what regrows: 500 kg.'),
  pockets: or(idsOfNested(pockets, 'pockets'), [], 'Parts with a meaning of their own.'),
};
export const pools = thing<Pool>(
  'pools',
  'Places where one kind of resource gathers: a kitty, an archive, a shed.',
  poolKeys,
);

const payer: Shape<string> = {
  holdsUnknown: true,
  ...ref('payer', ['parties'], ['ecosystem', 'outside']),
  read(node, reading, key) {
    if (isScalar(node) && textOf(node) === 'unknown') return 'unknown';
    return ref('payer', ['parties'], ['ecosystem', 'outside']).read(node, reading, key);
  },
};

const exportable: Shape<boolean | null> = orUnknown(yesNo);

const toolKeys: OwnFields<Tool> = {
  keys: or(list(holder), [], 'Who holds the keys.'),
  payer: may(payer, 'Who makes it free for us: a party, ecosystem or unknown.'),
  exports: may(exportable, 'Whether what is in it can be carried out.') as never,
  adoption: may(orUnknown(number('share')), 'Share of us who use it, from 0 to 1.') as never,
  scales: or(mapTo(number('any')), {}, 'What it changes, as factors: {moderation: 0.8}.'),
};
export const tools = thing<Tool>(
  'tools',
  'Places and tools where we meet, with their keys and payers.',
  toolKeys,
);
