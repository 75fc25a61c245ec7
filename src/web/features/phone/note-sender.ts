/**
 * The notes of one phone on their way to the server: kept here with every key, sent a moment later, one at a time, and
 * again after a drop. A note is called kept only when the server has just these words of it.
 */
import type { OwnNote } from './place';
import { Down, Refused } from './round-line';

/** Milliseconds of quiet after which a note is sent, and after which a drop is tried again. */
const QUIET = 500;
const AGAIN = 2_000;

/** `late`: writing had ended before the server had it. */
export type NoteStanding = 'empty' | 'sending' | 'kept' | 'waiting' | 'late';

/** How a note reaches the server, and how it is taken back. Rejects with `Down` or `Refused`. */
export interface Way {
  readonly put: (key: string, text: string, parting?: boolean) => Promise<unknown>;
  readonly drop: (key: string) => Promise<unknown>;
}

export class NoteSender {
  #notes: readonly OwnNote[];
  #trouble: 'none' | 'down' | 'late' = 'none';
  #timer: ReturnType<typeof setTimeout> | undefined;
  #working: Promise<void> | null = null;
  readonly #way: Way;
  readonly #tell: (notes: readonly OwnNote[]) => void;

  /** `tell`: called with every change, also where only what became of a note is new. */
  constructor(notes: readonly OwnNote[], way: Way, tell: (notes: readonly OwnNote[]) => void) {
    this.#notes = notes;
    this.#way = way;
    this.#tell = tell;
  }

  standing({ text, kept }: OwnNote): NoteStanding {
    if (text.trim() === '' && kept === null) return 'empty';
    if (text === kept) return 'kept';
    return this.#trouble === 'late' ? 'late' : this.#trouble === 'down' ? 'waiting' : 'sending';
  }

  add(key: string): void {
    this.#set([...this.#notes, { key, text: '', kept: null }]);
  }

  write(key: string, text: string): void {
    this.#set(this.#notes.map((one) => (one.key === key ? { ...one, text } : one)));
    this.#later(QUIET);
  }

  /** Takes a note away, here and where it was kept. */
  async drop(key: string): Promise<void> {
    const note = this.#notes.find((one) => one.key === key);
    if (note === undefined) return;
    if (note.kept !== null) {
      this.#set(this.#notes.map((one) => (one.key === key ? { ...one, text: '' } : one)));
      await this.flush();
    }
    const left = this.#notes.find((one) => one.key === key);
    if (left?.kept === null) this.#set(this.#notes.filter((one) => one.key !== key));
  }

  /** Sends what is not sent yet. Resolves when all was tried once. */
  async flush(): Promise<void> {
    clearTimeout(this.#timer);
    while (this.#working !== null) await this.#working;
    this.#working = this.#sendAll().finally(() => {
      this.#working = null;
    });
    await this.#working;
  }

  /** Sends what was typed last although the page is left. */
  part(): void {
    const last = unsent(this.#notes);
    if (last !== undefined && last.text.trim() !== '')
      void this.#way.put(last.key, last.text, true).catch(() => undefined);
  }

  /** Nothing more is sent by itself. */
  stop(): void {
    clearTimeout(this.#timer);
  }

  async #sendAll(): Promise<void> {
    try {
      for (let note = unsent(this.#notes); note !== undefined; note = unsent(this.#notes)) {
        const { key, text } = note;
        const isEmpty = text.trim() === '';
        await (isEmpty ? this.#way.drop(key) : this.#way.put(key, text));
        this.#trouble = 'none';
        const kept = isEmpty ? null : text;
        this.#set(this.#notes.map((one) => (one.key === key ? { ...one, kept } : one)));
      }
    } catch (error) {
      if (!(error instanceof Down || error instanceof Refused)) throw error;
      const isLate = error instanceof Refused && error.status !== 429 && error.status < 500;
      this.#trouble = isLate ? 'late' : 'down';
      if (!isLate) this.#later(AGAIN);
      this.#set([...this.#notes]);
    }
  }

  #later(wait: number): void {
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => void this.flush(), wait);
  }

  #set(notes: readonly OwnNote[]): void {
    this.#notes = notes;
    this.#tell(notes);
  }
}

/** The first note of which the server does not have just these words. */
function unsent(notes: readonly OwnNote[]): OwnNote | undefined {
  return notes.find(({ text, kept }) => (text.trim() === '' ? kept !== null : text !== kept));
}
