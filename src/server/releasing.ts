/**
 * Releasing: what an audience may know on a day is set beside all that was released before, looked at from both sides of
 * every wall, frozen and kept. Refuses with what would be given away, so that it can be left out, and with who would be
 * brought together, so that it is done knowingly or not at all.
 */
import { createHash, randomBytes } from 'node:crypto';
import { audienceOf } from '#core/audience/audience';
import { disclose } from '#core/audience/disclose';
import {
  type GivenAway,
  givenAway,
  leavingOut,
  type Told,
  toldTo,
} from '#core/audience/protect/released-figures';
import { WHY } from '#core/audience/protect/totals';
import type { View } from '#core/audience/view';
import { wallBreaches } from '#core/audience/walls';
import type { Community } from '#core/model/community';
import { type Day, isoDay } from '#core/model/dates';
import { nameOf } from '#core/model/fact';
import { freeze, type ReleasedWhat } from '#core/released-page';
import type { RunAsked } from '#core/released-run';
import { scenarioList } from '#core/simulate/simulation';
import { type SponsorFor, sponsorFor } from '#core/sponsor-for';
import { message } from '#core/words/message';
import { speech } from '#core/words/speech';
import { Refusal } from '#server/problem';
import { REFUSED } from '#server/refused';
import { revived } from '#server/seen';
import { typefacesFor } from '#server/typefaces';
import type { PersonId, Store } from '#store/port';

/** What is refused here. */
const SAYS = {
  noAudience: message('refused.no-audience', 'There is no audience {audience} in this community.'),
  notForRelease: message(
    'refused.not-for-release',
    'Stewards see everything, and a page can be passed on. Release to a narrower audience, such as members.',
  ),
  nothingOfScenario: message('refused.nothing-of-scenario', '{audience} may know nothing of that scenario.'),
  nothingOfBasket: message(
    'refused.nothing-of-basket',
    '{audience} may know nothing of the basket {basket}.',
  ),
  givesAway: message(
    'refused.gives-away',
    'Beside what was released before, this would tell what single people gave. Leave those figures out, or ask those people to agree.',
  ),
  wallByRelease: message(
    'refused.wall-by-release',
    'This would bring together those who were to stay apart. Say why, if you release it all the same.',
  ),
} as const;

/** Where the style of released pages is served. */
export const STYLE = '/paper.css';

export interface Wanted {
  readonly audience: string;
  readonly what: ReleasedWhat;
  /** The basket, for `sponsor`. */
  readonly of: string | null;
  /** What is run, for `what-if`. */
  readonly run: RunAsked | null;
  readonly day: Day;
  readonly today: Day;
  /** Leave out what would give something away, rather than refuse. */
  readonly withhold: boolean;
  /** Why it goes out although it breaches a wall. */
  readonly despite: string | null;
  readonly reason: string | null;
  readonly person: PersonId | null;
}

const SAY = {
  one: message('release.gives.one', '{from} to {to}: {why}'),
  all: message('release.gives.all', 'all of {kind}: {why}'),
  from: message('release.gives.from', 'all that {from} gives: {why}'),
  to: message('release.gives.to', 'all that comes to {to}: {why}'),
  sponsor: message('release.gives.sponsor', 'what others bore of {kind}: {why}'),
  flow: message('release.gives.flow', '{name}, beside a total that was released before'),
  whom: message(
    'release.whom',
    '{audience, select, treasurer {the treasurer} core {the core} members {members} peers {other communities} public {everyone} other {{name}}}',
  ),
} as const;

/** A new secret for an address, and what is kept of it. */
export function newAddress(): { readonly token: string; readonly hash: Buffer } {
  const token = randomBytes(32).toString('base64url');
  return { token, hash: hashOf(token) };
}

/** What is kept of the secret in an address. */
export const hashOf = (token: string): Buffer => createHash('sha256').update(token).digest();

/** What is about to be released. */
interface Made {
  readonly view: View;
  readonly sponsor: SponsorFor | null;
  readonly figures: Told;
}

/** Releases go out one after the other: each is set beside all those before it. */
const lines = new Map<string, Promise<unknown>>();

/** Releases, and gives the id, the secret of the address, and what is withheld on it. */
export function release(
  store: Store,
  community: Community,
  version: number,
  wanted: Wanted,
): Promise<{ readonly id: string; readonly token: string; readonly withheld: View['withheld'] }> {
  const before = lines.get(community.id) ?? Promise.resolve();
  const next = before.catch(() => undefined).then(() => releaseNow(store, community, version, wanted));
  lines.set(community.id, next);
  const done = () => void (lines.get(community.id) === next && lines.delete(community.id));
  next.then(done, done);
  return next;
}

async function releaseNow(store: Store, community: Community, version: number, wanted: Wanted) {
  const { audience, what, person } = wanted;
  const first = made(community, wanted);
  const before = await store.releases.told(community.id);
  const gives = givenAway(community, audience, before, first.figures);
  if (gives.length > 0 && !wanted.withhold) throw givesAway(community, first.view, gives);
  const ready = gives.length === 0 ? first : without(first, new Set(gives.map((one) => one.id)));
  const still = gives.length === 0 ? [] : givenAway(community, audience, before, ready.figures);
  if (still.length > 0) throw givesAway(community, first.view, still);
  const breaches = breachesOf(community, wanted, ready);
  const { token, hash } = newAddress();
  const party = community.parties.find((one) => audience.endsWith(`:${one.id}`));
  const whom = SAY.whom({ audience, name: party === undefined ? audience : nameOf(party) }).text;
  const { view, sponsor } = ready;
  const id = await store.releases.add({
    ...{ community: community.id, audience, what, version, person },
    basket: wanted.of,
    asOf: isoDay(wanted.day),
    tokenHash: hash,
    forms: freeze({
      ...{ what, view, sponsor, whom },
      run: wanted.run,
      on: wanted.today,
      style: STYLE,
      fontFaces: (letters) => typefacesFor(letters),
    }),
    madeOf: {
      view: (sponsor?.view ?? view).toJSON(),
      sponsor: sponsor?.page ?? null,
      run: wanted.run,
      on: wanted.today,
      whom,
      language: speech().language,
    },
    figures: ready.figures,
  });
  if (id === null) throw new Refusal(404, 'not-found', REFUSED.noCommunity({ id: community.id }));
  const about = { release: id, what, audience, basket: wanted.of, version, day: isoDay(wanted.day) };
  await store.log.append({ community: community.id, act: 'released', person, about, reason: wanted.reason });
  if (breaches > 0)
    await store.log.append({
      ...{ community: community.id, act: 'wall-overridden', person, reason: wanted.despite },
      about: { by: 'release', release: id, breaches },
    });
  return { id, token, withheld: sponsor === null ? view.withheld : [] };
}

function made(community: Community, { audience, what, of, run, day }: Wanted): Made {
  if (audienceOf(community, audience) === null)
    throw new Refusal(400, 'bad-request', SAYS.noAudience({ audience }));
  if (audience === 'stewards') throw new Refusal(422, 'not-for-release', SAYS.notForRelease());
  const view = disclose(community, { audience, day });
  const known = run === null ? [] : scenarioList(view).map((one) => one.id);
  if (run?.scenarios.some((one) => !known.includes(one)))
    throw new Refusal(404, 'not-found', SAYS.nothingOfScenario({ audience }));
  if (what !== 'sponsor') return { view, sponsor: null, figures: toldTo(community, audience) };
  const sponsor = of === null ? null : sponsorFor(community, of, { audience, day });
  if (sponsor === null)
    throw new Refusal(404, 'not-found', SAYS.nothingOfBasket({ audience, basket: of ?? '' }));
  return { view, sponsor, figures: { sums: sponsor.figures, shown: [] } };
}

function without({ view, sponsor, figures }: Made, ids: ReadonlySet<string>): Made {
  const left = (one: { readonly id: string }) => !ids.has(one.id.replace(/^(?:from|to)\|/, ''));
  const cost = sponsor?.page.cost.map((one) =>
    ids.has(`${sponsor.page.basket}|${one.kind}`)
      ? { ...one, whole: null, byOthers: null, withheld: WHY.other() }
      : one,
  );
  return {
    view: revived(leavingOut(view.toJSON(), ids)),
    sponsor:
      sponsor === null || cost === undefined ? sponsor : { ...sponsor, page: { ...sponsor.page, cost } },
    figures: { sums: figures.sums.filter(left), shown: figures.shown.filter(left) },
  };
}

function givesAway(community: Community, view: View, gives: readonly GivenAway[]): Refusal {
  const called = (id: string): string => {
    const thing = view.thing(id) ?? community.kinds.find((one) => one.id === id);
    return thing == null ? id : nameOf({ id, name: thing.name });
  };
  const told = [...new Map(gives.map((one) => [one.id, one])).values()].map(({ id, why, to }) => {
    const [kind = '', standing = '', row = '', col = ''] = id.split('|');
    const because = WHY[why]().text;
    const isSponsors = id.split('|').length === 2;
    const says =
      kind === 'shown'
        ? SAY.flow({ name: called(standing) })
        : isSponsors
          ? SAY.sponsor({ kind: called(standing), why: because })
          : row !== '' && col !== ''
            ? SAY.one({ from: called(row), to: called(col), why: because })
            : row !== ''
              ? SAY.from({ from: called(row), why: because })
              : col !== ''
                ? SAY.to({ to: called(col), why: because })
                : SAY.all({ kind: called(kind), why: because });
    return { id, why, to, says };
  });
  return new Refusal(409, 'gives-away', SAYS.givesAway(), { gives: told });
}

/** How many pairs would come into touch; refuses where there are any and nobody said why it goes out all the same. */
function breachesOf(community: Community, wanted: Wanted, { view, sponsor }: Made): number {
  const parties = sponsor === null ? view.parties.map((one) => one.id) : [sponsor.page.sponsor];
  const known = new Set(community.parties.map((one) => one.id));
  const breaches = wallBreaches(
    community,
    { act: 'release', audiences: [wanted.audience], parties: parties.filter((one) => known.has(one)) },
    wanted.day,
  );
  if (breaches.length > 0 && (wanted.despite ?? '').trim() === '')
    throw new Refusal(409, 'wall', SAYS.wallByRelease(), {
      breaches: breaches.map(({ between, says }) => ({ between, says })),
    });
  return breaches.length;
}
