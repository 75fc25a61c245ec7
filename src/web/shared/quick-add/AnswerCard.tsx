/** One proposed fact, as it was read, before it is kept. Every part of it can be changed here; it can be left out too. */
import { useId, useState } from 'react';
import type { View } from '#core/audience/view';
import type { Answer, End } from '#core/interview/answer';
import { ENDS, meant } from '#core/interview/names';
import { familyOf } from '../kind-look';
import { Mark } from '../marks';
import { t } from '../words';
import { AnswerParts } from './AnswerParts';
import { endsOf, headOf, lineOf, sortText } from './answer-words';
import { knownHere } from './known-here';

interface CardProps {
  readonly view: View;
  readonly answer: Answer;
  readonly onChange: (answer: Answer | null) => void;
}

export function AnswerCard({ view, answer, onChange }: CardProps) {
  const [open, setOpen] = useState(false);
  const parts = useId();
  const ends = endsOf(answer);
  const canChange = answer.sort !== 'note' && answer.sort !== 'vision';
  return (
    <li className={answer.sort === 'note' ? 'answer answer-note' : 'answer card'}>
      <div className="answer-head">
        <Sign view={view} answer={answer} />
        <div className="answer-words">
          <p className="answer-name">
            {ends === null ? (
              headOf(answer)
            ) : (
              <>
                {ends[0]}
                <ArrowSign />
                {ends[1]}
              </>
            )}
          </p>
          <p className="tiny quiet">{lineOf(view, answer)}</p>
          <NewNames view={view} answer={answer} />
          <PartOf view={view} answer={answer} onChange={onChange} />
          <NotCounted answer={answer} onChange={onChange} />
        </div>
        <div className="answer-ways">
          {canChange && (
            <button
              className="how"
              type="button"
              aria-expanded={open}
              aria-controls={parts}
              onClick={() => setOpen(!open)}
            >
              {t('quick.change', 'Change')}
              <span className="visually-hidden">: {headOf(answer)}</span>
            </button>
          )}
          <button className="how" type="button" onClick={() => onChange(null)}>
            {t('quick.drop', 'Leave out')}
            <span className="visually-hidden">: {headOf(answer)}</span>
          </button>
        </div>
      </div>
      <div id={parts} hidden={!open}>
        {open && <AnswerParts view={view} answer={answer} onChange={onChange} />}
      </div>
    </li>
  );
}

/** From one end to the other: drawn, and said as a word. */
function ArrowSign() {
  return (
    <>
      <svg className="answer-arrow" width="26" height="10" viewBox="0 0 26 10" aria-hidden="true">
        <path d="M1 5h22M19 1.5 23.5 5 19 8.5" />
      </svg>
      <span className="visually-hidden"> {t('quick.to', 'to')} </span>
    </>
  );
}

function Sign({ view, answer }: { readonly view: View; readonly answer: Answer }) {
  const kind =
    answer.sort === 'stream' || answer.sort === 'need' || answer.sort === 'pool' ? answer.kind : null;
  if (kind === null) return <span className="answer-dot" aria-hidden="true" />;
  const currency = /^[a-z]{3}$/.test(kind);
  const family = familyOf(
    view.kind(kind) ??
      ({ id: kind, currency, unit: null, law: LAWS[kind] ?? 'conserved' } as Parameters<typeof familyOf>[0]),
  );
  return <Mark family={family} size={21} />;
}

const LAWS: Readonly<Record<string, string>> = {
  hours: 'perishable',
  attention: 'perishable',
  'know-how': 'copyable',
  pages: 'copyable',
  goodwill: 'relational',
};

/** What would be begun: who is not here yet, and as what. */
function NewNames({ view, answer }: { readonly view: View; readonly answer: Answer }) {
  if (answer.sort !== 'stream') return null;
  const things = knownHere(view).things.filter((one) => (ENDS as readonly string[]).includes(one.section));
  const fresh = [answer.from, answer.to].filter((end: End) => meant(end.text, things) === null);
  if (fresh.length === 0) return null;
  return (
    <p className="tiny quiet">
      {fresh.map((end) => (
        <span className="answer-new" key={end.text}>
          {t('quick.new', 'New: {name}, {sort}', { name: end.text, sort: sortText(end.as) })}
        </span>
      ))}
    </p>
  );
}

/** What is new may be part of what is there: one tap. */
function PartOf({ view, answer, onChange }: CardProps) {
  if (answer.sort !== 'stream' || answer.to.as !== 'activity') return null;
  const things = knownHere(view).things;
  const ends = things.filter((one) => (ENDS as readonly string[]).includes(one.section));
  if (meant(answer.to.text, ends) !== null) return null;
  const done = things.filter((one) => one.section === 'activities').slice(0, 3);
  return done.map((one) => (
    <button
      key={one.id}
      className="pill"
      type="button"
      onClick={() =>
        onChange({
          ...answer,
          to: { text: one.name, as: 'activity' },
          name: answer.name ?? answer.to.text,
        })
      }
    >
      {t('quick.part-of', 'It is part of: {activity}', { activity: one.name })}
    </button>
  ));
}

/** Unknown is fine; "some" is one tap. */
function NotCounted({ answer, onChange }: Omit<CardProps, 'view'>) {
  if (answer.sort === 'party') {
    if (answer.size !== null || answer.as === 'organisation' || answer.as === 'person') return null;
    return (
      <button className="pill" type="button" onClick={() => onChange({ ...answer, size: 'some' })}>
        {t('quick.some', 'Some, not counted')}
      </button>
    );
  }
  if (answer.sort !== 'stream' && answer.sort !== 'need') return null;
  if (answer.amount.much !== 'unknown') return null;
  const per = answer.amount.per ?? 'month';
  const unit = answer.amount.unit ?? (answer.kind === 'hours' ? 'h' : null);
  if (unit === null) return null;
  return (
    <button
      className="pill"
      type="button"
      onClick={() => onChange({ ...answer, amount: { much: 'some', unit, per } })}
    >
      {t('quick.some', 'Some, not counted')}
    </button>
  );
}
