/** Addresses of the application, read and written. They stay readable: plain words, no JSON. */
import type { ComponentType } from 'react';
import { inject } from 'regexparam';

/** The addresses that exist, with `$names` for what differs. */
export type To =
  | '/'
  | '/why'
  | '/settings'
  | '/sign-in'
  | '/join'
  | '/recover'
  | '/p'
  | '/c/$community/talk/$round/wall'
  | '/c/$community'
  | '/c/$community/canvas'
  | '/c/$community/free'
  | '/c/$community/questions'
  | '/c/$community/story'
  | '/c/$community/what-if'
  | '/c/$community/compare'
  | '/c/$community/history'
  | '/c/$community/file'
  | '/c/$community/interview'
  | '/c/$community/openness'
  | '/c/$community/sponsor/$basket'
  | '/c/$community/talk'
  | '/c/$community/talk/$round'
  | '/c/$community/settings';

export type Search = Readonly<Record<string, string>>;
/** What an address is to have behind the question mark; `undefined` leaves a key out. */
export type Wanted = Readonly<Record<string, string | undefined>>;

/** Where something stands. `.` is where one is. */
export interface Target {
  readonly to: To | '.';
  readonly params?: Readonly<Record<string, string>>;
  readonly search?: Wanted | ((before: Search) => Wanted);
}

export interface Address {
  readonly path: string;
  readonly search: Search;
}

/** What stands round a room: the shelf's head, the head of a community with its rooms, or nothing. */
export type Frame = 'shelf' | 'community' | 'none';

/** What is shown, and of which address. */
export interface Here extends Address {
  readonly href: string;
  readonly params: Readonly<Record<string, string>>;
  /** What went along unseen with the last step. */
  readonly state: Readonly<Record<string, unknown>>;
  readonly frame: Frame;
  /** Null where nothing stands, or where it could not be shown. */
  readonly Page: ComponentType | null;
  readonly trouble: unknown;
  /** One more with each try, so that what broke is drawn anew. */
  readonly turn: number;
}

export interface Step extends Target {
  readonly replace?: boolean;
  /** False: the page stays scrolled as it is. */
  readonly resetScroll?: boolean;
  readonly state?: Readonly<Record<string, unknown>>;
}

/** The way through the rooms, as rooms need it. */
export interface Way {
  readonly here: () => Here;
  readonly isWaiting: () => boolean;
  readonly onStep: (listener: () => void) => () => void;
  readonly go: (step: Step) => Promise<void>;
  readonly addressOf: (target: Target) => string;
  readonly ahead: (href: string) => void;
  readonly again: () => Promise<void>;
}

/** The day and the eyes go along from room to room, unless they are named. */
const GOES_ALONG = ['on', 'eyes'] as const;
const IN_COMMUNITY = /^\/c\/[^/]+(?:\/|$)/;

export function readAddress(path: string, query: string): Address {
  return { path, search: Object.fromEntries(new URLSearchParams(query)) };
}

/** The address of a target as it is written, seen from where one is. */
export function writeAddress({ to, params = {}, search = {} }: Target, here: Address): string {
  const path = to === '.' ? here.path : pathOf(to, params);
  const wanted: Record<string, string | undefined> = {
    ...(typeof search === 'function' ? search(here.search) : search),
  };
  if (IN_COMMUNITY.test(path))
    for (const key of GOES_ALONG) if (!(key in wanted)) wanted[key] = here.search[key];
  return path + queryOf(wanted);
}

/** `/c/$community/talk` as `/c/km4dev/talk`. */
export function pathOf(to: To, params: Readonly<Record<string, string>>): string {
  const encoded = Object.fromEntries(
    Object.entries(params).map(([key, value]) => [key, encodeURIComponent(value)]),
  );
  return inject(to.replaceAll('$', ':'), encoded);
}

function queryOf(wanted: Wanted): string {
  const pairs = Object.entries(wanted).filter((pair): pair is [string, string] => (pair[1] ?? '') !== '');
  return pairs.length === 0 ? '' : `?${new URLSearchParams(pairs)}`;
}

/** Whether a link leads to where one is: the same path, and all that it asks for stands in the address. */
export function leadsHere(target: Target, href: string, here: Address): boolean {
  if (href.split('?')[0] !== here.path) return false;
  const asked = typeof target.search === 'function' ? target.search(here.search) : (target.search ?? {});
  return Object.entries(asked).every(([key, value]) => (value ?? '') === (here.search[key] ?? ''));
}
