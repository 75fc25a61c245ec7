/** Hard to talk about here: marked without a why; from the least number on one question, and an answer that is kept. */
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { ChoiceField, WordsField } from '../../shared/edit/SmallFields';
import { useEdits } from '../../shared/edits';
import { later, Meanwhile } from '../../shared/later';
import { useBelongs, useMayWrite } from '../../shared/me';
import type { CommunityHere } from '../../shared/use-community';
import { t, told } from '../../shared/words';
import { type Hard, monthly } from '../agenda/monthly-api';
import '../agenda/agenda.css';

const BeginRound = later(async () => (await import('../talk/BeginRound')).BeginRound);

export function HardPart({ here }: { readonly here: CommunityHere }) {
  const { id } = here;
  const belongs = useBelongs(id);
  const { data, error } = useQuery({
    queryKey: ['community', id, 'hard'],
    queryFn: () => monthly.hard(id),
    enabled: belongs,
  });
  return (
    <section className="voiced" aria-busy={belongs && data === undefined && error === null}>
      <p className="story">
        {t(
          'hard.lede',
          'Some things are hard to talk about, and that itself is hard to say. Mark one without saying why. Nobody is told who did, or how many.',
        )}
      </p>
      {!belongs && (
        <p className="quiet">{t('hard.not-here', 'This is for those who belong, with their own eyes.')}</p>
      )}
      {error !== null && <p role="alert">{error.message}</p>}
      {data !== undefined && data.choices.length > 0 && <Mark here={here} hard={data} />}
      {data !== undefined && data.topics.length > 0 && (
        <>
          <h3 className="rule">{t('hard.topics', 'What several find hard')}</h3>
          <ul className="voiced-list">
            {data.topics.map((one) => (
              <li key={one.topic}>
                <Topic here={here} topic={one} />
              </li>
            ))}
          </ul>
        </>
      )}
      {data?.topics.length === 0 && (
        <p className="quiet">
          {t(
            'hard.none',
            'Nothing to show. That may mean that all is easy, or that fewer than {least} marked the same: the two look alike on purpose.',
            { least: data.least },
          )}
        </p>
      )}
      <p className="small quiet">
        {t(
          'hard.blind',
          'This helps where people wish each other well and do not dare to begin. It is no help against bullying: for that, turn to somebody you trust.',
        )}
      </p>
    </section>
  );
}

function Mark({ here, hard }: { readonly here: CommunityHere; readonly hard: Hard }) {
  const [topic, setTopic] = useState('');
  const [done, setDone] = useState(false);
  const [trouble, setTrouble] = useState<Error | null>(null);
  return (
    <form
      className="form"
      onSubmit={(event) => {
        event.preventDefault();
        monthly.markHard(here.id, topic).then(() => {
          setTopic('');
          setDone(true);
        }, setTrouble);
      }}
    >
      <ChoiceField
        label={t('hard.which', 'What is hard to talk about here?')}
        value={topic}
        required
        onChange={(next) => {
          setTopic(next);
          setDone(false);
        }}
        choices={[
          { value: '', label: t('hard.choose', 'Choose') },
          ...hard.choices.map((one) => ({ value: one.topic, label: one.name })),
        ]}
      />
      {trouble !== null && <p role="alert">{trouble.message}</p>}
      <div className="actions">
        <button className="button primary" type="submit">
          {t('hard.mark', 'Mark it')}
        </button>
        <span role="status" className="quiet">
          {done && t('hard.marked', 'Counted, without you. Hand it on if others use this screen.')}
        </span>
      </div>
    </form>
  );
}

interface Answer {
  readonly state: 'not-now' | 'answered';
  readonly on: string;
  readonly text?: string;
}

function Topic({ here, topic }: { readonly here: CommunityHere; readonly topic: Hard['topics'][number] }) {
  const { id, view } = here;
  const may = useMayWrite(id);
  const edits = useEdits(id);
  const [saying, setSaying] = useState(false);
  const [beginning, setBeginning] = useState(false);
  const [text, setText] = useState('');
  const key = `Q74.${topic.topic}`;
  const kept = view.ever.x['x-answers'];
  const answer =
    typeof kept === 'object' && kept !== null ? (kept as Record<string, Answer>)[key] : undefined;
  const say = (next: Omit<Answer, 'on'> | null) => {
    const value = next === null ? null : { ...next, on: new Date().toISOString().slice(0, 10) };
    const says = t('hard.says', 'An answer to: {question}', { question: told(topic.question) });
    const path = ['x-answers', key];
    edits
      .edit({
        does: [{ op: 'set', path, value }],
        undoes: [{ op: 'set', path, value: answer ?? null }],
        says,
      })
      .then(
        () => setSaying(false),
        () => undefined,
      );
  };
  return (
    <>
      <p className="decided-text">{told(topic.question)}</p>
      {answer !== undefined && (
        <p className="story">
          {answer.state === 'not-now'
            ? t('hard.answer.not-now', 'Not now. Said on {on}, and kept.', { on: answer.on })
            : t('hard.answer.conditions', 'Under these conditions: {text}', { text: answer.text ?? '' })}
        </p>
      )}
      {may && (
        <p className="actions no-print">
          <button className="button" type="button" onClick={() => setBeginning(true)}>
            {t('hard.round', 'Ask it in a round')}
          </button>
          <button className="button" type="button" aria-expanded={saying} onClick={() => setSaying(!saying)}>
            {t('hard.conditions', 'Write the conditions down')}
          </button>
          {answer === undefined ? (
            <button className="button quiet" type="button" onClick={() => say({ state: 'not-now' })}>
              {t('hard.not-now', 'Not now')}
            </button>
          ) : (
            <button className="button quiet" type="button" onClick={() => say(null)}>
              {t('hard.open', 'Open it again')}
            </button>
          )}
        </p>
      )}
      {saying && (
        <form
          className="form"
          onSubmit={(event) => {
            event.preventDefault();
            say({ state: 'answered', text: text.trim() });
          }}
        >
          <WordsField
            label={t('hard.under', 'Under which conditions could we talk about it?')}
            value={text}
            onChange={setText}
            long
            required
          />
          <div className="actions">
            <button className="button primary" type="submit">
              {t('hard.keep', 'Keep it')}
            </button>
          </div>
        </form>
      )}
      {beginning && (
        <Meanwhile>
          <BeginRound here={here} text={told(topic.question)} onClose={() => setBeginning(false)} />
        </Meanwhile>
      )}
    </>
  );
}
