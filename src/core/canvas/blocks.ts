/**
 * Under which block of the canvas a thing is filed: where its `category` says so, else where things of its sort usually
 * belong. The usual places are data, one rule a row, so that they can be read and argued with. Grades nothing.
 */
import type { View } from '#core/audience/view';
import type { Block } from '#core/model/community';
import { allThings } from '#core/model/community';
import type { Section } from '#core/model/fact';
import type { Thing } from '#core/model/things';

/** Sections whose things always belong to one block of the default scheme. */
const BY_SECTION: Readonly<Partial<Record<Section, string>>> = {
  vision: 'b1',
  roles: 'b2',
  movements: 'b2',
  worth: 'b3',
  ties: 'b4',
  accounts: 'b4',
  tools: 'b5',
  activities: 'b6',
  trials: 'b6',
  pools: 'b7',
  pockets: 'b7',
  baskets: 'b8',
  needs: 'b9',
  influences: 'b10',
  quantities: 'b10',
  decisions: 'b11',
  walls: 'b11',
  voices: 'b11',
};

interface Rule {
  readonly block: string;
  readonly when: (thing: Thing, view: View) => boolean;
}

const isParty = (view: View, id: string, inside: boolean) => {
  const party = view.get('parties', id);
  return party !== null && party.inside === inside;
};

/** For sections whose things belong to several blocks: the first rule that holds. */
const BY_RULE: Readonly<Partial<Record<Section, readonly Rule[]>>> = {
  parties: [
    { block: 'b5', when: (thing) => thing.section === 'parties' && thing.type === 'ecosystem' },
    {
      block: 'b2',
      when: (thing) => thing.section === 'parties' && (thing.inside || thing.type === 'public'),
    },
    { block: 'b8', when: (thing) => thing.section === 'parties' && thing.type === 'organisation' },
    { block: 'b2', when: () => true },
  ],
  flows: [
    {
      block: 'b4',
      when: (thing) => thing.section === 'flows' && (thing.form === 'favour' || thing.size !== null),
    },
    {
      block: 'b4',
      when: (thing, view) => thing.section === 'flows' && view.kind(thing.kind ?? '')?.law === 'relational',
    },
    // What reaches those who say "we", or what they share, comes back; all else is what it takes.
    {
      block: 'b10',
      when: (thing, view) =>
        thing.section === 'flows' && thing.form !== 'pay' && isParty(view, thing.to, true),
    },
    {
      block: 'b10',
      when: (thing, view) =>
        thing.section === 'flows' && thing.form === 'sale' && !isParty(view, thing.to, false),
    },
    {
      block: 'b10',
      when: (thing, view) =>
        thing.section === 'flows' && view.get('pools', thing.to) !== null && isParty(view, thing.from, false),
    },
    { block: 'b9', when: () => true },
  ],
};

/** Sections that tell the story of the rest, and scenarios: they are not filed. */
const NOT_FILED: ReadonlySet<Section> = new Set<Section>(['history', 'scenarios']);

/**
 * The id of the block under which a thing is filed, in lower case; null where the scheme has no such block (a community's
 * own scheme) or its sort is not filed.
 */
export function blockOf(thing: Thing, view: View): string | null {
  const blocks = new Set(view.scheme.blocks.map((block) => block.id.toLowerCase()));
  const own = thing.category?.toLowerCase();
  if (own !== undefined && blocks.has(own)) return own;
  const usual = usualBlock(thing, view);
  return usual !== null && blocks.has(usual) ? usual : null;
}

/** The block of the default scheme where a thing of that sort usually belongs; null where its sort is not filed. */
export function usualBlock(thing: Thing, view: View): string | null {
  if (NOT_FILED.has(thing.section)) return null;
  return (
    BY_SECTION[thing.section] ?? BY_RULE[thing.section]?.find((rule) => rule.when(thing, view))?.block ?? null
  );
}

export interface FiledBlock {
  readonly block: Block;
  readonly things: readonly Thing[];
}

export interface Canvas {
  readonly blocks: readonly FiledBlock[];
  /** Things of the day that no block of the scheme takes. */
  readonly unfiled: readonly Thing[];
}

/** Everything that holds on the day of the view, filed under the blocks of its scheme in their order. */
export function canvasOf(view: View): Canvas {
  const things = allThings(view.ever).filter((thing) => view.valid(thing) && !NOT_FILED.has(thing.section));
  const filed = new Map<string, Thing[]>(view.scheme.blocks.map((block) => [block.id.toLowerCase(), []]));
  const unfiled: Thing[] = [];
  for (const thing of things) {
    const block = blockOf(thing, view);
    const place = block === null ? undefined : filed.get(block);
    if (place === undefined) unfiled.push(thing);
    else place.push(thing);
  }
  return {
    blocks: view.scheme.blocks.map((block) => ({ block, things: filed.get(block.id.toLowerCase()) ?? [] })),
    unfiled,
  };
}
