/**
 * The picture of KM4Dev at its four dates, kept as files that a person looked at before they were accepted. When the
 * picture is meant to change: `npm run accept -- src/core/picture/goldens.test.ts`, look at the files, commit them.
 */
import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { picture } from '#core/picture/svg';
import { seen } from '#core/picture/testing';

const KM4DEV = readFileSync('cases/km4dev/community.yaml', 'utf8');
const EXPECTED = '../../../cases/km4dev/expected';

test.each(['2007', '2009-10-08', '2012', '2015'])('KM4Dev on %s', async (day) => {
  await expect(picture(seen(KM4DEV, day))).toMatchFileSnapshot(`${EXPECTED}/picture-${day.slice(0, 4)}.svg`);
});
