/** Q66: no loop is drawn by which a good result brings new energy in. */
import { defineQuestion } from '#core/questions/define';
import { ids, isEmpty, of, value } from '#core/questions/reading';
import { wording } from '#core/questions/wording';

const say = wording('Q66', {
  asks: 'Which good result brings new energy in?',
  why: '{n, plural, one {# arrow is} other {# arrows are}} drawn between our things; none leads from what is good for somebody back to what keeps us going.',
  offer: 'We cannot tell whether our good results bring new energy in. Is it worth finding out?',
  missing: 'No arrows are drawn yet from what we bring about to what keeps us going.',
});

export const q66 = defineQuestion({
  id: 'Q66',
  block: 'B10',
  reads: ['loops'],
  trigger: 'no reinforcing loop through B3',
  followUps: ['Q14'],
  tender: false,
  ofAbsence: true,
  opens: true,
  asks: (view, findings) => {
    if (view.influences.length === 0)
      return isEmpty(view, 'influences', []) ? [say.offer({ distance: 0.6 })] : [];
    const isWorth = (id: string) =>
      view.thing(id)?.category?.toLowerCase() === 'b3' ||
      view.worth.some((one) => one.sign === '+' && one.about === id);
    return of(findings, 'loops').flatMap((finding) => {
      if ((finding.loops ?? []).some((loop) => loop.sign === 'R' && loop.nodes.some(isWorth))) return [];
      const ground = { evidence: ids(view.influences) };
      if (value(finding, 'complete') === 0 || finding.verdict === 'cannot-tell')
        return [say.offer({ ...ground, distance: 0.4 })];
      return [say.ask({ ...ground, distance: 0.6 }, { n: view.influences.length })];
    });
  },
});
