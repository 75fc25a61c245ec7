/** What a problem of a file is, as data: code, severity, and three sentences. Judges nothing itself. */
import { severityOf } from '#core/file/problems/severity';
import { message, type Template } from '#core/words/message';

export interface ProblemDefinition {
  readonly severity: 'error' | 'warning';
  /** What is the matter. */
  readonly says: Template;
  /** What would be right here. */
  readonly expected: Template;
  /** What to do about it. */
  readonly mend: Template;
  /** For the catalogue: why this is a problem at all. */
  readonly explains: string;
}

interface Words {
  readonly says: string;
  readonly expected: string;
  readonly mend: string;
  readonly explains: string;
}

/**
 * Defines problems by code. The three sentences are ICU messages over the same parameters, named
 * `problem.<code>`, `problem.<code>.expected` and `problem.<code>.mend`. `{text}` is always the offending text.
 */
export function defineProblems<Code extends string>(
  words: Readonly<Record<Code, Words>>,
): Readonly<Record<Code, ProblemDefinition>> {
  const define = ([code, one]: [string, Words]) => [
    code,
    {
      severity: severityOf(code),
      says: message(`problem.${code}`, one.says),
      expected: message(`problem.${code}.expected`, one.expected),
      mend: message(`problem.${code}.mend`, one.mend),
      explains: one.explains,
    },
  ];
  return Object.fromEntries((Object.entries(words) as [string, Words][]).map(define)) as Record<
    Code,
    ProblemDefinition
  >;
}
