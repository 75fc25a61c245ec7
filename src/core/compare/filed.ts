/**
 * What is filed under the blocks of a community's own scheme on the day of the view: by what a thing says of itself, else
 * where its sort usually belongs, followed through every revision of the scheme. What a split has left between two blocks
 * stands under `either` until somebody says which. Re-files nothing.
 */
import type { View } from '#core/audience/view';
import { usualBlock } from '#core/canvas/blocks';
import { type Filing, filedOnDay, filing, schemeOn, versionOn } from '#core/compare/scheme-history';
import { allThings, type Block } from '#core/model/community';
import type { Thing } from '#core/model/things';

/** One block of the day with what is filed under it. */
export interface FiledUnder {
  readonly block: Block;
  readonly things: readonly Thing[];
}

/** A thing that may belong to one of several blocks. */
export interface Undecided {
  readonly thing: Thing;
  readonly filing: Filing;
}

export interface FiledScheme {
  readonly id: string;
  /** Of the scheme on that day. */
  readonly version: number;
  readonly blocks: readonly FiledUnder[];
  readonly either: readonly Undecided[];
  /** Things of the day that no block of the scheme takes. */
  readonly unfiled: readonly Thing[];
}

/** Where a thing belongs on the day of the view; null where its sort is not filed and it names no block. */
export function placeOf(view: View, thing: Thing): Filing | null {
  const { scheme, day } = view;
  if (thing.category !== null) {
    const own = filedOnDay(scheme, thing.category, day);
    return own.either ? narrowed(view, thing, own) : own;
  }
  const usual = usualBlock(thing, view);
  return usual === null ? null : filing(scheme, usual, null, day);
}

/** Before a merge, an entry filed under what was merged stands where its sort usually belongs, if that is one of the two. */
function narrowed(view: View, thing: Thing, filed: Filing): Filing {
  const usual = usualBlock(thing, view);
  const before = !schemeOn(view.scheme, view.day).some((block) => block.id === filed.filed);
  const asked = view.scheme.revised.some((one) => one.into.length > 1 && one.of.includes(filed.filed));
  if (usual === null || !before || asked || !filed.now.includes(usual)) return filed;
  return { filed: filed.filed, now: [usual], either: false };
}

/** Everything that holds on the day of the view, filed under the blocks that its scheme had on that day. */
export function filedOn(view: View): FiledScheme {
  const blocks = schemeOn(view.scheme, view.day);
  const under = new Map<string, Thing[]>(blocks.map((block) => [block.id, []]));
  const either: Undecided[] = [];
  const unfiled: Thing[] = [];
  for (const thing of allThings(view.ever)) {
    if (!view.valid(thing) || thing.section === 'history' || thing.section === 'scenarios') continue;
    const place = placeOf(view, thing);
    const now = (place?.now ?? []).filter((id) => under.has(id));
    const [only] = now;
    if (place === null || only === undefined) unfiled.push(thing);
    else if (now.length === 1) under.get(only)?.push(thing);
    else either.push({ thing, filing: { filed: place.filed, now, either: true } });
  }
  return {
    id: view.scheme.id,
    version: versionOn(view.scheme, view.day),
    blocks: blocks.map((block) => ({ block, things: under.get(block.id) ?? [] })),
    either,
    unfiled,
  };
}
