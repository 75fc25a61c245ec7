/** What we show beside what we said we would show, with the questions that follow from it. */
import { useQuery } from '@tanstack/react-query';
import type { Finding } from '#core/analyses/finding';
import { type Asked, api } from '../../shared/api';
import { How } from '../../shared/explain';
import { number } from '../../shared/format';
import type { CommunityHere } from '../../shared/use-community';
import { Link } from '../../shared/way';
import { t, told } from '../../shared/words';
import { keyOf } from '../questions/standing';

/** Questions of the bank that openness raises. */
const QUESTIONS = ['Q72', 'Q75'];

/** What was measured, and which questions are asked; settled once both are here, or refused. */
export function useMeasured({ id, on }: CommunityHere, enabled = true) {
  const findings = useQuery({
    queryKey: ['community', id, 'findings', on, 'openness'],
    queryFn: () => api.findings(id, on, ['openness']),
    enabled,
  });
  const questions = useQuery({
    queryKey: ['community', id, 'questions', on],
    queryFn: () => api.questions(id, on),
    enabled,
  });
  return {
    data: findings.data,
    asked: (questions.data ?? []).filter((one) => QUESTIONS.includes(one.id)),
    isSettled: !findings.isPending && !questions.isPending,
  };
}

export function Measured({ here }: { readonly here: CommunityHere }) {
  const { id } = here;
  const { data, asked } = useMeasured(here);
  if (data === undefined) return null;
  return (
    <section className="openness-part" aria-labelledby="openness-measured">
      <h2 id="openness-measured">{t('openness.measured', 'Did we show what we said?')}</h2>
      {data.length === 0 ? (
        <p className="quiet">
          {t(
            'openness.measured.none',
            'Nothing was said yet about how much to show. Touch a level above to say it.',
          )}
        </p>
      ) : (
        <>
          <p className="small quiet">
            {t(
              'openness.measured.how',
              'From 0, nothing is seen, to 1, all of it. More is not better: compare it only with what you said.',
            )}{' '}
            <How analysis="openness" />
          </p>
          <ul className="openness-measures">
            {[...data].sort(lackingFirst).map((finding) => (
              <Measure key={`${finding.about.join()} ${finding.kind}`} finding={finding} />
            ))}
          </ul>
        </>
      )}
      {asked.length > 0 && (
        <>
          <h3>{t('openness.asked', 'Worth talking about')}</h3>
          <ul className="openness-asked">
            {byText(asked).map((same) => (
              <li key={same[0].text}>
                <Question id={id} same={same} />
              </li>
            ))}
          </ul>
        </>
      )}
    </section>
  );
}

const RANK: Readonly<Record<string, number>> = { flagged: 0, 'cannot-tell': 1 };
const lackingFirst = (a: Finding, b: Finding) => (RANK[a.verdict] ?? 2) - (RANK[b.verdict] ?? 2);

function Measure({ finding }: { readonly finding: Finding }) {
  const value = (name: string): number | null => {
    const of = finding.values?.[name];
    return typeof of === 'number' ? of : null;
  };
  const [tau, declared] = [value('tau'), value('declared')];
  return (
    <li>
      <p>{finding.says === undefined ? '' : told(finding.says)}</p>
      {tau !== null && (
        <p className="small quiet openness-tau">
          <span className="openness-track" aria-hidden="true">
            <i style={{ inlineSize: `${tau * 100}%` }} />
            {declared !== null && <b style={{ insetInlineStart: `${declared * 100}%` }} />}
          </span>
          <span className="numeric">
            {declared === null
              ? t('openness.tau', 'Shown {tau}', { tau: number(tau, 2) })
              : t('openness.tau-said', 'Shown {tau}, said {declared}', {
                  tau: number(tau, 2),
                  declared: number(declared, 2),
                })}
          </span>
        </p>
      )}
    </li>
  );
}

type Same = readonly [Asked, ...Asked[]];

/** A question that has several grounds is asked once. */
function byText(asked: readonly Asked[]): Same[] {
  const groups = new Map<string, [Asked, ...Asked[]]>();
  for (const one of asked) {
    const group = groups.get(one.text);
    if (group === undefined) groups.set(one.text, [one]);
    else group.push(one);
  }
  return [...groups.values()];
}

function Question({ id, same }: { readonly id: string; readonly same: Same }) {
  const [first] = same;
  return (
    <>
      <Link
        to="/c/$community/questions"
        params={{ community: id }}
        search={{ at: keyOf(first) }}
        className="openness-question"
      >
        {first.text}
      </Link>
      {same.map((one) => (
        <p key={keyOf(one)} className="small quiet">
          {one.whyMessage === undefined ? one.why : told(one.whyMessage)}
        </p>
      ))}
    </>
  );
}
