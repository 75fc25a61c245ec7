/** Q48: one and the same hand holds a pool and decides on it. */
import { called } from '#core/questions/called';
import { defineQuestion } from '#core/questions/define';
import { wording } from '#core/questions/wording';

const say = wording('Q48', {
  asks: 'Who could take over {pool} tomorrow?',
  why: 'The same hand holds {pool} and decides on it.',
  offer: 'We cannot tell whether more than one of us could look after {pool}. Is it worth finding out?',
  missing: 'Who holds {pool}, or who decides on it, is not written down.',
});

export const q48 = defineQuestion({
  id: 'Q48',
  block: 'B7',
  reads: [],
  trigger: 'one holder who alone decides',
  followUps: ['Q24'],
  tender: false,
  asks: (view) =>
    view.pools.flatMap((pool) => {
      const ground = { about: [pool.id], evidence: [pool.id] };
      const params = { pool: called(view, pool.id) };
      if (pool.holder === null || pool.deciders.length === 0)
        return [say.offer({ ...ground, distance: 0.4 }, params)];
      const type = view.get('parties', pool.holder)?.type;
      const alone = pool.deciders.every((id) => id === pool.holder);
      return alone && (type === 'person' || type === 'organisation')
        ? [say.ask({ ...ground, distance: 0.6 }, params)]
        : [];
    }),
});
