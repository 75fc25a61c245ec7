/**
 * Seeded chance for runs: the same seed gives the same draws on any machine and for any number of workers, because each
 * run and each name has a stream of its own. Normal numbers by Marsaglia's polar method with our own logarithm.
 */
import { xoroshiro128plus } from 'pure-rand/generator/xoroshiro128plus';
import { exp, ln } from '#core/simulate/elementary';

/** A stream of chance. */
export class Chance {
  readonly #generator: { next(): number };

  constructor(seed: number, run: number, name: string) {
    let hash = Math.imul(seed | 0, 0x9e3779b1) ^ Math.imul(run + 1, 0x85ebca6b);
    for (let index = 0; index < name.length; index += 1)
      hash = Math.imul(hash ^ name.charCodeAt(index), 0x01000193);
    hash ^= hash >>> 15;
    this.#generator = xoroshiro128plus(Math.imul(hash, 0x2c1b3c6d) ^ (hash >>> 12));
  }

  /** Even between 0 and 1, both excluded. */
  even(): number {
    return ((this.#generator.next() >>> 0) + 0.5) / 0x1_0000_0000;
  }

  /** Normal with mean 0 and standard deviation 1. */
  normal(): number {
    for (;;) {
      const a = 2 * this.even() - 1;
      const b = 2 * this.even() - 1;
      const square = a * a + b * b;
      if (square > 0 && square < 1) return a * Math.sqrt((-2 * ln(square)) / square);
    }
  }

  /** A factor around 1: lognormal, its standard deviation even between `least` and `most`. */
  factor(least: number, most: number): number {
    const deviation = least + (most - least) * this.even();
    return exp(deviation * this.normal());
  }
}
