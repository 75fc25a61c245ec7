/** A round on the wall: readable from ten metres, and nothing that only one person should read. */

import { useEffect, useState } from 'react';
import { useParams } from '../../../shared/way';
import { t } from '../../../shared/words';
import { Qr } from '../Qr';
import { ResultView } from '../ResultView';
import type { FacilitatorState, Named, Phase } from '../round-types';
import { notesWord, phaseName } from '../round-words';
import { dayText, TimeLeft } from '../time-left';
import { useAddress, useFacilitator } from '../use-facilitator';
import './wall.css';

export function WallPage() {
  const { community, round } = useParams() as { community: string; round: string };
  const { state, error } = useFacilitator(community, round);
  const [paper, setPaper] = useState<'light' | 'dark' | ''>('');
  const name = state?.community.name;
  useEffect(() => {
    if (name !== undefined) document.title = t('wall.page', 'On the wall · {name}', { name });
  }, [name]);
  return (
    <div className="wall" {...(paper === '' ? {} : { 'data-paper': paper })}>
      {state === null ? (
        <main className="wall-step" aria-busy={error === null}>
          {error !== null && <p role="alert">{error.message}</p>}
        </main>
      ) : (
        <Wall state={state} />
      )}
      <p className="wall-paper">
        <button
          className="button quiet"
          type="button"
          onClick={() => setPaper(isDark(paper) ? 'light' : 'dark')}
        >
          {isDark(paper) ? t('wall.light', 'Light') : t('wall.dark', 'Dark')}
        </button>
      </p>
    </div>
  );
}

/** Whether it is dark now: as chosen here, as chosen for the whole application, or as the system says. */
function isDark(paper: string): boolean {
  const chosen = paper === '' ? document.documentElement.dataset['theme'] : paper;
  return chosen === undefined ? window.matchMedia('(prefers-color-scheme: dark)').matches : chosen === 'dark';
}

function Wall({ state }: { readonly state: FacilitatorState }) {
  const { phase, timer, question } = state;
  return (
    <>
      <header className="wall-head">
        <p role="status">{phaseName(phase)}</p>
        {timer !== null && phase !== 'closed' && <TimeLeft left={timer.left} version={state.version} />}
      </header>
      <main className={`wall-step wall-${phase}`}>
        <div className="wall-said">
          <h1>{question.text}</h1>
          <p className="wall-does">{doing(phase, state.paraphrase)}</p>
          <Step state={state} />
        </div>
        <Joining state={state} />
      </main>
    </>
  );
}

/** What everyone does now. */
function doing(phase: Phase, paraphrase: boolean): string {
  switch (phase) {
    case 'read':
      return t('wall.read', 'Come in with your phone, and read.');
    case 'write':
      return t(
        'wall.write',
        'Write in silence, one thought a note. Nobody sees who wrote. Press “I am done” at the end.',
      );
    case 'gather':
      return paraphrase
        ? t('wall.gather.paraphrase', 'The notes are being put in other words.')
        : t('wall.gather', 'The notes are gathered and shuffled.');
    case 'clarify':
      return t('wall.clarify', 'What is unclear? Ask what it means, not whose it is.');
    case 'discuss':
      return t('wall.discuss', 'What do these notes tell us together?');
    case 'decide':
      return t('wall.decide', 'Choose on your phone.');
    default:
      return '';
  }
}

function Step({ state }: { readonly state: FacilitatorState }) {
  const { phase, notes, options, result, record, k } = state;
  switch (phase) {
    case 'clarify':
      return notes.is === 'shown' && notes.notes.length > 0 ? (
        <Cards items={notes.notes} />
      ) : (
        <p className="wall-does">{notesWord(notes, k)}</p>
      );
    case 'discuss':
      return (
        <>
          <Cards items={options} />
          <Cards items={notes.is === 'shown' ? notes.notes : []} isQuiet={options.length > 0} />
        </>
      );
    case 'decide':
      return <Cards items={options} />;
    case 'record':
    case 'closed':
      return (
        <>
          {record !== null && (
            <section className="wall-outcome">
              <h2>
                {record.outcome === 'decided'
                  ? t('wall.decided', 'We decided')
                  : t('wall.not-now', 'Not now')}
              </h2>
              <p>{record.text}</p>
              {record.review !== null && (
                <p className="quiet">
                  {t('wall.review', 'We look again on {day}.', { day: dayText(record.review) })}
                </p>
              )}
            </section>
          )}
          {result !== null && <ResultView result={result} k={k} />}
        </>
      );
    default:
      return null;
  }
}

/** `isQuiet`: they stand below what is more important now. */
function Cards({ items, isQuiet = false }: { readonly items: readonly Named[]; readonly isQuiet?: boolean }) {
  if (items.length === 0) return null;
  // Many notes are set smaller, so that all stay in sight; how much, the sheet says.
  const size =
    items.length === 1 && !isQuiet
      ? 'one'
      : items.length > 18
        ? 'many'
        : items.length > 8 || isQuiet
          ? 'several'
          : 'few';
  return (
    <ul className={`wall-cards ${size}`}>
      {items.map((one) => (
        <li key={one.id}>{one.text}</li>
      ))}
    </ul>
  );
}

/** The way in while people come in, write and choose; how many are here, and how many are done. */
function Joining({ state }: { readonly state: FacilitatorState }) {
  const { phase, joined, written, chosen, code } = state;
  const { address } = useAddress(state.link);
  const isOpen = phase === 'read' || phase === 'write' || phase === 'decide';
  if (!isOpen) return null;
  return (
    <aside className="wall-joining">
      {address !== null && <Qr address={address} />}
      {code !== null && (
        <>
          <p>
            {t('wall.site', 'or at {site}', { site: `${new URL(address ?? window.location.href).host}/t` })}
          </p>
          <p className="wall-code">{code}</p>
        </>
      )}
      <p className="wall-count numeric" role="status">
        {phase === 'read'
          ? t(
              'wall.joined',
              '{joined, plural, =0 {Nobody is here yet} one {One is here} other {# are here}}',
              { joined },
            )
          : phase === 'write'
            ? t('wall.written', '{written} of {joined} are done', { written, joined })
            : t('wall.chosen', '{chosen} of {joined} have chosen', { chosen, joined })}
      </p>
    </aside>
  );
}
