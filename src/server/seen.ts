/**
 * What an audience may know of a kept community, ready to be computed with. What comes from the store was disclosed when
 * it was written; it is revived here, and nowhere else in the server.
 */
import { View, type ViewJson } from '#core/audience/view';
import { type Day, isoDay, middleDay } from '#core/model/dates';
import { message } from '#core/words/message';
import { Refusal } from '#server/problem';
import { REFUSED } from '#server/refused';
import type { CommunitySummary, Sight, Store } from '#store/port';

/** What is refused here. */
const SAYS = {
  noDate: message('refused.no-date', '{day} is no date. Write {year}, {month} or {whole}.'),
} as const;

export interface SeenView {
  readonly view: View;
  readonly version: number;
  readonly at: string;
}

/** A view out of what was disclosed before. */
export const revived = (json: ViewJson): View => View.from(json);

/** Reads disclosed views and keeps the last few, by community, audience and version. */
export class Seeing {
  readonly #store: Store;
  readonly #today: () => Day;
  readonly #kept = new Map<string, View>();

  constructor(store: Store, today: () => Day) {
    this.#store = store;
    this.#today = today;
  }

  /** The view of an audience on a day (`asOf` as written; without it the file's own day, else today). */
  async view(community: string, audience: string, asOf: string | undefined): Promise<SeenView> {
    const seen = await this.#store.view(community, audience);
    if (seen === null) throw new Refusal(404, 'not-found', REFUSED.noCommunityFor({ community, audience }));
    const key = `${community}\n${audience}\n${seen.version}\n${seen.at}`;
    let view = this.#kept.get(key);
    if (view === undefined) {
      view = View.from(seen.body);
      if (this.#kept.size >= 50) this.#kept.delete(this.#kept.keys().next().value ?? '');
      this.#kept.set(key, view);
    }
    return { view: view.at(this.#dayOf(view, asOf)), version: seen.version, at: seen.at };
  }

  /** What stands on the shelf of somebody with these sights. */
  shelf(sights: readonly Sight[]): Promise<readonly CommunitySummary[]> {
    return this.#store.list(sights);
  }

  /** A day as a request writes it; a partial date means its middle. */
  day(asOf: string): Day {
    const day = middleDay(asOf);
    if (day === null) {
      const example = isoDay(this.#today());
      throw new Refusal(
        400,
        'bad-request',
        SAYS.noDate({ day: asOf, year: example.slice(0, 4), month: example.slice(0, 7), whole: example }),
      );
    }
    return day;
  }

  #dayOf(view: View, asOf: string | undefined): Day {
    if (asOf !== undefined) return this.day(asOf);
    return (view.asOf === null ? null : middleDay(view.asOf.text)) ?? this.#today();
  }
}
