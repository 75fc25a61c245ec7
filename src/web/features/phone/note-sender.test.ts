/** Notes on their way: kept only when the server has them, sent again after a drop, never in the wrong order. */
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { NoteSender } from './note-sender';
import type { OwnNote } from './place';
import { Down, Refused } from './round-line';

beforeEach(() => vi.useFakeTimers());
afterEach(() => vi.useRealTimers());

function world(fail: (turn: number) => Error | null = () => null) {
  const sent: string[] = [];
  let notes: readonly OwnNote[] = [];
  let turn = 0;
  const answer = async (line: string) => {
    const error = fail(turn++);
    if (error !== null) throw error;
    sent.push(line);
  };
  const sender = new NoteSender(
    notes,
    { put: (key, text) => answer(`${key}: ${text}`), drop: (key) => answer(`${key} gone`) },
    (next) => {
      notes = next;
    },
  );
  const standings = () => notes.map((one) => sender.standing(one));
  return { sender, sent, standings, now: () => notes };
}

describe('a note', () => {
  test('is sent once it is quiet, and kept only then', async () => {
    const { sender, sent, standings } = world();
    sender.add('a');
    expect(standings()).toEqual(['empty']);
    sender.write('a', 'Ha');
    sender.write('a', 'Hall');
    expect(standings()).toEqual(['sending']);
    await vi.advanceTimersByTimeAsync(499);
    expect(sent).toEqual([]);
    await vi.advanceTimersByTimeAsync(1);
    expect(sent).toEqual(['a: Hall']);
    expect(standings()).toEqual(['kept']);
  });

  test('waits while the line is down and goes when it is back', async () => {
    const { sender, sent, standings } = world((turn) => (turn < 2 ? new Down() : null));
    sender.add('a');
    sender.write('a', 'Hall');
    await vi.advanceTimersByTimeAsync(500);
    expect(standings()).toEqual(['waiting']);
    await vi.advanceTimersByTimeAsync(4_000);
    expect(sent).toEqual(['a: Hall']);
    expect(standings()).toEqual(['kept']);
  });

  test('that comes when writing has ended is called so and is not sent for ever', async () => {
    const asked = vi.fn(() => new Refused(409, 'wrong-phase', 'Writing has ended.'));
    const { sender, standings } = world(asked);
    sender.add('a');
    sender.write('a', 'Hall');
    await vi.advanceTimersByTimeAsync(60_000);
    expect(standings()).toEqual(['late']);
    expect(asked).toHaveBeenCalledTimes(1);
  });

  test('that is taken away is taken from the server too, and stays where that cannot be done yet', async () => {
    const { sender, sent, now } = world((turn) => (turn === 1 ? new Down() : null));
    sender.add('a');
    sender.write('a', 'Hall');
    await sender.flush();
    await sender.drop('a');
    expect(now().map((one) => one.kept)).toEqual(['Hall']);
    await vi.advanceTimersByTimeAsync(2_000);
    expect(sent).toEqual(['a: Hall', 'a gone']);
    expect(now().map((one) => one.kept)).toEqual([null]);
  });

  test('typed on while it was under way is sent again as it is now', async () => {
    const { sender, sent, standings } = world();
    sender.add('a');
    sender.write('a', 'Hall');
    const first = sender.flush();
    sender.write('a', 'Hall rent');
    await first;
    expect(sent).toEqual(['a: Hall', 'a: Hall rent']);
    expect(standings()).toEqual(['kept']);
  });
});
