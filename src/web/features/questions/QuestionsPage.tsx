/** Questions that the facts raise, in the order to ask them; the chosen one with its evidence lit in the picture. */
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useEffect, useRef, useState } from 'react';
import { type Asked, api } from '../../shared/api';
import { KindMarks } from '../../shared/marks';
import { kindsOf } from '../../shared/naming';
import { type CommunityHere, useCommunity } from '../../shared/use-community';
import { Link, useSearch } from '../../shared/way';
import { t } from '../../shared/words';
import { TakeButton } from '../export/TakeButton';
import { WordsHere } from '../help/WordsHere';
import { QuestionDetail } from './QuestionDetail';
import { answersOf, keyOf, type Standing, standingOf } from './standing';
import './questions.css';

/** So many are shown before one asks for more. */
const FIRST = 12;

export function QuestionsPage() {
  const here = useCommunity();
  const [all, setAll] = useState(false);
  const { id, on, view, version } = here;
  const { at } = useSearch() as { at?: string };
  const { data, error, refetch } = useQuery({
    queryKey: ['community', id, 'questions', on],
    queryFn: () => api.questions(id, on),
    placeholderData: keepPreviousData,
  });
  if (data === undefined) {
    return (
      <main className="questions" id="room" tabIndex={-1} aria-busy={error === null}>
        <section className="questions-list">
          <h1>{t('questions.title.waiting', 'Questions')}</h1>
          {error === null ? (
            <p className="quiet late">{t('questions.waiting', 'Reading the picture…')}</p>
          ) : (
            <p role="alert">
              {error.message}{' '}
              <button className="button" type="button" onClick={() => void refetch()}>
                {t('questions.again', 'Try again')}
              </button>
            </p>
          )}
        </section>
      </main>
    );
  }
  const answers = answersOf(view);
  const open = data.filter((one) => ['open', 'agenda'].includes(standingOf(answers, one)));
  // An evening has room for a few: the rest is one touch away. A chosen one is never hidden.
  const shown = Math.max(FIRST, open.findIndex((one) => keyOf(one) === at) + 1);
  const chosen = data.find((one) => keyOf(one) === at) ?? open[0] ?? data[0];
  return (
    <main className="questions" id="room" tabIndex={-1} key={`${id} ${version > 0}`}>
      <section className="questions-list">
        <h1>
          {t(
            'questions.title',
            '{count, plural, =0 {No questions yet} one {One question} other {# questions, in order}}',
            { count: open.length },
          )}
        </h1>
        <p className="quiet small questions-intro">
          {data.length === 0
            ? t(
                'questions.none',
                'Questions grow out of what is written down. Add who brings what, and they come.',
              )
            : t('questions.intro', 'Made from your own picture. Nobody has to answer all of them.')}
        </p>
        <p className="no-print questions-take">
          <TakeButton quiet />
        </p>
        <QuestionList here={here} questions={all ? open : open.slice(0, shown)} first={1} chosen={chosen} />
        {open.length > shown && (
          <button className="button quiet" type="button" aria-expanded={all} onClick={() => setAll(!all)}>
            {all
              ? t('questions.fewer', 'Only the first {count}', { count: shown })
              : t('questions.more', 'Show {count} more', { count: open.length - shown })}
          </button>
        )}
        <SetAside
          here={here}
          questions={data}
          standing="answered"
          title={t('questions.answered', 'Answered')}
          chosen={chosen}
        />
        <SetAside
          here={here}
          questions={data}
          standing="not-now"
          title={t('questions.not-now', 'Not now')}
          chosen={chosen}
        />
        <WordsHere ids={['evidence', 'coverage', 'loop', 'pocket']} />
      </section>
      {chosen !== undefined && (
        <Detail
          here={here}
          question={chosen}
          order={open.indexOf(chosen) + 1}
          others={data}
          jump={at !== undefined}
        />
      )}
    </main>
  );
}

interface ListProps {
  readonly here: CommunityHere;
  readonly questions: readonly Asked[];
  readonly chosen: Asked | undefined;
  readonly first?: number;
}

function QuestionList({ here, questions, chosen, first }: ListProps) {
  const answers = answersOf(here.view);
  return (
    <ol>
      {questions.map((question, index) => (
        <li key={keyOf(question)} className={question === chosen ? 'question chosen' : 'question'}>
          <span className="question-number numeric" aria-hidden="true">
            {first === undefined ? '' : index + first}
          </span>
          <div>
            <Link
              className="question-text"
              to="/c/$community/questions"
              params={{ community: here.id }}
              search={(before) => ({ ...before, at: keyOf(question) })}
              resetScroll={false}
              aria-current={question === chosen ? 'true' : undefined}
            >
              {question.text}
            </Link>
            <p className="tiny quiet">{question.why}</p>
          </div>
          <div className="question-side">
            <Flags question={question} standing={standingOf(answers, question)} />
            <KindMarks kinds={kindsOf(here.view, question.evidence)} />
          </div>
        </li>
      ))}
    </ol>
  );
}

function SetAside({
  here,
  questions,
  standing,
  title,
  chosen,
}: ListProps & { readonly standing: Standing; readonly title: string }) {
  const answers = answersOf(here.view);
  const aside = questions.filter((one) => standingOf(answers, one) === standing);
  if (aside.length === 0) return null;
  return (
    <details className="questions-aside" open={chosen !== undefined && aside.includes(chosen)}>
      <summary>{t('questions.aside', '{title}: {count}', { title, count: aside.length })}</summary>
      <QuestionList here={here} questions={aside} chosen={chosen} />
    </details>
  );
}

/** What is to be known before it is asked. */
export function Flags({ question, standing }: { readonly question: Asked; readonly standing: Standing }) {
  return (
    <>
      {standing === 'agenda' && <span className="pill on">{t('questions.on-agenda', 'On the agenda')}</span>}
      {question.tender && <span className="pill">{t('questions.tender', 'Ask gently')}</span>}
      {question.state === 'offer' && <span className="pill">{t('questions.offer', 'Cannot tell yet')}</span>}
    </>
  );
}

function Detail({
  here,
  question,
  order,
  others,
  jump,
}: {
  readonly here: CommunityHere;
  readonly question: Asked;
  readonly order: number;
  readonly others: readonly Asked[];
  readonly jump: boolean;
}) {
  const ref = useRef<HTMLElement>(null);
  const key = keyOf(question);
  // Where list and question do not fit side by side, choosing one brings it into sight.
  // biome-ignore lint/correctness/useExhaustiveDependencies: a new question is what makes it move.
  useEffect(() => {
    if (jump && ref.current !== null && window.matchMedia('(max-width: 900px)').matches)
      ref.current.scrollIntoView({ block: 'start' });
  }, [key, jump]);
  return (
    <article className="question-one" ref={ref} aria-label={t('questions.chosen', 'The chosen question')}>
      <QuestionDetail key={key} here={here} question={question} order={order} others={others} />
    </article>
  );
}
