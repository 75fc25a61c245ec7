/** Q76: who decides on a pool also receives from it. */
import type { Finding } from '#core/analyses/finding';
import type { View } from '#core/audience/view';
import type { Id } from '#core/model/fact';
import { called, calledFirst } from '#core/questions/called';
import { defineQuestion } from '#core/questions/define';
import { flagged, ids, of } from '#core/questions/reading';
import { wording } from '#core/questions/wording';

const say = wording('Q76', {
  asks: 'When we decide on what touches us, who looks along?',
  why: 'Among those who decide on {pool} are some who also receive from it.',
  offer: 'We cannot tell whether those who decide on {pool} also receive from it. Is it worth finding out?',
  missing: '{start} pays out; who decides on that is not written down.',
});

interface Case {
  readonly pool: Id;
  readonly evidence: readonly Id[];
  readonly known: boolean;
}

/** By the flags of `incentives`; where that has not been worked out, by holders and streams themselves. */
function cases(view: View, findings: readonly Finding[]): readonly Case[] {
  if (of(findings, 'incentives').length > 0) {
    return flagged(findings, 'incentives', 'decider-receives').map(({ finding, evidence }) => ({
      pool:
        [...finding.about, ...evidence].find((id) => view.get('pools', id) !== null) ??
        finding.about[0] ??
        '',
      evidence,
      known: true,
    }));
  }
  return view.pools
    .filter((pool) => view.kind(pool.kind)?.law === 'conserved')
    .flatMap((pool): readonly Case[] => {
      const out = view.countedFlows.filter(
        (flow) => flow.from === pool.id || pool.pockets.includes(flow.from),
      );
      const paid = out.filter((flow) => view.get('parties', flow.to) !== null);
      if (paid.length === 0) return [];
      if (pool.deciders.length === 0)
        return [{ pool: pool.id, evidence: [pool.id, ...ids(paid)], known: false }];
      const own = paid.filter((flow) =>
        pool.deciders.some((id) => id === flow.to || id === view.get('parties', flow.to)?.in),
      );
      return own.length === 0
        ? []
        : [{ pool: pool.id, evidence: [pool.id, ...pool.deciders, ...ids(own)], known: true }];
    });
}

export const q76 = defineQuestion({
  id: 'Q76',
  block: 'B11',
  reads: ['incentives'],
  trigger: 'a decider who also receives',
  followUps: ['Q56'],
  tender: true,
  asks: (view, findings) =>
    cases(view, findings).map(({ pool, evidence, known }) => {
      const params = { pool: called(view, pool), start: calledFirst(view, pool) };
      return known
        ? say.ask({ about: [pool], evidence, distance: 0.6 }, params)
        : say.offer({ about: [pool], evidence, distance: 0.4 }, params);
    }),
});
