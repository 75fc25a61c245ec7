/**
 * A graph made smaller without changing how many loops it has: a node with one way in or one way out is no choice, so
 * it is drawn together with the node before or after it, and links that fall together are counted in one. A link that
 * then leads home is a loop, and is counted at once. After Levy and Low 1988, who reduce graphs so for another end.
 */
import { type Graph, parts } from '#core/analyses/loops/graph';

export interface Tie {
  /** How many paths of the first graph the link stands for. */
  times: number;
  /** Arrows of the longest of them. */
  length: number;
}

export class Reduced {
  readonly out: Map<number, Tie>[];
  readonly into: Set<number>[];
  /** Loops that were found by drawing together, and the longest of them. */
  count = 0;
  longest = 0;
  /** Links that were moved or removed. */
  work = 0;
  readonly #waiting: number[] = [];

  constructor(graph: Graph) {
    const n = graph.ids.length;
    this.out = Array.from({ length: n }, () => new Map());
    this.into = Array.from({ length: n }, () => new Set());
    const part = parts(graph);
    for (let v = 0; v < n; v += 1) {
      for (let link = graph.first[v]!; link < graph.first[v + 1]!; link += 1) {
        const w = graph.to[link]!;
        if (part[v] === part[w]) this.#tie(v, w, graph.times[link]!, 1);
      }
      this.#waiting.push(v);
    }
    this.#shrink();
  }

  /** The node with the most ways through it: once it is gone, most of the rest can be drawn together. -1: none is left. */
  busiest(): number {
    let best = -1;
    let most = 0;
    for (let v = 0; v < this.out.length; v += 1) {
      const ways = this.out[v]!.size * this.into[v]!.size;
      if (ways > most) {
        most = ways;
        best = v;
      }
    }
    return best;
  }

  /** Takes a node away, whose loops have been counted. */
  remove(v: number): void {
    this.#drop(v);
    this.#shrink();
  }

  #tie(from: number, to: number, times: number, length: number): void {
    this.work += 1;
    if (from === to) {
      this.count += times;
      if (length > this.longest) this.longest = length;
      return;
    }
    const there = this.out[from]!.get(to);
    if (there === undefined) {
      this.out[from]!.set(to, { times, length });
      this.into[to]!.add(from);
    } else {
      there.times += times;
      if (length > there.length) there.length = length;
    }
  }

  #drop(v: number): void {
    for (const w of this.out[v]!.keys()) {
      this.into[w]!.delete(v);
      this.#waiting.push(w);
    }
    for (const u of this.into[v]!) {
      this.out[u]!.delete(v);
      this.#waiting.push(u);
    }
    this.work += this.out[v]!.size + this.into[v]!.size;
    this.out[v]!.clear();
    this.into[v]!.clear();
  }

  #shrink(): void {
    while (this.#waiting.length > 0) {
      const v = this.#waiting.pop()!;
      const out = [...this.out[v]!];
      const into = [...this.into[v]!];
      if (out.length === 0 && into.length === 0) continue;
      if (out.length > 1 && into.length > 1) continue;
      const ways = into.map((u) => [u, this.out[u]!.get(v)!] as const);
      this.#drop(v);
      for (const [u, before] of ways)
        for (const [w, after] of out) {
          this.#tie(u, w, before.times * after.times, before.length + after.length);
          this.#waiting.push(u, w);
        }
    }
  }
}
