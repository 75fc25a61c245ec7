/** One round as those who lead it see it: where it stands, the one next step, how many are here and done, and never who. */

import { useRef } from 'react';
import { LookOnly } from '../../../shared/look-only';
import { type CommunityHere, useCommunity } from '../../../shared/use-community';
import { Link, useParams } from '../../../shared/way';
import { t } from '../../../shared/words';
import { rounds } from '../round-api';
import { type FacilitatorState, PHASES } from '../round-types';
import { phaseName, wayName } from '../round-words';
import { type Leading, useFacilitator } from '../use-facilitator';
import { useMayLead } from '../use-may-lead';
import { NextStep } from './NextStep';
import { Panel } from './Panel';
import { TimerControl } from './TimerControl';
import { useRoundKeys } from './use-round-keys';
import { WayIn } from './WayIn';
import './round.css';

export interface LeadProps {
  readonly here: CommunityHere;
  readonly state: FacilitatorState;
  readonly leading: Leading;
}

export function RoundPage() {
  const here = useCommunity();
  const { round } = useParams() as { round: string };
  const leading = useFacilitator(here.id, round);
  const { state, error } = leading;
  const mayLead = useMayLead(here.id);
  if (!mayLead) return <LookOnly title={t('talk.part.rounds', 'Rounds')} community={here.id} />;
  if (state === null)
    return (
      <main className="round-waiting" id="room" tabIndex={-1} aria-busy={error === null}>
        {error !== null && (
          <>
            <h1>{t('round.gone', 'This round did not open.')}</h1>
            <p role="alert">{error.message}</p>
            <Back here={here} />
          </>
        )}
      </main>
    );
  return <Led here={here} state={state} leading={leading} />;
}

function Back({ here }: { readonly here: CommunityHere }) {
  return (
    <p className="small">
      <Link to="/c/$community/talk" params={{ community: here.id }} search={{ part: 'rounds' }}>
        {t('round.back', 'All rounds')}
      </Link>
    </p>
  );
}

function Led(props: LeadProps) {
  const { here, state, leading } = props;
  const next = useRef<HTMLButtonElement>(null);
  const wall = `/c/${encodeURIComponent(here.id)}/talk/${encodeURIComponent(state.round)}/wall`;
  useRoundKeys({
    next,
    timer: () => {
      if (state.phase !== 'closed')
        void leading.act(() =>
          rounds.timer(here.id, state.round, state.timer === null ? usualSeconds(state) : null),
        );
    },
    wall,
  });
  return (
    <main className="round" id="room" tabIndex={-1}>
      <section className="round-lead">
        <Back here={here} />
        <Rail state={state} />
        <h1>{state.question.text}</h1>
        <p className="small quiet">{wayName(state.way)}</p>
        <p className="visually-hidden" role="status">
          {t('round.now', 'Now: {phase}', { phase: phaseName(state.phase) })}
        </p>
        <Panel key={state.phase} {...props} />
        <NextStep {...props} button={next} />
      </section>
      <aside className="round-aside" aria-label={t('round.aside', 'Way in and time')}>
        <WayIn state={state} wall={wall} />
        {state.phase !== 'closed' && <TimerControl {...props} seconds={usualSeconds(state)} />}
        <p className="tiny quiet round-keys" hidden={state.phase === 'closed'}>
          {t('round.keys', 'Keys: → to the next step, T for the time, P for the wall, ? for all of them.')}
        </p>
      </aside>
    </main>
  );
}

/** How long the step of now takes, as it was planned; five minutes where nobody said. */
function usualSeconds({ minutes, phase }: FacilitatorState): number {
  const planned: Readonly<Partial<Record<string, number>>> = minutes;
  return (planned[phase] ?? 5) * 60;
}

function Rail({ state }: { readonly state: FacilitatorState }) {
  const at = PHASES.indexOf(state.phase);
  return (
    <ol className="round-rail" aria-label={t('round.rail', 'Steps of the round')}>
      {PHASES.map((phase, index) => (
        <li
          key={phase}
          className={index < at ? 'past' : ''}
          aria-current={phase === state.phase ? 'step' : undefined}
        >
          {phaseName(phase)}
        </li>
      ))}
    </ol>
  );
}
