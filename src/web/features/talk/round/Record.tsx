/** What the round comes to: a decision with who and when, or "not now". Then it goes into the community's file by one press. */
import { useQueryClient } from '@tanstack/react-query';
import { useId, useState } from 'react';
import type { View } from '#core/audience/view';
import { nameOf } from '#core/model/fact';
import { Refusal } from '../../../shared/api';
import { type Edit, useEdits } from '../../../shared/edits';
import { useMayWrite } from '../../../shared/me';
import { communityChanged } from '../../../shared/use-community';
import { list, t } from '../../../shared/words';
import { answersOf, today } from '../../questions/standing';
import { rounds } from '../round-api';
import type { FacilitatorState } from '../round-types';
import { dayText } from '../time-left';
import type { LeadProps } from './RoundPage';

export function Record(props: LeadProps) {
  const { state } = props;
  const [again, setAgain] = useState(false);
  if (state.phase === 'record' && (state.record === null || again))
    return <RecordForm {...props} onDone={() => setAgain(false)} />;
  return (
    <>
      <Told {...props} />
      {state.phase === 'record' && (
        <p className="actions">
          <button className="button quiet" type="button" onClick={() => setAgain(true)}>
            {t('round.record.again', 'Write it differently')}
          </button>
        </p>
      )}
    </>
  );
}

/** A party by its name, words as they are. */
function named(view: View, who: string): string {
  const thing = view.thing(who);
  return thing === null ? who : nameOf(thing);
}

/** Who was written down, as parties where they are called so, else as words. */
function partiesOf(view: View, text: string): string[] {
  const names = text
    .split(',')
    .map((one) => one.trim())
    .filter((one) => one !== '');
  return names.map(
    (name) => view.parties.find((one) => nameOf(one).toLowerCase() === name.toLowerCase())?.id ?? name,
  );
}

/** A question of the bank is answered, or not now; one of their own is in no list. */
function answered(view: View, { question, record }: FacilitatorState): Edit | null {
  if (question.id === null || record === null) return null;
  const path = ['x-answers', question.id];
  const state = record.outcome === 'decided' ? 'answered' : 'not-now';
  return {
    does: [{ op: 'set', path, value: { state, on: today(), text: record.text } }],
    undoes: [{ op: 'set', path, value: answersOf(view)[question.id] ?? null }],
    says:
      record.outcome === 'decided'
        ? t('questions.says.answered', 'Answered: {question}', { question: question.text })
        : t('questions.says.not-now', 'Not now: {question}', { question: question.text }),
  };
}

function Told({ here, state }: LeadProps) {
  const { record } = state;
  const [kept, setKept] = useState<'still' | 'busy' | 'kept'>(state.decision === null ? 'still' : 'kept');
  const [wrong, setWrong] = useState<string | null>(null);
  const mayWrite = useMayWrite(here.id);
  const client = useQueryClient();
  const edits = useEdits(here.id);
  const keep = async () => {
    setKept('busy');
    setWrong(null);
    try {
      await rounds.keep(here.id, state.round);
      await communityChanged(client, here.id);
      const said = answered(here.view, state);
      if (said !== null) await edits.edit(said);
      setKept('kept');
    } catch (error) {
      setKept('still');
      setWrong(error instanceof Refusal ? error.message : (error as Error).message);
    }
  };
  if (record === null)
    return <p className="story">{t('round.record.none', 'It was ended before anything was decided.')}</p>;
  return (
    <section className="rule round-told">
      <h2>
        {record.outcome === 'decided'
          ? t('round.record.decided', 'Decided')
          : t('round.record.not-now', 'Not now')}
      </h2>
      <p className="story">{record.text}</p>
      {record.reasons !== null && record.reasons !== '' && <p>{record.reasons}</p>}
      <p className="quiet">
        {record.who.length > 0 &&
          t('round.record.who-told', 'Carried by {who}. ', {
            who: list(record.who.map((one) => named(here.view, one))),
          })}
        {record.review !== null &&
          t('round.record.review-told', 'We look again on {day}.', { day: dayText(record.review) })}
      </p>
      <p className="actions">
        {kept !== 'kept' && mayWrite && (
          <button className="button" type="button" disabled={kept === 'busy'} onClick={() => void keep()}>
            {t('round.keep', 'Put it into the community’s file')}
          </button>
        )}
        <a className="button" href={rounds.minutesAddress(here.id, [state.round])} download="">
          {t('round.minutes', 'Minutes as Markdown')}
        </a>
        <span role="status" className="small">
          {kept === 'kept' && t('round.kept', 'It stands in the community’s file.')}
        </span>
      </p>
      {wrong !== null && (
        <p className="wrong" role="alert">
          {wrong}
        </p>
      )}
    </section>
  );
}

function RecordForm({ here, state, leading, onDone }: LeadProps & { readonly onDone: () => void }) {
  const id = useId();
  const { record, options, way, result } = state;
  const first = way === 'consent' ? options[0]?.text : result?.options.find((one) => one.rank === 1)?.text;
  const [outcome, setOutcome] = useState<'decided' | 'not-now'>(record?.outcome ?? 'decided');
  const [text, setText] = useState(record?.text ?? first ?? '');
  const [who, setWho] = useState(record?.who.map((one) => named(here.view, one)).join(', ') ?? '');
  const [review, setReview] = useState(record?.review ?? '');
  const [reasons, setReasons] = useState(record?.reasons ?? '');
  const send = async () => {
    const done = await leading.act(() =>
      rounds.record(here.id, state.round, {
        outcome,
        text: text.trim(),
        review: review === '' ? null : review,
        ...(who.trim() === '' ? {} : { who: partiesOf(here.view, who) }),
        ...(reasons.trim() === '' ? {} : { reasons: reasons.trim() }),
      }),
    );
    if (done) onDone();
  };
  return (
    <form
      className="form rule"
      onSubmit={(event) => {
        event.preventDefault();
        void send();
      }}
    >
      <h2>{t('round.record.title', 'Write down what we make of it')}</h2>
      <fieldset>
        <legend className="visually-hidden">{t('round.record.outcome', 'Outcome')}</legend>
        <label className="choice">
          <input
            type="radio"
            name={`${id}outcome`}
            checked={outcome === 'decided'}
            onChange={() => setOutcome('decided')}
          />
          {t('round.record.we-decide', 'We decide')}
        </label>
        <label className="choice">
          <input
            type="radio"
            name={`${id}outcome`}
            checked={outcome === 'not-now'}
            onChange={() => setOutcome('not-now')}
          />
          {t('round.record.we-wait', 'Not now: that is an answer too')}
        </label>
      </fieldset>
      <div>
        <label htmlFor={`${id}text`}>
          {outcome === 'decided'
            ? t('round.record.text', 'What do we decide?')
            : t('round.record.wait-text', 'What waits?')}
        </label>
        <textarea
          id={`${id}text`}
          className="field"
          required
          maxLength={1000}
          value={text}
          onChange={(event) => setText(event.target.value)}
        />
      </div>
      <div>
        <label htmlFor={`${id}reasons`}>{t('round.record.reasons', 'Why')}</label>
        <textarea
          id={`${id}reasons`}
          className="field"
          rows={2}
          maxLength={1000}
          value={reasons}
          onChange={(event) => setReasons(event.target.value)}
        />
      </div>
      <div className="two-up">
        <div>
          <label htmlFor={`${id}who`}>{t('round.record.who', 'Who carries it?')}</label>
          <input
            id={`${id}who`}
            className="field"
            maxLength={200}
            value={who}
            onChange={(event) => setWho(event.target.value)}
            list={`${id}parties`}
          />
          <datalist id={`${id}parties`}>
            {here.view.parties.map((one) => (
              <option key={one.id} value={nameOf(one)} />
            ))}
          </datalist>
        </div>
        <div>
          <label htmlFor={`${id}review`}>{t('round.record.review', 'When do we look again?')}</label>
          <input
            id={`${id}review`}
            className="field numeric"
            type="date"
            value={review}
            onChange={(event) => setReview(event.target.value)}
          />
        </div>
      </div>
      <p className="actions">
        <button className="button primary" type="submit" disabled={leading.isBusy}>
          {t('round.record.keep', 'Write it down')}
        </button>
      </p>
    </form>
  );
}
