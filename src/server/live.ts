/**
 * Tells those who look at a community that something which they may see has changed. It knows only the version that an
 * audience has been shown: a change that is hidden from it moves nothing here. One look at the store serves everybody
 * of the same audience; where nobody looks, nothing is asked.
 */
import type { Store } from '#store/port';

/** How often the store is looked at while somebody watches, in milliseconds. */
export const LOOK_EVERY = 1_000;

/** A version; null where the audience has nothing of the community any more; `end` when nothing more will be told. */
type Told = (version: number | null | 'end') => void;

interface Watched {
  readonly community: string;
  readonly audience: string;
  readonly tell: Set<Told>;
  version: number | null | undefined;
  timer: ReturnType<typeof setTimeout> | undefined;
}

export class Live {
  readonly #store: Store;
  readonly #every: number;
  readonly #watched = new Map<string, Watched>();

  constructor(store: Store, every = LOOK_EVERY) {
    this.#store = store;
    this.#every = every;
  }

  /**
   * Calls `tell` with the version that the audience has now, and again whenever it is another; null: it has nothing of
   * the community any more. Gives what ends it.
   */
  watch(community: string, audience: string, tell: Told): () => void {
    const key = `${community}\n${audience}`;
    let watched = this.#watched.get(key);
    if (watched === undefined) {
      watched = { community, audience, tell: new Set(), version: undefined, timer: undefined };
      this.#watched.set(key, watched);
    }
    const here = watched;
    here.tell.add(tell);
    if (here.version !== undefined) tell(here.version);
    if (here.timer === undefined && here.tell.size === 1) void this.#look(here);
    return () => {
      here.tell.delete(tell);
      if (here.tell.size > 0) return;
      clearTimeout(here.timer);
      this.#watched.delete(key);
    };
  }

  /** Ends every watch: nothing more will be told. */
  close(): void {
    for (const { tell, timer } of this.#watched.values()) {
      clearTimeout(timer);
      for (const one of [...tell]) one('end');
    }
  }

  /** How many audiences are watched. */
  get size(): number {
    return this.#watched.size;
  }

  async #look(here: Watched): Promise<void> {
    const { community, audience } = here;
    try {
      const lines = await this.#store.list([{ community, audience }]);
      const version = lines.find((line) => line.id === community)?.version ?? null;
      if (version !== here.version) {
        here.version = version;
        for (const tell of here.tell) tell(version);
      }
    } catch {
      // The store does not answer just now: it is asked again.
    }
    if (here.tell.size === 0) return;
    here.timer = setTimeout(() => void this.#look(here), this.#every);
    here.timer.unref?.();
  }
}
