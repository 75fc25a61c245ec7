/** All rounds of a community: those that run, and what came of the others. */
import { useQuery } from '@tanstack/react-query';
import { useId, useState } from 'react';
import { momentText } from '../../shared/format';
import type { CommunityHere } from '../../shared/use-community';
import { Link } from '../../shared/way';
import { t } from '../../shared/words';
import { BeginRound } from './BeginRound';
import { rounds } from './round-api';
import type { RoundLine } from './round-types';
import { phaseName } from './round-words';
import { dayText } from './time-left';
import { useMayLead } from './use-may-lead';

export const roundsQuery = (community: string) => ({
  queryKey: ['community', community, 'rounds'],
  queryFn: () => rounds.list(community),
});

export function RoundsPart({ here }: { readonly here: CommunityHere }) {
  const [beginning, setBeginning] = useState(false);
  const mayLead = useMayLead(here.id);
  const { data, error } = useQuery({
    ...roundsQuery(here.id),
    refetchInterval: 15_000,
    enabled: mayLead,
  });
  const open = (data ?? []).filter((one) => one.phase !== 'closed');
  const over = (data ?? []).filter((one) => one.phase === 'closed');
  return (
    <section className="rounds" aria-busy={mayLead && data === undefined && error === null}>
      <h2 className="visually-hidden">{t('talk.part.rounds', 'Rounds')}</h2>
      <p className="story">
        {t(
          'rounds.lede',
          'Everyone reads the same question, writes in silence, and only then we talk. People join by a link on their phones, without an account.',
        )}
      </p>
      {mayLead ? (
        <p className="actions no-print">
          <button className="button primary" type="button" onClick={() => setBeginning(true)}>
            {t('round.begin.title', 'Begin a round')}
          </button>
        </p>
      ) : (
        <p>
          {t('rounds.not-lead', 'The core and the stewards begin rounds. If you were sent a link, open it.')}{' '}
          <a href="/t">{t('rounds.not-lead.code', 'I have a code')}</a>
        </p>
      )}
      {error !== null && <p role="alert">{error.message}</p>}
      {data?.length === 0 && (
        <p className="quiet">
          {t('rounds.none', 'No round yet. An item of the next meeting is a good one to begin with.')}
        </p>
      )}
      {open.length > 0 && <RoundList here={here} title={t('rounds.open', 'Under way')} lines={open} />}
      {over.length > 0 && <RoundList here={here} title={t('rounds.over', 'Done')} lines={over} />}
      {over.length > 0 && <MeetingMinutes community={here.id} over={over} />}
      {beginning && <BeginRound here={here} text="" onClose={() => setBeginning(false)} />}
    </section>
  );
}

function RoundList({
  here,
  title,
  lines,
}: {
  readonly here: CommunityHere;
  readonly title: string;
  readonly lines: readonly RoundLine[];
}) {
  return (
    <section className="rule">
      <h3>{title}</h3>
      <ul className="rounds-list">
        {lines.map((one) => (
          <li key={one.id}>
            <Link
              className="question-text"
              to="/c/$community/talk/$round"
              params={{ community: here.id, round: one.id }}
            >
              {one.question}
            </Link>
            <p className="small quiet">
              {t(
                'rounds.line',
                '{phase} · {joined, plural, =0 {nobody has joined} one {one person} other {# people}} · {when}',
                { phase: phaseName(one.phase), joined: one.joined, when: momentText(one.opened) },
              )}
            </p>
            {one.record !== null && (
              <p className="rounds-record">
                {one.record.outcome === 'decided'
                  ? t('rounds.decided', 'Decided: {text}', { text: one.record.text })
                  : t('rounds.not-now', 'Not now: {text}', { text: one.record.text })}
              </p>
            )}
          </li>
        ))}
      </ul>
    </section>
  );
}

/** The minutes of a meeting: of the rounds that were held on one day, with what was written or without. */
function MeetingMinutes({
  community,
  over,
}: {
  readonly community: string;
  readonly over: readonly RoundLine[];
}) {
  const id = useId();
  const days = [...new Set(over.map((one) => one.opened.slice(0, 10)))];
  const [day, setDay] = useState(days[0] ?? '');
  const [withNotes, setWithNotes] = useState(false);
  const held = over.filter((one) => one.opened.startsWith(day)).map((one) => one.id);
  return (
    <section className="rule rounds-minutes">
      <h3>{t('rounds.minutes', 'Minutes')}</h3>
      <div className="meeting-frame">
        <label htmlFor={id}>{t('rounds.minutes.day', 'Of the rounds of')}</label>
        <select id={id} className="field" value={day} onChange={(event) => setDay(event.target.value)}>
          {days.map((one) => (
            <option key={one} value={one}>
              {dayText(one)}
            </option>
          ))}
        </select>
        <label className="rounds-with">
          <input type="checkbox" checked={withNotes} onChange={() => setWithNotes(!withNotes)} />
          {t('rounds.minutes.notes', 'with the notes')}
        </label>
        <a
          className="button"
          href={rounds.minutesAddress(community, held, withNotes)}
          download={`minutes-${day}.md`}
        >
          {t('round.minutes', 'Minutes as Markdown')}
        </a>
      </div>
    </section>
  );
}
