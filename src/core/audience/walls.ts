/**
 * Whether something that Potluck is about to do would bring together those who were to stay apart: an invitation, a
 * release, a shared round. Looks at the same contacts as `contact` does, with that one added; warns and forbids nothing.
 */
import type { Community } from '#core/model/community';
import {
  type Acquaintance,
  bridgesOf,
  type Contact,
  contactsOf,
  shortestWay,
  toStayApart,
} from '#core/model/contacts';
import { type Day, holdsOn } from '#core/model/dates';
import { type Id, nameOf } from '#core/model/fact';
import { type Message, message } from '#core/words/message';

/** What is about to happen, and who would then be in contact. */
export interface Meeting {
  readonly act: 'invitation' | 'release' | 'round';
  /** Who is invited; of whom a release tells; who takes part in a round. */
  readonly parties: readonly Id[];
  /** What the invited will be among; who reads a release; who takes part in a round: `members`, `partner:town`, … */
  readonly audiences: readonly string[];
}

export interface Breach {
  readonly between: readonly [Id, Id];
  /** From the one to the other; null in it stands for what is about to happen. */
  readonly path: readonly (Id | null)[];
  readonly says: Message;
}

const SAY = {
  invitation: message(
    'wall.invitation',
    '{a} and {b} were to stay apart. With this invitation they would meet: {path}.',
  ),
  release: message(
    'wall.release',
    '{a} and {b} were to stay apart. With this release they would be in touch: {path}.',
  ),
  round: message('wall.round', '{a} and {b} were to stay apart. In this round they would meet: {path}.'),
} as const;

const HERE = {
  invitation: message('wall.here.invitation', 'this invitation'),
  release: message('wall.here.release', 'this release'),
  round: message('wall.here.round', 'this round'),
} as const;

/** Stand for what is about to happen, and for its other direction; no id of a file has a colon. */
const HERE_ID = 'product:meeting';
const BACK_ID = 'product:answer';

/** Where the wall is looked at: a community, or a view of one; audiences name who is meant by whom. */
type Walled = Acquaintance & Pick<Community, 'audiences'>;

/**
 * The pairs that would come into contact by an invitation, a release or a round and are not in contact already, each with
 * a shortest way. Call it before doing any of them. In a round all who take part meet; an invitation brings those invited
 * together with those they will be among, a release those of whom it tells with those who read it.
 *
 * @param on The day; without it the walls and contacts of every time count.
 * @example
 * wallBreaches(community, { act: 'invitation', audiences: ['members'], parties: ['town'] });
 */
export function wallBreaches(community: Community, meeting: Meeting, on?: Day): Breach[] {
  if (on === undefined) return wouldBreach(community, meeting);
  const valid = <T extends Pick<Community['ties'][number], 'since' | 'until'>>(facts: readonly T[]) =>
    facts.filter((fact) => holdsOn(fact.since, fact.until, on));
  const { parties, ties, walls, tools, flows, activities, pools } = community;
  return wouldBreach(
    {
      audiences: community.audiences,
      parties: valid(parties),
      ties: valid(ties),
      walls: valid(walls),
      tools: valid(tools),
      flows: valid(flows),
      activities: valid(activities),
      pools: valid(pools),
    },
    meeting,
  );
}

/** As `wallBreaches`, over what somebody sees. */
export function wouldBreach(among: Walled, meeting: Meeting): Breach[] {
  const before = contactsOf(among);
  const after = withMeeting(among, before, meeting);
  const apart = toStayApart(among);
  const bridges = bridgesOf(among, apart);
  const isHere = (id: Id) => id === HERE_ID || id === BACK_ID;
  const called = callerOf(among);
  return apart.flatMap((pair) => {
    if (shortestWay(among, before, pair, bridges) !== null) return [];
    const way = shortestWay(among, after, pair, bridges);
    if (way === null) return [];
    const [a, b] = pair.ends;
    const path = way.nodes.map((id) => (isHere(id) ? HERE[meeting.act]().text : called(id))).join(' → ');
    return [
      {
        between: [a, b] as const,
        path: way.nodes.map((id) => (isHere(id) ? null : id)),
        says: SAY[meeting.act]({ a: called(a), b: called(b), path }),
      },
    ];
  });
}

/** The contacts with the new one added. */
function withMeeting(
  among: Walled,
  before: ReadonlyMap<Id, readonly Contact[]>,
  { act, parties, audiences }: Meeting,
): ReadonlyMap<Id, readonly Contact[]> {
  const after = new Map<Id, Contact[]>([...before].map(([id, of]) => [id, [...of]]));
  const reach = (from: Id, to: Id, fact: Id) => {
    after.set(from, [...(after.get(from) ?? []), { with: to, fact }]);
  };
  const guests = new Set(parties);
  const hosts = new Set(audiences.flatMap((audience) => partiesOf(among, audience)));
  const all = [...new Set([...guests, ...hosts])].sort();
  for (const party of all) {
    if (act === 'round' || guests.has(party)) reach(party, HERE_ID, HERE_ID);
    reach(HERE_ID, party, HERE_ID);
  }
  if (act === 'round') return after;
  // Those who are there already do not meet one another by it.
  for (const host of [...hosts].sort()) reach(host, BACK_ID, HERE_ID);
  for (const guest of [...guests].sort()) reach(BACK_ID, guest, HERE_ID);
  return after;
}

/** What to call a party or place: by its name where it has one. */
function callerOf(among: Walled): (id: Id) => string {
  const things = [among.parties, among.tools, among.activities, among.pools].flat();
  const names = new Map(things.map((thing) => [thing.id, nameOf(thing)]));
  return (id) => names.get(id) ?? id;
}

/** Who is meant by an audience, as far as the file names parties: the one it is bound to, the core, those inside. */
function partiesOf(among: Walled, audience: string, within: readonly string[] = []): Id[] {
  const [, bound] = audience.split(':', 2);
  if (bound !== undefined) return among.parties.some((one) => one.id === bound) ? [bound] : [];
  const declared = among.audiences.find((one) => one.id === audience);
  if (declared !== undefined)
    return declared.includes.flatMap((one) =>
      within.includes(one) ? [] : partiesOf(among, one, [...within, audience]),
    );
  const inside = among.parties.filter((party) => party.inside);
  if (audience === 'core' || audience === 'stewards')
    return inside.filter((party) => party.circle === 'core').map((party) => party.id);
  if (audience === 'members') return inside.map((party) => party.id);
  if (audience === 'partners')
    return among.parties
      .filter((party) => !party.inside && party.type === 'organisation')
      .map((party) => party.id);
  return audience === 'public' ? among.parties.map((party) => party.id) : [];
}
