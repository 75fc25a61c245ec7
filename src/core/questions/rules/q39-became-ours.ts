/** Q39: a pool has no rule of entry or of use. */
import { called, calledFirst, manyOf } from '#core/questions/called';
import { defineQuestion } from '#core/questions/define';
import { wording } from '#core/questions/wording';

const say = wording('Q39', {
  asks: 'How did {pool} become ours, and who decides on it?',
  why: '{start} {many, select, yes {have} other {has}} no written rule for {what, select, entry {what goes in} use {what it is used for} other {what goes in or what it is used for}}.',
});

export const q39 = defineQuestion({
  id: 'Q39',
  block: 'B7',
  reads: [],
  trigger: 'a pool without entry or use rule',
  followUps: ['Q48'],
  tender: false,
  asks: (view) =>
    view.pools
      .filter((pool) => pool.entry === null || pool.use === null)
      .map((pool) => {
        const both = pool.entry === null && pool.use === null;
        const what = both ? 'both' : pool.entry === null ? 'entry' : 'use';
        const params = {
          pool: called(view, pool.id),
          start: calledFirst(view, pool.id),
          what,
          many: manyOf(view, pool.id),
        };
        return say.ask({ about: [pool.id], evidence: [pool.id], distance: both ? 0.6 : 0.3 }, params);
      }),
});
