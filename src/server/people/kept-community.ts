/** The file of a community itself, for those who look after it: who is in it, by which names, and what a wall keeps apart. */
import { audienceOf } from '#core/audience/audience';
import { parse } from '#core/file/parse';
import { resolve } from '#core/file/resolve';
import type { Community } from '#core/model/community';
import { inLanguage, nameOf } from '#core/model/fact';
import { type Message, message } from '#core/words/message';
import { Refusal } from '#server/problem';
import { REFUSED } from '#server/refused';
import { HOUSE, type Offer } from '#store/people/port';
import { STEWARDS, type Store } from '#store/port';

/** What is refused here. */
const SAYS = {
  houseIsSteward: message(
    'refused.house-is-steward',
    'Who looks after the whole house is a steward, and no party.',
  ),
  whichParty: message('refused.which-party', 'Say which party the partner is.'),
  onlyGuests: message(
    'refused.only-guests',
    'Only guests are invited to an audience; the others have one by their role.',
  ),
  noOpenAudience: message(
    'refused.no-open-audience',
    'Guests may be invited to what the file declares for an audience of its own, or to public; {audience} is neither.',
  ),
} as const;

/** The community, or null where there is none. Not for a door that answers anybody else. */
export async function keptCommunity(store: Store, id: string): Promise<Community | null> {
  const kept = await store.text(id, STEWARDS);
  return kept === null ? null : resolve(parse(kept.body, { file: 'community.yaml' })).community;
}

/** What a person reads: the name of the community and of one of its parties. */
export function namesIn(community: Community, party: string | null): { name: string; party: string | null } {
  const language = community.languages[0];
  const found = community.parties.find((one) => one.id === party);
  return {
    name: inLanguage(community.name, language),
    party: found === undefined ? null : nameOf(found, language),
  };
}

/** Refuses an offer that the community cannot make: a party that it does not have, a guest who would see too much. */
export function mustFit(community: Community | null, offer: Offer): void {
  const refuse = (says: Message) => {
    throw new Refusal(422, 'impossible', says);
  };
  if (offer.community === HOUSE) {
    if (offer.role !== 'steward' || offer.party !== null) refuse(SAYS.houseIsSteward());
    return;
  }
  const { role, party, audience } = offer;
  if (party !== null && !community?.parties.some((one) => one.id === party))
    refuse(REFUSED.noParty({ party }));
  if (role === 'partner' && party === null) refuse(SAYS.whichParty());
  if (audience === null) return;
  if (role !== 'guest') refuse(SAYS.onlyGuests());
  const open = audience === 'public' || community?.audiences.some((one) => one.id === audience) === true;
  if (!open || community === null || audienceOf(community, audience) === null)
    refuse(SAYS.noOpenAudience({ audience }));
}
