/** The rooms and their addresses. Each room is fetched when it is first entered; the day (`?on=`) goes along. */
import type { QueryClient } from '@tanstack/react-query';
import {
  createRootRouteWithContext,
  createRoute,
  createRouter,
  lazyRouteComponent,
  retainSearchParams,
} from '@tanstack/react-router';
import { lookThrough } from '../shared/eyes';
import { meQuery } from '../shared/me';
import { viewQuery } from '../shared/use-community';
import { CommunityFrame, ShelfFrame } from './frame';
import { NotFound } from './not-found';
import { PlainNotFound, PlainTrouble } from './plain';
import { Trouble } from './trouble';
import { Waiting } from './waiting';

interface Search {
  /** The day from which all is seen: `2009`, `2009-10` or `2009-10-08`. */
  readonly on?: string;
  /** The thing, question or revision that is chosen. */
  readonly at?: string;
  /** The audience through whose eyes one looks. */
  readonly eyes?: string;
}

const root = createRootRouteWithContext<{ queries: QueryClient }>()({
  validateSearch: (search: Record<string, unknown>): Search => ({
    ...(typeof search['on'] === 'string' ? { on: search['on'] } : {}),
    ...(typeof search['at'] === 'string' ? { at: search['at'] } : {}),
    ...(typeof search['eyes'] === 'string' ? { eyes: search['eyes'] } : {}),
  }),
  // Who looks is asked beside what they look at. Should it not be told, they are nobody in particular.
  loader: ({ context }) => context.queries.ensureQueryData(meQuery).catch(() => null),
  notFoundComponent: PlainNotFound,
});

const shelfFrame = createRoute({
  getParentRoute: () => root,
  id: 'shelf-frame',
  component: ShelfFrame,
  beforeLoad: ({ context }) => lookThrough(null, context.queries),
});

const shelf = createRoute({
  getParentRoute: () => shelfFrame,
  path: '/',
  component: lazyRouteComponent(() => import('../features/shelf/index'), 'ShelfPage'),
});

const community = createRoute({
  getParentRoute: () => root,
  path: '/c/$community',
  component: CommunityFrame,
  errorComponent: PlainTrouble,
  search: { middlewares: [retainSearchParams<Search>(['on', 'eyes'])] },
  beforeLoad: ({ context, search }) => lookThrough((search as Search).eyes ?? null, context.queries),
  loader: ({ context, params }) => context.queries.ensureQueryData(viewQuery(params.community)),
});

const picture = createRoute({
  getParentRoute: () => community,
  path: '/',
  // The lens through which the picture is seen, and of what: a thing, a loop, an audience.
  validateSearch: (search: Record<string, unknown>): { readonly lens?: string; readonly of?: string } => ({
    ...(typeof search['lens'] === 'string' ? { lens: search['lens'] } : {}),
    ...(typeof search['of'] === 'string' ? { of: search['of'] } : {}),
  }),
  component: lazyRouteComponent(() => import('../features/picture/index'), 'PicturePage'),
});
const canvas = createRoute({
  getParentRoute: () => community,
  path: 'canvas',
  component: lazyRouteComponent(() => import('../features/canvas/index'), 'CanvasPage'),
});
const free = createRoute({
  getParentRoute: () => community,
  path: 'free',
  component: lazyRouteComponent(() => import('../features/free/index'), 'FreePage'),
});
const questions = createRoute({
  getParentRoute: () => community,
  path: 'questions',
  component: lazyRouteComponent(() => import('../features/questions/index'), 'QuestionsPage'),
});
const story = createRoute({
  getParentRoute: () => community,
  path: 'story',
  component: lazyRouteComponent(() => import('../features/story/index'), 'StoryPage'),
});
const history = createRoute({
  getParentRoute: () => community,
  path: 'history',
  component: lazyRouteComponent(() => import('../features/history/index'), 'HistoryPage'),
});
const compare = createRoute({
  getParentRoute: () => community,
  path: 'compare',
  validateSearch: (search: Record<string, unknown>): { readonly with?: string; readonly pick?: string } => ({
    ...(typeof search['with'] === 'string' ? { with: search['with'] } : {}),
    ...(typeof search['pick'] === 'string' ? { pick: search['pick'] } : {}),
  }),
  component: lazyRouteComponent(() => import('../features/compare/index'), 'ComparePage'),
});
const openness = createRoute({
  getParentRoute: () => community,
  path: 'openness',
  component: lazyRouteComponent(() => import('../features/openness/index'), 'OpennessPage'),
});
const talk = createRoute({
  getParentRoute: () => community,
  path: 'talk',
  // The part of the room: the meeting, decisions, this month, voices, what is hard to talk about.
  validateSearch: (search: Record<string, unknown>): { readonly part?: string } => ({
    ...(typeof search['part'] === 'string' ? { part: search['part'] } : {}),
  }),
  component: lazyRouteComponent(() => import('../features/talk/index'), 'TalkPage'),
});
const round = createRoute({
  getParentRoute: () => community,
  path: 'talk/$round',
  component: lazyRouteComponent(() => import('../features/talk/round/index'), 'RoundPage'),
});
/** Whoever has the link of a pulse comes here, without an account and without rooms. */
const pulse = createRoute({
  getParentRoute: () => root,
  path: '/p',
  component: lazyRouteComponent(() => import('../features/voices/index'), 'PulsePage'),
});
/** On the wall there are no rooms and no head. */
const wall = createRoute({
  getParentRoute: () => root,
  path: '/c/$community/talk/$round/wall',
  errorComponent: PlainTrouble,
  component: lazyRouteComponent(() => import('../features/talk/wall/index'), 'WallPage'),
});
const sponsor = createRoute({
  getParentRoute: () => community,
  path: 'sponsor/$basket',
  component: lazyRouteComponent(() => import('../features/sponsor/index'), 'SponsorPage'),
});
const interview = createRoute({
  getParentRoute: () => community,
  path: 'interview',
  component: lazyRouteComponent(() => import('../features/interview/index'), 'InterviewPage'),
});
const whatIf = createRoute({
  getParentRoute: () => community,
  path: 'what-if',
  validateSearch: (search: Record<string, unknown>): { readonly try?: string; readonly with?: string } => ({
    ...(typeof search['try'] === 'string' ? { try: search['try'] } : {}),
    ...(typeof search['with'] === 'string' ? { with: search['with'] } : {}),
  }),
  component: lazyRouteComponent(() => import('../features/whatif/index'), 'WhatIfPage'),
});
const why = createRoute({
  getParentRoute: () => shelfFrame,
  path: '/why',
  component: lazyRouteComponent(() => import('../features/why/index'), 'WhyPage'),
});
const settings = createRoute({
  getParentRoute: () => community,
  path: 'settings',
  component: lazyRouteComponent(() => import('../features/settings/index'), 'RoomSettings'),
});
const ownSettings = createRoute({
  getParentRoute: () => shelfFrame,
  path: '/settings',
  component: lazyRouteComponent(() => import('../features/settings/index'), 'OwnSettings'),
});
const signIn = createRoute({
  getParentRoute: () => shelfFrame,
  path: '/sign-in',
  // Where one came from, and goes back to.
  validateSearch: (search: Record<string, unknown>): { readonly to?: string; readonly oidc?: string } => ({
    ...(typeof search['to'] === 'string' ? { to: search['to'] } : {}),
    ...(typeof search['oidc'] === 'string' ? { oidc: search['oidc'] } : {}),
  }),
  component: lazyRouteComponent(() => import('../features/enter/index'), 'SignInPage'),
});
const join = createRoute({
  getParentRoute: () => shelfFrame,
  path: '/join',
  component: lazyRouteComponent(() => import('../features/enter/index'), 'JoinPage'),
});
const recover = createRoute({
  getParentRoute: () => shelfFrame,
  path: '/recover',
  component: lazyRouteComponent(() => import('../features/enter/index'), 'RecoverPage'),
});
const file = createRoute({
  getParentRoute: () => community,
  path: 'file',
  component: lazyRouteComponent(() => import('../features/history/index'), 'FilePage'),
});

/** Addresses stay readable: plain words, no JSON. */
function readSearch(text: string): Record<string, string> {
  return Object.fromEntries(new URLSearchParams(text));
}

function writeSearch(search: Record<string, unknown>): string {
  const pairs = Object.entries(search).filter(
    (pair): pair is [string, string] => typeof pair[1] === 'string' && pair[1] !== '',
  );
  return pairs.length === 0 ? '' : `?${new URLSearchParams(pairs)}`;
}

export function makeRouter(queries: QueryClient) {
  return createRouter({
    routeTree: root.addChildren([
      shelfFrame.addChildren([shelf, why, ownSettings, signIn, join, recover]),
      wall,
      pulse,
      community.addChildren([
        picture,
        canvas,
        free,
        questions,
        story,
        whatIf,
        compare,
        history,
        file,
        interview,
        openness,
        sponsor,
        talk,
        round,
        settings,
      ]),
    ]),
    context: { queries },
    defaultPreload: 'intent',
    defaultPreloadStaleTime: 0,
    defaultPendingMs: 300,
    defaultPendingComponent: Waiting,
    defaultErrorComponent: Trouble,
    defaultNotFoundComponent: NotFound,
    parseSearch: readSearch,
    stringifySearch: writeSearch,
    scrollRestoration: true,
  });
}

declare module '@tanstack/react-router' {
  interface Register {
    router: ReturnType<typeof makeRouter>;
  }
}
