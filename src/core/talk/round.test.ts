/** The order of a round, who may do what when, and when what was written may be shown. */
import fc from 'fast-check';
import { describe, expect, expectTypeOf, test } from 'vitest';
import {
  type Act,
  type Actor,
  leastFor,
  leastOf,
  type Move,
  may,
  mayShow,
  move,
  nextPhase,
  PHASES,
  type Phase,
  type Standing,
  WAYS,
} from '#core/talk/round';
import { shuffled } from '#core/talk/shuffle';

const standing: Standing = {
  phase: 'read',
  way: 'consent',
  anonymous: true,
  k: 3,
  joined: 8,
  written: 8,
  notes: 9,
  options: 1,
};
const phase = fc.constantFrom(...PHASES);
const someMove: fc.Arbitrary<Move> = fc.record({ from: phase, to: phase, without: fc.boolean() });
const someStanding: fc.Arbitrary<Standing> = fc.record({
  phase: fc.constant('read' as const),
  way: fc.constantFrom(...WAYS),
  anonymous: fc.boolean(),
  k: fc.integer({ min: 3, max: 8 }),
  joined: fc.integer({ min: 0, max: 60 }),
  written: fc.integer({ min: 0, max: 60 }),
  notes: fc.integer({ min: 0, max: 200 }),
  options: fc.integer({ min: 0, max: 22 }),
});

describe('order', () => {
  test('read, write, gather, clarify, discuss, decide, record, closed; and then nothing', () => {
    const gone: Phase[] = ['read'];
    for (let next = nextPhase('read'); next !== null; next = nextPhase(next)) gone.push(next);
    expect(gone).toEqual(['read', 'write', 'gather', 'clarify', 'discuss', 'decide', 'record', 'closed']);
  });

  test('whatever is tried, phases are gone through in order, none twice, and only closing skips', () => {
    fc.assert(
      fc.property(someStanding, fc.array(someMove, { maxLength: 60 }), (begun, moves) => {
        let at = begun;
        const gone: Phase[] = [begun.phase];
        for (const one of moves) {
          const moved = move(at, one);
          if (!moved.ok) continue;
          expect(one.from).toBe(at.phase);
          at = { ...at, phase: moved.to };
          gone.push(moved.to);
        }
        const open = gone.filter((one) => one !== 'closed');
        expect(open).toEqual(PHASES.slice(0, open.length));
        if (gone.includes('closed')) expect(gone.at(-1)).toBe('closed');
      }),
    );
  });

  test('of two who move the same round, the second is told that it moved', () => {
    expect(move(standing, { from: 'read', to: 'write' })).toEqual({ ok: true, to: 'write', notes: 'kept' });
    const later = { ...standing, phase: 'write' as const };
    expect(move(later, { from: 'read', to: 'write' })).toEqual({ ok: false, why: 'moved' });
    expect(move({ ...standing, phase: 'closed' }, { from: 'closed', to: 'read' })).toMatchObject({
      ok: false,
    });
  });

  test('it decides only where there is something to choose from', () => {
    const at = (way: Standing['way'], options: number) =>
      move({ ...standing, phase: 'discuss', way, options }, { from: 'discuss', to: 'decide' }).ok;
    expect([at('consent', 0), at('consent', 1), at('consent', 2)]).toEqual([false, true, false]);
    expect([at('dots', 1), at('dots', 2), at('dots', 20), at('dots', 21)]).toEqual([
      false,
      true,
      true,
      false,
    ]);
    expect([at('score', 1), at('score', 2)]).toEqual([false, true]);
  });
});

describe('who may do what when', () => {
  test('each act belongs to one side and to its phases', () => {
    const phasesOf = (actor: Actor, act: Act) => PHASES.filter((one) => may(actor, act, one));
    expect(phasesOf('participant', 'write')).toEqual(['write']);
    expect(phasesOf('participant', 'say-done')).toEqual(['write']);
    expect(phasesOf('participant', 'choose')).toEqual(['decide']);
    expect(phasesOf('participant', 'join')).toEqual(PHASES.slice(0, -1));
    expect(phasesOf('facilitator', 'reword')).toEqual(['gather', 'clarify']);
    expect(phasesOf('facilitator', 'offer-options')).toEqual(PHASES.slice(0, 5));
    expect(phasesOf('facilitator', 'record')).toEqual(['record']);
    for (const act of ['write', 'say-done', 'choose'] as const)
      expect(phasesOf('facilitator', act)).toEqual([]);
    for (const act of ['reword', 'offer-options', 'set-timer', 'record'] as const)
      expect(phasesOf('participant', act)).toEqual([]);
  });

  test('a move cannot say that a round be opened: there is no word for it', () => {
    expectTypeOf<keyof Move>().toEqualTypeOf<'from' | 'to' | 'without'>();
    expectTypeOf<Extract<Act, 'open' | 'reveal' | 'name'>>().toEqualTypeOf<never>();
    fc.assert(
      fc.property(someStanding, someMove, (begun, wanted) => {
        const before = JSON.stringify(begun);
        const moved = move(begun, wanted);
        expect(Object.keys(moved)).not.toContain('anonymous');
        expect(JSON.stringify(begun)).toBe(before);
      }),
    );
  });
});

describe('below the threshold nothing is shown', () => {
  test('three, five in circles above thirty, one where it is open; what was set counts where it is more', () => {
    expect([2, 30, 31, 60].map(leastFor)).toEqual([3, 3, 5, 5]);
    expect(leastOf({ anonymous: true, k: 3, joined: 31 })).toBe(5);
    expect(leastOf({ anonymous: true, k: 7, joined: 31 })).toBe(7);
    expect(leastOf({ anonymous: false, k: 1, joined: 60 })).toBe(1);
  });

  test('it takes enough people and enough notes', () => {
    const shows = (written: number, notes: number, joined = 8) =>
      mayShow({ ...standing, written, notes, joined });
    expect([shows(3, 3), shows(2, 9), shows(9, 2), shows(4, 9, 31), shows(5, 5, 31)]).toEqual([
      true,
      false,
      false,
      false,
      true,
    ]);
  });

  test('an anonymous round never releases below it, whatever was set and however it is asked', () => {
    fc.assert(
      fc.property(someStanding, fc.boolean(), (begun, without) => {
        const moved = move({ ...begun, phase: 'write' }, { from: 'write', to: 'gather', without });
        const enough = begun.written >= 3 && begun.notes >= 3;
        if (begun.anonymous && !enough) expect(moved).not.toMatchObject({ notes: 'released' });
        if (moved.ok && moved.notes === 'destroyed') expect(without).toBe(true);
      }),
    );
  });

  test('given up before the notes were gathered, they are destroyed; later they stay', () => {
    const given = (at: Phase) => move({ ...standing, phase: at }, { from: at, to: 'closed' });
    expect(given('write')).toEqual({ ok: true, to: 'closed', notes: 'destroyed' });
    expect(given('clarify')).toEqual({ ok: true, to: 'closed', notes: 'kept' });
  });
});

describe('an order of chance', () => {
  const chanceOf = (draws: readonly number[]) => {
    let at = 0;
    return () => draws[at++ % draws.length] ?? 0;
  };
  const draws = fc.array(fc.double({ min: 0, max: 1, maxExcluded: true, noNaN: true }), { minLength: 1 });

  test('loses no note and makes none', () => {
    fc.assert(
      fc.property(fc.array(fc.string()), draws, (notes, chance) => {
        expect([...shuffled(notes, chanceOf(chance))].sort()).toEqual([...notes].sort());
      }),
    );
  });

  test('the same chance gives the same order; every order of three can come', () => {
    expect(shuffled([1, 2, 3], chanceOf([0.1, 0.9]))).toEqual(shuffled([1, 2, 3], chanceOf([0.1, 0.9])));
    const orders = new Set<string>();
    for (const first of [0, 0.4, 0.8])
      for (const second of [0, 0.6])
        orders.add(shuffled('abc'.split(''), chanceOf([first, second])).join(''));
    expect([...orders].sort()).toEqual(['abc', 'acb', 'bac', 'bca', 'cab', 'cba']);
  });
});
