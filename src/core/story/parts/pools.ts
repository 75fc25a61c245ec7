/** What is held in common: how much, who holds it, who decides, and what is set aside in it. */
import type { View } from '#core/audience/view';
import { inLanguage } from '#core/model/fact';
import type { Pool } from '#core/model/things';
import { plainName, writing } from '#core/questions/spoken';
import { quote, speak, speakAll } from '#core/story/names';
import { howMuch } from '#core/story/streams';
import { type Told, tell } from '#core/story/told';
import { sayAmount } from '#core/words/amounts';
import { sayWhen } from '#core/words/dates';
import { listed } from '#core/words/lists';
import { message } from '#core/words/message';
import { capital, withThe } from '#core/words/nouns';

const HELD = message(
  'story.pool',
  '{stock, select, unknown {What is in {pool} is not known} hidden {What is in {pool} is not shown here} other {{pool}: {stock}{on, select, none {} other { ({on})}}}}{holder, select, none {} other {; {holder} {holderMany, select, yes {hold} other {holds}} it}}{deciders, select, none {; who decides on it is not written down here} same { and {holderMany, select, yes {decide} other {decides}} on it} other {{holder, select, none {; {deciders} {decidersMany, select, yes {decide} other {decides}} on it} other { and {deciders} {decidersMany, select, yes {decide} other {decides}} on it}}}}.',
);
const FUND = message('story.pool.fund', 'the {name} fund');
const POCKETS = message(
  'story.pool.pockets',
  'Set aside in {pool} {many, select, yes {are} other {is}} {pockets}.',
);
const POCKET = message('story.pool.pocket', '{amount} for {name}');
const OURS = message('story.pool.ours', 'How {pool} became theirs is remembered: {story}.');

/** Sentences on pools: those of money first. Commons that are only kept going are told elsewhere. */
export function pools(view: View): readonly Told[] {
  const money = view.pools.filter((pool) => view.kind(pool.kind)?.law === 'conserved');
  return money.flatMap((pool, index) => [
    ...held(view, pool, 0.62 - 0.06 * index),
    ...pockets(view, pool),
    ...ours(view, pool),
  ]);
}

/** A fund that bears the name of a party is told as its fund, so that the two are not taken for one. */
function poolName(view: View, pool: Pool): string {
  const name = speak(view, pool.id).text;
  const parties = view.ever.parties.map((party) => plainName(party));
  return parties.includes(plainName(pool)) ? FUND({ name }).text : name;
}

function held(view: View, pool: Pool, weight: number): readonly Told[] {
  const dated = pool.stock.filter((one) => (one.on?.first ?? Number.NEGATIVE_INFINITY) <= view.day);
  const last = dated.findLast((one) => one.amount.is === 'known');
  const holder = pool.holder === null ? null : speak(view, pool.holder);
  const deciders = speakAll(view, pool.deciders);
  if (last === undefined && holder === null && pool.deciders.length === 0 && pool.pockets.length === 0)
    return [];
  const name = poolName(view, pool);
  const stock = view.isCovered(pool.id)
    ? 'hidden'
    : last === undefined
      ? 'unknown'
      : sayAmount(last.amount, view.kind(pool.kind)?.unit ?? null);
  const params = {
    pool: stock === 'unknown' || stock === 'hidden' ? name : capital(name),
    stock,
    on: sayWhen(last?.on ?? null) || 'none',
    holder: holder?.text ?? 'none',
    holderMany: holder?.many ? 'yes' : 'no',
    deciders: pool.deciders.length === 0 ? 'none' : deciders.text === holder?.text ? 'same' : deciders.text,
    decidersMany: deciders.many ? 'yes' : 'no',
  };
  return [
    tell(weight, HELD(params), [pool.id, ...(pool.holder === null ? [] : [pool.holder]), ...pool.deciders]),
  ];
}

/** Pockets by what goes out of them, by their share, or by name alone. */
function pockets(view: View, pool: Pool): readonly Told[] {
  const valid = pool.pockets
    .flatMap((id) => view.get('pockets', id) ?? [])
    .filter((pocket) => view.valid(pocket));
  if (valid.length === 0) return [];
  const phrases = valid.map((pocket) => {
    const flows = view.countedFlows.filter((flow) => flow.from === pocket.id);
    const amounts = flows.map((flow) => howMuch(view, flow)).filter((amount) => amount !== null);
    const name = speak(view, pocket.id).text;
    return amounts.length === 1
      ? POCKET({ amount: amounts[0] ?? '', name }).text
      : withThe(plainName(pocket), writing(view));
  });
  const params = {
    pool: poolName(view, pool),
    pockets: listed(phrases, 5),
    many: valid.length > 1 ? 'yes' : 'no',
  };
  return [
    tell(
      0.73,
      POCKETS(params),
      valid.map((pocket) => pocket.id),
    ),
  ];
}

function ours(view: View, pool: Pool): readonly Told[] {
  if (pool.oursBecause === null) return [];
  const params = { pool: poolName(view, pool), story: quote(inLanguage(pool.oursBecause)) };
  return [tell(0.35, OURS(params), [pool.id])];
}
