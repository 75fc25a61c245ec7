/** Q56: one from outside both gives and decides. */
import { called, calledFirst, manyOf } from '#core/questions/called';
import { defineQuestion } from '#core/questions/define';
import { ids } from '#core/questions/reading';
import { wording } from '#core/questions/wording';

const say = wording('Q56', {
  asks: 'When {host} and community differ, how is it settled?',
  why: '{start} {many, select, yes {give into {pool}, and also decide} other {gives into {pool}, and also decides}} on it.',
  offer:
    'We cannot tell whether {host} also {many, select, yes {decide on what they give} other {decides on what it gives}}. Is it worth finding out?',
  missing:
    '{start} {many, select, yes {give} other {gives}} into {pool}; who decides on it is not written down.',
});

export const q56 = defineQuestion({
  id: 'Q56',
  block: 'B8',
  reads: [],
  trigger: 'a host decides and funds',
  followUps: ['Q76'],
  tender: true,
  asks: (view) =>
    view.pools.flatMap((pool) => {
      const into = view.countedFlows.filter((flow) => flow.to === pool.id || pool.pockets.includes(flow.to));
      const hosts = [...new Set(into.map((flow) => flow.from))].filter(
        (id) => view.get('parties', id)?.inside === false,
      );
      return hosts.flatMap((host) => {
        const flows = into.filter((flow) => flow.from === host);
        const ground = { about: [host, pool.id], evidence: [host, pool.id, ...ids(flows)] };
        const params = {
          host: called(view, host),
          start: calledFirst(view, host),
          many: manyOf(view, host),
          pool: called(view, pool.id),
        };
        if (pool.deciders.length === 0) return [say.offer({ ...ground, distance: 0.4 }, params)];
        return pool.deciders.includes(host) ? [say.ask({ ...ground, distance: 0.7 }, params)] : [];
      });
    }),
});
