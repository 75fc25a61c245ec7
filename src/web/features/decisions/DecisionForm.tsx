/** A decision: question, options, reasons, objections, who decides, when we look again, what it touches, who may see. */
import { useState } from 'react';
import type { View } from '#core/audience/view';
import type { Decision } from '#core/model/things';
import { Dialog } from '../../shared/dialog';
import { ChoiceField, SeveralField, WordsField } from '../../shared/edit/SmallFields';
import { FormRefused } from '../../shared/edit/ThingForm';
import { useEdits } from '../../shared/edits';
import { audienceName } from '../../shared/eyes';
import { nameOfThing } from '../../shared/naming';
import type { CommunityHere } from '../../shared/use-community';
import { t } from '../../shared/words';
import { type DecisionWords, decisionEdit, emptyDecision, wordsOf } from './steps';
import { measureChoices, stateName, todayHere } from './words';

interface FormProps {
  readonly here: CommunityHere;
  /** The one that is changed; null: a new one. */
  readonly decision: Decision | null;
  readonly onClose: () => void;
}

export function DecisionForm({ here, decision, onClose }: FormProps) {
  const { id, view } = here;
  const edits = useEdits(id);
  const [said, setSaid] = useState(decision === null ? emptyDecision(todayHere()) : wordsOf(decision));
  const [refusal, setRefusal] = useState<Error | null>(null);
  const put =
    <K extends keyof DecisionWords>(key: K) =>
    (value: DecisionWords[K]) =>
      setSaid((before) => ({ ...before, [key]: value }));
  const title =
    decision === null
      ? t('decision.new', 'Write a decision down')
      : t('decision.change', 'Change a decision');
  return (
    <Dialog title={title} onClose={onClose} shape="side">
      <form
        className="form"
        onSubmit={(event) => {
          event.preventDefault();
          edits.edit(decisionEdit(view, said, decision)).then(onClose, setRefusal);
        }}
      >
        <WordsField
          label={t('decision.text', 'What do we decide?')}
          value={said.text}
          onChange={put('text')}
          required
          first
        />
        <WordsField
          label={t('decision.question', 'Which question does it answer?')}
          value={said.question}
          onChange={put('question')}
        />
        <WordsField
          label={t('decision.options', 'What else was possible?')}
          hint={t('decision.options-hint', 'One on each line.')}
          value={said.options}
          onChange={put('options')}
          long
        />
        <WordsField
          label={t('decision.reasons', 'Why?')}
          value={said.reasons}
          onChange={put('reasons')}
          long
        />
        <WordsField
          label={t('decision.objections', 'What spoke against it?')}
          value={said.objections}
          onChange={put('objections')}
          long
        />
        <SeveralField
          label={t('decision.by', 'Who decides?')}
          choices={circles(view)}
          chosen={said.by}
          onChange={put('by')}
        />
        <div className="two-up">
          <WordsField label={t('decision.on', 'On which day?')} value={said.on} onChange={put('on')} />
          <WordsField
            label={t('decision.review', 'When do we look again?')}
            value={said.reviewOn}
            onChange={put('reviewOn')}
          />
        </div>
        <SeveralField
          label={t('decision.about', 'What does it touch?')}
          hint={t('decision.about-hint', 'What is measured there stands beside it later.')}
          choices={things(view)}
          chosen={said.about}
          onChange={put('about')}
        />
        <SeveralField
          label={t('decision.measures', 'By what shall we see what it did?')}
          choices={measureChoices()}
          chosen={said.measures}
          onChange={put('measures')}
        />
        <div className="two-up">
          <ChoiceField
            label={t('decision.state', 'Where does it stand?')}
            value={said.state}
            onChange={(state) => put('state')(state as Decision['state'])}
            choices={(['open', 'decided', 'reviewed', 'dropped'] as const).map((value) => ({
              value,
              label: stateName(value),
            }))}
          />
          <ChoiceField
            label={t('decision.see', 'Who may see it?')}
            value={said.see}
            onChange={put('see')}
            choices={[
              { value: '', label: t('decision.see-usual', 'As everything else here') },
              ...['stewards', 'core', 'members', 'public'].map((value) => ({
                value,
                label: audienceName(value),
              })),
            ]}
          />
        </div>
        {refusal !== null && <FormRefused refusal={refusal} />}
        <div className="actions">
          <button className="button primary" type="submit">
            {t('decision.keep', 'Keep it')}
          </button>
        </div>
      </form>
    </Dialog>
  );
}

function circles(view: View) {
  return view.parties
    .filter((one) => one.inside && one.type !== 'person')
    .map((one) => ({ value: one.id, label: nameOfThing(view, one) }));
}

/** What can be measured: pools, activities, circles, sponsors' baskets. */
function things(view: View) {
  return [
    ...view.pools,
    ...view.activities,
    ...view.parties.filter((one) => one.type !== 'person'),
    ...view.baskets,
  ].map((one) => ({ value: one.id, label: nameOfThing(view, one) }));
}
