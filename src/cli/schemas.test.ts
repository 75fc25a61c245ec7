/** Every answer of the command line keeps to its published schema; the published ones are those of the code. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { z } from 'zod';
import { call, GARDEN } from '#cli/testing';
import { commandSchemas } from '#server/schemas/commands';

const root = join(import.meta.dirname, '..', '..');
const shelf = ['allotment-school', 'km4dev'].map((name) => `cases/${name}/community.yaml`);
const files = {
  'garden.yaml': GARDEN,
  'broken.yaml': GARDEN.replace('price: free', 'prize: free'),
  ...Object.fromEntries(shelf.map((path) => [path, readFileSync(join(root, path), 'utf8')])),
};

/** Words that a command takes before the file. */
const BEFORE: Readonly<Record<string, readonly string[]>> = { export: ['markdown'], import: ['yaml'] };

/** Refuses keys that the schema does not name, so that nothing leaves unannounced. */
function strictly(command: keyof typeof commandSchemas) {
  return z.strictObject(commandSchemas[command].shape);
}

describe.each(Object.keys(commandSchemas) as (keyof typeof commandSchemas)[])('%s', (command) => {
  test('the published schema is that of the code', async () => {
    const schema = z.toJSONSchema(commandSchemas[command], { target: 'draft-2020-12' });
    await expect(`${JSON.stringify(schema, null, 2)}\n`).toMatchFileSnapshot(
      join(root, 'docs', 'reference', 'schemas', `${command}.json`),
    );
  });

  test.each(command === 'explain' ? ['who-bears'] : Object.keys(files))('%s', async (path) => {
    // A comparison takes two: the file beside itself, so that whatever it holds is told.
    const words = [
      command,
      ...(BEFORE[command] ?? []),
      path,
      ...(command === 'compare' ? [path] : []),
      '--json',
    ];
    const { out } = await call(words, files);
    const result = strictly(command).safeParse(JSON.parse(out));
    expect(result.error?.issues ?? []).toEqual([]);
  });
});
