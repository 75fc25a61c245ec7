/** Problems of files, as a person reads them: place, the line itself with a mark under it, what was expected, a mend. */
import { beside, widthOf, wrap } from '#cli/layout';
import { labelBefore } from '#cli/words';
import type { Problem } from '#core/file/problem';
import { message } from '#core/words/message';

const MEND = message('check.mend', 'Mend: {what}');
const NONE = message('check.none', 'no problems');
const ERRORS = message('check.errors', '{n, plural, one {# error} other {# errors}}');
const WARNINGS = message('check.warnings', '{n, plural, one {# warning} other {# warnings}}');

/** All problems of one text, in the manner of good compilers. */
export function problemsText(problems: readonly Problem[], text: string, columns: number): string {
  const lines = text.split('\n');
  return problems.map((problem) => problemText(problem, lines[problem.line - 1] ?? '', columns)).join('\n');
}

function problemText(problem: Problem, line: string, columns: number): string {
  const head = `${problem.file}:${problem.line}:${problem.column}: ${problem.severity}: ${problem.code}`;
  const parts = [head, wrap(problem.message.text, columns, '  ')];
  if (line.trim() !== '') parts.push(...excerpt(problem, line.replace(/\r$/, ''), columns));
  const [expected, mend] = [
    `  ${labelBefore('problems.expected', 'what', 'Expected:')}`,
    `  ${MEND({ what: '' }).text.trim()} `,
  ];
  const width = Math.max(widthOf(expected), widthOf(mend));
  parts.push(
    beside(expected, problem.expected, width, columns),
    beside(mend, problem.mend, width, columns),
    '',
  );
  return `${parts.join('\n')}\n`;
}

/** The line with its number, and a mark under the words that are meant. A long line is shown around that place. */
function excerpt(problem: Problem, line: string, columns: number): string[] {
  const number = `  ${problem.line} | `;
  const room = Math.max(20, columns - number.length);
  const at = problem.column - 1;
  const start = line.length <= room || at < room - 10 ? 0 : at - 20;
  const cut = line.slice(start, start + room).replaceAll('\t', ' ');
  const words = problem.text.split('\n')[0] ?? '';
  const before = widthOf(line.slice(start, at));
  const length = Math.max(1, Math.min(widthOf(words), widthOf(cut) - before));
  return [number + cut, `${' '.repeat(number.length - 2)}| ${' '.repeat(before)}${'^'.repeat(length)}`];
}

/** `2 errors, 1 warning`. */
export function tally(problems: readonly Problem[]): string {
  const errors = problems.filter((problem) => problem.severity === 'error').length;
  const warnings = problems.length - errors;
  const parts = [
    ...(errors > 0 ? [ERRORS({ n: errors }).text] : []),
    ...(warnings > 0 ? [WARNINGS({ n: warnings }).text] : []),
  ];
  return parts.length > 0 ? parts.join(', ') : NONE().text;
}
