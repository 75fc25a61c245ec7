/** Two workers give the numbers of one, whichever of them is faster. */
import { expect, test } from 'vitest';
import { Simulation } from '#core/simulate/simulation';
import { caseText, viewOf } from '../../../../test/shelf';
import { DrawsTogether, drawBackwards, type Portion } from './draws-together';

const view = viewOf(caseText('allotment-school'));
// No multiple of a portion, nor of two, so that the last portion is short and odd.
const RUNS = 333;
const simulation = () => new Simulation(view, { runs: RUNS, scenario: 'open-move', seed: 7 });

async function portionsOfMate(): Promise<Portion[]> {
  const all: Portion[] = [];
  await drawBackwards(
    [simulation()],
    // As it crosses from one worker to the other.
    (portion) => all.push(structuredClone(portion)),
    async () => true,
  );
  return all;
}

test('one worker, two workers and a mate that does nearly all give identical numbers', async () => {
  const alone = simulation();
  alone.more(RUNS);
  const expected = alone.result();
  expect(expected.runs).toBe(RUNS);
  const portions = await portionsOfMate();
  expect(portions.map((one) => one.portion)).toEqual([6, 5, 4, 3, 2, 1, 0]);
  for (const ofMate of [0, 1, 3, 6]) {
    const mine = simulation();
    const together = new DrawsTogether([mine]);
    // They come in turn, as from two workers.
    for (let at = 0; together.done < 1; at += 1) {
      const portion = at < ofMate ? portions[at] : undefined;
      if (portion !== undefined) together.take(portion);
      if (portion === undefined || at % 2 === 1) together.draw();
    }
    expect(mine.result()).toEqual(expected);
  }
});

test('a portion that was drawn here already is not counted twice; strange parts are refused', async () => {
  const portions = await portionsOfMate();
  const mine = simulation();
  const together = new DrawsTogether([mine]);
  for (let at = 0; at < 7; at += 1) together.draw();
  for (const portion of portions) together.take(portion);
  expect([together.done, mine.done]).toEqual([1, RUNS]);
  expect(() => mine.take(mine.part(0, 1))).toThrow(RangeError);
});

test('a mate that is told to stop, stops', async () => {
  let posted = 0;
  await drawBackwards(
    [simulation()],
    () => {
      posted += 1;
    },
    async () => posted < 2,
  );
  expect(posted).toBe(2);
});
