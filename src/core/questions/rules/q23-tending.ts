/** Q23: a tie that carries us has not been tended for a year. */
import type { Finding } from '#core/analyses/finding';
import type { Id } from '#core/model/fact';
import { called, calledAll, capital } from '#core/questions/called';
import { defineQuestion } from '#core/questions/define';
import { ids, monthsSince, of, value } from '#core/questions/reading';
import { wording } from '#core/questions/wording';

const LONG_MONTHS = 12;
const MUCH = 0.1;

const say = wording('Q23', {
  asks: 'Which relations that carry us could use tending?',
  why: 'The tie between {a} and {b} was last tended {months, plural, one {# month} other {# months}} ago; {need} {many, select, yes {depend} other {depends}} on it for about {dep, number, percent}.',
  offer: 'We cannot tell whether the relations that carry us are tended. Is it worth finding out?',
  missing:
    '{start} {many, select, yes {depend} other {depends}} on the tie between {a} and {b}; when it was last tended, or how much depends on it, is not written down.',
});

/** How much of a need hangs on a giver; null where it is not known. */
function dependence(findings: readonly Finding[], need: Id, giver: Id): number | null {
  const found = of(findings, 'concentration').find((one) => one.about[0] === need && one.about[1] === giver);
  return found === undefined ? null : (value(found, 'dep') ?? null);
}

export const q23 = defineQuestion({
  id: 'Q23',
  block: 'B4',
  reads: ['concentration'],
  trigger: 'a tie untended for more than 12 months carries more than 10 % of a need',
  followUps: ['Q49'],
  tender: false,
  opens: true,
  asks: (view, findings) =>
    view.ties.flatMap((tie) => {
      const months = monthsSince(tie.tended, view.day);
      if (months !== null && months <= LONG_MONTHS) return [];
      const met = view.countedFlows.filter(
        (flow) => flow.fulfils !== null && tie.between.includes(flow.from),
      );
      if (met.length === 0) return [];
      const needs = met.map((flow) => flow.fulfils ?? '');
      const deps = met.map((flow) => dependence(findings, flow.fulfils ?? '', flow.from));
      const [a, b] = tie.between;
      const params = {
        a: called(view, a),
        b: called(view, b),
        need: calledAll(view, needs),
        start: capital(calledAll(view, needs)),
        many: new Set(needs).size > 1 ? 'yes' : 'no',
      };
      const ground = { about: [a, b], evidence: [tie.id, ...ids(met)] };
      const most = Math.max(0, ...deps.map((dep) => dep ?? 0));
      if (months !== null && most > MUCH) {
        const distance = Math.min(1, months / LONG_MONTHS - 1) * 0.5 + most * 0.5;
        return [say.ask({ ...ground, distance }, { ...params, months: Math.round(months), dep: most })];
      }
      return deps.includes(null) || most > MUCH ? [say.offer({ ...ground, distance: 0.4 }, params)] : [];
    }),
});
