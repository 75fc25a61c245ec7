/**
 * Writes down who saw or took along restricted figures: one line a person, a community and a day, rather than one a
 * request. The person who runs Potluck alone is watched by nobody; what they take along is written down all the same,
 * for it leaves the machine.
 */
import type { Context, MiddlewareHandler } from 'hono';
import type { View, ViewJson } from '#core/audience/view';
import { allThings } from '#core/model/community';
import { type Day, isoDay } from '#core/model/dates';
import type { Carried } from '#server/caller';
import type { LogAct } from '#store/log/port';
import type { Store } from '#store/port';

/** What of a thing is a figure. */
const FIGURES = ['amount', 'stock', 'size', 'wears', 'renews', 'carries', 'available'] as const;
/** An audience that knew nothing restricted is looked at again after so long, in milliseconds. */
const AGAIN = 60_000;

/** Below a community, what answers with figures; the bare address answers with the file. */
const SEEN =
  /^\/api\/communities\/([a-z0-9-]+)(?:\/(?:view|picture\.svg|findings|questions|story|simulate|agenda|meeting|sponsor\/[^/]+|revisions\/\d+))?$/;
/** What is asked for with a body, and changes nothing. */
const ASKED_IN_BODY = /^\/api\/(?:communities\/[a-z0-9-]+\/simulate|compare)$/;
const EXPORTED = /^\/api\/communities\/([a-z0-9-]+)\/export(?:\/[a-z]+)?$/;

/**
 * Whether somebody is shown a restricted figure: one that the public may not see exactly. What the public sees in a total
 * or a range only, covered, or not at all, is restricted.
 */
export function isRestricted(shown: ViewJson | View, everyone: ViewJson | null): boolean {
  const own = figuresOf('toJSON' in shown ? shown.toJSON() : shown);
  const open = everyone === null ? new Map<string, string>() : figuresOf(everyone);
  return [...own].some(([id, figure]) => open.get(id) !== figure);
}

/** Every figure that is known, by the id of its thing. */
function figuresOf({ community, covered }: ViewJson): Map<string, string> {
  const hidden = new Set(covered);
  const figures = new Map<string, string>();
  for (const thing of allThings(community)) {
    if (hidden.has(thing.id)) continue;
    const record = thing as unknown as Readonly<Record<string, unknown>>;
    const all = JSON.stringify(FIGURES.map((key) => record[key] ?? null));
    if (/"is":"known"/.test(all)) figures.set(thing.id, all);
  }
  return figures;
}

interface Options {
  readonly store: Store;
  readonly today: () => Day;
  readonly now: () => number;
}

/** Looks at what was answered, and writes it down before it leaves. */
export function logsRestricted({ store, today, now }: Options): MiddlewareHandler<Carried> {
  const written = new Set<string>();
  const looked = new Map<string, number>();
  return async (context, next) => {
    await next();
    const { method, path } = context.req;
    if (context.res.status !== 200 || (method !== 'GET' && !ASKED_IN_BODY.test(path))) return;
    const caller = context.get('caller');
    const person = caller.author?.id ?? null;
    if (person === null) return;
    const asked = await askedBy(context);
    for (const { act, community } of actsOf(path, asked.communities)) {
      if (act === 'seen-restricted' && caller.account === null) continue;
      const audience = caller.audienceFor(community, asked.audience);
      if (audience === null || audience === 'public') continue;
      const day = isoDay(today());
      const line = `${community}\n${person}\n${act}\n${day}`;
      const eyes = `${line}\n${audience}`;
      if (written.has(line) || now() - (looked.get(eyes) ?? Number.NEGATIVE_INFINITY) < AGAIN) continue;
      const [shown, everyone] = await Promise.all([
        store.view(community, audience),
        store.view(community, 'public'),
      ]);
      if (written.size + looked.size > 5_000) {
        written.clear();
        looked.clear();
      }
      if (shown === null || !isRestricted(shown.body, everyone?.body ?? null)) {
        looked.set(eyes, now());
        continue;
      }
      await store.log.append({ community, act, person, about: { audience }, once: day });
      written.add(line);
    }
  };
}

interface Asked {
  readonly audience: string | undefined;
  /** Those that were set side by side. */
  readonly communities: readonly string[];
}

/** What was asked for, in the address or in the body. A body that was answered to is of the right shape. */
async function askedBy(context: Context<Carried>): Promise<Asked> {
  const { req } = context;
  const communities = req.query('communities')?.split(',') ?? [];
  if (req.method === 'GET') return { audience: req.query('audience'), communities };
  const body = (await req.json().catch(() => ({}))) as {
    readonly audience?: string;
    readonly communities?: readonly { readonly id: string }[];
  };
  return {
    audience: body.audience ?? req.query('audience'),
    communities: (body.communities ?? []).map((one) => one.id),
  };
}

function actsOf(
  path: string,
  compared: readonly string[],
): readonly { readonly act: LogAct; readonly community: string }[] {
  const exported = EXPORTED.exec(path)?.[1];
  if (exported !== undefined) return [{ act: 'exported-restricted', community: exported }];
  const seen = SEEN.exec(path)?.[1];
  if (seen !== undefined) return [{ act: 'seen-restricted', community: seen }];
  if (path !== '/api/compare') return [];
  const each = new Set(compared.map((one) => one.trim()).filter((one) => one !== ''));
  return [...each].map((community) => ({ act: 'seen-restricted' as const, community }));
}
