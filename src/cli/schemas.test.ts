/** Every answer of the command line keeps to its published schema; the published ones are those of the code. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { z } from 'zod';
import { call, GARDEN } from '#cli/testing';
import { answerSchemas } from '#server/schemas/answers';

const root = join(import.meta.dirname, '..', '..');
const shelf = ['allotment-school', 'km4dev'].map((name) => `cases/${name}/community.yaml`);
const files = {
  'garden.yaml': GARDEN,
  'broken.yaml': GARDEN.replace('price: free', 'prize: free'),
  ...Object.fromEntries(shelf.map((path) => [path, readFileSync(join(root, path), 'utf8')])),
};

/** Refuses keys that the schema does not name, so that nothing leaves unannounced. */
function strictly(command: keyof typeof answerSchemas) {
  return z.strictObject(answerSchemas[command].shape);
}

describe.each(Object.keys(answerSchemas) as (keyof typeof answerSchemas)[])('%s', (command) => {
  test('the published schema is that of the code', async () => {
    const schema = z.toJSONSchema(answerSchemas[command], { target: 'draft-2020-12' });
    await expect(`${JSON.stringify(schema, null, 2)}\n`).toMatchFileSnapshot(
      join(root, 'docs', 'reference', 'schemas', `${command}.json`),
    );
  });

  test.each(command === 'explain' ? ['who-bears'] : Object.keys(files))('%s', async (path) => {
    const { out } = await call([command, path, '--json'], files);
    const result = strictly(command).safeParse(JSON.parse(out));
    expect(result.error?.issues ?? []).toEqual([]);
  });
});
