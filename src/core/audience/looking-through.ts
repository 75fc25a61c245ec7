/**
 * What each audience sees, side by side: the grid of the openness page, and what protection withholds from each and why.
 * For those who may see all; it tells nothing that disclosing to each audience would not do.
 */
import { type Audience, audienceOf, STANDARD_AUDIENCES } from '#core/audience/audience';
import { disclose } from '#core/audience/disclose';
import type { Withheld } from '#core/audience/view';
import { levelOf, statedLevel, visibleIds } from '#core/audience/visible';
import { allThings, type Community } from '#core/model/community';
import type { Day, When } from '#core/model/dates';
import type { Id, Section, Text } from '#core/model/fact';
import type { Level, Thing } from '#core/model/things';

export interface KindLevel {
  readonly kind: Id;
  readonly level: Level;
  /** Said in `openness`, for this audience or for the circle at whose levels it is shown things. */
  readonly isStated: boolean;
  readonly from: When | null;
  readonly because: Text | null;
}

export interface ThingLevel {
  readonly id: Id;
  readonly section: Section;
  readonly level: Level;
  /** Not seen by itself, and counted in a total all the same. */
  readonly isCounted: boolean;
}

export interface Sight {
  readonly audience: string;
  readonly kinds: readonly KindLevel[];
  readonly things: readonly ThingLevel[];
  /** What it sees to be incomplete; with `why` where that protects somebody. */
  readonly withheld: readonly Withheld[];
  /** How many totals it is told, and how many are withheld. */
  readonly totals: { readonly told: number; readonly withheld: number };
}

/**
 * What an audience sees of every kind and every thing.
 *
 * @throws RangeError where the community knows no such audience.
 */
export function lookingThrough(community: Community, audienceId: string, day: Day | string): Sight {
  const view = disclose(community, { audience: audienceId, day });
  const audience = audienceOf(community, audienceId) as Audience;
  const visible = visibleIds(community, audience);
  const levels = new Map(community.kinds.map((kind) => [kind.id, statedLevel(community, kind.id, audience)]));
  const seen = new Set(
    allThings(community).flatMap((thing) =>
      visible.has(thing.id) && 'kind' in thing && thing.kind !== null ? [thing.kind] : [],
    ),
  );
  const cells = view.mask?.tables.flatMap((table) => table.cells) ?? [];
  return {
    audience: audienceId,
    kinds: community.kinds.map(({ id }): KindLevel => {
      const stated = levels.get(id) ?? null;
      const note = [audience.id, audience.like]
        .map((one) => (one === null ? undefined : community.opennessNotes?.[one]?.[id]))
        .find((one) => one !== undefined);
      return {
        kind: id,
        level: stated ?? (seen.has(id) ? 'exact' : 'hidden'),
        isStated: stated !== null,
        from: note?.from ?? null,
        because: note?.because ?? null,
      };
    }),
    things: allThings(community).map((thing) => thingLevel(community, thing, audience, visible)),
    withheld: view.withheld,
    totals: {
      told: cells.filter((cell) => cell.amount !== null).length,
      withheld: cells.filter((cell) => cell.why !== null).length,
    },
  };
}

function thingLevel(
  community: Community,
  thing: Thing,
  audience: Audience,
  visible: ReadonlySet<Id>,
): ThingLevel {
  const { id, section } = thing;
  const level = levelOf(community, thing, audience);
  if (visible.has(id)) return { id, section, level, isCounted: false };
  const isCounted = section === 'flows' && thing.see === null && (level === 'aggregate' || level === 'range');
  return { id, section, level: isCounted ? level : 'hidden', isCounted };
}

/** The audiences worth a column: the standard ones, those the file declares, and each that it names for itself. */
export function audiencesToShow(community: Community): string[] {
  const named = allThings(community).flatMap((thing) => [
    ...(thing.see ?? []),
    ...(thing.section === 'flows' ? Object.keys(thing.shown) : []),
  ]);
  const all = [
    ...STANDARD_AUDIENCES,
    ...community.audiences.map((one) => one.id),
    ...[...Object.keys(community.openness), ...named].sort(),
  ];
  return [...new Set(all)].filter((id) => audienceOf(community, id) !== null);
}
