/**
 * Work that can be done a little at a time. A page takes a few steps, answers whoever touches it, and takes a few more;
 * everybody else does all of it at once. The result is the same.
 */

/** Yields between steps; returns what was made. */
export type Steps<T> = Generator<undefined, T, undefined>;

/** Does all steps at once. */
export function atOnce<T>(steps: Steps<T>): T {
  for (;;) {
    const step = steps.next();
    if (step.done === true) return step.value;
  }
}
