/** Problems as they are found: each put at its place in the text, in the order of the text, and counted. */
import type { LineCounter, Node } from 'yaml';
import type { Problem } from '#core/file/problem';
import { PROBLEMS, type ProblemCode } from '#core/file/problems/catalogue';
import type { Param } from '#core/words/message';

/** More than this many problems are counted and not listed. */
export const MOST_PROBLEMS = 200;
const MOST_TEXT = 80;

/** A node of the document, or a span of the text. */
export type At = Node | { readonly from: number; readonly to: number };

interface Entry {
  readonly from: number;
  readonly problem: Problem;
}

/** Where the problems of a file are put as they are met: with their words, or only counted. */
export interface FoundProblems {
  /** Whether any problem is an error, listed or not. */
  readonly hasErrors: boolean;
  readonly problems: Problem[];
  readonly count: number;
  /** Where the first problem stands. */
  readonly firstOffset: number;
  /** Adds a problem. `text` is the offending text where it is not simply that of the node. */
  add(code: ProblemCode, at: At, params?: Readonly<Record<string, Param>>, text?: string): void;
  /** Takes over the problems of another that stand before an offset. */
  addBefore(other: FoundProblems, offset: number, unless: (code: string) => boolean): void;
  lineOf(at: At): number;
  copy(): FoundProblems;
  /** One of the same file in which nothing was found yet. */
  empty(): FoundProblems;
}

export class Found implements FoundProblems {
  readonly #file: string;
  readonly #text: string;
  readonly #lines: LineCounter;
  readonly #entries: Entry[] = [];
  #more = 0;
  #errors = 0;

  constructor(file: string, text: string, lines: LineCounter) {
    this.#file = file;
    this.#text = text;
    this.#lines = lines;
  }

  get hasErrors(): boolean {
    return this.#errors > 0;
  }

  get count(): number {
    return this.#entries.length + this.#more;
  }

  /** The text of a node, as written but without quotes around it: its first line, cut where it is very long. */
  quote(at: At): string {
    const { from, to } = spanOf(at);
    const written = quoted(at) ?? this.#text.slice(from, Math.min(to, from + 4 * MOST_TEXT));
    const line = written.trim().split(/\r?\n/, 1)[0] ?? '';
    return line.length > MOST_TEXT ? `${line.slice(0, MOST_TEXT - 1)}…` : line;
  }

  lineOf(at: At): number {
    return this.#lines.linePos(spanOf(at).from).line;
  }

  add(code: ProblemCode, at: At, params: Readonly<Record<string, Param>> = {}, text?: string): void {
    const definition = PROBLEMS[code];
    if (definition.severity === 'error') this.#errors += 1;
    if (this.#entries.length >= MOST_PROBLEMS) {
      this.#more += 1;
      return;
    }
    const { from } = spanOf(at);
    const { line, col } = this.#text === '' ? { line: 1, col: 1 } : this.#lines.linePos(from);
    const offending = text ?? this.quote(at);
    const all = { text: offending, ...params };
    this.#entries.push({
      from,
      problem: {
        code,
        severity: definition.severity,
        file: this.#file,
        line: Math.max(1, line),
        column: Math.max(1, col),
        text: offending,
        expected: definition.expected(all).text,
        mend: definition.mend(all).text,
        message: definition.says(all),
      },
    });
  }

  addBefore(other: FoundProblems, offset: number, unless: (code: string) => boolean): void {
    for (const entry of other instanceof Found ? other.#entries : []) {
      if (entry.from >= offset || unless(entry.problem.code)) continue;
      this.#entries.push(entry);
      if (entry.problem.severity === 'error') this.#errors += 1;
    }
  }

  get firstOffset(): number {
    return Math.min(...this.#entries.map((entry) => entry.from));
  }

  empty(): Found {
    return new Found(this.#file, this.#text, this.#lines);
  }

  copy(): Found {
    const copy = this.empty();
    copy.#entries.push(...this.#entries);
    copy.#more = this.#more;
    copy.#errors = this.#errors;
    return copy;
  }

  /** In the order of the text; the last one says how many are not listed. */
  get problems(): Problem[] {
    const sorted = this.#entries.toSorted((a, b) => a.from - b.from).map((entry) => entry.problem);
    if (this.#more === 0) return sorted;
    const { says, expected, mend, severity } = PROBLEMS['too-many-problems'];
    const params = { more: this.#more, text: '' };
    const last = sorted.at(-1);
    const place = { line: last?.line ?? 1, column: last?.column ?? 1 };
    return [
      ...sorted,
      {
        code: 'too-many-problems',
        severity,
        file: this.#file,
        ...place,
        text: '',
        expected: expected(params).text,
        mend: mend(params).text,
        message: says(params),
      },
    ];
  }
}

/** What stands between the quotes of a node; null where there are none, or nothing between them. */
function quoted(at: At): string | null {
  if (!('type' in at) || (at.type !== 'QUOTE_DOUBLE' && at.type !== 'QUOTE_SINGLE')) return null;
  return typeof at.value === 'string' && at.value.trim() !== '' ? at.value : null;
}

function spanOf(at: At): { from: number; to: number } {
  if ('from' in at && typeof at.from === 'number' && 'to' in at) return at as { from: number; to: number };
  const range = (at as Node).range;
  return range ? { from: range[0], to: range[1] } : { from: 0, to: 0 };
}
