/** A mistake in somebody's file, told in the manner of good compilers: place, their own words, what was expected, a mend. */
import type { Message } from '#core/words/message';

export interface Problem {
  readonly code: string;
  readonly severity: 'error' | 'warning';
  readonly file: string;
  /** From 1. */
  readonly line: number;
  readonly column: number;
  /** The offending text, as written. */
  readonly text: string;
  readonly expected: string;
  readonly mend: string;
  readonly message: Message;
}
