/** Free: for each thing offered without a price, what it takes and who bears it, kind by kind and over the years. */
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useMemo, useState } from 'react';
import type { Finding } from '#core/analyses/finding';
import { mostHelpful } from '#core/analyses/most-helpful';
import type { View } from '#core/audience/view';
import { type Basis, hasUse, offers, takenBy } from '#core/canvas/bearers';
import { handings, streamsInto } from '#core/canvas/streams-into';
import type { Activity } from '#core/model/things';
import { api } from '../../shared/api';
import { How } from '../../shared/explain';
import { longDay } from '../../shared/format';
import { nameOfId, nameOfThing } from '../../shared/naming';
import { type CommunityHere, useCommunity } from '../../shared/use-community';
import { Link, useSearch } from '../../shared/way';
import { list, t, words } from '../../shared/words';
import { WordsHere } from '../help/WordsHere';
import { SponsorLinks } from '../sponsor/SponsorLinks';
import { Kinds } from './Kinds';
import { OverTime } from './OverTime';
import { ReturnTable } from './ReturnTable';
import { lede } from './view-model';
import './free.css';

export function FreePage() {
  const here = useCommunity();
  const { at } = useSearch() as { at?: string };
  const free = offers(here.view);
  const offer = free.find((one) => one.id === at) ?? free[0];
  if (offer === undefined) return <NothingFree here={here} />;
  return (
    <main className="free" id="room" tabIndex={-1}>
      <Bearers here={here} offer={offer} free={free} />
      <Years here={here} offer={offer} />
    </main>
  );
}

function Bearers({
  here,
  offer,
  free,
}: {
  readonly here: CommunityHere;
  readonly offer: Activity;
  readonly free: readonly Activity[];
}) {
  const { view, id, on } = here;
  const {
    data: findings,
    error,
    isPlaceholderData,
  } = useQuery({
    queryKey: ['community', id, 'findings', on, 'free'],
    queryFn: () => api.findings(id, on, ['who-bears', 'coverage']),
    placeholderData: keepPreviousData,
  });
  const [wanted, setBasis] = useState<Basis>('intention');
  const both = findings !== undefined && hasUse(findings, offer.id);
  const basis = both ? wanted : 'intention';
  const taken = useMemo(
    () => (findings === undefined ? null : takenBy(view, findings, offer.id, basis)),
    [view, findings, offer.id, basis],
  );
  const serves = Object.keys(offer.for).map((to) => nameOfId(view, to));
  return (
    <section className="free-bearers" aria-busy={taken === null || isPlaceholderData}>
      <p className="eyebrow">
        {t('free.eyebrow', '{name}, {day}', { name: words(view.name), day: longDay(here.day) })}
      </p>
      <h1>{t('free.title', '{offer}: free at the gate.', { offer: nameOfThing(view, offer) })}</h1>
      {free.length > 1 && <OfferChoice here={here} offer={offer} free={free} />}
      {error !== null && findings === undefined && <p role="alert">{error.message}</p>}
      {taken === null ? (
        error === null && <p className="quiet late">{t('free.waiting', 'Following the streams…')}</p>
      ) : (
        <>
          <p className="story free-lede">{lede(view, taken)}</p>
          <p className="quiet small free-serves">
            {serves.length > 0 && (
              <span>{t('free.serves', 'It serves {whom}.', { whom: list(serves) })}</span>
            )}{' '}
            <How analysis="who-bears" />
          </p>
          {both && <BasisChoice basis={basis} onChoose={setBasis} />}
          <Kinds view={view} thing={offer.id} taken={taken} findings={findings ?? []} />
          <ReturnTable view={view} taken={taken} />
          <SponsorLinks here={here} baskets={view.baskets.filter((one) => one.includes.includes(offer.id))} />
          <OneNumber view={view} findings={findings ?? []} offer={offer} />
          <WordsHere ids={['free', 'bearer', 'kind', 'unknown', 'withheld']} />
          {taken.length === 0 && (
            <div className="rule">
              <p>{t('free.nothing-yet', 'Nothing is written down of what it takes.')}</p>
              <p className="actions">
                <Link className="button" to="/c/$community/canvas" params={{ community: id }}>
                  {t('free.add', 'Add what it takes')}
                </Link>
              </p>
            </div>
          )}
        </>
      )}
    </section>
  );
}

/** The one amount that would tell most about what this takes. */
function OneNumber({
  view,
  findings,
  offer,
}: {
  readonly view: View;
  readonly findings: readonly Finding[];
  readonly offer: Activity;
}) {
  const about = new Set([offer.id, ...offer.needs]);
  const [first] = mostHelpful(
    view,
    findings.filter((finding) => finding.about.some((id) => about.has(id))),
  );
  return first === undefined ? null : <p className="story">{first.says.text}</p>;
}

/** Sharing out what can be copied is a matter of convention: both readings are there to be seen. */
function BasisChoice({
  basis,
  onChoose,
}: {
  readonly basis: Basis;
  readonly onChoose: (basis: Basis) => void;
}) {
  const names: Record<Basis, string> = {
    intention: t('free.basis.intention', 'By whom it is meant for'),
    use: t('free.basis.use', 'By who uses it'),
  };
  return (
    <fieldset className="free-basis">
      <legend className="visually-hidden">{t('free.basis', 'Shared out')}</legend>
      {(Object.keys(names) as Basis[]).map((one) => (
        <label key={one}>
          <input type="radio" name="basis" checked={basis === one} onChange={() => onChoose(one)} />
          {names[one]}
        </label>
      ))}
    </fieldset>
  );
}

function OfferChoice({
  here,
  offer,
  free,
}: {
  readonly here: CommunityHere;
  readonly offer: Activity;
  readonly free: readonly Activity[];
}) {
  return (
    <nav className="free-offers" aria-label={t('free.offers', 'Offered without a price')}>
      {free.map((one) => (
        <Link
          key={one.id}
          className={one.id === offer.id ? 'pill on' : 'pill'}
          to="/c/$community/free"
          params={{ community: here.id }}
          search={(before) => ({ ...before, at: one.id })}
          aria-current={one.id === offer.id ? 'true' : undefined}
        >
          {nameOfThing(here.view, one)}
        </Link>
      ))}
    </nav>
  );
}

function Years({ here, offer }: { readonly here: CommunityHere; readonly offer: Activity }) {
  // The streams of all times do not depend on the day from which one looks.
  const ever = here.view.ever;
  // biome-ignore lint/correctness/useExhaustiveDependencies: the view changes with the day, what ever was does not.
  const bearings = useMemo(() => streamsInto(here.view, offer.id), [ever, offer.id]);
  return <OverTime here={here} offer={offer} bearings={bearings} handings={handings(bearings)} />;
}

function NothingFree({ here }: { readonly here: CommunityHere }) {
  const ever = here.view.ever.activities.filter((one) => one.price === 'free');
  return (
    <main className="lonely" id="room" tabIndex={-1}>
      <h1>{t('free.none.title', 'On this day nothing is said to be free.')}</h1>
      <p className="story">
        {ever.length > 0
          ? t('free.none.other', 'On other days there was: {names}. Choose another day above.', {
              names: list(ever.map((one) => nameOfThing(here.view, one))),
            })
          : t(
              'free.none.text',
              'What do you offer without a price? Mark it on the canvas, and here you see what it takes and who bears it.',
            )}
      </p>
      <p className="actions">
        <Link className="button primary" to="/c/$community/canvas" params={{ community: here.id }}>
          {t('free.none.mend', 'Go to the canvas')}
        </Link>
        <How analysis="who-bears" />
      </p>
    </main>
  );
}
