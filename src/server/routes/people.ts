/** Everything about people at one door: coming in, belonging, inviting. */
import type { Day } from '#core/model/dates';
import type { Desk } from '#server/people/desk';
import { router } from '#server/route';
import { inviteRoutes } from '#server/routes/invites';
import { joiningRoutes } from '#server/routes/joining';
import { memberRoutes } from '#server/routes/members';
import { passkeyRoutes } from '#server/routes/passkeys';
import { sessionRoutes } from '#server/routes/sessions';
import { signInRoutes } from '#server/routes/sign-in';

/** The routes of people. */
export function peopleRoutes(desk: Desk, today: () => Day) {
  return router()
    .route('/', signInRoutes(desk))
    .route('/', sessionRoutes(desk))
    .route('/', passkeyRoutes(desk))
    .route('/', joiningRoutes(desk))
    .route('/', memberRoutes(desk))
    .route('/', inviteRoutes(desk, today));
}
