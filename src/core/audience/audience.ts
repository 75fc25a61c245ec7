/**
 * Who asks: the audiences of a community and who sees what others see. Knows nothing of sessions or routes; nobody
 * signed in is `public`, and an audience that the community does not know sees nothing at all.
 */
import type { Community } from '#core/model/community';
import type { Id } from '#core/model/fact';

/** The audiences that every community has. */
export const STANDARD_AUDIENCES = ['stewards', 'treasurer', 'core', 'members', 'peers', 'public'] as const;

/** Words of `see` that name no audience by themselves: oneself, the two ends, all partners. */
export const SEE_WORDS = ['self', 'parties', 'partners'] as const;

export interface Audience {
  readonly id: string;
  /** Every name in a `see` that lets this audience have the fact. */
  readonly hears: ReadonlySet<string>;
  /** The party this audience is bound to (`partner:town`, `person:ana`); null for the others. */
  readonly bound: Id | null;
  /** The audience at whose levels this one is shown what says nothing of itself: a person's circle, all partners. */
  readonly like: string | null;
  /** Sees every fact but those for `self` and `parties` alone. */
  readonly all: boolean;
}

const WITHIN: Readonly<Record<string, readonly string[]>> = {
  stewards: ['stewards', 'treasurer', 'core', 'members', 'public'],
  treasurer: ['treasurer', 'public'],
  core: ['core', 'members', 'public'],
  members: ['members', 'public'],
  peers: ['peers', 'public'],
  public: ['public'],
};

/** The audience of that id, or null where the community knows none. Bound ones are `partner:<party>`, `person:<party>`. */
export function audienceOf(community: Community, id: string): Audience | null {
  const within = WITHIN[id];
  if (within !== undefined && Object.hasOwn(WITHIN, id))
    return { id, hears: new Set(within), bound: null, like: null, all: id === 'stewards' };
  const declared = community.audiences.find((audience) => audience.id === id);
  if (declared !== undefined) {
    const hears = new Set([id, 'public']);
    for (const other of declared.includes) for (const name of WITHIN[other] ?? [other]) hears.add(name);
    return { id, hears, bound: null, like: null, all: false };
  }
  const [role, party] = id.split(':', 2);
  if (party === undefined || !community.parties.some((one) => one.id === party)) return null;
  if (role === 'partner')
    return { id, hears: new Set([id, 'partners', 'public']), bound: party, like: 'partners', all: false };
  if (role === 'person') {
    const like = circleOf(community, party);
    return { id, hears: new Set([id, ...(WITHIN[like] ?? [])]), bound: party, like, all: false };
  }
  return null;
}

/** A person hears what the circle hears in which the person stands; a person in none hears the public. */
function circleOf(community: Community, person: Id): string {
  const seen = new Set<Id>();
  let party = community.parties.find((one) => one.id === person);
  while (party !== undefined && !seen.has(party.id)) {
    seen.add(party.id);
    if (party.circle === 'core') return 'core';
    if (party.circle !== null && party.inside) return 'members';
    const next: Id | null = party.in;
    party = community.parties.find((one) => one.id === next);
  }
  return 'public';
}

/** Every audience of a community that can be asked for by name, the bound ones of its parties last. */
export function knownAudiences(community: Community): string[] {
  return [
    ...STANDARD_AUDIENCES,
    ...community.audiences.map((audience) => audience.id),
    ...community.parties.map((party) =>
      party.type === 'person' ? `person:${party.id}` : `partner:${party.id}`,
    ),
  ];
}
