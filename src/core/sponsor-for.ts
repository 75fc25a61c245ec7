/**
 * The page of a basket for whoever reads it. The sponsor itself may know its basket's full cost (`domain.md`, section 8):
 * for it the cost is worked out from all that is known and told as totals, but for kinds that it was said not to see. All
 * else on the page, words and names, is what that audience may have.
 */
import { audienceOf } from '#core/audience/audience';
import { disclose } from '#core/audience/disclose';
import type { ReleasedFigure } from '#core/audience/protect/releases';
import type { View } from '#core/audience/view';
import { statedLevel } from '#core/audience/visible';
import type { Community } from '#core/model/community';
import type { Day } from '#core/model/dates';
import { type Id, inLanguage } from '#core/model/fact';
import { type KindCost, type SponsorPage, sponsorFigures, sponsorPage } from '#core/sponsor-page';
import { message } from '#core/words/message';

export interface SponsorFor {
  readonly page: SponsorPage;
  /** Gives the names on the page, as the audience may have them. */
  readonly view: View;
  /** What its sums are made of; leaves the server in no form. */
  readonly figures: readonly ReleasedFigure[];
}

const GIVEN = message('sponsor.given', 'What {from} gives');
const COVERED = message('sponsor.covered', 'Not shown here: it was decided so.');

/** The page for an audience; null where that knows nothing of the basket, or there is none. */
export function sponsorFor(
  community: Community,
  basketId: Id,
  options: { readonly audience: string; readonly day: Day },
): SponsorFor | null {
  const basket = community.baskets.find((one) => one.id === basketId);
  const audience = audienceOf(community, options.audience);
  if (basket === undefined || audience === null) return null;
  const isSponsor = options.audience === `partner:${basket.sponsor}`;
  const view = disclose(isSponsor ? openedTo(community, basketId, options.audience) : community, options);
  const page = sponsorPage(view, basketId);
  if (page === null) return null;
  const all = disclose(community, { ...options, audience: 'stewards' });
  const figures = sponsorFigures(all, basketId);
  if (!isSponsor) return { page, view, figures };
  const cost = (sponsorPage(all, basketId)?.cost ?? []).flatMap((one): KindCost[] => {
    const level = statedLevel(community, one.kind, audience);
    if (level === 'hidden') return [];
    if (level !== 'existence') return [one];
    return [{ ...one, whole: null, bySponsor: null, byOthers: null, withheld: COVERED() }];
  });
  return { page: { ...page, cost }, view, figures };
}

/** What to call a thing on the page: a stream without a name by who gives it, anything else without one by its id in words. */
export function calledOn({ view }: Pick<SponsorFor, 'view'>, id: Id): string {
  const thing = view.thing(id);
  if (thing !== null && thing.name !== null) return inLanguage(thing.name);
  if (thing?.section === 'flows') return GIVEN({ from: calledOn({ view }, thing.from) }).text;
  const plain = id.replaceAll('-', ' ');
  return plain.charAt(0).toUpperCase() + plain.slice(1);
}

/** What belongs to its basket the sponsor may read, but for what says itself who may see it. */
function openedTo(community: Community, basketId: Id, audience: string): Community {
  const basket = community.baskets.find((one) => one.id === basketId);
  if (basket === undefined) return community;
  const ids = new Set<Id>([basketId, ...basket.includes, ...basket.income]);
  const opened = <T extends { readonly see: readonly string[] | null }>(thing: T, isPart: boolean): T =>
    isPart && thing.see === null ? { ...thing, see: [audience, 'members'] } : thing;
  return {
    ...community,
    baskets: community.baskets.map((one) => opened(one, one.id === basketId)),
    activities: community.activities.map((one) => opened(one, ids.has(one.id))),
    flows: community.flows.map((one) => opened(one, ids.has(one.id))),
    worth: community.worth.map((one) => opened(one, one.about !== null && ids.has(one.about))),
    parties: community.parties.map((one) => opened(one, one.id === basket.sponsor)),
  };
}
