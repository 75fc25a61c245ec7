/** Everything about people at one door: coming in, belonging, inviting. */
import type { Day } from '#core/model/dates';
import type { Desk } from '#server/people/desk';
import { Elsewhere, type ElsewhereSettings } from '#server/people/elsewhere';
import { router } from '#server/route';
import { elsewhereRoutes } from '#server/routes/elsewhere';
import { inviteRoutes } from '#server/routes/invites';
import { joiningRoutes } from '#server/routes/joining';
import { memberRoutes } from '#server/routes/members';
import { passkeyRoutes } from '#server/routes/passkeys';
import { sessionRoutes } from '#server/routes/sessions';
import { signInRoutes } from '#server/routes/sign-in';

/** The routes of people. */
export function peopleRoutes(desk: Desk, today: () => Day, oidc?: ElsewhereSettings | undefined) {
  const elsewhere = oidc === undefined ? null : new Elsewhere(oidc, desk.now);
  return router()
    .route('/', signInRoutes(desk))
    .route('/', sessionRoutes(desk))
    .route('/', passkeyRoutes(desk))
    .route('/', elsewhereRoutes(desk, elsewhere))
    .route('/', joiningRoutes(desk))
    .route('/', memberRoutes(desk))
    .route('/', inviteRoutes(desk, today));
}
