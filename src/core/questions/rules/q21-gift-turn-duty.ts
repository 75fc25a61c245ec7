/** Q21: a stream is read by one norm, the pool it touches by another. */
import type { Norm } from '#core/model/things';
import { called, calledFirst } from '#core/questions/called';
import { defineQuestion } from '#core/questions/define';
import { wording } from '#core/questions/wording';
import { message } from '#core/words/message';

const NORM = message(
  'question.Q21.norm',
  '{norm, select, sharing {sharing} ranking {rank} turns {taking turns} other {payment}}',
);

const say = wording('Q21', {
  asks: 'Is {flow} gift, turn, duty or payment, and do all read it so?',
  why: '{start} is told as {own}, {pool} as {common}.',
  offer: 'We cannot tell whether everybody reads {flow} in the same way. Is it worth finding out?',
  missing: 'By what custom people share in {pool} is not written down.',
});

/** A custom in a word; select keys know no hyphen. */
function normCalled(norm: Norm): string {
  return NORM({ norm: norm === 'turn-taking' ? 'turns' : norm }).text;
}

export const q21 = defineQuestion({
  id: 'Q21',
  block: 'B4',
  reads: [],
  trigger: 'norm of a flow differs from the norm of its pool',
  followUps: ['Q22'],
  tender: false,
  asks: (view) =>
    view.countedFlows.flatMap((flow) => {
      if (flow.norm === null) return [];
      const pool = view.get('pools', flow.to) ?? view.get('pools', flow.from);
      if (pool === null || pool.norm === flow.norm) return [];
      const ground = { about: [flow.id, pool.id], evidence: [flow.id, pool.id] };
      const params = {
        flow: called(view, flow.id),
        start: calledFirst(view, flow.id),
        pool: called(view, pool.id),
      };
      if (pool.norm === null) return [say.offer({ ...ground, distance: 0.3 }, params)];
      return [
        say.ask(
          { ...ground, distance: 0.6 },
          { ...params, own: normCalled(flow.norm), common: normCalled(pool.norm) },
        ),
      ];
    }),
});
