/** Rings that feed only themselves: nothing enters them from elsewhere, so nothing can be said about what cycles there. */
import type { KindNetwork, Link, Slot } from '#core/analyses/cycle/kind-network';
import { components } from '#core/number/components';

/** A part in which something can come round again: its nodes, and its links by their places in it. */
export interface Turning {
  readonly nodes: readonly number[];
  readonly links: readonly { readonly link: Link; readonly from: number; readonly to: number }[];
}

export interface Parts {
  /** Each strongly connected part that is no ring and in which something turns; elsewhere nothing comes round. */
  readonly turning: readonly Turning[];
  /** Nodes of each ring that nothing reaches from outside it. */
  readonly rings: readonly (readonly number[])[];
}

/** The strongly connected parts of a network, rings apart. */
export function partsOf(network: KindNetwork, slot: Slot): Parts {
  const links: number[][] = network.nodes.map(() => []);
  for (const link of network.links) if (link.from >= 0 && link.to >= 0) links[link.from]?.push(link.to);
  const parts = components(links);
  const partOf = new Int32Array(network.nodes.length);
  for (const [index, part] of parts.entries()) for (const node of part) partOf[node] = index;
  const fed = parts.map((part) => part.some((node) => slot.imports[node]! > 0));
  const inner: Link[][] = parts.map(() => []);
  for (const link of network.links) {
    if (link.from < 0 || link.to < 0) continue;
    const to = partOf[link.to]!;
    if (partOf[link.from]! === to) inner[to]?.push(link);
    else fed[to] = true;
  }
  const turns = parts.map((_, index) => (inner[index]?.length ?? 0) > 0);
  return {
    turning: parts.flatMap((nodes, index) =>
      fed[index] && turns[index] ? [turning(nodes, inner[index] ?? [])] : [],
    ),
    rings: parts.filter((_, index) => !fed[index] && turns[index]),
  };
}

function turning(nodes: readonly number[], links: readonly Link[]): Turning {
  const place = new Map(nodes.map((node, index) => [node, index]));
  return {
    nodes,
    links: links.map((link) => ({ link, from: place.get(link.from) ?? 0, to: place.get(link.to) ?? 0 })),
  };
}
