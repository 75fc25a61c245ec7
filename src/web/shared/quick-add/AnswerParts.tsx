/** Small controls for the parts of a proposed fact: who, to what, how much, of what, how often, as what. */
import { type ReactNode, useId } from 'react';
import type { View } from '#core/audience/view';
import type { Answer, End, NeedAnswer, StreamAnswer } from '#core/interview/answer';
import { ENDS, meant } from '#core/interview/names';
import type { AmountParts } from '#core/interview/spoken-amount';
import type { Form } from '#core/model/things';
import { FORMS, formText } from '../naming';
import { t } from '../words';
import { type Choice, perChoices, sortChoices, unitChoices, unitValue } from './answer-words';
import { knownHere } from './known-here';

interface PartsProps<A extends Answer> {
  readonly view: View;
  readonly answer: A;
  readonly onChange: (answer: Answer) => void;
}

export function AnswerParts({ view, answer, onChange }: PartsProps<Answer>) {
  switch (answer.sort) {
    case 'stream':
      return <StreamParts view={view} answer={answer} onChange={onChange} />;
    case 'need':
      return (
        <div className="answer-parts">
          <Line
            label={t('quick.part.activity', 'What takes it?')}
            value={answer.activity}
            names={namesOf(view, ['activities'])}
            onChange={(activity) => onChange({ ...answer, activity })}
          />
          <Line
            label={t('quick.part.called', 'What is it?')}
            value={answer.name ?? ''}
            onChange={(name) => onChange({ ...answer, name: name === '' ? null : name })}
          />
          <AmountLines view={view} answer={answer} onChange={onChange} />
        </div>
      );
    case 'influence':
      return (
        <div className="answer-parts">
          <Line
            label={t('quick.part.more-of', 'More of this')}
            value={answer.from}
            names={namesOf(view, [...ENDS, 'quantities'])}
            onChange={(from) => onChange({ ...answer, from })}
          />
          <Line
            label={t('quick.part.touches', 'touches this')}
            value={answer.to}
            names={namesOf(view, [...ENDS, 'quantities'])}
            onChange={(to) => onChange({ ...answer, to })}
          />
          <Choose
            label={t('quick.part.sign', 'How?')}
            value={answer.sign}
            choices={[
              { value: '+', label: t('influence.plus', 'More brings more') },
              { value: '-', label: t('influence.minus', 'More brings less') },
            ]}
            onChange={(sign) => onChange({ ...answer, sign: sign === '-' ? '-' : '+' })}
          />
        </div>
      );
    default:
      return <NamedParts view={view} answer={answer} onChange={onChange} />;
  }
}

function StreamParts({ view, answer, onChange }: PartsProps<StreamAnswer>) {
  return (
    <div className="answer-parts">
      <EndPart
        view={view}
        label={t('quick.part.who', 'Who?')}
        end={answer.from}
        onChange={(from) => onChange({ ...answer, from })}
      />
      <EndPart
        view={view}
        label={t('quick.part.to', 'To whom, or for what?')}
        end={answer.to}
        onChange={(to) => onChange({ ...answer, to })}
      />
      <AmountLines view={view} answer={answer} onChange={onChange} />
      <Choose
        label={t('quick.part.form', 'As what?')}
        value={answer.form ?? ''}
        choices={[
          { value: '', label: t('quick.form.none', 'not said') },
          ...FORMS.map((form) => ({ value: form, label: formText(form) })),
        ]}
        onChange={(form) => onChange({ ...answer, form: form === '' ? null : (form as Form) })}
      />
      <Line
        label={t('quick.part.name', 'What is it called?')}
        value={answer.name ?? ''}
        onChange={(name) => onChange({ ...answer, name: name === '' ? null : name })}
      />
    </div>
  );
}

/** How much, of what, how often. */
function AmountLines({ view, answer, onChange }: PartsProps<StreamAnswer | NeedAnswer>) {
  const { amount, kind } = answer;
  const set = (next: Partial<AmountParts>, of: string | null = kind) =>
    onChange({ ...answer, kind: of, amount: { ...amount, ...next } });
  return (
    <>
      <Line
        label={t('quick.part.much', 'How much?')}
        hint={t('quick.part.much-hint', '3, about 3, 2..4, some, unknown')}
        value={amount.much === 'unknown' ? '' : amount.much}
        onChange={(much) => set({ much: much.trim() === '' ? 'unknown' : much.replace(/\s*[–-]\s*/, '..') })}
      />
      <Choose
        label={t('quick.part.unit', 'Of what?')}
        value={unitValue(kind, amount.unit)}
        choices={unitChoices(view, kind, amount.unit)}
        onChange={(value) => {
          const [of = '', unit = ''] = value.split('|');
          set({ unit: unit === '' ? null : unit }, of === '' ? null : of);
        }}
      />
      <Choose
        label={t('quick.part.per', 'How often?')}
        value={amount.per ?? ''}
        choices={perChoices()}
        onChange={(per) => set({ per: per === '' ? null : (per as NonNullable<AmountParts['per']>) })}
      />
    </>
  );
}

type Named = Exclude<Answer, StreamAnswer | NeedAnswer | { readonly sort: 'influence' }>;

function NamedParts({ view, answer, onChange }: PartsProps<Named>) {
  const name = 'name' in answer ? answer.name : 'activity' in answer ? answer.activity : answer.text;
  const named = (next: string): Answer =>
    'name' in answer
      ? { ...answer, name: next }
      : 'activity' in answer
        ? { ...answer, activity: next }
        : { ...answer, text: next };
  return (
    <div className="answer-parts">
      <Line
        label={t('quick.part.name', 'What is it called?')}
        value={name}
        onChange={(next) => onChange(named(next))}
      />
      {answer.sort === 'party' && (
        <>
          <Choose
            label={t('quick.part.sort', 'Who are they?')}
            value={answer.as}
            choices={sortChoices().slice(0, 4)}
            onChange={(as) =>
              onChange({
                ...answer,
                as: as as typeof answer.as,
                inside: as === 'circle' || as === 'person',
                circle: as === 'circle' ? answer.circle : null,
              })
            }
          />
          {answer.as === 'circle' && <Distance answer={answer} onChange={onChange} />}
          <Line
            label={t('quick.part.size', 'How many?')}
            hint={t('quick.part.size-hint', '5, about 30, 10..20, some')}
            value={answer.size ?? ''}
            onChange={(size) => onChange({ ...answer, size: size.trim() === '' ? null : size })}
          />
        </>
      )}
      {answer.sort === 'tool' && (
        <>
          <Line
            label={t('quick.part.payer', 'Who pays for it?')}
            value={answer.payer === '?' ? '' : answer.payer}
            names={namesOf(view, ['parties'])}
            onChange={(payer) => onChange({ ...answer, payer })}
          />
          <button className="pill" type="button" onClick={() => onChange({ ...answer, payer: '?' })}>
            {t('quick.nobody-knows', 'Nobody knows')}
          </button>
          <Line
            label={t('quick.part.keys', 'Who holds the keys?')}
            value={answer.keys}
            names={namesOf(view, ['parties'])}
            onChange={(keys) => onChange({ ...answer, keys })}
          />
        </>
      )}
    </div>
  );
}

type Circle = Extract<Answer, { sort: 'party' }>;

function Distance({
  answer,
  onChange,
}: {
  readonly answer: Circle;
  readonly onChange: (answer: Answer) => void;
}) {
  return (
    <Choose
      label={t('quick.part.distance', 'How near the middle?')}
      value={answer.circle ?? ''}
      choices={[
        { value: '', label: t('quick.distance.none', 'not said') },
        { value: 'core', label: t('quick.distance.core', 'they carry it') },
        { value: 'active', label: t('quick.distance.active', 'they take part') },
        { value: 'occasional', label: t('quick.distance.occasional', 'now and then') },
        { value: 'peripheral', label: t('quick.distance.peripheral', 'they look in') },
        { value: 'transactional', label: t('quick.distance.transactional', 'they buy') },
      ]}
      onChange={(circle) => onChange({ ...answer, circle: circle === '' ? null : (circle as 'core') })}
    />
  );
}

/** A name, and what it is begun as where nobody here has it yet. */
function EndPart({
  view,
  label,
  end,
  onChange,
}: {
  readonly view: View;
  readonly label: string;
  readonly end: End;
  readonly onChange: (end: End) => void;
}) {
  const things = knownHere(view).things.filter((one) => (ENDS as readonly string[]).includes(one.section));
  const isNew = meant(end.text, things) === null;
  return (
    <div>
      <Line
        label={label}
        value={end.text}
        names={things.map((one) => one.name)}
        onChange={(text) => onChange({ ...end, text })}
      />
      {isNew && (
        <Choose
          label={t('quick.part.as', 'New here, as')}
          value={end.as}
          choices={sortChoices()}
          onChange={(as) => onChange({ ...end, as: as as End['as'] })}
        />
      )}
    </div>
  );
}

function namesOf(view: View, sections: readonly string[]): readonly string[] {
  return knownHere(view)
    .things.filter((one) => sections.includes(one.section))
    .map((one) => one.name);
}

interface LineProps {
  readonly label: string;
  readonly hint?: string;
  readonly value: string;
  readonly names?: readonly string[];
  readonly onChange: (value: string) => void;
}

function Line({ label, hint, value, names, onChange }: LineProps) {
  const id = useId();
  return (
    <div className="part">
      <label htmlFor={id}>{label}</label>
      <input
        id={id}
        className="field"
        value={value}
        placeholder={hint}
        list={names === undefined ? undefined : `${id}-names`}
        autoComplete="off"
        onChange={(event) => onChange(event.target.value)}
      />
      {names !== undefined && (
        <datalist id={`${id}-names`}>
          {[...new Set(names)].map((name) => (
            <option key={name} value={name} />
          ))}
        </datalist>
      )}
    </div>
  );
}

interface ChooseProps {
  readonly label: string;
  readonly value: string;
  readonly choices: readonly Choice[];
  readonly onChange: (value: string) => void;
  readonly children?: ReactNode;
}

function Choose({ label, value, choices, onChange }: ChooseProps) {
  const id = useId();
  return (
    <div className="part">
      <label htmlFor={id}>{label}</label>
      <select id={id} className="field" value={value} onChange={(event) => onChange(event.target.value)}>
        {choices.map((choice) => (
          <option key={choice.value} value={choice.value}>
            {choice.label}
          </option>
        ))}
      </select>
    </div>
  );
}
