/** The gathered notes, shuffled. Each can be put in other words, or taken off the wall. */
import { useId, useState } from 'react';
import { t } from '../../../shared/words';
import { rounds } from '../round-api';
import type { Named } from '../round-types';
import { notesWord } from '../round-words';
import { notesOf } from './Panel';
import type { LeadProps } from './RoundPage';

export function NotesEditor({ here, state, leading }: LeadProps) {
  const notes = notesOf(state);
  const [changed, setChanged] = useState<Readonly<Record<string, string>>>({});
  const [editing, setEditing] = useState(state.paraphrase && state.phase === 'gather');
  if (notes.length === 0) return <p className="quiet">{notesWord(state.notes, state.k)}</p>;
  const touched = notes.filter((one) => changed[one.id] !== undefined && changed[one.id] !== one.text);
  const keep = async () => {
    const done = await leading.act(() =>
      rounds.paraphrase(
        here.id,
        state.round,
        touched.map(({ id }) => ({ id, text: (changed[id] ?? '').trim() })),
      ),
    );
    if (!done) return;
    setChanged({});
    setEditing(state.paraphrase && state.phase === 'gather');
  };
  return (
    <section className="rule">
      <h2>
        {t('round.notes.count', '{count, plural, one {One note} other {# notes}}', { count: notes.length })}
      </h2>
      {editing ? (
        <form
          onSubmit={(event) => {
            event.preventDefault();
            void keep();
          }}
        >
          <ol className="round-notes">
            {notes.map((note, index) => (
              <NoteField
                key={note.id}
                note={note}
                place={index + 1}
                text={changed[note.id] ?? note.text}
                onText={(text) => setChanged({ ...changed, [note.id]: text })}
              />
            ))}
          </ol>
          <p className="actions">
            <button className="button" type="submit" disabled={touched.length === 0 || leading.isBusy}>
              {t('round.notes.keep', 'Keep these words')}
            </button>
            <span className="small quiet">
              {t('round.notes.empty', 'A note left empty is taken off the wall.')}
            </span>
          </p>
        </form>
      ) : (
        <>
          <ul className="round-list">
            {notes.map((one) => (
              <li key={one.id}>{one.text}</li>
            ))}
          </ul>
          <p className="actions">
            <button className="button quiet" type="button" onClick={() => setEditing(true)}>
              {t('round.notes.edit', 'Put one in other words')}
            </button>
          </p>
        </>
      )}
    </section>
  );
}

function NoteField({
  note,
  place,
  text,
  onText,
}: {
  readonly note: Named;
  readonly place: number;
  readonly text: string;
  readonly onText: (text: string) => void;
}) {
  const id = useId();
  return (
    <li>
      <label className="visually-hidden" htmlFor={id}>
        {t('round.notes.one', 'Note {place}, in other words', { place })}
      </label>
      <textarea
        id={id}
        className="field"
        rows={2}
        maxLength={2000}
        value={text}
        onChange={(event) => onText(event.target.value)}
      />
      {text !== note.text && (
        <p className="tiny quiet">{t('round.notes.was', 'Was: {text}', { text: note.text })}</p>
      )}
    </li>
  );
}
