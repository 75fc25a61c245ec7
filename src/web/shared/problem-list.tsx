/** The mistakes of a file, each with its line, its own words and a mend. */
import type { Problem } from '#core/file/problem';
import { t, told } from './words';

export function ProblemList({ problems }: { readonly problems: readonly Problem[] }) {
  const errors = problems.filter((one) => one.severity === 'error').length;
  return (
    <section className="problems">
      <p>
        {errors > 0
          ? t(
              'problems.errors',
              '{count, plural, one {One thing is} other {# things are}} to mend. Nothing was changed, and your text is still here.',
              { count: errors },
            )
          : t(
              'problems.warnings',
              '{count, plural, one {One thing} other {# things}} to look at. It is kept all the same.',
              { count: problems.length },
            )}
      </p>
      <ol>
        {problems.map((problem) => (
          <li key={`${problem.line}:${problem.column}:${problem.code}`} className={problem.severity}>
            <p>
              <b className="numeric">{t('problems.line', 'Line {line}.', { line: String(problem.line) })}</b>{' '}
              {told(problem.message)}
            </p>
            <pre className="told">{problem.text}</pre>
            <p className="small">{t('problems.expected', 'Expected: {what}', { what: problem.expected })}</p>
            <p className="small">{problem.mend}</p>
          </li>
        ))}
      </ol>
    </section>
  );
}
