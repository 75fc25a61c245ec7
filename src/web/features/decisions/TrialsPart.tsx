/** Trials: begun with what is given, for what hope, and when to look. And the vision: what must last longest. */
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { Trial } from '#core/model/things';
import { api } from '../../shared/api';
import { Dialog } from '../../shared/dialog';
import { SeveralField, WordsField } from '../../shared/edit/SmallFields';
import { FormRefused } from '../../shared/edit/ThingForm';
import { type Edit, useEdits } from '../../shared/edits';
import { whenText } from '../../shared/format';
import { useMayWrite } from '../../shared/me';
import { nameOfId, nameOfThing } from '../../shared/naming';
import type { CommunityHere } from '../../shared/use-community';
import { list, t, words } from '../../shared/words';
import { reviewEdit, trialEdit, visionEdit } from './steps';
import { todayHere } from './words';
import '../agenda/agenda.css';

type Doing =
  | { readonly does: 'trial' }
  | { readonly does: 'vision' }
  | { readonly does: 'review'; readonly trial: Trial };

export function TrialsPart({ here }: { readonly here: CommunityHere }) {
  const { view } = here;
  const may = useMayWrite(here.id);
  const [doing, setDoing] = useState<Doing | null>(null);
  const open = view.trials.filter((one) => one.outcome === 'unknown');
  const over = view.trials.filter((one) => one.outcome !== 'unknown');
  const close = () => setDoing(null);
  return (
    <section className="decided">
      <p className="story">
        {t(
          'trials.lede',
          'Something small to give first, a hope, and a day to look at what it brought. Nothing has to come back.',
        )}
      </p>
      {may && (
        <p className="actions no-print">
          <button className="button primary" type="button" onClick={() => setDoing({ does: 'trial' })}>
            {t('trials.begin', 'Begin a trial')}
          </button>
        </p>
      )}
      {view.trials.length === 0 && (
        <p className="quiet">{t('trials.none', 'No trial is written down yet.')}</p>
      )}
      <ul className="decided-list">
        {[...open, ...over].map((one) => (
          <li key={one.id}>
            <p className="decided-text">{words(one.about ?? one.name) || nameOfThing(view, one)}</p>
            <p className="small quiet">{trialLine(here, one)}</p>
            {may && one.outcome === 'unknown' && (
              <button
                className="button quiet no-print"
                type="button"
                onClick={() => setDoing({ does: 'review', trial: one })}
              >
                {t('trials.look', 'Look at what it brought')}
              </button>
            )}
          </li>
        ))}
      </ul>
      <Visions here={here} may={may} onWrite={() => setDoing({ does: 'vision' })} />
      {doing?.does === 'trial' && <TrialForm here={here} onClose={close} />}
      {doing?.does === 'vision' && <VisionForm here={here} onClose={close} />}
      {doing?.does === 'review' && <Review here={here} trial={doing.trial} onClose={close} />}
    </section>
  );
}

function trialLine({ view }: CommunityHere, one: Trial): string {
  const gave = one.gave.length === 0 ? 'none' : list(one.gave.map((id) => nameOfId(view, id)));
  return t(
    'trials.line',
    '{outcome, select, stop {Stopped} repeat {To be repeated} regular {Became regular} other {Under way}}{gave, select, none {} other {. We gave: {gave}}}{hoped, select, none {} other {. We hoped for: {hoped}}}{review, select, none {} other {. We look: {review}}}',
    {
      outcome: one.outcome,
      gave,
      hoped: one.hoped === null ? 'none' : words(one.hoped),
      review: one.reviewOn === null ? 'none' : whenText(one.reviewOn),
    },
  );
}

function Visions({
  here,
  may,
  onWrite,
}: {
  readonly here: CommunityHere;
  readonly may: boolean;
  readonly onWrite: () => void;
}) {
  const { view, id, on } = here;
  const { data } = useQuery({
    queryKey: ['community', id, 'questions', on],
    queryFn: () => api.questions(id, on),
  });
  const lasts = data?.find((one) => one.id === 'Q04');
  return (
    <>
      <h3 className="rule">{t('vision.title', 'What we would like still to be true')}</h3>
      {view.vision.length === 0 && (
        <p className="quiet">{t('vision.none', 'No picture of our future is written down yet.')}</p>
      )}
      <ul className="decided-list">
        {view.vision.map((one) => (
          <li key={one.id}>
            <p className="decided-text">{words(one.text)}</p>
            <p className="small quiet">
              {t(
                'vision.line',
                '{horizon, select, none {Without a date} other {By {horizon}}}{who, select, none {} other {. Seen so by: {who}}}',
                {
                  horizon: one.horizon === null ? 'none' : whenText(one.horizon),
                  who:
                    one.authors.length === 0 ? 'none' : list(one.authors.map((each) => nameOfId(view, each))),
                },
              )}
            </p>
          </li>
        ))}
      </ul>
      {lasts !== undefined && (
        <p className="story">
          {lasts.text} <span className="small quiet">{lasts.why}</span>
        </p>
      )}
      {may && (
        <p className="actions no-print">
          <button className="button" type="button" onClick={onWrite}>
            {t('vision.write', 'Write down what must last')}
          </button>
        </p>
      )}
    </>
  );
}

/** A dialog that keeps one edit. */
function EditDialog({
  here,
  title,
  edit,
  keep,
  onClose,
  children,
}: {
  readonly here: CommunityHere;
  readonly title: string;
  readonly edit: () => Edit;
  readonly keep: string;
  readonly onClose: () => void;
  readonly children: React.ReactNode;
}) {
  const edits = useEdits(here.id);
  const [refusal, setRefusal] = useState<Error | null>(null);
  return (
    <Dialog title={title} onClose={onClose} shape="side">
      <form
        className="form"
        onSubmit={(event) => {
          event.preventDefault();
          edits.edit(edit()).then(onClose, setRefusal);
        }}
      >
        {children}
        {refusal !== null && <FormRefused refusal={refusal} />}
        <div className="actions">
          <button className="button primary" type="submit">
            {keep}
          </button>
        </div>
      </form>
    </Dialog>
  );
}

function TrialForm({ here, onClose }: { readonly here: CommunityHere; readonly onClose: () => void }) {
  const { view } = here;
  const [about, setAbout] = useState('');
  const [gave, setGave] = useState<readonly string[]>([]);
  const [hoped, setHoped] = useState('');
  const [reviewOn, setReviewOn] = useState('');
  return (
    <EditDialog
      here={here}
      title={t('trials.begin', 'Begin a trial')}
      keep={t('trials.keep', 'Begin it')}
      edit={() => trialEdit(view, { about, gave, hoped, reviewOn }, todayHere())}
      onClose={onClose}
    >
      <WordsField
        label={t('trials.about', 'What do we try?')}
        value={about}
        onChange={setAbout}
        required
        first
      />
      <WordsField label={t('trials.hoped', 'What do we hope for?')} value={hoped} onChange={setHoped} />
      <WordsField
        type="date"
        label={t('trials.review', 'On which day do we look at it?')}
        value={reviewOn}
        onChange={setReviewOn}
        required
      />
      <SeveralField
        label={t('trials.gave', 'What is given for it?')}
        hint={t('trials.gave-hint', 'Streams of the picture.')}
        choices={view.flows.map((one) => ({ value: one.id, label: nameOfThing(view, one) }))}
        chosen={gave}
        onChange={setGave}
      />
    </EditDialog>
  );
}

function VisionForm({ here, onClose }: { readonly here: CommunityHere; readonly onClose: () => void }) {
  const [text, setText] = useState('');
  const [horizon, setHorizon] = useState('');
  return (
    <EditDialog
      here={here}
      title={t('vision.write', 'Write down what must last')}
      keep={t('vision.keep', 'Keep it')}
      edit={() => visionEdit(here.view, { text, horizon }, todayHere())}
      onClose={onClose}
    >
      <WordsField
        label={t('vision.text', 'What would we like still to be true of us?')}
        value={text}
        onChange={setText}
        long
        required
        first
      />
      <WordsField
        label={t('vision.horizon', 'By when?')}
        hint={t('vision.horizon-hint', 'A year will do.')}
        value={horizon}
        onChange={setHorizon}
      />
    </EditDialog>
  );
}

const OUTCOMES = ['stop', 'repeat', 'regular', 'unknown'] as const;

function Review({
  here,
  trial,
  onClose,
}: {
  readonly here: CommunityHere;
  readonly trial: Trial;
  readonly onClose: () => void;
}) {
  const [outcome, setOutcome] = useState<Trial['outcome']>('unknown');
  const [reviewOn, setReviewOn] = useState('');
  return (
    <EditDialog
      here={here}
      title={t('trials.look', 'Look at what it brought')}
      keep={t('trials.reviewed', 'Keep it')}
      edit={() => reviewEdit(trial, outcome, reviewOn)}
      onClose={onClose}
    >
      <fieldset>
        <legend>{t('trials.outcome', 'What now?')}</legend>
        {OUTCOMES.map((one) => (
          <label key={one} className="choice">
            <input type="radio" name="outcome" checked={outcome === one} onChange={() => setOutcome(one)} />
            {t(
              'trials.outcome-name',
              '{outcome, select, stop {Stop} repeat {Do it again} regular {Make it regular} other {Too early to know}}',
              { outcome: one },
            )}
          </label>
        ))}
      </fieldset>
      {outcome === 'unknown' && (
        <WordsField
          type="date"
          label={t('trials.again', 'On which day do we look again?')}
          value={reviewOn}
          onChange={setReviewOn}
        />
      )}
    </EditDialog>
  );
}
