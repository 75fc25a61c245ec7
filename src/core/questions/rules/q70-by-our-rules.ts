/** Q70: doing well by the rules may leave what is shared worse off. */
import type { View } from '#core/audience/view';
import type { Id } from '#core/model/fact';
import { called } from '#core/questions/called';
import { defineQuestion } from '#core/questions/define';
import { flagged } from '#core/questions/reading';
import { wording } from '#core/questions/wording';
import { message } from '#core/words/message';

const SHARED = message('question.Q70.shared', 'what we share');

const say = wording('Q70', {
  asks: 'Could doing well by our rules leave {commons} worse off?',
  why: '{flag, select, problem {Some income depends on a problem that stays.} deadline {Money not spent by a certain day is lost.} other {What brings more to one of us draws on {commons}.}}',
});

/** Select keys know no hyphen. */
const WORD = {
  'own-inflow-up-commons-down': 'commons',
  'depends-on-problem': 'problem',
  'spend-or-lose': 'deadline',
} as const;

const FLAGS = ['own-inflow-up-commons-down', 'depends-on-problem', 'spend-or-lose'] as const;

/** What is shared, among the evidence: a pool, or the thing where the path of the incentive ends. */
function commonsOf(view: View, evidence: readonly Id[], about: readonly Id[]): string {
  const all = [...about, ...evidence];
  const pool =
    all.find((id) => view.get('pools', id) !== null) ?? all.find((id) => view.get('quantities', id) !== null);
  return pool === undefined ? SHARED().text : called(view, pool);
}

export const q70 = defineQuestion({
  id: 'Q70',
  block: 'B10',
  reads: ['incentives'],
  trigger: 'an incentive flag',
  followUps: ['Q76'],
  tender: true,
  asks: (view, findings) =>
    FLAGS.flatMap((flag) =>
      flagged(findings, 'incentives', flag).map(({ finding, evidence }) => {
        const distance = flag === 'own-inflow-up-commons-down' ? 0.7 : 0.5;
        const about = finding.about.length > 0 ? finding.about : evidence;
        return say.ask(
          { about, evidence, distance },
          { flag: WORD[flag], commons: commonsOf(view, evidence, finding.about) },
        );
      }),
    ),
});
