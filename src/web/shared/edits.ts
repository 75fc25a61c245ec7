/**
 * What was changed in this window: sent, kept, undone and done again. Says `kept` only when the server has answered.
 * A change that could not be sent waits in this browser and is sent later under the same id; a change that met a newer
 * version is held, never dropped and never forced.
 */
import type { QueryClient } from '@tanstack/react-query';
import { useQueryClient } from '@tanstack/react-query';
import { useMemo, useSyncExternalStore } from 'react';
import type { PlainFile } from '#core/file/plain';
import {
  api,
  type Change,
  newChangeId,
  type Operation,
  Refusal,
  type Revision,
  type Seen,
  Unreachable,
} from './api';
import { communityChanged, viewQuery } from './use-community';
import { t } from './words';

/** One step of a person: what it does, what takes it back, and a sentence for the history. */
export interface Edit {
  readonly does: readonly Operation[];
  /** Null: taken back by the text as it was before. */
  readonly undoes: readonly Operation[] | null;
  readonly says: string;
}

export type Keeping = 'still' | 'sending' | 'kept' | 'waiting' | 'conflict' | 'refused';

export interface EditState {
  readonly keeping: Keeping;
  readonly canUndo: boolean;
  readonly canRedo: boolean;
  /** What the last thing kept was; for the line that says so. */
  readonly last: string | null;
  readonly conflict: { readonly says: string; readonly meanwhile: readonly Revision[] } | null;
  readonly refusal: Refusal | null;
}

type Direction = 'do' | 'undo' | 'redo';

interface Pending {
  readonly edit: Edit;
  readonly direction: Direction;
  readonly changeId: string;
  /** The version that the writer saw: what came after it is shown before anything is put on top. */
  readonly version: number;
}

const STILL: EditState = {
  keeping: 'still',
  canUndo: false,
  canRedo: false,
  last: null,
  conflict: null,
  refusal: null,
};

export class Edits {
  #state: EditState = STILL;
  #undo: Edit[] = [];
  #redo: Edit[] = [];
  #queue: Pending[] = [];
  /** Changes that were in the hands of this window. What waits beside them is another window's. */
  readonly #ours = new Set<string>();
  #busy = false;
  #working: Promise<void> = Promise.resolve();
  #quiet: ReturnType<typeof setTimeout> | undefined;
  #again: ReturnType<typeof setTimeout> | undefined;
  #tries = 0;
  /** The version that this window made last: what was asked for again may still be on its way. */
  #made = 0;
  /** For edits without operations that take them back: the text before, and the text that the edit made. */
  readonly #before = new Map<Edit, { readonly text: string; readonly made: string }>();
  readonly #listeners = new Set<() => void>();
  readonly #id: string;
  readonly #client: QueryClient;
  /** The file at a version, as plain data, from which a change is foreseen. */
  #base: ({ readonly version: number } & PlainFile) | null = null;

  constructor(id: string, client: QueryClient) {
    this.#id = id;
    this.#client = client;
    this.#queue = readWaiting(id);
    for (const one of this.#queue) this.#ours.add(one.changeId);
    window.addEventListener('online', () => void this.#work());
    if (this.#queue.length > 0) void this.#work();
  }

  readonly subscribe = (listener: () => void) => {
    this.#listeners.add(listener);
    return () => {
      this.#listeners.delete(listener);
    };
  };

  readonly state = () => this.#state;

  /** Whether anything of this window is under way or waits. */
  readonly isBusy = (): boolean => this.#busy || this.#queue.length > 0;

  /** Sends a change. Resolves when the server has kept it; rejects when the server refused it for good. */
  readonly edit = (edit: Edit): Promise<void> => this.#push(edit, 'do');

  readonly undo = (): void => {
    void this.#whenDone(() => {
      const edit = this.#undo.at(-1);
      return edit === undefined ? undefined : this.#push(edit, 'undo');
    });
  };

  readonly redo = (): void => {
    void this.#whenDone(() => {
      const edit = this.#redo.at(-1);
      return edit === undefined ? undefined : this.#push(edit, 'redo');
    });
  };

  /** The person has read what changed meanwhile and wants theirs on top of it. */
  readonly applyAgain = async (): Promise<void> => {
    const [first, ...rest] = this.#queue;
    if (first === undefined) return;
    const { version } = await this.#client.fetchQuery({ ...viewQuery(this.#id), staleTime: 0 });
    this.#queue = [
      { ...first, changeId: newChangeId(), version },
      ...rest.map((one) => ({ ...one, version })),
    ];
    this.#say({ conflict: null, keeping: 'sending' });
    await this.#work();
  };

  /** The person lets go of a change that could not be applied. */
  readonly letGo = async (): Promise<void> => {
    this.#queue = [];
    this.#store();
    this.#say({ conflict: null, refusal: null, keeping: 'still' });
    await communityChanged(this.#client, this.#id);
  };

  /** What takes back or does again waits for what is just being sent: that is what the person saw and meant. */
  async #whenDone(then: () => Promise<void> | undefined): Promise<void> {
    if (this.#busy) await this.#working;
    if (this.#queue.length === 0) await then()?.catch(() => undefined);
  }

  async #push(edit: Edit, direction: Direction): Promise<void> {
    const version = this.#queue.at(-1)?.version ?? (await this.#version());
    this.#queue.push({ edit, direction, changeId: newChangeId(), version });
    this.#store();
    void this.#foresee().catch(() => undefined);
    await this.#work();
    const { refusal } = this.#state;
    if (refusal !== null) throw refusal;
  }

  #work(): Promise<void> {
    if (this.#busy || this.#state.conflict !== null) return this.#working;
    this.#busy = true;
    this.#working = this.#sendAll();
    return this.#working;
  }

  async #sendAll(): Promise<void> {
    clearTimeout(this.#again);
    clearTimeout(this.#quiet);
    try {
      for (let next = this.#queue[0]; next !== undefined; next = this.#queue[0]) {
        this.#say({ keeping: 'sending', refusal: null });
        const version = await this.#send(next);
        this.#made = version;
        this.#queue.shift();
        // Those behind it were written by the same hand, on top of it.
        this.#queue = this.#queue.map((one) => (one.version === next.version ? { ...one, version } : one));
        this.#store();
        await communityChanged(this.#client, this.#id);
        this.#settle(next);
      }
      this.#tries = 0;
      this.#quiet = setTimeout(() => this.#say({ keeping: 'still' }), 4000);
    } catch (error) {
      this.#fail(error);
    } finally {
      this.#busy = false;
    }
  }

  /** Sends one change and gives the version that it made. */
  async #send({ edit, direction, changeId, version }: Pending): Promise<number> {
    if (direction === 'undo' && edit.undoes === null) return this.#putBack(edit, version, changeId);
    const text = edit.undoes === null ? (await api.text(this.#id)).text : null;
    const message =
      direction === 'undo' ? t('edits.put-back', 'Taken back: {what}', { what: edit.says }) : edit.says;
    const operations = direction === 'undo' ? (edit.undoes ?? []) : edit.does;
    const change: Change = { changeId, version, message, operations };
    const saved = await api.change(this.#id, change);
    void this.#follow(version, saved.version, operations).catch(() => undefined);
    if (text !== null) this.#before.set(edit, { text, made: saved.text });
    return saved.version;
  }

  /** What was kept is done to the file at hand too, so that it need not be asked for anew. */
  async #follow(from: number, to: number, operations: readonly Operation[]): Promise<void> {
    const base = this.#base;
    this.#base = null;
    // Sent for the second time, it may have been kept long ago, and others have changed something since.
    if (base?.version !== from || to !== from + 1) return;
    const { changed } = await import('./foresee');
    const file = changed(base, [operations]);
    if (file !== null && this.#base === null) this.#base = { ...file, version: to };
  }

  /** Shows what waits as if it were kept already; the answer of the server takes its place. */
  async #foresee(): Promise<void> {
    const key = viewQuery(this.#id).queryKey;
    const seen = this.#client.getQueryData<Seen>(key);
    const waiting = [...this.#queue];
    const changes = waiting.map(({ edit, direction }) => (direction === 'undo' ? edit.undoes : edit.does));
    if (seen === undefined || changes.includes(null)) return;
    const { foreseen } = await import('./foresee');
    const base = this.#base?.version === seen.version ? this.#base : await api.data(this.#id);
    if (base.version !== seen.version) return;
    this.#base = base;
    const next = foreseen(base, changes as readonly (readonly Operation[])[], seen.view.day);
    const now = this.#client.getQueryData<Seen>(key);
    // Answered, refused or changed meanwhile: then what is true is on its way.
    if (next === null || now?.version !== seen.version || this.#queue[0] !== waiting[0]) return;
    this.#client.setQueryData<Seen>(key, { ...seen, view: next });
  }

  /** The version that this window has seen last. */
  async #version(): Promise<number> {
    const seen =
      this.#client.getQueryData<Seen>(viewQuery(this.#id).queryKey) ??
      (await this.#client.fetchQuery(viewQuery(this.#id)));
    return Math.max(seen.version, this.#made);
  }

  async #putBack(edit: Edit, version: number, changeId: string): Promise<number> {
    const before = this.#before.get(edit);
    const now = await api.text(this.#id);
    // What came after it may have been taken back itself: then nothing is lost.
    if (before === undefined || now.version !== version || now.text !== before.made) {
      throw new Refusal(
        409,
        'moved-on',
        t('edits.moved-on', 'Other changes came after it. The history can bring back how it was.'),
      );
    }
    const message = t('edits.put-back', 'Taken back: {what}', { what: edit.says });
    return (await api.saveText(this.#id, { changeId, version, text: before.text, message })).version;
  }

  #settle({ edit, direction }: Pending): void {
    if (direction === 'undo') {
      this.#undo = this.#undo.filter((one) => one !== edit);
      this.#redo.push(edit);
    } else {
      this.#redo = direction === 'redo' ? this.#redo.filter((one) => one !== edit) : [];
      this.#undo.push(edit);
    }
    this.#say({ keeping: 'kept', last: edit.says });
  }

  #fail(error: unknown): void {
    const first = this.#queue[0];
    if (error instanceof Unreachable) {
      this.#tries += 1;
      this.#say({ keeping: 'waiting' });
      this.#again = setTimeout(() => void this.#work(), Math.min(30_000, 1000 * 2 ** this.#tries));
    } else if (error instanceof Refusal && error.code === 'stale' && first !== undefined) {
      this.#say({ keeping: 'conflict', conflict: { says: first.edit.says, meanwhile: error.since } });
      // Theirs is shown; what was foreseen of ours waits with it.
      void communityChanged(this.#client, this.#id);
    } else {
      this.#queue.shift();
      this.#store();
      const refusal = error instanceof Refusal ? error : new Refusal(0, 'failed', String(error));
      this.#say({ keeping: 'refused', refusal });
      void communityChanged(this.#client, this.#id);
      this.#quiet = setTimeout(() => this.#say({ keeping: 'still' }), 8000);
    }
  }

  #say(more: Partial<EditState>): void {
    this.#state = { ...this.#state, ...more, canUndo: this.#undo.length > 0, canRedo: this.#redo.length > 0 };
    for (const listener of this.#listeners) listener();
  }

  /** Writes down what waits, beside what waits in other windows of this browser. */
  #store(): void {
    for (const one of this.#queue) this.#ours.add(one.changeId);
    const theirs = readWaiting(this.#id).filter((one) => !this.#ours.has(one.changeId));
    const all = [...theirs, ...this.#queue];
    try {
      const key = waitingKey(this.#id);
      if (all.length === 0) localStorage.removeItem(key);
      else localStorage.setItem(key, JSON.stringify(all));
    } catch {
      // Storage is closed to us: what waits is lost when the window is.
    }
  }
}

const waitingKey = (id: string) => `potluck.waiting.${id}`;

function readWaiting(id: string): Pending[] {
  try {
    return JSON.parse(localStorage.getItem(waitingKey(id)) ?? '[]') as Pending[];
  } catch {
    return [];
  }
}

const stores = new Map<string, Edits>();

/** The changes of this window to one community. One store a community, shared by every room. */
export function useEdits(
  id: string,
): EditState & Pick<Edits, 'edit' | 'undo' | 'redo' | 'applyAgain' | 'letGo' | 'isBusy'> {
  const client = useQueryClient();
  const store = useMemo(() => {
    let found = stores.get(id);
    if (found === undefined) {
      found = new Edits(id, client);
      stores.set(id, found);
    }
    return found;
  }, [id, client]);
  const state = useSyncExternalStore(store.subscribe, store.state);
  return {
    ...state,
    edit: store.edit,
    undo: store.undo,
    redo: store.redo,
    applyAgain: store.applyAgain,
    letGo: store.letGo,
    isBusy: store.isBusy,
  };
}
