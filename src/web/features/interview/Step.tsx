/** One question: the field, what was told so far, and the ways on. Every question can be skipped. */
import { type FormEvent, useEffect, useId, useRef } from 'react';
import { examplesFor } from '#core/interview/examples';
import { useDraft } from '../../shared/draft';
import { useEdits } from '../../shared/edits';
import { nameOfThing } from '../../shared/naming';
import { knownHere } from '../../shared/quick-add/known-here';
import { Told } from '../../shared/quick-add/Told';
import { useAnswers } from '../../shared/quick-add/use-answers';
import type { CommunityHere } from '../../shared/use-community';
import { t, words } from '../../shared/words';
import { FreeFor } from './FreeFor';
import { saidIn, saying, standsAt } from './progress';
import { expectsOf, questionOf, STEPS, type StepId, toldTo } from './steps';

interface StepProps {
  readonly here: CommunityHere;
  readonly step: StepId;
  readonly number: number;
  /** The field takes the focus: somebody went on to here. */
  readonly focus: boolean;
  readonly onNext: () => void;
  readonly onBack: (() => void) | null;
}

export function Step(props: StepProps) {
  const { here, step, number } = props;
  return (
    <>
      <div className="interview-progress">
        <p className="tiny numeric">
          {t('interview.progress', '{number} of {all}', { number, all: STEPS.length })}
        </p>
        <progress
          max={STEPS.length}
          value={number}
          aria-label={t('interview.progress-label', 'How far you are')}
        />
      </div>
      {step === 'about' ? <About {...props} /> : <Ask {...props} />}
      <SoFar here={here} step={step} />
    </>
  );
}

function Ask({ here, step, focus, onNext, onBack }: StepProps) {
  const { id, view } = here;
  const edits = useEdits(id);
  const { asks, hint } = questionOf(step);
  const told = useAnswers(id, view, expectsOf(step), `interview.${step}`, [standsAt(step)]);
  const field = useRef<HTMLTextAreaElement>(null);
  useEffect(() => {
    if (focus) field.current?.focus();
  }, [focus]);
  const known = knownHere(view);
  const language = known.languages[0] ?? 'en';
  const said = saidIn(view)[step];
  const goOn = async () => {
    // What stands in the field and was read is not left behind.
    if (told.text.trim() !== '' && !(await told.keep())) return;
    onNext();
  };
  const say = (what: 'unknown' | 'some') => {
    edits
      .edit({
        does: [saying(step, what), standsAt(step)],
        undoes: [saying(step, null)],
        says:
          what === 'unknown'
            ? t('interview.says.unknown', 'Nobody knows: {question}', { question: asks })
            : t('interview.says.some', 'Some, not counted: {question}', { question: asks }),
      })
      .catch(() => undefined);
    onNext();
  };
  return (
    <>
      <h1>{asks}</h1>
      {step === 'free' && <FreeFor here={here} />}
      <Told
        community={id}
        view={view}
        told={told}
        label={t('interview.field', 'Your answer: {question}', { question: asks })}
        labelHidden
        hint={hint}
        examples={examplesFor(expectsOf(step), language, exampleOf(step, here))}
        isList={LISTS.includes(step)}
        fieldRef={field}
      />
      {said !== undefined && (
        <p className="small quiet">
          {said === 'some'
            ? t('interview.said.some', 'You said: some, not counted.')
            : t('interview.said.unknown', 'You said: nobody knows. That is a good answer.')}
        </p>
      )}
      <Ways
        onBack={onBack}
        onNext={() => void goOn()}
        isEmpty={told.text.trim() === ''}
        canBeSome={COUNTED.includes(step)}
        onSay={say}
      />
    </>
  );
}

/** Questions that a list answers. */
const LISTS: readonly StepId[] = ['inside', 'outside', 'doing', 'pools', 'tools'];

/** Questions to which "some" is an answer. */
const COUNTED: readonly StepId[] = ['inside', 'outside', 'takes', 'brings', 'pools', 'tools'];

/** What is done, for examples that need it: the one about which least was told. */
function exampleOf(step: StepId, { view }: CommunityHere): string | null {
  if (step !== 'takes') return null;
  const { activities } = view.ever;
  const open = activities.find((one) => one.needs.length === 0) ?? activities[0];
  return open === undefined ? null : nameOfThing(view, open);
}

interface WaysProps {
  readonly onBack: (() => void) | null;
  readonly onNext: () => void;
  readonly isEmpty: boolean;
  readonly canBeSome?: boolean;
  readonly onSay?: (what: 'unknown' | 'some') => void;
}

function Ways({ onBack, onNext, isEmpty, canBeSome = false, onSay }: WaysProps) {
  return (
    <div className="interview-ways">
      <p className="actions">
        {onBack !== null && (
          <button className="button" type="button" onClick={onBack}>
            {t('interview.back', 'Back')}
          </button>
        )}
        <button className={isEmpty ? 'button primary' : 'button'} type="button" onClick={onNext}>
          {isEmpty ? t('interview.next', 'Next question') : t('interview.keep-next', 'Keep and go on')}
        </button>
      </p>
      {onSay !== undefined && isEmpty && (
        <p className="actions interview-unknown">
          <button className="pill" type="button" onClick={() => onSay('unknown')}>
            {t('interview.nobody-knows', 'Nobody knows')}
          </button>
          {canBeSome && (
            <button className="pill" type="button" onClick={() => onSay('some')}>
              {t('interview.some', 'Some, not counted')}
            </button>
          )}
        </p>
      )}
    </div>
  );
}

/** What it is about: words of their own, not read by anything. */
function About({ here, focus, onNext, onBack }: StepProps) {
  const { id, view } = here;
  const edits = useEdits(id);
  const { asks, hint } = questionOf('about');
  const before = words(view.ever.about);
  const [text, setText, dropText] = useDraft(`${id}.interview.about`, before);
  const field = useId();
  const ref = useRef<HTMLTextAreaElement>(null);
  useEffect(() => {
    if (focus) ref.current?.focus();
  }, [focus]);
  const goOn = async () => {
    if (text.trim() !== before.trim()) {
      try {
        await edits.edit({
          does: [
            { op: 'set', path: ['about'], value: text.trim() === '' ? null : text.trim() },
            standsAt('about'),
          ],
          undoes: [{ op: 'set', path: ['about'], value: before === '' ? null : before }],
          says: t('interview.says.about', 'Told what it is about'),
        });
      } catch {
        return;
      }
    }
    dropText();
    onNext();
  };
  const submit = (event: FormEvent) => {
    event.preventDefault();
    void goOn();
  };
  return (
    <form onSubmit={submit}>
      <h1>{asks}</h1>
      <div className="sentence">
        <label htmlFor={field} className="visually-hidden">
          {t('interview.field', 'Your answer: {question}', { question: asks })}
        </label>
        <p className="hint" id={`${field}-hint`}>
          {hint}
        </p>
        <textarea
          ref={ref}
          id={field}
          className="field sentence-field"
          rows={2}
          aria-describedby={`${field}-hint`}
          value={text}
          onChange={(event) => setText(event.target.value)}
          onKeyDown={(event) => {
            if (event.key !== 'Enter' || event.shiftKey || event.nativeEvent.isComposing) return;
            event.preventDefault();
            void goOn();
          }}
        />
      </div>
      <Ways onBack={onBack} onNext={() => void goOn()} isEmpty={text.trim() === before.trim()} />
    </form>
  );
}

/** What was told to this question so far, so that nobody tells it twice. */
function SoFar({ here, step }: { readonly here: CommunityHere; readonly step: StepId }) {
  const things = toldTo(step, here.view);
  if (things.length === 0) return null;
  return (
    <section className="interview-so-far" aria-label={t('interview.so-far', 'Told so far')}>
      <h2>{t('interview.so-far', 'Told so far')}</h2>
      <ul>
        {things.map((thing) => (
          <li key={thing.id} className="pill">
            {nameOfThing(here.view, thing)}
          </li>
        ))}
      </ul>
    </section>
  );
}
