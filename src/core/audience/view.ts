/**
 * A View is all that one audience may know of a community, seen from one day. Analyses, questions, pictures and
 * stories accept nothing else. It has a private field and a private constructor, so that no spread or cast makes one:
 * `disclose` makes it, and the browser revives what a server disclosed. A tidy test holds both to that.
 */
import type { Mask } from '#core/audience/protect/mask';
import { allThings, type Calendar, type Community, type Scheme, type Source } from '#core/model/community';
import { type Day, holdsOn } from '#core/model/dates';
import type { Id, Series, Text } from '#core/model/fact';
import type { Kind } from '#core/model/kind';
import { monthlyRate, type Rate, type RateContext, readingOn, timesPerMonth } from '#core/model/rate';
import type * as T from '#core/model/things';
import type { Message } from '#core/words/message';

/** How many facts of a section were withheld; and why, where that was for the protection of small contributions. */
export interface Withheld {
  readonly kind: string;
  readonly count: number;
  readonly why?: Message;
}

/** What crosses the wire: the disclosed community, who it is for, and the day it is seen from. */
export interface ViewJson {
  readonly potluck: 1;
  readonly audience: string;
  readonly day: Day;
  readonly community: Community;
  readonly withheld: readonly Withheld[];
  /** Ids of facts whose amount is hidden from this audience: hidden, not unknown. */
  readonly covered: readonly Id[];
  /** What is shown of totals; left out where the audience knows no kind in sum only. */
  readonly mask?: Mask;
}

export class View {
  readonly #community: Community;
  readonly #byId: ReadonlyMap<Id, T.Thing>;
  readonly #covered: ReadonlySet<Id>;
  readonly #valid = new Map<string, readonly T.Thing[]>();
  readonly #rates = new Map<T.Flow, Rate>();
  #countedFlows: readonly T.Flow[] | null = null;
  /** Who asks. */
  readonly audience: string;
  /** The day from which the community is seen; facts not valid then are history. */
  readonly day: Day;
  readonly withheld: readonly Withheld[];
  /** Totals and what protection withholds of them; null where this audience knows no kind in sum only. */
  readonly mask: Mask | null;

  private constructor(json: ViewJson, byId?: ReadonlyMap<Id, T.Thing>) {
    this.#community = json.community;
    this.#byId = byId ?? new Map(allThings(json.community).map((thing) => [thing.id, thing]));
    this.#covered = new Set(json.covered);
    this.audience = json.audience;
    this.day = json.day;
    this.withheld = json.withheld;
    this.mask = json.mask ?? null;
  }

  /** For `disclose` alone, and for the browser on what a server disclosed. */
  static from(json: ViewJson): View {
    return new View(json);
  }

  /** The same audience on another day. */
  at(day: Day): View {
    return day === this.day ? this : new View({ ...this.toJSON(), day }, this.#byId);
  }

  /** The same with the numbers of some flows and needs multiplied, to see what a size would do. A flow times 0 is gone. */
  scaled(by: ReadonlyMap<Id, number>): View {
    const times = <F extends { readonly id: Id; readonly amount: T.Flow['amount'] }>(fact: F): F => {
      const factor = by.get(fact.id);
      if (factor === undefined) return fact;
      const amount = fact.amount.map((one) => {
        const { value } = one;
        if (value.is !== 'known') return one;
        const { least, likely, most } = value;
        return {
          ...one,
          value: { ...value, least: least * factor, likely: likely * factor, most: most * factor },
        };
      });
      return { ...fact, amount };
    };
    const community = this.#community;
    const scaled = {
      ...community,
      flows: community.flows.filter((one) => by.get(one.id) !== 0).map(times),
      needs: community.needs.map(times),
    };
    return new View({ ...this.toJSON(), community: scaled });
  }

  /** The same with other head counts and stocks, to draw what a run would come to. Shows nothing more. */
  withLevels(party: (one: T.Party) => T.Party['size'], pool: (one: T.Pool) => T.Pool['stock']): View {
    const community = this.#community;
    const parties = community.parties.map((one) => ({ ...one, size: party(one) }));
    const pools = community.pools.map((one) => ({ ...one, stock: pool(one) }));
    return new View({ ...this.toJSON(), community: { ...community, parties, pools } });
  }

  toJSON(): ViewJson {
    return {
      potluck: 1,
      audience: this.audience,
      day: this.day,
      community: this.#community,
      withheld: this.withheld,
      covered: [...this.#covered],
      ...(this.mask === null ? {} : { mask: this.mask }),
    };
  }

  get id(): Id {
    return this.#community.id;
  }
  get name(): Text {
    return this.#community.name;
  }
  get about(): Text | null {
    return this.#community.about;
  }
  get asOf() {
    return this.#community.asOf;
  }
  get size(): Community['size'] {
    return this.#community.size;
  }
  get languages(): readonly string[] {
    return this.#community.languages;
  }
  get scheme(): Scheme {
    return this.#community.scheme;
  }
  get sources(): readonly Source[] {
    return this.#community.sources;
  }
  get kinds(): readonly Kind[] {
    return this.#community.kinds;
  }
  get calendar(): Calendar {
    return this.#community.calendar;
  }
  get openness(): Community['openness'] {
    return this.#community.openness;
  }
  get audiences(): Community['audiences'] {
    return this.#community.audiences;
  }
  get questions(): Community['questions'] {
    return this.#community.questions;
  }
  get positions(): Community['positions'] {
    return this.#community.positions;
  }
  get simulation(): Community['simulation'] {
    return this.#community.simulation;
  }
  get rates(): Community['rates'] {
    return this.#community.rates;
  }

  /** All that is disclosed, of every time: for drawing history and for printing. Not for computing on a day. */
  get ever(): Community {
    return this.#community;
  }

  get vision(): readonly T.Vision[] {
    return this.#on('vision');
  }
  get parties(): readonly T.Party[] {
    return this.#on('parties');
  }
  get roles(): readonly T.Role[] {
    return this.#on('roles');
  }
  get pools(): readonly T.Pool[] {
    return this.#on('pools');
  }
  get pockets(): readonly T.Pocket[] {
    return this.#on('pockets');
  }
  get activities(): readonly T.Activity[] {
    return this.#on('activities');
  }
  get needs(): readonly T.Need[] {
    return this.#on('needs');
  }
  /** Flows valid on the day, of every status. Most analyses want `countedFlows`. */
  get flows(): readonly T.Flow[] {
    return this.#on('flows');
  }
  get accounts(): readonly T.Account[] {
    return this.#on('accounts');
  }
  get baskets(): readonly T.Basket[] {
    return this.#on('baskets');
  }
  get trials(): readonly T.Trial[] {
    return this.#on('trials');
  }
  get influences(): readonly T.Influence[] {
    return this.#on('influences');
  }
  get quantities(): readonly T.Quantity[] {
    return this.#on('quantities');
  }
  get ties(): readonly T.Tie[] {
    return this.#on('ties');
  }
  get movements(): readonly T.Movement[] {
    return this.#on('movements');
  }
  get tools(): readonly T.Tool[] {
    return this.#on('tools');
  }
  get worth(): readonly T.Worth[] {
    return this.#on('worth');
  }
  get voices(): readonly T.Voice[] {
    return this.#on('voices');
  }
  get decisions(): readonly T.Decision[] {
    return this.#on('decisions');
  }
  get history(): readonly T.HistoryEvent[] {
    return this.#on('history');
  }
  get walls(): readonly T.Wall[] {
    return this.#on('walls');
  }
  get scenarios(): readonly T.Scenario[] {
    return this.#on('scenarios');
  }

  /** Flows that are: `actual` and `agreed`. `told` and `hoped` count for firmness in `coverage` only (reading 14). */
  get countedFlows(): readonly T.Flow[] {
    this.#countedFlows ??= this.flows.filter((flow) => flow.status === 'actual' || flow.status === 'agreed');
    return this.#countedFlows;
  }

  /** A thing by id, valid on the day or not; null where this audience knows none of that id. */
  thing(id: Id): T.Thing | null {
    return this.#byId.get(id) ?? null;
  }

  /** A thing of a section by id. */
  get<S extends T.Thing['section']>(section: S, id: Id): Extract<T.Thing, { section: S }> | null {
    const thing = this.#byId.get(id);
    return thing?.section === section ? (thing as Extract<T.Thing, { section: S }>) : null;
  }

  /** Whether the thing holds on the day of the view. */
  valid(thing: Pick<T.Thing, 'since' | 'until'>): boolean {
    return holdsOn(thing.since, thing.until, this.day);
  }

  kind(id: Id): Kind | null {
    return this.kinds.find((kind) => kind.id === id) ?? null;
  }

  /** `h/month`, `EUR/month`; the bare kind where it has no unit. */
  unitPerMonth(kindId: Id): string {
    return `${this.kind(kindId)?.unit ?? kindId}/month`;
  }

  /** Whether this audience may know that the fact exists, and not how much it is. Not the same as unknown. */
  isCovered(id: Id): boolean {
    return this.#covered.has(id);
  }

  /** Whether the amount of any fact is hidden from this audience. */
  get coversAny(): boolean {
    return this.#covered.size > 0;
  }

  /** The amount of a flow per month on the day, in the unit of its kind. A covered amount is `unknown` here. */
  rate(flow: T.Flow): Rate {
    let rate = this.#rates.get(flow);
    if (rate === undefined) {
      rate = this.#rateOf(flow);
      this.#rates.set(flow, rate);
    }
    return rate;
  }

  #rateOf(flow: T.Flow): Rate {
    const reading = readingOn(flow.amount, this.day);
    if (reading === null) return { is: 'unknown' };
    const context = this.#context(flow, reading, [flow.from, flow.to]);
    return monthlyRate(reading.value, reading.because.length > 0 ? reading.because : flow.because, context);
  }

  /** The amount of a need per month on the day, in the unit of its kind. */
  needRate(need: T.Need): Rate {
    const reading = readingOn(need.amount, this.day);
    if (reading === null) return { is: 'unknown' };
    const context = this.#context(need, reading, [need.activity]);
    return monthlyRate(reading.value, reading.because.length > 0 ? reading.because : need.because, context);
  }

  /** Any other series of amounts (wear, renewal, hours available) per month on the day. */
  seriesRate(series: Series<T.Party['size'][number]['value']>, of: T.Thing): Rate {
    const reading = readingOn(series, this.day);
    if (reading === null) return { is: 'unknown' };
    return monthlyRate(
      reading.value,
      reading.because.length > 0 ? reading.because : of.because,
      this.#context(of, reading, [of.id]),
    );
  }

  /** How often an activity happens a month; null where nobody said. */
  eventsPerMonth(activity: T.Activity): number | null {
    const rhythm = activity.rhythm;
    if (rhythm === null || rhythm.is !== 'known') return null;
    const times = timesPerMonth(rhythm.per, {
      seasonMonths: this.calendar.seasonMonths,
      eventsPerMonth: null,
      since: null,
      until: null,
    });
    return times === null ? null : rhythm.likely * times;
  }

  #context(
    of: Pick<T.Thing, 'since' | 'until'>,
    reading: Pick<T.Thing, 'since' | 'until'>,
    ends: readonly Id[],
  ): RateContext {
    let eventsPerMonth: number | null = null;
    for (const end of ends) {
      const activity = this.get('activities', end);
      if (activity !== null) eventsPerMonth ??= this.eventsPerMonth(activity);
    }
    return {
      seasonMonths: this.calendar.seasonMonths,
      eventsPerMonth,
      since: reading.since ?? of.since,
      until: reading.until ?? of.until,
    };
  }

  #on<S extends T.Thing['section']>(section: S): readonly Extract<T.Thing, { section: S }>[] {
    let things = this.#valid.get(section);
    if (things === undefined) {
      things = (this.#community[section] as readonly T.Thing[]).filter((thing) => this.valid(thing));
      this.#valid.set(section, things);
    }
    return things as readonly Extract<T.Thing, { section: S }>[];
  }
}
