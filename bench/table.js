/** How a figure is taken and printed: medians, each beside its reference of the same run, with the ratio and the goal. */

/** The shortest run behind each median: what a task takes where nothing else keeps the machine busy. */
const leastOf = new Map();

/**
 * Median milliseconds of a task, warm: repeated for a while and three times at least; a task of seconds is run three times.
 * `prepare` makes what each run is given and is not timed: views keep what was worked out, so each run needs its own.
 */
export function median(task, { least = 5, forMs = 400, prepare = () => undefined } = {}) {
  const timed = () => {
    const given = prepare();
    const start = performance.now();
    task(given);
    return performance.now() - start;
  };
  const first = timed();
  const times = [];
  const began = performance.now();
  const enough = first > 150 ? Math.min(3, least) : least;
  while (times.length < enough || (performance.now() - began < forMs && times.length < 200))
    times.push(timed());
  times.sort((a, b) => a - b);
  const middle = times[Math.floor(times.length / 2)];
  leastOf.set(middle, times[0]);
  return middle;
}

/** Milliseconds of one run. */
export function timed(task) {
  const start = performance.now();
  task();
  return performance.now() - start;
}

export function section(title) {
  console.log(`\n${title}`);
  console.log(
    `${'ms'.padStart(9)}  ${'what'.padEnd(66)}${'ms'.padStart(9)}  ${'reference, same run'.padEnd(40)} ratio`,
  );
}

/** One line. `ratio` is reference by ours: how many times as fast as its reference. */
export function figure(what, ms, reference = '', referenceMs = null, { goal = null, note = '' } = {}) {
  const ratio = referenceMs === null ? '' : `× ${short(referenceMs / ms)}`;
  const met = goal === null ? '' : `   goal ${goal} ms: ${ms <= goal ? 'met' : 'NOT met'}`;
  const least = leastOf.has(ms) ? `   least ${number(leastOf.get(ms)).trim()} ms` : '';
  const beside = referenceMs === null ? ''.padStart(9) : number(referenceMs);
  console.log(
    `${number(ms)}  ${what.padEnd(66)}${beside}  ${reference.padEnd(40)} ${ratio}${met}${least}${note === '' ? '' : `   ${note}`}`.trimEnd(),
  );
}

/** A line of words under a figure. */
export function remark(text) {
  console.log(`${''.padStart(9)}  ${text}`);
}

export const short = (value) =>
  value >= 100
    ? Math.round(value).toLocaleString('en')
    : value >= 10
      ? value.toFixed(0)
      : value >= 1
        ? value.toFixed(1)
        : value.toPrecision(2);

const number = (ms) => (ms < 10 ? ms.toFixed(3) : ms.toFixed(0)).padStart(9);
