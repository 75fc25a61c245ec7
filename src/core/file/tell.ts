/** Tells a problem to a person: place, their own line with a mark under it, what was expected, and a mend. */
import type { Problem } from '#core/file/problem';

const WIDEST = 100;
// biome-ignore lint/suspicious/noControlCharactersInRegex: a terminal must not be sent what is in a binary file
const CONTROL = /[\u0000-\u0008\u000b-\u001f\u007f-\u009f]/g;

/**
 * The problem as text of a few lines, in the manner of good compilers. `sourceText` is the text of the file; without
 * it (or where the line is not there) the excerpt is left out.
 */
export function tell(problem: Problem, sourceText = ''): string {
  const { file, line, column, severity, code, message, expected, mend } = problem;
  const head = `${file}:${line}:${column} ${severity} ${code}`;
  return [
    head,
    ...excerpt(problem, sourceText),
    `  ${message.text}`,
    `  Expected: ${expected}`,
    `  Mend: ${mend}`,
    '',
  ].join('\n');
}

function excerpt(problem: Problem, sourceText: string): string[] {
  const source = lineAt(sourceText, problem.line)?.replace(CONTROL, '�') ?? null;
  if (source === null || source.trim() === '') return [];
  // A very long line is shown from a little before the place on.
  const start = problem.column > WIDEST - 20 ? problem.column - 21 : 0;
  const shown = source.slice(start, start + WIDEST);
  const number = String(problem.line);
  const margin = ' '.repeat(number.length);
  const before = [...source.slice(start, problem.column - 1)]
    .map((sign) => (sign === '\t' ? '\t' : ' '))
    .join('');
  const width = Math.max(1, Math.min(problem.text.length, shown.length - before.length));
  return [
    `  ${margin} |`,
    `  ${number} | ${start > 0 ? '…' : ''}${shown}`,
    `  ${margin} | ${start > 0 ? ' ' : ''}${before}${'^'.repeat(width)}`,
  ];
}

function lineAt(text: string, line: number): string | null {
  let from = 0;
  for (let i = 1; i < line; i++) {
    const end = text.indexOf('\n', from);
    if (end === -1) return null;
    from = end + 1;
  }
  const end = text.indexOf('\n', from);
  return text.slice(from, end === -1 ? text.length : end).replace(/\r$/, '');
}
