/**
 * The problems of a file that has no text here: their codes and how bad they are, without places and sentences. Whoever
 * has the text says the rest.
 */
import type { FoundProblems } from '#core/file/found';
import type { Problem } from '#core/file/problem';
import type { ProblemCode } from '#core/file/problems/catalogue';
import { severityOf } from '#core/file/problems/severity';

export class Tally implements FoundProblems {
  readonly problems: Problem[] = [];
  readonly firstOffset = 0;

  get hasErrors(): boolean {
    return this.problems.some((one) => one.severity === 'error');
  }

  get count(): number {
    return this.problems.length;
  }

  add(code: ProblemCode): void {
    const message = { id: `problem.${code}`, text: '', params: {} };
    const silent = { line: 1, column: 1, text: '', expected: '', mend: '', message };
    this.problems.push({ code, severity: severityOf(code), file: '', ...silent });
  }

  addBefore(): void {}

  lineOf(): number {
    return 1;
  }

  copy(): Tally {
    const copy = this.empty();
    copy.problems.push(...this.problems);
    return copy;
  }

  empty(): Tally {
    return new Tally();
  }
}
