/** Joins the routes of what comes back every month: agenda by mail, calendars, voices, pulses, decisions and minutes. */
import type { Day } from '#core/model/dates';
import { mayFollow } from '#server/follow';
import type { MailSettings } from '#server/people/mail';
import { router } from '#server/route';
import { agendaMailRoutes } from '#server/routes/agenda-mail';
import { decisionRoutes } from '#server/routes/decisions';
import { feedRoutes } from '#server/routes/feeds';
import { pulseRoutes } from '#server/routes/pulses';
import { voiceRoutes } from '#server/routes/voices';
import type { Seeing } from '#server/seen';
import type { Store } from '#store/port';

export interface MonthlyWorld {
  readonly store: Store;
  readonly today: () => Day;
  readonly mail?: MailSettings;
  readonly report?: (error: unknown) => void;
}

/** All of them over one store. */
export function monthlyRoutes({ store, today, mail, report }: MonthlyWorld, seeing: Seeing) {
  return router()
    .route(
      '/',
      agendaMailRoutes(store, seeing, mail ?? null, (trouble) => report?.(trouble)),
    )
    .route('/', feedRoutes({ store, seeing, today, mayFollow: mayFollow(store) }))
    .route('/', voiceRoutes(store, seeing, today))
    .route('/', pulseRoutes(store, seeing, today))
    .route('/', decisionRoutes(store, seeing, today));
}
