/** What a phone shows at each step of a round. */
import { t } from '../../shared/words';
import { ResultView } from '../talk/ResultView';
import type { Named, RoundState } from '../talk/round-types';
import { notesWord } from '../talk/round-words';
import { dayText } from '../talk/time-left';
import { Choose } from './Choose';
import type { Place } from './place';
import type { RoundHere } from './use-round';
import { Write } from './Write';

export interface StepProps {
  readonly here: RoundHere;
  readonly state: RoundState;
  readonly place: Place;
}

export function Step(props: StepProps) {
  const { state, place } = props;
  switch (state.phase) {
    case 'read':
      return <Read state={state} />;
    case 'write':
      return <Write {...props} />;
    case 'gather':
      return (
        <>
          <Late place={place} />
          <p className="story">
            {state.paraphrase
              ? t(
                  'phone.gather.paraphrase',
                  'The notes are being put in other words, so that nobody is known by theirs.',
                )
              : t('phone.gather', 'The notes are gathered and shuffled. They come to you all at once.')}
          </p>
          <NotesList state={state} />
        </>
      );
    case 'clarify':
      return (
        <>
          <p className="story">
            {t('phone.clarify', 'Read them all. Is something unclear? Ask what it means, not whose it is.')}
          </p>
          <NotesList state={state} />
          <Late place={place} />
        </>
      );
    case 'discuss':
      return (
        <>
          <p className="story">{t('phone.discuss', 'Now we talk. What do these notes tell us together?')}</p>
          <Options title={t('phone.options', 'On the table')} options={state.options} />
          <NotesList state={state} />
        </>
      );
    case 'decide':
      return <Choose {...props} />;
    case 'record':
      return (
        <>
          {state.result !== null && <ResultView result={state.result} k={state.k} />}
          <p className="story">{t('phone.record', 'What we make of it is being written down.')}</p>
        </>
      );
    case 'closed':
      return <Closed state={state} />;
  }
}

function Read({ state: { question, overDays } }: { readonly state: RoundState }) {
  return (
    <>
      {question.why !== null && <p className="story">{question.why}</p>}
      {question.evidence.length > 0 && (
        <section className="rule">
          <h2>{t('phone.evidence', 'What we know')}</h2>
          <ul className="phone-list">
            {question.evidence.map((one) => (
              <li key={one.id}>{one.text}</li>
            ))}
          </ul>
        </section>
      )}
      <p className="story">
        {overDays
          ? t(
              'phone.read.days',
              'Think it over. The next step comes here by itself; come back by the same link.',
            )
          : t('phone.read', 'Read it in quiet. The next step comes by itself.')}
      </p>
    </>
  );
}

function NotesList({ state: { notes, k, phase } }: { readonly state: RoundState }) {
  if (notes.is !== 'shown') {
    if (phase === 'gather' && notes.is === 'not-yet') return null;
    return <p className="quiet">{notesWord(notes, k)}</p>;
  }
  if (notes.notes.length === 0) return <p className="quiet">{notesWord(notes, k)}</p>;
  return <Options title={t('phone.notes', 'What was written')} options={notes.notes} />;
}

function Options({ title, options }: { readonly title: string; readonly options: readonly Named[] }) {
  if (options.length === 0) return null;
  return (
    <section className="rule">
      <h2>{title}</h2>
      <ul className="phone-list">
        {options.map((one) => (
          <li key={one.id}>{one.text}</li>
        ))}
      </ul>
    </section>
  );
}

/** Notes that came too late are given back to who wrote them, and to nobody else. */
function Late({ place }: { readonly place: Place }) {
  const late = place.notes.filter(({ text, kept }) => text.trim() !== '' && text !== kept);
  if (late.length === 0) return null;
  return (
    <section className="rule" role="alert">
      <h2>{t('phone.late', 'This did not arrive in time')}</h2>
      <p className="small quiet">
        {t('phone.late.lede', 'It is only on this phone. You may say it aloud, or let it be.')}
      </p>
      <ul className="phone-list">
        {late.map((one) => (
          <li key={one.key}>{one.text}</li>
        ))}
      </ul>
    </section>
  );
}

function Closed({ state: { record, result, k } }: { readonly state: RoundState }) {
  return (
    <>
      {record === null ? (
        <p className="story">{t('phone.closed.none', 'The round was ended before anything was decided.')}</p>
      ) : (
        <section className="phone-outcome">
          <h2>
            {record.outcome === 'decided'
              ? t('phone.decided', 'We decided')
              : t('phone.not-now', 'Not now: that is an answer too')}
          </h2>
          <p className="story">{record.text}</p>
          {record.review !== null && (
            <p className="quiet">
              {t('phone.review', 'We look again on {day}.', { day: dayText(record.review) })}
            </p>
          )}
        </section>
      )}
      {result !== null && <ResultView result={result} k={k} />}
      <p className="story">
        {t('phone.thanks', 'Thank you. You can close this page; none of your notes is left on this phone.')}
      </p>
    </>
  );
}
