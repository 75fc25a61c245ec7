/** Chance that is the same every time: seeded by the id of a thing, so that nothing redraws itself. */

/** A whole number from 1 for a text (FNV-1a). */
export function seedOf(text: string): number {
  let hash = 0x811c9dc5;
  for (let i = 0; i < text.length; i++) {
    hash ^= text.charCodeAt(i);
    hash = Math.imul(hash, 0x01000193);
  }
  return (hash >>> 1) + 1;
}

/** A source of numbers from 0 to 1 (mulberry32). */
export function chance(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
}

/** A hand that wavers: a smooth line of deviations from −1 to 1, one new turn every `wave` px. */
export function waver(seed: number, wave: number): (at: number) => number {
  const next = chance(seed);
  const turns: number[] = [];
  return (at) => {
    const exact = Math.max(0, at) / wave;
    const i = Math.floor(exact);
    while (turns.length < i + 2) turns.push(next() * 2 - 1);
    const t = exact - i;
    const eased = t * t * (3 - 2 * t);
    return turns[i]! * (1 - eased) + turns[i + 1]! * eased;
  };
}
