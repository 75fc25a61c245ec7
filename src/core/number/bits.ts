/** Sets of whole numbers as bits, for networks in which everything may reach everything. */

/** How many words hold `count` bits. */
export function wordsFor(count: number): number {
  return (count + 31) >>> 5;
}

export function has(bits: Uint32Array, index: number): boolean {
  return ((bits[index >>> 5] as number) & (1 << (index & 31))) !== 0;
}

export function put(bits: Uint32Array, index: number): void {
  bits[index >>> 5] = (bits[index >>> 5] as number) | (1 << (index & 31));
}

/** Puts all of `more` into `bits`; both are equally long. */
export function join(bits: Uint32Array, more: Uint32Array): void {
  for (let i = 0; i < bits.length; i++) bits[i] = (bits[i] as number) | (more[i] as number);
}

/** The numbers from `from` up to but not including `to` that are in the set, rising. */
export function members(bits: Uint32Array, from = 0, to = bits.length * 32): number[] {
  const found: number[] = [];
  for (let at = from >>> 5; at < bits.length && at * 32 < to; at++) {
    for (let left = bits[at] as number; left !== 0; left &= left - 1) {
      const index = at * 32 + 31 - Math.clz32(left & -left);
      if (index >= to) return found;
      if (index >= from) found.push(index);
    }
  }
  return found;
}

/** How many numbers are in the set. */
export function count(bits: Uint32Array): number {
  let total = 0;
  for (let i = 0; i < bits.length; i++) total += ones(bits[i] as number);
  return total;
}

/** How many numbers are in both sets, which are equally long. */
export function countBoth(a: Uint32Array, b: Uint32Array): number {
  let total = 0;
  for (let i = 0; i < a.length; i++) total += ones((a[i] as number) & (b[i] as number));
  return total;
}

/** The ones of a word, counted in pairs, fours and eights. */
function ones(word: number): number {
  const pairs = word - ((word >>> 1) & 0x55555555);
  const fours = (pairs & 0x33333333) + ((pairs >>> 2) & 0x33333333);
  return Math.imul((fours + (fours >>> 4)) & 0x0f0f0f0f, 0x01010101) >>> 24;
}

/** Whether two sets, equally long, hold the same. */
export function same(a: Uint32Array, b: Uint32Array): boolean {
  for (let i = 0; i < a.length; i++) if (a[i] !== b[i]) return false;
  return true;
}

/** For each of `count` numbers, the indices of the sets that hold it: 32 sets and 32 numbers at a time. */
export function transposed(sets: readonly Uint32Array[], count: number): Uint32Array[] {
  const held = Array.from({ length: count }, () => new Uint32Array(wordsFor(sets.length)));
  const block = new Uint32Array(32);
  for (let row = 0; row < wordsFor(sets.length); row++)
    for (let word = 0; word < wordsFor(count); word++) {
      let isAny = 0;
      for (let i = 0; i < 32; i++) isAny |= block[i] = sets[row * 32 + i]?.[word] ?? 0;
      if (isAny === 0) continue;
      transpose(block);
      for (let i = 0; i < 32 && word * 32 + i < count; i++)
        (held[word * 32 + i] as Uint32Array)[row] = block[i] as number;
    }
  return held;
}

/** Turns 32 words of 32 bits about their diagonal, in place: halves first, then quarters (Warren, Hacker's Delight 7-3). */
function transpose(block: Uint32Array): void {
  let mask = 0x0000ffff;
  for (let by = 16; by !== 0; by >>= 1, mask ^= mask << by)
    for (let at = 0; at < 32; at = ((at | by) + 1) & ~by) {
      const low = block[at] as number;
      const high = block[at | by] as number;
      const swap = ((low >>> by) ^ high) & mask;
      block[at | by] = high ^ swap;
      block[at] = low ^ (swap << by);
    }
}
