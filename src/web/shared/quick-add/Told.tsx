/** The field, what is read in it, and the way to keep it: shared by the interview and by quick add. */
import { type Ref, useRef } from 'react';
import type { View } from '#core/audience/view';
import { ENDS } from '#core/interview/names';
import { Refusal } from '../api';
import { useEdits } from '../edits';
import { ProblemList } from '../problem-list';
import { t } from '../words';
import { AnswerCard } from './AnswerCard';
import { knownHere } from './known-here';
import { SentenceField } from './SentenceField';
import type { Answers } from './use-answers';
import './quick-add.css';

interface ToldProps {
  readonly community: string;
  readonly view: View;
  readonly told: Answers;
  readonly label: string;
  readonly labelHidden?: boolean;
  readonly hint: string | null;
  /** Sentences to tap. */
  readonly examples: readonly string[];
  /** Examples are parts of one list: they stay while one adds to it. */
  readonly isList?: boolean;
  readonly fieldRef?: Ref<HTMLTextAreaElement>;
}

export function Told(props: ToldProps) {
  const { community, view, told, label, labelHidden, hint, examples, isList = false, fieldRef } = props;
  const edits = useEdits(community);
  const known = knownHere(view);
  const own = useRef<HTMLTextAreaElement>(null);
  const ref = fieldRef ?? own;
  const names = known.things
    .filter((one) => (ENDS as readonly string[]).includes(one.section) || one.section === 'tools')
    .map((one) => one.name);
  const shown = told.answers.filter((one) => one !== null).length;
  const insert = (example: string) => {
    const before = told.text.trim();
    told.setText(before === '' ? example : `${before}${/[.,;!?]$/.test(before) ? '' : ','} ${example}`);
    if (typeof ref === 'object') ref?.current?.focus();
  };
  return (
    <div className="told-part">
      <SentenceField
        label={label}
        labelHidden={labelHidden === true}
        hint={hint}
        value={told.text}
        names={names}
        lang={known.languages[0] ?? 'en'}
        onChange={told.setText}
        onEnter={() => void told.keep()}
        fieldRef={ref}
      />
      {examples.length > 0 && (isList || told.text.trim() === '') && (
        <ul className="examples" aria-label={t('quick.examples', 'Examples to tap')}>
          {examples.map((example) => (
            <li key={example}>
              <button
                className="pill"
                type="button"
                lang={known.languages[0]}
                onClick={() => insert(example)}
              >
                {example}
              </button>
            </li>
          ))}
        </ul>
      )}
      {shown > 0 && (
        <section className="read" aria-label={t('quick.read', 'How this is read')}>
          <p className="tiny quiet read-title" aria-hidden="true">
            {t('quick.read', 'How this is read')}
          </p>
          <ul className="answers">
            {told.answers.map((answer, index) =>
              answer === null ? null : (
                <AnswerCard
                  // biome-ignore lint/suspicious/noArrayIndexKey: an answer is its place in the text.
                  key={index}
                  view={view}
                  answer={answer}
                  onChange={(next) => told.change(index, next)}
                />
              ),
            )}
          </ul>
          <p className="actions">
            <button
              className="button primary"
              type="button"
              disabled={told.busy}
              onClick={() => void told.keep()}
            >
              {t('quick.keep', '{count, plural, one {Keep it} other {Keep all #}}', { count: shown })}
            </button>
            <span className="tiny quiet">{t('quick.enter', 'or press Enter')}</span>
          </p>
        </section>
      )}
      {told.refusal !== null && (
        <div role="alert">
          {told.refusal instanceof Refusal && told.refusal.problems.length > 0 ? (
            <ProblemList problems={told.refusal.problems} />
          ) : (
            <p className="wrong">{told.refusal.message}</p>
          )}
        </div>
      )}
      <p className="told-kept" role="status">
        {told.kept !== null && (
          <>
            {t('quick.kept', 'Kept. {what}.', { what: told.kept })}{' '}
            {edits.canUndo && (
              <button className="how" type="button" onClick={edits.undo}>
                {t('quick.undo', 'Undo')}
              </button>
            )}
          </>
        )}
      </p>
    </div>
  );
}
