/** Rings that feed only themselves: nothing enters them from elsewhere, so nothing can be said about what cycles there. */
import type { KindNetwork, Slot } from '#core/analyses/cycle/kind-network';
import { components } from '#core/number/components';

export interface Parts {
  /** Nodes of each strongly connected part that is no ring, in rising order. */
  readonly open: readonly (readonly number[])[];
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
  const turns = parts.map((part) => part.length > 1);
  for (const link of network.links) {
    if (link.from < 0 || link.to < 0) continue;
    const from = partOf[link.from]!;
    const to = partOf[link.to]!;
    if (from !== to) fed[to] = true;
    else turns[to] = true;
  }
  return {
    open: parts.filter((_, index) => fed[index] || !turns[index]),
    rings: parts.filter((_, index) => !fed[index] && turns[index]),
  };
}
