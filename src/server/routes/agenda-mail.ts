/** The agenda of a month by mail, where the operator has named a server for it. Each gets a letter of their own. */
import { createRoute, z } from '@hono/zod-openapi';
import { agendaMarkdown, agendaOf, title } from '#core/agenda';
import { message } from '#core/words/message';
import { mustSteward } from '#server/caller';
import { type MailSettings, post } from '#server/people/mail';
import { Refusal } from '#server/problem';
import { changing, communityParam, router, taking } from '#server/route';
import type { Seeing } from '#server/seen';
import type { Store } from '#store/port';

/** What is refused here. */
const SAYS = {
  noMailServer: message(
    'refused.no-mail-server',
    'No mail server is named here. Whoever runs Potluck sets POTLUCK_SMTP_URL.',
  ),
} as const;

/** Letters at once, and of one community in a row; one more after each `every` seconds. */
const MOST_LETTERS = 50;
const MEASURE = { most: 100, every: 60 };

const asked = z
  .object({
    to: z.array(z.email()).min(1).max(MOST_LETTERS),
    audience: z
      .string()
      .min(1)
      .max(200)
      .default('members')
      .describe('As whom they read it: what this audience may see, and no more.'),
    month: z
      .string()
      .regex(/^\d{4}-(?:0[1-9]|1[0-2])$/, 'a month, such as 2026-12')
      .optional(),
  })
  .meta({ id: 'AgendaMail' });

const mail = createRoute({
  method: 'post',
  path: '/api/communities/{id}/agenda/mail',
  tags: ['Talk'],
  summary: 'Send the agenda of a month by mail; for stewards',
  request: { params: communityParam, ...taking(asked) },
  responses: changing(z.object({ sent: z.int(), failed: z.int() }), 'How many letters the mail server took.'),
});

/** The route of it. Keeps no address, and logs none. */
export function agendaMailRoutes(
  store: Store,
  seeing: Seeing,
  settings: MailSettings | null,
  report: (trouble: Error) => void,
) {
  return router().openapi(mail, async (context) => {
    const { id } = context.req.valid('param');
    mustSteward(context, id);
    if (settings === null) throw new Refusal(409, 'no-mail', SAYS.noMailServer());
    const { to, audience, month } = context.req.valid('json');
    const { view } = await seeing.view(id, audience, undefined);
    const subject = title(view, agendaOf(view, month));
    const text = agendaMarkdown(view, month);
    let sent = 0;
    const letters = [...new Set(to)];
    for (const one of letters) {
      if ((await store.people.attempt(`agenda-mail ${id}`, MEASURE)) !== null) break;
      if (await post(settings, { to: one, subject, text }, report)) sent += 1;
    }
    return context.json({ sent, failed: letters.length - sent }, 200);
  });
}
