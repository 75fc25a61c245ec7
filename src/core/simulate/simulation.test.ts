/** A slider moves levers of a simulation that was built before: the numbers are those of one that is built anew. */
import { expect, test } from 'vitest';
import { Simulation } from '#core/simulate/simulation';
import { caseText, viewOf } from '#test/shelf';

const view = viewOf(caseText('allotment-school'));
const options = { runs: 12, months: 24, scenario: 'open-move', seed: 3 };
const fresh = (levers: Record<string, number>) => {
  const one = new Simulation(view, { ...options, levers });
  one.more(12);
  return one.result();
};

test('moved again and again, with other levers, and drawn in turn with the one it came from', () => {
  const first = new Simulation(view, { ...options, levers: { joins: 2 } });
  first.more(6);
  const further = first.moved({ joins: 0.5 });
  const other = further.moved({ hands: 0.25, joins: 0.5 });
  for (const one of [further, first, other, further, other]) one.more(6);
  expect(first.result()).toEqual(fresh({ joins: 2 }));
  expect(further.result()).toEqual(fresh({ joins: 0.5 }));
  expect(other.result()).toEqual(fresh({ hands: 0.25, joins: 0.5 }));
  expect(other.result().series).not.toEqual(further.result().series);
  expect(first.moved({}).result().series).toEqual(
    new Simulation(view, { ...options, runs: 0 }).result().series,
  );
});
