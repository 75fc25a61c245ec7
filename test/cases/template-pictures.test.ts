/**
 * The picture of every pattern, kept as a file that a person looked at before it was accepted. When drawings are meant to
 * change: `npm run accept -- test/cases/template-pictures.test.ts`, look at the files, commit them.
 */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { disclose } from '#core/audience/disclose';
import { parse } from '#core/file/parse';
import { resolve } from '#core/file/resolve';
import { picture } from '#core/picture/svg';

const folder = join(import.meta.dirname, '..', '..', 'cases', 'templates');
const names = readdirSync(folder);

describe('patterns', () => {
  test('there are eight', () => {
    expect(names).toHaveLength(8);
  });

  test.each(names)('%s', async (name) => {
    const { community } = resolve(parse(readFileSync(join(folder, name, 'community.yaml'), 'utf8')));
    if (community === null) throw new Error(`${name} is no community`);
    const view = disclose(community, { audience: 'stewards', day: '2026-01-01' });
    await expect(`${picture(view)}\n`).toMatchFileSnapshot(join(folder, name, 'expected', 'picture.svg'));
  });
});
