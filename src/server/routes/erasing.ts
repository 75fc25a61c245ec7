/** Erasing a person from a community, for stewards. What was given stays; who it was goes, from every text there ever was. */
import { createRoute, z } from '@hono/zod-openapi';
import type { View } from '#core/audience/view';
import { freeze } from '#core/released-page';
import type { RunAsked } from '#core/released-run';
import { scenarioList } from '#core/simulate/simulation';
import type { SponsorFor } from '#core/sponsor-for';
import { message } from '#core/words/message';
import { inSpeech, type Speech } from '#core/words/speech';
import { mustSteward } from '#server/caller';
import { Refusal } from '#server/problem';
import { STYLE } from '#server/releasing';
import { changing, communityParam, router, taking } from '#server/route';
import { revived } from '#server/seen';
import { languages, speechOf } from '#server/speech';
import { typefacesFor } from '#server/typefaces';
import { EraseTrouble, type Refreeze } from '#store/erasing/port';
import type { Store } from '#store/port';

/** What is refused here. */
const SAYS = {
  notErased: message(
    'refused.not-erased',
    'Nothing was erased, because the file would have problems: {problems}',
  ),
  nobodyHere: message('refused.nobody-here', 'There is no such person in this community.'),
} as const;

const count = z.int().min(0);

const erase = createRoute({
  method: 'post',
  path: '/api/communities/{id}/erase',
  tags: ['History'],
  summary: 'Erase a person, for good; for stewards',
  description:
    'Takes the person’s id and names out of the present text, every earlier one, notes, rounds, releases and the log. It cannot be undone. Files that were taken along and backups are out of reach.',
  request: {
    params: communityParam,
    ...taking(
      z
        .strictObject({
          party: z.string().min(1).max(200).describe('The party of the file that the person is.'),
          reason: z.string().max(2000).nullish().describe('Why. Logged, without the name.'),
        })
        .meta({ id: 'EraseRequest' }),
    ),
  },
  responses: changing(
    z
      .object({
        as: z.string().describe('What stands where the person stood.'),
        texts: count.describe('Texts that were changed, of the present and of the past.'),
        rows: count.describe('Notes, names, answers and lines of the log that were changed.'),
        releases: count.describe('Releases that were made anew without the person.'),
        withdrawn: count.describe('Releases that were taken back, for they could not be.'),
        accounts: count.describe('Accounts that went with the person, having been for nothing else.'),
      })
      .meta({ id: 'Erased', description: 'What was done. It does not say who it was.' }),
    'The person is erased.',
  ),
});

/** A run whose scenarios are still there. */
function isRunnable(view: View, run: RunAsked | null): boolean {
  const known = scenarioList(view).map((one) => one.id);
  return run?.scenarios.every((one) => known.includes(one)) === true;
}

/** Every language in which a page may have been written. */
async function speeches(): Promise<ReadonlyMap<string, Speech>> {
  const all = await Promise.all(languages().map(speechOf));
  return new Map(all.flatMap((one) => (one === null ? [] : [[one.language, one] as const])));
}

const ENGLISH: Speech = { language: 'en', sentences: {} };

/** Makes frozen pages anew of what is left, each in its own language. */
function refreezing(known: ReadonlyMap<string, Speech>): Refreeze {
  return (release, madeOf) =>
    inSpeech(known.get(madeOf.language ?? 'en') ?? ENGLISH, () => refreeze(release, madeOf));
}

const refreeze: Refreeze = ({ what }, { view: json, sponsor, run = null, on, whom }) => {
  const view = revived(json);
  const page: SponsorFor | null = sponsor === null ? null : { page: sponsor, view, figures: [] };
  if (what === 'sponsor' && page === null) return null;
  if (what === 'what-if' && !isRunnable(view, run)) return null;
  return freeze({
    ...{ what, view, sponsor: page, run, on, whom },
    style: STYLE,
    fontFaces: (letters) => typefacesFor(letters),
  });
};

/** The route of erasing. */
export function erasingRoutes(store: Store) {
  return router().openapi(erase, async (context) => {
    const { id } = context.req.valid('param');
    mustSteward(context, id);
    const { party, reason } = context.req.valid('json');
    const person = context.get('caller').author?.id ?? null;
    const done = await store.erasing
      .erase({ community: id, party, person, reason: reason ?? null }, refreezing(await speeches()))
      .catch((error: unknown) => {
        if (!(error instanceof EraseTrouble)) throw error;
        throw new Refusal(422, 'impossible', SAYS.notErased({ problems: error.message }));
      });
    if (done === null) throw new Refusal(404, 'not-found', SAYS.nobodyHere());
    const { accounts, ...told } = done;
    return context.json({ ...told, accounts: await eraseAccounts(store, accounts) }, 200);
  });
}

/** An account that was for this person in this community and for nothing else goes too. Gives how many. */
async function eraseAccounts(store: Store, accounts: readonly string[]): Promise<number> {
  let gone = 0;
  for (const account of new Set(accounts)) {
    const places = await store.people.membershipsOf(account);
    if (places.length > 1 || places.some((one) => one.role === 'steward')) continue;
    if ((await store.people.erase(account)) !== 'done') continue;
    await store.erasePerson(account);
    gone += 1;
  }
  return gone;
}
