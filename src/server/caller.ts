/**
 * Who asks, and what they may have. In single-user mode the one person at this machine is steward of everything and may
 * look through any audience's eyes. A door asks once, here; no route asks again.
 */
import type { Context, MiddlewareHandler } from 'hono';
import { message } from '#core/words/message';
import { Refusal } from '#server/problem';
import { REFUSED } from '#server/refused';
import type { MemberRole, Standing } from '#store/people/port';
import type { Author, Sight } from '#store/port';

/** What is refused here. */
const SAYS = {
  notYoursToChange: message('refused.not-yours-to-change', 'There is no such community for you to change.'),
} as const;

/** What somebody is to a community. `public`: nobody in particular. */
export type Role = MemberRole | 'public';

export interface Caller {
  /** The account that is signed in; null: nobody, or the one person at this machine. */
  readonly account: string | null;
  readonly author: Author | null;
  /** What the shelf shows. */
  readonly sights: readonly Sight[];
  /** The audience to answer for, where `wanted` was asked for; null where that is refused. */
  readonly audienceFor: (community: string, wanted: string | undefined) => string | null;
  readonly mayWrite: (community: string) => boolean;
  readonly roleIn: (community: string) => Role;
}

/** What a request carries through the routes. */
export interface Carried {
  Variables: {
    caller: Caller;
    /** What the database knows of who asks; null where one person runs Potluck alone. */
    standing: Standing | null;
    /** Settles anew who asks, for an answer that goes on: a session may have ended meanwhile. */
    again: () => Promise<Caller>;
  };
}

/** The person who runs Potluck alone. */
export const LOCAL: Caller = {
  account: null,
  author: { id: 'local', name: null },
  sights: [{ community: '*', audience: 'stewards' }],
  audienceFor: (_, wanted) => wanted ?? 'stewards',
  mayWrite: () => true,
  roleIn: () => 'steward',
};

/** Nobody in particular, who may see nothing by that alone. */
const NOBODY: Caller = {
  account: null,
  author: null,
  sights: [],
  audienceFor: () => null,
  mayWrite: () => false,
  roleIn: () => 'public',
};

/** What is the same for everybody and asks nobody who they are. */
const FOR_EVERYBODY = /^\/(?:assets\/|docs(?:\/|$)|healthz$|api\/openapi\.json$|[^/]+\.\w+$)/;

/** Settles who asks, once for each request. */
export function callerIs(
  find: (
    context: Context<Carried>,
  ) => Promise<{ readonly caller: Caller; readonly standing: Standing | null }>,
): MiddlewareHandler<Carried> {
  return async (context, next) => {
    const open = FOR_EVERYBODY.test(context.req.path);
    const { caller, standing } = open ? { caller: NOBODY, standing: null } : await find(context);
    context.set('caller', caller);
    context.set('standing', standing);
    context.set('again', async () => (open ? NOBODY : (await find(context)).caller));
    await next();
  };
}

/** The audience of a reading request; a refused one looks like an absent community. */
export function audienceOfRequest(
  context: Context<Carried>,
  community: string,
  wanted: string | undefined,
): string {
  const audience = context.get('caller').audienceFor(community, wanted);
  if (audience === null) throw new Refusal(404, 'not-found', REFUSED.noCommunityForYou());
  return audience;
}

/** Lets only those through who may change the community. */
export function mustWrite(context: Context<Carried>, community: string): void {
  if (!context.get('caller').mayWrite(community))
    throw new Refusal(404, 'not-found', SAYS.notYoursToChange());
}

/** Lets only stewards of the community through; to anybody else it looks absent. */
export function mustSteward(context: Context<Carried>, community: string): void {
  if (context.get('caller').roleIn(community) !== 'steward')
    throw new Refusal(404, 'not-found', REFUSED.notYoursToLookAfter());
}
