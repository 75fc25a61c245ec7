/** Q68: we are more than before, and nobody new has come to carry. */
import { readingOn } from '#core/model/rate';
import { defineQuestion } from '#core/questions/define';
import { idsOf, of } from '#core/questions/reading';
import { wording } from '#core/questions/wording';

const say = wording('Q68', {
  asks: 'As we grow, who gets more and who carries more?',
  why: 'We grew from about {before, number} to about {now, number} people; nobody new is seen to carry.',
  offer: 'We cannot tell whether those who carry grew along with us. Is it worth finding out?',
  missing:
    'We grew from about {before, number} to about {now, number} people; who carried before is not worked out.',
});

export const q68 = defineQuestion({
  id: 'Q68',
  block: 'B10',
  reads: ['change'],
  trigger: 'members up, bearers flat',
  followUps: ['Q57'],
  tender: false,
  asks: (view, findings) => {
    const reading = readingOn(view.size, view.day);
    const now = reading?.value;
    if (reading === null || now?.is !== 'known') return [];
    const before = view.size
      .slice(0, view.size.indexOf(reading))
      .findLast((one) => one.value.is === 'known')?.value;
    if (before?.is !== 'known' || now.likely <= before.likely) return [];
    const params = { before: before.likely, now: now.likely };
    const distance = Math.min(1, now.likely / before.likely - 1);
    const changes = of(findings, 'change');
    if (changes.length === 0) return [say.offer({ distance }, params)];
    const came = changes.flatMap((finding) => idsOf(finding, 'bearersIn'));
    return came.length === 0
      ? [say.ask({ evidence: changes.flatMap((one) => one.evidence), distance }, params)]
      : [];
  },
});
