/** The rooms and their addresses. Each room is fetched when it is first entered. */
import type { ComponentType } from 'react';
import { parse } from 'regexparam';
import type { Frame, To } from '../shared/way/address';

export interface Route {
  readonly frame: Frame;
  readonly fetch: () => Promise<ComponentType>;
}

const room = (fetch: () => Promise<ComponentType>): Route => ({ frame: 'community', fetch });
const beside = (fetch: () => Promise<ComponentType>): Route => ({ frame: 'shelf', fetch });
const alone = (fetch: () => Promise<ComponentType>): Route => ({ frame: 'none', fetch });

const ROUTES: Readonly<Record<To, Route>> = {
  '/': beside(async () => (await import('../features/shelf/index')).ShelfPage),
  '/why': beside(async () => (await import('../features/why/index')).WhyPage),
  '/settings': beside(async () => (await import('../features/settings/index')).OwnSettings),
  '/sign-in': beside(async () => (await import('../features/enter/index')).SignInPage),
  '/join': beside(async () => (await import('../features/enter/index')).JoinPage),
  '/recover': beside(async () => (await import('../features/enter/index')).RecoverPage),
  // Whoever has the link of a pulse comes here, without an account and without rooms.
  '/p': alone(async () => (await import('../features/voices/index')).PulsePage),
  // On the wall there are no rooms and no head.
  '/c/$community/talk/$round/wall': alone(async () => (await import('../features/talk/wall/index')).WallPage),
  '/c/$community': room(async () => (await import('../features/picture/index')).PicturePage),
  '/c/$community/canvas': room(async () => (await import('../features/canvas/index')).CanvasPage),
  '/c/$community/free': room(async () => (await import('../features/free/index')).FreePage),
  '/c/$community/questions': room(async () => (await import('../features/questions/index')).QuestionsPage),
  '/c/$community/story': room(async () => (await import('../features/story/index')).StoryPage),
  '/c/$community/what-if': room(async () => (await import('../features/whatif/index')).WhatIfPage),
  '/c/$community/compare': room(async () => (await import('../features/compare/index')).ComparePage),
  '/c/$community/history': room(async () => (await import('../features/history/index')).HistoryPage),
  '/c/$community/file': room(async () => (await import('../features/history/index')).FilePage),
  '/c/$community/interview': room(async () => (await import('../features/interview/index')).InterviewPage),
  '/c/$community/openness': room(async () => (await import('../features/openness/index')).OpennessPage),
  '/c/$community/sponsor/$basket': room(async () => (await import('../features/sponsor/index')).SponsorPage),
  '/c/$community/talk': room(async () => (await import('../features/talk/index')).TalkPage),
  '/c/$community/talk/$round': room(async () => (await import('../features/talk/round/index')).RoundPage),
  '/c/$community/settings': room(async () => (await import('../features/settings/index')).RoomSettings),
};

const PATTERNS = Object.entries(ROUTES).map(([to, route]) => ({
  route,
  ...parse(to.replaceAll('$', ':')),
}));

export interface Found {
  readonly route: Route;
  readonly params: Readonly<Record<string, string>>;
}

/** The room of a path; null where nothing stands. */
export function roomAt(path: string): Found | null {
  for (const { route, pattern, keys } of PATTERNS) {
    const hit = pattern.exec(path);
    if (hit === null) continue;
    const params = Object.fromEntries(keys.map((key, i) => [key, decoded(hit[i + 1] ?? '')]));
    return { route, params };
  }
  return null;
}

function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
