/** What whoever leads has before them at each step. */
import { spokenAt } from '../../../shared/language';
import { t } from '../../../shared/words';
import { ResultView } from '../ResultView';
import type { FacilitatorState, Named } from '../round-types';
import { anonymity, notesWord } from '../round-words';
import { NotesEditor } from './NotesEditor';
import { OptionsForm } from './OptionsForm';
import { Record } from './Record';
import type { LeadProps } from './RoundPage';

export function Panel(props: LeadProps) {
  const { state } = props;
  switch (state.phase) {
    case 'read':
      return <Read state={state} />;
    case 'write':
      return <Write state={state} />;
    case 'gather':
      return (
        <>
          <p className="story">
            {state.paraphrase
              ? t(
                  'round.gather.paraphrase',
                  'Put each note in other words before it is shown, so that nobody is known by how they write. Nobody else sees them yet.',
                )
              : t(
                  'round.gather',
                  'The notes lie here, shuffled. Read them once before you show them to all.',
                )}
          </p>
          <NotesEditor {...props} />
        </>
      );
    case 'clarify':
      return (
        <>
          <p className="story">
            {t(
              'round.clarify',
              'Read them aloud, one by one. Is the meaning clear? Ask what it means, never whose it is.',
            )}
          </p>
          <NotesEditor {...props} />
        </>
      );
    case 'discuss':
      return (
        <>
          <p className="story">
            {state.way === 'consent'
              ? t(
                  'round.discuss.consent',
                  'Talk, and let one proposal grow out of it: good enough for now, safe enough to try.',
                )
              : t('round.discuss', 'Talk, and name what there is to choose from.')}
          </p>
          <OptionsForm {...props} />
          <Listed
            title={t('round.notes', 'What was written')}
            items={notesOf(state)}
            empty={notesWord(state.notes, state.k)}
          />
        </>
      );
    case 'decide':
      return (
        <>
          <p className="story numeric" role="status">
            {t('round.chosen', '{chosen} of {joined, plural, one {one} other {#}} have chosen.', {
              chosen: state.chosen,
              joined: state.joined,
            })}
          </p>
          <Listed title={t('round.options', 'To choose from')} items={state.options} empty="" />
        </>
      );
    default:
      return (
        <>
          {state.result !== null && <ResultView result={state.result} k={state.k} />}
          <Record {...props} />
        </>
      );
  }
}

export const notesOf = ({ notes }: Pick<FacilitatorState, 'notes'>): readonly Named[] =>
  notes.is === 'shown' ? notes.notes : [];

function Read({ state }: { readonly state: FacilitatorState }) {
  const { question, anonymous, k } = state;
  return (
    <>
      <p className="story">
        {t(
          'round.read',
          'Everyone reads first. Begin to write when those are here whom you wait for; others may still come in.',
        )}
      </p>
      {question.why !== null && <p>{question.why}</p>}
      <Listed title={t('round.evidence', 'What we know')} items={question.evidence} empty="" />
      <p className="small quiet">
        {anonymity(anonymous, k)}{' '}
        <a href={spokenAt('/docs/why/anonymity')}>
          {t('round.anonymity.more', 'What that can and cannot protect')}
        </a>
      </p>
    </>
  );
}

function Write({ state }: { readonly state: FacilitatorState }) {
  const { joined, written, notesWritten, k } = state;
  return (
    <>
      <p className="story">
        {t(
          'round.write',
          'Silence, also yours. Nobody speaks until the notes are gathered; write along on your own phone.',
        )}
      </p>
      <Heads count={written} of={Math.max(joined, written)} />
      <p className="story numeric" role="status">
        {t('round.written', '{written} of {joined, plural, one {one} other {#}} are done writing.', {
          written,
          joined,
        })}
      </p>
      <p className="small quiet">
        {notesWritten === null
          ? t('round.write.few', 'How many notes there are is told from {k} on.', { k })
          : t('round.write.notes', '{count, plural, one {One note} other {# notes}} so far.', {
              count: notesWritten,
            })}
      </p>
    </>
  );
}

/** So many seats are drawn; above that the number says it. */
const MOST_HEADS = 60;

/** One mark for each who is here, filled for so many who are done: as many, and never which. */
function Heads({ count, of }: { readonly count: number; readonly of: number }) {
  if (of === 0 || of > MOST_HEADS) return null;
  return (
    <p className="round-heads" aria-hidden="true">
      {Array.from({ length: of }, (_, at) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: marks are alike.
        <i key={at} className={at < count ? 'done' : ''} />
      ))}
    </p>
  );
}

export function Listed({
  title,
  items,
  empty,
}: {
  readonly title: string;
  readonly items: readonly Named[];
  /** Said where there is nothing; empty: then nothing is shown. */
  readonly empty: string;
}) {
  if (items.length === 0) return empty === '' ? null : <p className="quiet">{empty}</p>;
  return (
    <section className="rule">
      <h2>{title}</h2>
      <ul className="round-list">
        {items.map((one) => (
          <li key={one.id}>{one.text}</li>
        ))}
      </ul>
    </section>
  );
}
