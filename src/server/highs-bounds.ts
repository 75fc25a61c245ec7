/** Bounds by HiGHS, for the audit of what is shown: the same port as the small solver of core, and independent of it. */
import type { Bounds } from '#core/audience/protect/linear';

/** Loads the solver; what it gives answers at once. */
export async function highsBounds(): Promise<Bounds> {
  const { default: load } = await import('highs');
  const highs = await load();
  return (system, of) => {
    const sum = (terms: ReadonlyMap<number, number>) =>
      [...terms].map(([amount, times]) => `${times < 0 ? '-' : '+'} ${Math.abs(times)} a${amount}`).join(' ');
    const rows = system.known.flatMap((one, at) => {
      if (one.terms.size === 0) return [];
      if (one.least === one.most) return [` k${at}: ${sum(one.terms)} = ${one.least}`];
      const least = [` l${at}: ${sum(one.terms)} >= ${one.least}`];
      return one.most === Number.POSITIVE_INFINITY
        ? least
        : [...least, ` m${at}: ${sum(one.terms)} <= ${one.most}`];
    });
    const amounts = Array.from({ length: system.amounts }, (_, at) => ` a${at} >= 0`);
    const run = (goal: 'Minimize' | 'Maximize', terms: ReadonlyMap<number, number>) =>
      highs.solve(
        `${goal}\n goal: ${terms.size === 0 ? '0 a0' : sum(terms)}\nSubject To\n${rows.join('\n')}\nBounds\n${amounts.join('\n')}\nEnd\n`,
      );
    const end = (goal: 'Minimize' | 'Maximize'): number => {
      const { Status, ObjectiveValue } = run(goal, of);
      if (Status === 'Optimal') return ObjectiveValue;
      // Before it has looked, the solver may not say which of the two it is.
      const fits = Status === 'Unbounded' || run('Minimize', new Map()).Status === 'Optimal';
      if (!fits) throw new RangeError(`No amounts fit what is known: ${Status}`);
      return goal === 'Minimize' ? Number.NEGATIVE_INFINITY : Number.POSITIVE_INFINITY;
    };
    return [end('Minimize'), end('Maximize')];
  };
}
