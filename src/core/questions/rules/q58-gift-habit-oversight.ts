/** Q58: pay covers only a part of the work it is for. */
import type { Finding } from '#core/analyses/finding';
import type { View } from '#core/audience/view';
import type { Id } from '#core/model/fact';
import { called } from '#core/questions/called';
import { defineQuestion } from '#core/questions/define';
import { of, past, valuesById } from '#core/questions/reading';
import { wording } from '#core/questions/wording';

const say = wording('Q58', {
  asks: 'Pay covers about {phi, number, percent} of this work. Is the rest gift, habit or oversight?',
  why: 'Compared with what is held to be fair, the pay for {work} reaches {phi, number, percent}.',
  offer: 'We cannot tell whether the pay for {work} covers all of it. Is it worth finding out?',
  missing: 'What would be a fair rate for {work} is not written down.',
});

/** φ as `who-bears` worked it out, by the id of the payment or of the work. */
function phiOf(findings: readonly Finding[], pay: Id, work: Id): number | null {
  for (const finding of of(findings, 'who-bears')) {
    const phi = valuesById(finding, 'phi');
    const found = phi[pay] ?? phi[work];
    if (typeof found === 'number') return found;
  }
  return null;
}

/** The work is called by what it is for: never by who does it. */
function workCalled(view: View, work: Id): string {
  const flow = view.get('flows', work);
  return called(view, flow?.to ?? work);
}

export const q58 = defineQuestion({
  id: 'Q58',
  block: 'B9',
  reads: ['who-bears'],
  trigger: 'φ below 1',
  followUps: ['Q22'],
  tender: true,
  money: true,
  asks: (view, findings) =>
    view.countedFlows.flatMap((pay) => {
      if (pay.compensates === null || pay.form !== 'pay') return [];
      const ground = { about: [pay.id, pay.compensates], evidence: [pay.id, pay.compensates] };
      const work = workCalled(view, pay.compensates);
      // Without a fair rate, φ is unknown and only shown as 1 (reading 9).
      const phi = pay.fair === null ? null : phiOf(findings, pay.id, pay.compensates);
      if (phi === null) return [say.offer({ ...ground, distance: 0.6 }, { work })];
      const distance = past(phi, { below: 1 });
      return distance > 0 ? [say.ask({ ...ground, distance }, { work, phi })] : [];
    }),
});
