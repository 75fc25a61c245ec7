/**
 * How much of what we say we use is counted: the share of flows of each kind that carry a number, and which do not. It
 * counts arrows, not amounts, and an amount that is hidden from this audience is neither counted nor missing.
 */
import { defineAnalysis } from '#core/analyses/define';
import { ALLOTMENT_FILE } from '#core/analyses/examples/tracing';
import type { Finding } from '#core/analyses/finding';
import { type Counted, count, type Ground, groundOf, isQuantified } from '#core/analyses/network/ground';
import { grouped } from '#core/analyses/network/grouped';
import { sayCompleteness } from '#core/analyses/says/completeness';
import { ENOUGH_KNOWN } from '#core/analyses/thresholds';
import type { Id } from '#core/model/fact';

export const completeness = defineAnalysis({
  id: 'completeness',
  title: 'Completeness',
  asks: 'Of what we say is given and used, how much is counted?',
  formula: 'κ = quantified flows ÷ all flows of the kind',
  symbols: {
    κ: 'completeness of one kind',
    'quantified flows':
      'flows with a number, a range, or the remark that there is none; “some” and “unknown” are not',
  },
  unit: 'share',
  readAs:
    '1: every flow has a number. Below 0.6 (a rule of thumb) results of this kind are told as “cannot tell”.',
  blindTo: 'Flows that nobody wrote down at all, and how well the numbers are known.',
  dataPoor: 'This is where thin data shows: it lists what is missing, so that effort can go there first.',
  sources: ['Potluck’s own choice, in the spirit of the pedigree matrix: ecoinvent'],
  run: (view, options) => {
    const ground = groundOf(view, options);
    // Those of which someone looked and found none are told here as well: to have looked is to know.
    const all = view.countedFlows
      .filter((flow) => flow.kind === null || view.kind(flow.kind)?.law !== 'relational')
      .map((flow) => count(view, ground.draws, flow));
    return [...grouped(all, (one) => one.kind)].map(([kind, flows]) => ofKind(ground, kind, flows));
  },
  examples: [
    {
      given: ALLOTMENT_FILE,
      gives: [
        {
          analysis: 'completeness',
          about: [],
          kind: 'hours',
          unit: 'share',
          verdict: 'measured',
          values: { kappa: 0.667 },
        },
        { analysis: 'completeness', about: [], kind: 'eur', verdict: 'measured', values: { kappa: 1 } },
      ],
    },
  ],
});

function ofKind(ground: Ground, kind: Id | null, all: readonly Counted[]): Finding {
  const flows = all.filter((one) => !one.covered);
  const missing = flows.filter((one) => one.rate.is !== 'none' && !isQuantified(one));
  const kappa = flows.length === 0 ? null : 1 - missing.length / flows.length;
  const covered = all.length - flows.length;
  return {
    analysis: 'completeness',
    about: [],
    ...(kind === null ? {} : { kind }),
    unit: 'share',
    verdict: kappa === null ? 'cannot-tell' : kappa < ENOUGH_KNOWN ? 'flagged' : 'measured',
    values: { kappa },
    evidence: flows.map((one) => one.flow.id).sort(),
    says: sayCompleteness(ground.view, kind, flows.length, missing.length),
    more: {
      missing: missing.map((one) => one.flow.id).sort(),
      some: missing
        .filter((one) => one.rate.is === 'some')
        .map((one) => one.flow.id)
        .sort(),
      ...(covered === 0 ? {} : { covered }),
    },
  };
}
