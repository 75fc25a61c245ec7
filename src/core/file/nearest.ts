/** The nearest of some known words to one that was mistyped. It suggests and never corrects. */

/** Edits between two words (insert, remove, replace, swap of neighbours), or `limit + 1` where there are more. */
export function editDistance(a: string, b: string, limit: number): number {
  if (Math.abs(a.length - b.length) > limit) return limit + 1;
  let before: number[] = [];
  let last = Array.from({ length: b.length + 1 }, (_, j) => j);
  for (let i = 1; i <= a.length; i++) {
    const row = [i];
    let least = i;
    for (let j = 1; j <= b.length; j++) {
      const same = a[i - 1] === b[j - 1];
      let cost = Math.min((last[j] ?? 0) + 1, (row[j - 1] ?? 0) + 1, (last[j - 1] ?? 0) + (same ? 0 : 1));
      if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1])
        cost = Math.min(cost, (before[j - 2] ?? 0) + 1);
      row[j] = cost;
      least = Math.min(least, cost);
    }
    if (least > limit) return limit + 1;
    before = last;
    last = row;
  }
  return last[b.length] ?? limit + 1;
}

/** The nearest known word, or null where none is near: at most one edit in three letters. Ties go to the first. */
export function nearest(word: string, known: Iterable<string>): string | null {
  const wanted = word.toLowerCase();
  if (wanted === '' || wanted.length > 60) return null;
  let best: string | null = null;
  let limit = Math.max(1, Math.floor(wanted.length / 3));
  for (const candidate of known) {
    const distance = editDistance(wanted, candidate.toLowerCase(), limit);
    if (distance <= limit && candidate !== word) {
      if (distance === 0) return candidate;
      best = candidate;
      limit = distance - 1;
    }
  }
  return best ?? startOf(wanted, known);
}

/** A word of which the mistyped one is the beginning, or the other way round (`gard` for `gardeners`). */
function startOf(wanted: string, known: Iterable<string>): string | null {
  if (wanted.length < 3) return null;
  for (const candidate of known) {
    const other = candidate.toLowerCase();
    if (
      other.length >= 3 &&
      (other.startsWith(wanted) || wanted.startsWith(`${other}-`) || wanted.startsWith(`${other}s`))
    )
      return candidate;
  }
  return null;
}
