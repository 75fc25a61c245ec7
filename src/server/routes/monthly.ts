/** Joins the routes of what comes back every month: calendars, voices, pulses, decisions and minutes. */
import type { Day } from '#core/model/dates';
import { router } from '#server/route';
import { decisionRoutes } from '#server/routes/decisions';
import { type FeedWorld, feedRoutes } from '#server/routes/feeds';
import { pulseRoutes } from '#server/routes/pulses';
import { voiceRoutes } from '#server/routes/voices';
import type { Seeing } from '#server/seen';
import type { Store } from '#store/port';

/** All of them over one store. */
export function monthlyRoutes(
  store: Store,
  seeing: Seeing,
  today: () => Day,
  mayFollow: FeedWorld['mayFollow'],
) {
  return router()
    .route('/', feedRoutes({ store, seeing, today, mayFollow }))
    .route('/', voiceRoutes(store, seeing, today))
    .route('/', pulseRoutes(store, seeing, today))
    .route('/', decisionRoutes(store, seeing, today));
}
