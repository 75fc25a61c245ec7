/** A picture made a little at a time is the picture made at once, and no step of it is the whole work. */
import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { disclose } from '#core/audience/disclose';
import { parse } from '#core/file/parse';
import { resolve } from '#core/file/resolve';
import { scene, sceneInSteps } from '#core/picture/scene';

test.each(['km4dev', 'euforic'])('%s: many small steps, the same picture', (name) => {
  const { community } = resolve(parse(readFileSync(`cases/${name}/community.yaml`, 'utf8')));
  if (community === null) throw new Error('the case does not resolve');
  const view = disclose(community, { audience: 'stewards', day: '2008-01-01' });
  const steps = sceneInSteps(view, { orientation: 'portrait' });
  let count = 0;
  let step = steps.next();
  for (; step.done !== true; step = steps.next()) count++;
  expect(step.value.groups).toEqual(scene(view, { orientation: 'portrait' }).groups);
  // More than one for each thing that is drawn.
  expect(count).toBeGreaterThan(step.value.groups.length);
});
