/**
 * Which facts an audience may have, and at which level. The rules are *Who may see* of the community file:
 * stewards ⊃ treasurer and core, core ⊃ members, other audiences must be named, `public` means everyone.
 */
import type { Audience } from '#core/audience/audience';
import { REFERENCES } from '#core/audience/references';
import { allThings, type Community } from '#core/model/community';
import type { Id } from '#core/model/fact';
import type { Level, Thing } from '#core/model/things';

/** Without any `see` in the file, facts are for the core. */
const DEFAULT_SEE: readonly string[] = ['core'];

/** The ids of the parties at the ends of a fact; for a party itself, its own id. */
function endsOf(thing: Thing): readonly Id[] {
  if (thing.section === 'parties') return [thing.id];
  const record = thing as unknown as Readonly<Record<string, unknown>>;
  return REFERENCES[thing.section].flatMap(({ key, as }) => {
    const value = record[key];
    if (as === 'end' && typeof value === 'string') return [value];
    return as === 'pair' && Array.isArray(value) ? (value as Id[]) : [];
  });
}

function allows(see: readonly string[], thing: Thing, audience: Audience): boolean {
  return see.some((name) => {
    if (audience.hears.has(name)) return true;
    if (name === 'parties') return audience.bound !== null && endsOf(thing).includes(audience.bound);
    if (name === 'self') return audience.bound !== null && endsOf(thing)[0] === audience.bound;
    return audience.all;
  });
}

/** The ids of every fact that this audience may have, at whatever level. */
export function visibleIds(community: Community, audience: Audience): ReadonlySet<Id> {
  const fallback = community.see ?? DEFAULT_SEE;
  const things = allThings(community);
  const byId = new Map(things.map((thing) => [thing.id, thing]));
  const visible = new Set<Id>();
  const seen = new Map<Id, boolean>();

  const judge = (thing: Thing): boolean => {
    const known = seen.get(thing.id);
    if (known !== undefined) return known;
    const parent = parentOf(thing, byId);
    const see = thing.see ?? parent?.see ?? fallback;
    const own =
      audience.bound !== null &&
      (thing.id === audience.bound || (thing.see === null && endsOf(thing).includes(audience.bound)));
    let may = own || allows(see, thing, audience);
    if (parent !== null && !judge(parent)) may = false;
    if (thing.section === 'flows' && levelOf(community, thing, audience) === 'hidden') may = false;
    seen.set(thing.id, may);
    return may;
  };
  for (const thing of things) if (judge(thing)) visible.add(thing.id);
  return visible;
}

/** What a thing is part of (a need's activity, a pocket's pool): nobody sees the part who may not see the whole. */
function parentOf(thing: Thing, byId: ReadonlyMap<Id, Thing>): Thing | null {
  if (thing.section === 'needs') return byId.get(thing.activity) ?? null;
  if (thing.section === 'pockets') return byId.get(thing.pool) ?? null;
  return null;
}

/** The level at which a visible fact of a kind is shown: what the flow itself says, what `openness` states, else exact. */
export function levelOf(community: Community, thing: Thing, audience: Audience): Level {
  if (thing.section === 'flows') {
    const shown = thing.shown[audience.id];
    if (shown !== undefined) return shown;
  }
  const kind = 'kind' in thing ? thing.kind : null;
  if (kind === null) return 'exact';
  if (audience.bound !== null && endsOf(thing).includes(audience.bound)) return 'exact';
  return statedLevel(community, kind, audience) ?? 'exact';
}

/** What `openness` states for a kind towards an audience, or towards the circle that a person stands in; null: nothing. */
export function statedLevel(community: Community, kind: Id, audience: Audience): Level | null {
  const own = community.openness[audience.id]?.[kind];
  if (own !== undefined || audience.like === null) return own ?? null;
  return community.openness[audience.like]?.[kind] ?? null;
}
