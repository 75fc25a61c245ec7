/** A community file as plain data, as it crosses. */
import type { z } from '@hono/zod-openapi';
import { plainFile } from '#core/file/plain-file';
import type { plainSchema } from '#server/schemas/store';

/** What a text means as plain data; without any where it cannot be read. */
export function plainAnswer(text: string): z.infer<typeof plainSchema> {
  return (plainFile(text) ?? { data: null, json: false }) as z.infer<typeof plainSchema>;
}
