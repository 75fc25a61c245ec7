/**
 * Communities in forms to take along, and the page that others may put on theirs. The core writes; this carries, with the
 * right type and a name for the file. Only the page to embed may stand in a frame of another site.
 */
import { createRoute, z } from '@hono/zod-openapi';
import { embed } from '#core/export/embed';
import { exportAs } from '#core/export/export';
import { fileName, formatOf, formats } from '#core/export/formats';
import { paperStyle } from '#core/export/paper';
import { isoDay } from '#core/model/dates';
import { message } from '#core/words/message';
import { audienceOfRequest } from '#server/caller';
import { FIELD } from '#server/fields';
import { NARROWEST_IMAGE, paint, WIDEST_IMAGE } from '#server/paint';
import { Refusal } from '#server/problem';
import { REFUSED } from '#server/refused';
import { communityParam, reading, router, seenQuery } from '#server/route';
import type { Seeing } from '#server/seen';
import { servedTypefaces, typefacesFor } from '#server/typefaces';
import type { Store } from '#store/port';

/** What is refused here. */
const SAYS = {
  noFormat: message('refused.no-format', 'There is no format {format}.'),
} as const;

const tags = ['Exports'];
const ids = formats.map((one) => one.id) as [string, ...string[]];

const list = createRoute({
  method: 'get',
  path: '/api/exports',
  tags,
  summary: 'The forms in which a community can be taken along',
  responses: reading(
    z.object({
      formats: z.array(
        z.object({
          id: z.string(),
          extension: z.string(),
          media: z.string(),
          name: z.string(),
          says: z.string(),
        }),
      ),
    }),
    'In the order in which they are offered.',
  ),
});

const take = createRoute({
  method: 'get',
  path: '/api/communities/{id}/export/{format}',
  tags,
  summary: 'A community in one of these forms, as a file',
  request: {
    params: communityParam.extend({ format: z.enum(ids).describe('As `/api/exports` lists them.') }),
    query: seenQuery.extend({
      theme: z
        .enum(['light', 'dark', 'print'])
        .optional()
        .describe('The paper of `svg` and `png`; light unless said.'),
      width: z.coerce
        .number(FIELD.whole)
        .int()
        .min(NARROWEST_IMAGE)
        .max(WIDEST_IMAGE)
        .optional()
        .describe('Of `png`, in dots; twice the drawing unless said.'),
    }),
  },
  responses: {
    ...reading(z.string(), 'The file.'),
    200: {
      description: 'The file.',
      content: Object.fromEntries(formats.map((one) => [one.media, { schema: z.string() }])),
    },
  },
});

/** What a page may do where somebody opens the file from here: be read. */
const INERT =
  "default-src 'none'; style-src 'unsafe-inline'; font-src data:; img-src data:; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";

/** What the page to embed may do, wherever it stands: be read, in our typefaces. */
const FRAMED =
  "default-src 'none'; style-src 'self'; font-src 'self'; img-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors *";

/** The routes of exports. */
export function exportRoutes(store: Store, seeing: Seeing) {
  const routes = router()
    .openapi(list, (context) => {
      const told = formats.map(({ id, extension, media, name, says }) => ({
        id,
        extension,
        media,
        name: name().text,
        says: says().text,
      }));
      return context.json({ formats: told }, 200);
    })
    .openapi(take, async (context) => {
      const { id, format: wanted } = context.req.valid('param');
      const { audience: asked, 'as-of': asOf, theme, width } = context.req.valid('query');
      const format = formatOf(wanted);
      if (format === null) throw new Refusal(404, 'not-found', SAYS.noFormat({ format: wanted }));
      const audience = audienceOfRequest(context, id, asked);
      const { view } = await seeing.view(id, audience, asOf);
      const text = format.id === 'yaml' ? (await store.text(id, audience))?.body : undefined;
      const written = exportAs(format.id, {
        view,
        fontFaces: (letters) => typefacesFor(letters, format.id === 'html' ? 'page' : 'picture'),
        ...(theme === undefined ? {} : { theme }),
        ...(text === undefined ? {} : { text }),
      });
      const name = fileName(format, { community: id, asOf: isoDay(view.day), audience });
      const headers = {
        'content-type': format.text ? `${format.media}; charset=utf-8` : format.media,
        'content-disposition': `attachment; filename="${name}"`,
        'content-security-policy': INERT,
      };
      return context.body(
        format.text ? written : new Uint8Array(await paint(written, width)),
        200,
        headers,
      ) as never;
    });

  routes.get('/paper.css', (context) =>
    context.body(paperStyle(servedTypefaces()), 200, {
      'content-type': 'text/css; charset=utf-8',
      'cache-control': 'no-cache',
    }),
  );
  routes.get('/embed/:community', async (context) => {
    const id = context.req.param('community');
    if (!communityParam.shape.id.safeParse(id).success)
      throw new Refusal(404, 'not-found', REFUSED.noSuchCommunity());
    const audience = audienceOfRequest(context, id, 'public');
    const { view } = await seeing.view(id, audience, context.req.query('as-of'));
    return context.body(embed(view, { back: `/c/${id}`, style: '/paper.css' }), 200, {
      'content-type': 'text/html; charset=utf-8',
      'content-security-policy': FRAMED,
    });
  });
  return routes;
}
