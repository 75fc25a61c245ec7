/** Q41: what went in and out of a pool does not explain what is in it. */
import { called, calledFirst } from '#core/questions/called';
import { defineQuestion } from '#core/questions/define';
import { of, past, value } from '#core/questions/reading';
import { wording } from '#core/questions/wording';
import { sayNumber } from '#core/words/amounts';

const say = wording('Q41', {
  asks: '{pool} differs by about {gap}. Which flows are unwritten?',
  why: 'Between two counts of {name}, what is written down as going in and out leaves {gap} unexplained. Records are missing, not necessarily money.',
  offer:
    'We cannot tell whether all that went in and out of {name} is written down. Is it worth finding out?',
  missing: 'What was in {name} on two different days is not known.',
});

export const q41 = defineQuestion({
  id: 'Q41',
  block: 'B7',
  reads: ['balance'],
  trigger: 'a gap of at least 0.1 of opening and inflow',
  followUps: ['Q59'],
  tender: true,
  money: true,
  asks: (view, findings) =>
    of(findings, 'balance').flatMap((finding) => {
      const pool = finding.about[0];
      if (pool === undefined) return [];
      const ground = { about: [pool], evidence: [pool, ...finding.evidence] };
      const params = { pool: calledFirst(view, pool), name: called(view, pool) };
      if (finding.verdict === 'cannot-tell') return [say.offer({ ...ground, distance: 0.3 }, params)];
      const gap = value(finding, 'gap') ?? null;
      const likely = value(finding, 'likely') ?? null;
      if (finding.verdict !== 'gap' || gap === null || likely === null) return [];
      const distance = past(Math.abs(gap), { above: 0.0999 });
      if (distance === 0) return [];
      const unit = view.kind(finding.kind ?? '')?.unit ?? null;
      return [say.ask({ ...ground, distance }, { ...params, gap: sayNumber(Math.abs(likely), unit) })];
    }),
});
