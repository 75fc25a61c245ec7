/**
 * Seeded draws of uncertain amounts. Each amount is drawn under its own name, so that the same amount has the same draws
 * in every analysis, and adding a fact does not move the draws of the others. Draws are stratified: each takes every
 * quantile of its distribution once, in an order of its own, which makes 1,000 of them as steady as many more.
 */
import { xoroshiro128plus } from 'pure-rand/generator/xoroshiro128plus';
import { pertQuantiles } from '#core/number/pert';
import type { Sample } from '#core/number/sample';

export interface Spread {
  readonly least: number;
  readonly likely: number;
  readonly most: number;
  /** The value to show. */
  readonly mean: number;
}

/** The draws of one run: how many, and from which seed. */
export class Draws {
  readonly count: number;
  readonly seed: number;

  constructor(count: number, seed: number) {
    this.count = Math.max(0, Math.floor(count));
    this.seed = seed;
  }

  /** PERT draws of a spread, under a name. One number where there is no spread, or no draws are wanted. */
  pert(name: string, spread: Spread): Sample {
    const { least, likely, most, mean } = spread;
    const width = most - least;
    if (this.count === 0 || !(width > 0)) return mean;
    const quantiles = pertQuantiles((likely - least) / width, this.count);
    const out = this.#shuffled(name, quantiles);
    for (let i = 1; i < out.length; i++) out[i] = least + width * (out[i] as number);
    out[0] = mean;
    return out;
  }

  /** Draws of something that exists and that nobody counted: even between 0 and `most`. Shown as 0, so say that it is there. */
  some(name: string, most: number): Sample {
    if (this.count === 0 || !(most > 0)) return 0;
    const even = Float64Array.from({ length: this.count }, (_, i) => ((i + 0.5) / this.count) * most);
    return this.#shuffled(name, even);
  }

  /** The values in an order of the name's own, from slot 1; slot 0 is left at 0. */
  #shuffled(name: string, values: Float64Array): Float64Array {
    const random = xoroshiro128plus(seedOf(name, this.seed));
    const out = new Float64Array(values.length + 1);
    out.set(values, 1);
    for (let i = values.length; i > 1; i--) {
      const j = 1 + Math.floor(((random.next() >>> 0) / 0x1_0000_0000) * i);
      const swap = out[i] as number;
      out[i] = out[j] as number;
      out[j] = swap;
    }
    return out;
  }
}

/** A 32-bit number from a name and a seed (FNV-1a over the characters, then mixed). */
function seedOf(name: string, seed: number): number {
  let hash = 0x811c9dc5 ^ (seed | 0);
  for (let i = 0; i < name.length; i++) hash = Math.imul(hash ^ name.charCodeAt(i), 0x01000193);
  hash = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b);
  hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35);
  return hash ^ (hash >>> 16);
}
