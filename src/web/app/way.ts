/**
 * Where the reader is, and what stands there. A room is shown when it and what it needs have come; until then the
 * former one stays. Whoever only looks at another day or another thing of the same room is there at once.
 */
import type { QueryClient } from '@tanstack/react-query';
import type { ComponentType } from 'react';
import { lookThrough } from '../shared/eyes';
import { meQuery } from '../shared/me';
import { viewQuery } from '../shared/use-community';
import {
  type Here,
  readAddress,
  type Step,
  type Target,
  type Way,
  writeAddress,
} from '../shared/way/address';
import { type Route, roomAt } from './routes';
import { Scrolled } from './scrolled';

/** So long the former room stays before it is said that the next one is coming, milliseconds. */
const PATIENCE = 300;

export class RoomsWay implements Way {
  readonly #queries: QueryClient;
  readonly #listeners = new Set<() => void>();
  readonly #pages = new Map<Route, ComponentType>();
  readonly #scrolled = new Scrolled();
  #here: Here | null = null;
  #waiting = false;
  #turn = 0;
  #timer: ReturnType<typeof setTimeout> | undefined;

  constructor(queries: QueryClient) {
    this.#queries = queries;
    window.addEventListener('popstate', () => {
      // A step within the page, to its room: nothing else stands there.
      if (this.#here?.href === location.pathname + location.search) return;
      void this.arrive('back');
    });
  }

  /** What is shown. `arrive` has to have come once. */
  readonly here = (): Here => {
    if (this.#here === null) throw new Error('nobody has arrived yet');
    return this.#here;
  };

  /** Whether the next room keeps one waiting. */
  readonly isWaiting = (): boolean => this.#waiting;

  readonly onStep = (listener: () => void): (() => void) => {
    this.#listeners.add(listener);
    return () => void this.#listeners.delete(listener);
  };

  /** Goes somewhere; done when it is shown. */
  readonly go = (step: Step): Promise<void> => {
    const href = this.addressOf(step);
    const same = href === location.pathname + location.search;
    this.#scrolled.leave();
    const state = { ...step.state, key: this.#scrolled.newKey() };
    if (step.replace === true || same) history.replaceState(state, '', href);
    else history.pushState(state, '', href);
    return this.arrive(step.resetScroll === false ? 'stay' : 'top');
  };

  /** The address of a target, seen from where one is on the way to. */
  readonly addressOf = (target: Target): string =>
    writeAddress(target, readAddress(location.pathname, location.search));

  /** Fetches what stands at an address, for one who is about to go there. */
  readonly ahead = (href: string): void => {
    const { path } = readAddress(href.split('?')[0] ?? '', '');
    const found = roomAt(path);
    if (found === null) return;
    void this.#page(found.route).catch(() => undefined);
    const { community } = found.params;
    if (community !== undefined) void this.#queries.prefetchQuery(viewQuery(community));
  };

  /** Tries again what could not be shown. */
  readonly again = (): Promise<void> => {
    this.#turn += 1;
    return this.arrive('stay');
  };

  /** Shows what stands at the address of the window. */
  async arrive(scroll: 'top' | 'stay' | 'back'): Promise<void> {
    const address = readAddress(location.pathname.replace(/(?<=.)\/$/, ''), location.search);
    const href = location.pathname + location.search;
    const found = roomAt(address.path);
    const community = found?.params['community'];
    const still = () => href === location.pathname + location.search;
    lookThrough(community === undefined ? null : (address.search['eyes'] ?? null), this.#queries);
    const at = {
      ...address,
      href,
      params: found?.params ?? {},
      state: (history.state ?? {}) as Here['state'],
      frame: found?.route.frame ?? 'none',
      turn: this.#turn,
    };
    const ready = found === null ? null : this.#ready(found.route, community);
    if (ready !== null) return this.#show({ ...at, Page: ready, trouble: null }, scroll);
    clearTimeout(this.#timer);
    if (this.#here !== null) this.#timer = setTimeout(() => this.#wait(true), PATIENCE);
    try {
      const [Page] = await Promise.all([
        found === null ? null : this.#page(found.route),
        // Who looks is asked beside what they look at. Should it not be told, they are nobody in particular.
        this.#queries.ensureQueryData(meQuery).catch(() => null),
        community === undefined ? null : this.#queries.ensureQueryData(viewQuery(community)),
      ]);
      if (still()) this.#show({ ...at, Page, trouble: null }, scroll);
    } catch (trouble) {
      if (still()) this.#show({ ...at, Page: null, trouble }, scroll);
    }
  }

  /** The page of a route where all it needs is there; null where something has to come first. */
  #ready(route: Route, community: string | undefined): ComponentType | null {
    const has = (key: readonly unknown[]) => this.#queries.getQueryData(key) !== undefined;
    if (!has(meQuery.queryKey) || (community !== undefined && !has(viewQuery(community).queryKey)))
      return null;
    return this.#pages.get(route) ?? null;
  }

  async #page(route: Route): Promise<ComponentType> {
    const page = this.#pages.get(route) ?? (await route.fetch());
    this.#pages.set(route, page);
    return page;
  }

  #show(here: Here, scroll: 'top' | 'stay' | 'back'): void {
    clearTimeout(this.#timer);
    const first = this.#here === null;
    this.#here = here;
    this.#waiting = false;
    for (const listener of [...this.#listeners]) listener();
    if (first || scroll === 'back') this.#scrolled.goBack();
    else if (scroll === 'top') this.#scrolled.goToTop();
  }

  #wait(waiting: boolean): void {
    this.#waiting = waiting;
    for (const listener of [...this.#listeners]) listener();
  }
}
