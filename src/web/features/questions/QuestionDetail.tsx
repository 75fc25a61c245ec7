/** One question: the sentence, its evidence lit in the picture and listed, what to ask next, and what we say to it. */

import { useId, useState } from 'react';
import type { Asked } from '../../shared/api';
import { useDraft } from '../../shared/draft';
import { useEdits } from '../../shared/edits';
import { EvidenceList } from '../../shared/evidence';
import { kindName } from '../../shared/kind-look';
import { later, Meanwhile } from '../../shared/later';
import { useMayWrite } from '../../shared/me';
import { kindsOf } from '../../shared/naming';
import type { CommunityHere } from '../../shared/use-community';
import { Link } from '../../shared/way';
import { list, t, told } from '../../shared/words';
import { Flags } from './QuestionsPage';
import { answersOf, keyOf, sayTo, standingOf, today } from './standing';

const PictureView = later(async () => (await import('../picture/PictureView')).PictureView);

interface DetailProps {
  readonly here: CommunityHere;
  readonly question: Asked;
  /** Its place among the open ones; 0 where it was set aside. */
  readonly order: number;
  /** All questions of the day, for those that follow from this one. */
  readonly others: readonly Asked[];
}

export function QuestionDetail({ here, question, order, others }: DetailProps) {
  const { view } = here;
  const standing = standingOf(answersOf(view), question);
  const kinds = kindsOf(view, question.evidence).map((kind) => kindName(kind));
  return (
    <>
      <div className="question-head">
        <p className="small quiet">
          {kinds.length === 0
            ? t('question.order', '{order, plural, =0 {Set aside} other {Question #}}', { order })
            : t('question.order-kinds', '{order, plural, =0 {Set aside} other {Question #}}, about {kinds}', {
                order,
                kinds: list(kinds.map((name) => name.toLowerCase())),
              })}
        </p>
        <Flags question={question} standing={standing} />
      </div>
      <h2>
        <Lit question={question} />
      </h2>
      {question.evidence.length > 0 && (
        <figure className="question-picture">
          <Meanwhile fallback={<div className="question-cloth" />}>
            <PictureView
              view={view}
              lit={question.evidence}
              label={t(
                'question.picture',
                'The picture, with what this question stands on lit. The list below says the same.',
              )}
            />
          </Meanwhile>
        </figure>
      )}
      <dl className="question-why">
        <dt>{t('question.why', 'Why we ask')}</dt>
        <dd>{question.whyMessage === undefined ? question.why : told(question.whyMessage)}</dd>
      </dl>
      <EvidenceList view={view} ids={question.evidence} />
      <FollowUps here={here} question={question} others={others} />
      <Say here={here} question={question} />
    </>
  );
}

/** The question, with the words it turns on under the highlighter. */
function Lit({ question }: { readonly question: Asked }) {
  const words = Object.values(question.message.params).filter(
    (param): param is string => typeof param === 'string' && param.length > 2,
  );
  const found = words.filter((word) => question.text.includes(word)).sort((a, b) => b.length - a.length)[0];
  if (found === undefined) return question.text;
  const at = question.text.indexOf(found);
  return (
    <>
      {question.text.slice(0, at)}
      <mark className="lit">{found}</mark>
      {question.text.slice(at + found.length)}
    </>
  );
}

/** What is asked after any question, and questions of this list that follow from it. */
function FollowUps({ here, question, others }: Omit<DetailProps, 'order'>) {
  const next = others.filter((one) => one !== question && question.followUps?.includes(one.id));
  return (
    <ul className="story question-follow">
      <li>{t('question.follow.say', 'What makes us say so?')}</li>
      <li>{t('question.follow.other', 'Who might see it differently?')}</li>
      <li>{t('question.follow.notice', 'What would we notice if it changed?')}</li>
      {next.map((one) => (
        <li key={keyOf(one)}>
          <Link
            to="/c/$community/questions"
            params={{ community: here.id }}
            search={(before) => ({ ...before, at: keyOf(one) })}
            resetScroll={false}
          >
            {one.text}
          </Link>
        </li>
      ))}
    </ul>
  );
}

/** The three things a community can say to a question, and taking them back. */
function Say({ here, question }: { readonly here: CommunityHere; readonly question: Asked }) {
  const { view, id } = here;
  const edits = useEdits(id);
  const answer = answersOf(view)[keyOf(question)];
  const standing = standingOf(answersOf(view), question);
  const may = useMayWrite(id);
  const [answering, setAnswering] = useState(false);
  const say = (next: Parameters<typeof sayTo>[2]) =>
    void edits.edit(sayTo(view, question, next)).catch(() => undefined);
  return (
    <>
      {answer?.text !== undefined && (
        <blockquote className="story question-answer">
          {answer.text}
          <footer className="tiny quiet">
            {t('question.answered-on', 'Answered on {on}', { on: answer.on })}
          </footer>
        </blockquote>
      )}
      {may && (
        <Choices
          standing={standing}
          answering={answering}
          onSay={say}
          onAnswer={() => setAnswering(!answering)}
        />
      )}
      {edits.refusal !== null && (
        <p className="wrong" role="alert">
          {edits.refusal.message}
        </p>
      )}
      {may && answering && (
        <AnswerForm
          question={question}
          onAnswer={(text) => {
            setAnswering(false);
            say({ state: 'answered', on: today(), text });
          }}
        />
      )}
    </>
  );
}

interface ChoicesProps {
  readonly standing: ReturnType<typeof standingOf>;
  readonly answering: boolean;
  readonly onSay: (next: Parameters<typeof sayTo>[2]) => void;
  readonly onAnswer: () => void;
}

function Choices({ standing, answering, onSay, onAnswer }: ChoicesProps) {
  return (
    <div className="actions">
      {standing === 'agenda' ? (
        <button className="button" type="button" onClick={() => onSay(null)}>
          {t('question.off-agenda', 'Take off the agenda')}
        </button>
      ) : (
        <button
          className="button primary"
          type="button"
          onClick={() => onSay({ state: 'agenda', on: today() })}
        >
          {t('question.agenda', 'Put on the agenda')}
        </button>
      )}
      {standing === 'not-now' || standing === 'answered' ? (
        <button className="button" type="button" onClick={() => onSay(null)}>
          {t('question.open', 'Open it again')}
        </button>
      ) : (
        <button className="button" type="button" onClick={() => onSay({ state: 'not-now', on: today() })}>
          {t('question.not-now', 'Not now')}
        </button>
      )}
      {standing !== 'answered' && (
        <button className="button quiet" type="button" aria-expanded={answering} onClick={onAnswer}>
          {t('question.answer', 'We have an answer')}
        </button>
      )}
    </div>
  );
}

function AnswerForm({
  question,
  onAnswer,
}: {
  readonly question: Asked;
  readonly onAnswer: (text: string) => void;
}) {
  const [text, setText, drop] = useDraft(`answer.${keyOf(question)}`, '');
  const field = useId();
  return (
    <form
      className="form"
      onSubmit={(event) => {
        event.preventDefault();
        drop();
        onAnswer(text.trim());
      }}
    >
      <div>
        <label htmlFor={field}>{t('question.answer-label', 'What do we say?')}</label>
        <p className="hint">
          {t('question.answer-hint', 'It is kept in the community file and shows in its history.')}
        </p>
        <textarea
          id={field}
          className="field"
          required
          value={text}
          onChange={(event) => setText(event.target.value)}
        />
      </div>
      <div>
        <button className="button primary" type="submit">
          {t('question.answer-keep', 'Keep the answer')}
        </button>
      </div>
    </form>
  );
}
