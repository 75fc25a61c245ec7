/** Pulses of a community: begun with a link, closed, and told as a band. A steward takes the result into the picture. */
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { readWhen } from '#core/model/dates';
import { ChoiceField, WordsField } from '../../shared/edit/SmallFields';
import { FormRefused } from '../../shared/edit/ThingForm';
import { useEdits } from '../../shared/edits';
import { whenText } from '../../shared/format';
import { later, Meanwhile } from '../../shared/later';
import { useBelongs, useMayWrite } from '../../shared/me';
import { nameOfId, nameOfThing } from '../../shared/naming';
import type { CommunityHere } from '../../shared/use-community';
import { t } from '../../shared/words';
import { monthly, type PulseLine } from '../agenda/monthly-api';
import { stepNames } from './words';

const Qr = later(async () => (await import('../talk/Qr')).Qr);

export function Pulses({ here }: { readonly here: CommunityHere }) {
  const { id } = here;
  const may = useMayWrite(id);
  const belongs = useBelongs(id);
  const client = useQueryClient();
  const key = ['community', id, 'pulses'];
  const { data } = useQuery({
    queryKey: key,
    queryFn: () => monthly.pulses(id),
    enabled: belongs,
    retry: false,
  });
  const [asking, setAsking] = useState(false);
  const [link, setLink] = useState<string | null>(null);
  if (data === undefined || (data.length === 0 && !may)) return null;
  const done = () => client.invalidateQueries({ queryKey: key });
  return (
    <section>
      <h3 className="rule">{t('pulses.title', 'Pulses')}</h3>
      <p className="story">
        {t(
          'pulses.lede',
          'One question to a circle, answered in two taps from a link. What it says is told as a band, and only if enough answered.',
        )}
      </p>
      {link !== null && <Link address={link} />}
      {may && !asking && (
        <p className="actions no-print">
          <button className="button" type="button" onClick={() => setAsking(true)}>
            {t('pulses.ask', 'Ask a circle')}
          </button>
        </p>
      )}
      {asking && (
        <Ask
          here={here}
          onAsked={(next) => {
            setAsking(false);
            setLink(next);
            void done();
          }}
        />
      )}
      <ul className="voiced-list">
        {data.map((one) => (
          <li key={one.id}>
            <PulseItem here={here} pulse={one} may={may} onDone={done} />
          </li>
        ))}
      </ul>
    </section>
  );
}

function Link({ address }: { readonly address: string }) {
  return (
    <div className="month-address" role="status">
      <p>
        {t(
          'pulses.link',
          'Give this link to the circle. It is shown only now; everybody who opens it answers once.',
        )}
      </p>
      <p className="told">{address}</p>
      <Meanwhile>
        <div className="pulse-qr">
          <Qr address={address} />
        </div>
      </Meanwhile>
    </div>
  );
}

function Ask({ here, onAsked }: { readonly here: CommunityHere; readonly onAsked: (link: string) => void }) {
  const { id, view } = here;
  const circles = view.parties.filter((one) => one.type === 'circle');
  const [circle, setCircle] = useState(circles[0]?.id ?? '');
  const [sort, setSort] = useState<PulseLine['sort']>('energy');
  const [about, setAbout] = useState('');
  const [question, setQuestion] = useState('');
  const [refusal, setRefusal] = useState<Error | null>(null);
  const send = () =>
    monthly
      .beginPulse(id, {
        circle,
        sort,
        about: sort === 'worth' && about !== '' ? about : null,
        ...(question.trim() === '' ? {} : { question: question.trim() }),
      })
      .then((begun) => onAsked(`${location.origin}${begun.link}`), setRefusal);
  return (
    <form
      className="form"
      onSubmit={(event) => {
        event.preventDefault();
        void send();
      }}
    >
      <div className="two-up">
        <ChoiceField
          label={t('pulses.circle', 'Which circle?')}
          value={circle}
          required
          onChange={setCircle}
          choices={circles.map((one) => ({ value: one.id, label: nameOfThing(view, one) }))}
        />
        <ChoiceField
          label={t('pulses.sort', 'What do we ask?')}
          value={sort}
          onChange={(next) => setSort(next as PulseLine['sort'])}
          choices={[
            { value: 'energy', label: t('pulses.energy', 'How much energy there is') },
            { value: 'worth', label: t('pulses.worth', 'What something is worth') },
          ]}
        />
      </div>
      {sort === 'worth' && (
        <ChoiceField
          label={t('pulses.about', 'What is worth how much?')}
          value={about}
          onChange={setAbout}
          choices={[
            { value: '', label: t('pulses.whole', 'What we do together') },
            ...[...view.activities, ...view.pools].map((one) => ({
              value: one.id,
              label: nameOfThing(view, one),
            })),
          ]}
        />
      )}
      <WordsField
        label={t('pulses.question', 'In your own words, if you like')}
        value={question}
        onChange={setQuestion}
      />
      {refusal !== null && <FormRefused refusal={refusal} />}
      <div className="actions">
        <button className="button primary" type="submit">
          {t('pulses.begin', 'Make the link')}
        </button>
      </div>
    </form>
  );
}

function PulseItem({
  here,
  pulse: one,
  may,
  onDone,
}: {
  readonly here: CommunityHere;
  readonly pulse: PulseLine;
  readonly may: boolean;
  readonly onDone: () => Promise<unknown>;
}) {
  const edits = useEdits(here.id);
  const [taken, setTaken] = useState(false);
  const begun = readWhen(one.closedOn ?? one.begunOn);
  const takeIn = () => {
    const says = t('pulses.says', 'What a pulse said: {question}', { question: one.question });
    edits.edit({ does: one.proposes, undoes: null, says }).then(
      () => setTaken(true),
      () => undefined,
    );
  };
  return (
    <>
      <p className="decided-text">{one.question}</p>
      <p className="small quiet">
        {t('pulses.line', '{circle}; {state, select, open {running since {on}} other {closed on {on}}}', {
          circle: nameOfId(here.view, one.circle),
          state: one.closedOn === null ? 'open' : 'closed',
          on: begun === null ? one.begunOn : whenText(begun),
        })}
      </p>
      {one.closedOn === null ? (
        <p className="small">
          {t(
            'pulses.running',
            'What it says is told when it is closed, and only if at least {least} answered.',
            {
              least: one.least,
            },
          )}
        </p>
      ) : one.result === null ? (
        <p>{t('pulses.too-few', 'Fewer than {least} answered, so nothing is told.', { least: one.least })}</p>
      ) : (
        <Band pulse={one} />
      )}
      {may && (
        <p className="actions no-print">
          {one.closedOn === null && (
            <button
              className="button"
              type="button"
              onClick={() => void monthly.closePulse(here.id, one.id).then(onDone, () => undefined)}
            >
              {t('pulses.close', 'Close it')}
            </button>
          )}
          {one.proposes.length > 0 && !taken && (
            <button className="button" type="button" onClick={takeIn}>
              {t('pulses.take-in', 'Take it into the picture')}
            </button>
          )}
          {taken && (
            <span className="small quiet" role="status">
              {t('pulses.taken', 'Kept')}
            </span>
          )}
          <button
            className="button quiet"
            type="button"
            onClick={() => void monthly.dropPulse(here.id, one.id).then(onDone, () => undefined)}
          >
            {t('pulses.forget', 'Forget it')}
          </button>
        </p>
      )}
    </>
  );
}

/** The middle half of the answers, between the two ends of the scale. */
function Band({ pulse }: { readonly pulse: PulseLine }) {
  const { result, sort } = pulse;
  if (result === null) return null;
  const names = stepNames(sort);
  const name = (share: number) => names[Math.round(share * (names.length - 1))] ?? '';
  return (
    <>
      <div className="pulse-band" aria-hidden="true">
        <i
          style={{ insetInlineStart: `${result.low * 100}%`, insetInlineEnd: `${(1 - result.high) * 100}%` }}
        />
      </div>
      <p className="pulse-ends tiny quiet" aria-hidden="true">
        <span>{names[0]}</span>
        <span>{names.at(-1)}</span>
      </p>
      <p className="numeric">
        {t(
          'pulses.band',
          '{answers, plural, one {# answer} other {# answers}}; the middle half from “{low}” to “{high}”.',
          { answers: result.answers, low: name(result.low), high: name(result.high) },
        )}
      </p>
    </>
  );
}
