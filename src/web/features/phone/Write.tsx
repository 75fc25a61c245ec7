/** Writing in silence: one thought a field, kept as it is typed, and said to be kept only when it is. */
import { useEffect, useId, useRef, useState } from 'react';
import { t } from '../../shared/words';
import type { NoteStanding } from './note-sender';
import type { OwnNote } from './place';
import { line } from './round-line';
import type { StepProps } from './Step';
import { useNotes } from './use-notes';

const MOST_SIGNS = 2000;

export function Write({ here, state, place }: StepProps) {
  const mine = useNotes(place, here.change);
  const [failed, setFailed] = useState(false);
  const { notes, add } = mine;
  const fresh = useRef(false);
  useEffect(() => {
    if (notes.length === 0) add();
  }, [notes.length, add]);
  const done = async () => {
    setFailed(false);
    await mine.flush();
    try {
      await line.written(place.round, place.seat);
      here.setDone();
    } catch {
      setFailed(true);
    }
  };
  return (
    <>
      <p className="story">
        {t(
          'phone.write',
          'Write what you think, one thought a note. Nobody speaks now, and nobody sees who wrote.',
        )}
      </p>
      <ol className="phone-notes">
        {notes.map((note, index) => (
          <NoteField
            key={note.key}
            note={note}
            place={index + 1}
            standing={mine.standing(note)}
            isFresh={fresh.current && index === notes.length - 1}
            onWrite={(text) => mine.write(note.key, text)}
            onLeave={() => void mine.flush()}
            onDrop={notes.length > 1 ? () => mine.drop(note.key) : null}
          />
        ))}
      </ol>
      <p className="phone-doing">
        <button
          className="button"
          type="button"
          onClick={() => {
            fresh.current = true;
            mine.add();
          }}
        >
          {t('phone.write.more', 'Another note')}
        </button>
      </p>
      {here.isDone ? (
        <p className="phone-done" role="status">
          {t('phone.write.is-done', 'You are done. You can still change your notes until the others are.')}
        </p>
      ) : (
        <>
          <button className="button primary phone-main" type="button" onClick={() => void done()}>
            {t('phone.write.done', 'I am done writing')}
          </button>
          <p className="tiny quiet">
            {t(
              'phone.write.why-done',
              'Please press it, also if you wrote nothing: where fewer than {k} are done, nothing is shown at all.',
              { k: state.k },
            )}
          </p>
        </>
      )}
      {failed && (
        <p className="wrong" role="alert">
          {t(
            'phone.write.failed',
            'That did not arrive. Your notes stay on this phone; press again in a moment.',
          )}
        </p>
      )}
    </>
  );
}

interface FieldProps {
  readonly note: OwnNote;
  readonly place: number;
  readonly standing: NoteStanding;
  /** Just added: one begins to write in it. */
  readonly isFresh: boolean;
  readonly onWrite: (text: string) => void;
  readonly onLeave: () => void;
  /** Null for the only one. */
  readonly onDrop: (() => void) | null;
}

function NoteField({ note, place, standing, isFresh, onWrite, onLeave, onDrop }: FieldProps) {
  const id = useId();
  const ref = useRef<HTMLTextAreaElement>(null);
  useEffect(() => {
    if (isFresh) ref.current?.focus();
  }, [isFresh]);
  const label = t('phone.note', 'Note {place}', { place });
  return (
    <li>
      <label htmlFor={id} className="small">
        {label}
      </label>
      <textarea
        ref={ref}
        id={id}
        className="field"
        rows={3}
        maxLength={MOST_SIGNS}
        aria-describedby={`${id}kept`}
        value={note.text}
        onChange={(event) => onWrite(event.target.value)}
        onBlur={onLeave}
      />
      <p className="phone-kept tiny quiet">
        <span id={`${id}kept`} className={standing === 'late' ? 'wrong' : ''}>
          {standingWord(standing)}
        </span>
        {onDrop !== null && (
          <button
            className="how"
            type="button"
            aria-label={t('phone.note.drop-of', 'Take away note {place}', { place })}
            onClick={onDrop}
          >
            {t('phone.note.drop', 'Take away')}
          </button>
        )}
      </p>
    </li>
  );
}

function standingWord(standing: NoteStanding): string {
  switch (standing) {
    case 'empty':
      return '';
    case 'sending':
      return t('keeping.sending', 'Keeping…');
    case 'kept':
      return t('keeping.kept', 'Kept');
    case 'waiting':
      return t('phone.note.waiting', 'Waits on this phone until the line is back');
    case 'late':
      return t('phone.note.late', 'Not kept: writing has ended');
  }
}
