/** The notes that somebody writes on this phone, for the page that shows them. */
import { useEffect, useRef, useState } from 'react';
import { NoteSender, type NoteStanding } from './note-sender';
import type { OwnNote, Place } from './place';
import { line, newKey } from './round-line';

export interface NotesHere {
  readonly notes: readonly OwnNote[];
  readonly standing: (note: OwnNote) => NoteStanding;
  readonly write: (key: string, text: string) => void;
  readonly add: () => void;
  readonly drop: (key: string) => void;
  /** Sends what is not sent yet; resolves when all was tried once. */
  readonly flush: () => Promise<void>;
}

/** `change` keeps the notes in the place of this phone. */
export function useNotes(place: Place, change: (more: Partial<Place>) => void): NotesHere {
  const told = useRef(change);
  told.current = change;
  const [sender] = useState(() => {
    const { round } = place;
    const way = {
      put: (key: string, text: string, parting?: boolean) => line.note(round, key, text, parting),
      drop: (key: string) => line.dropNote(round, key),
    };
    return new NoteSender(place.notes, way, (notes) => told.current({ notes }));
  });
  useEffect(() => {
    const back = () => void sender.flush();
    const look = () => {
      if (document.visibilityState === 'hidden') sender.part();
      else back();
    };
    window.addEventListener('online', back);
    document.addEventListener('visibilitychange', look);
    back();
    return () => {
      sender.stop();
      window.removeEventListener('online', back);
      document.removeEventListener('visibilitychange', look);
    };
  }, [sender]);
  return {
    notes: place.notes,
    standing: (note) => sender.standing(note),
    write: (key, text) => sender.write(key, text),
    add: () => sender.add(newKey()),
    drop: (key) => void sender.drop(key),
    flush: () => sender.flush(),
  };
}
