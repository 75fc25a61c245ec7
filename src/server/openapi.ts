/** The description of the API (OpenAPI 3.1), made from the routes themselves. */
import type { OpenAPIHono } from '@hono/zod-openapi';
import type { Carried } from '#server/caller';

/** Serves the description at `/api/openapi.json`. */
export function openApi(app: OpenAPIHono<Carried>, version: string): void {
  app.doc31('/api/openapi.json', {
    openapi: '3.1.0',
    info: {
      title: 'Potluck',
      version,
      description:
        'Describe, see and talk through the economy of a learning community. Every answer is for an audience; what that audience may not know is not in it. Null means unknown, never zero.',
      license: { name: 'MIT' },
    },
    servers: [{ url: '/' }],
    tags: [
      { name: 'Communities', description: 'What is kept, and changing it.' },
      { name: 'History', description: 'What was, and going back.' },
      { name: 'Answers', description: 'What follows from a community, for an audience on a day.' },
      { name: 'Exports', description: 'A community in forms to take along.' },
      {
        name: 'Rounds',
        description: 'A question talked through in order; what is written stays without a name.',
      },
      { name: 'People', description: 'Coming in, belonging, inviting. A session travels in a cookie.' },
      { name: 'Reference', description: 'How measures are worked out; checking a file.' },
    ],
  });
}
