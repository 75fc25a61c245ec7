/**
 * Turns what somebody is to communities into what they may have: which role where, which audience, what on the shelf.
 * The one place where a role becomes an audience. It asks no database; that was done before.
 */
import type { Caller, Role } from '#server/caller';
import { HOUSE, type Membership, type Standing } from '#store/people/port';
import { type Sight, STEWARDS } from '#store/port';

const PUBLIC = 'public';

/** The audiences that a membership gives, the usual one first. Empty: the role alone shows nothing. */
export function audiencesOf({ role, party, audience, consentedAt }: Membership): readonly string[] {
  switch (role) {
    case 'steward':
      return [STEWARDS];
    case 'treasurer':
      return ['treasurer'];
    case 'core':
    case 'member': {
      const own = role === 'core' ? 'core' : 'members';
      return party !== null && consentedAt !== null ? [own, `person:${party}`] : [own];
    }
    case 'partner':
      return party === null ? [] : [`partner:${party}`];
    case 'guest':
      return [audience ?? PUBLIC];
  }
}

/** Who asks, from what the database knows of them. */
export function callerOf({ account, memberships, listed }: Standing): Caller {
  const own = new Map(memberships.map((one) => [one.community, one]));
  const open = new Set(listed);
  const ofHouse = own.has(HOUSE);
  const roleIn = (community: string): Role => (ofHouse ? 'steward' : (own.get(community)?.role ?? PUBLIC));
  const audiencesIn = (community: string): readonly string[] => {
    const mine = own.get(community);
    const given = mine === undefined ? [] : audiencesOf(mine);
    return open.has(community) && !given.includes(PUBLIC) ? [...given, PUBLIC] : given;
  };
  return {
    account: account?.id ?? null,
    author: account === null ? null : { id: account.id, name: account.name },
    sights: ofHouse ? [{ community: HOUSE, audience: STEWARDS }] : sightsOf(own, listed),
    audienceFor: (community, wanted) => {
      if (roleIn(community) === 'steward') return wanted ?? STEWARDS;
      const mine = audiencesIn(community);
      if (wanted === undefined) return mine[0] ?? null;
      return mine.includes(wanted) ? wanted : null;
    },
    mayWrite: (community) => roleIn(community) === 'steward',
    roleIn,
  };
}

/** One line of the shelf for each community: what one belongs to as one of its own, the others as anybody. */
function sightsOf(own: ReadonlyMap<string, Membership>, listed: readonly string[]): readonly Sight[] {
  const mine = [...own.values()].flatMap((one) => {
    const [audience] = audiencesOf(one);
    return audience === undefined ? [] : [{ community: one.community, audience }];
  });
  const there = new Set(mine.map((one) => one.community));
  return [
    ...mine,
    ...listed.filter((one) => !there.has(one)).map((community) => ({ community, audience: PUBLIC })),
  ];
}

/** What somebody is, for themselves: one entry a community. */
export function rolesOf({ memberships, listed }: Standing) {
  const open = new Set(listed);
  return memberships.map((one) => {
    const audiences = [...audiencesOf(one)];
    if (open.has(one.community) && !audiences.includes(PUBLIC)) audiences.push(PUBLIC);
    return {
      community: one.community,
      role: one.role,
      audience: audiences[0] ?? PUBLIC,
      audiences,
      party: one.party,
    };
  });
}
