/** Q04: what we wish for lies further off than what we hold would last. */
import { called } from '#core/questions/called';
import { defineQuestion } from '#core/questions/define';
import { ids, monthsSince, of, value } from '#core/questions/reading';
import { wording } from '#core/questions/wording';

const say = wording('Q04', {
  asks: 'What must last longest, and what keeps it going today?',
  why: 'Our picture of the future lies about {horizon, plural, one {# month} other {# months}} off; {pool} would last {months, plural, one {# month} other {# months}} if nothing came in.',
  offer:
    'We cannot tell whether what we hold would last as long as what we hope for. Is it worth finding out?',
  missing: 'Our picture of the future has a date; how long {pool} would last is not known.',
});

export const q04 = defineQuestion({
  id: 'Q04',
  block: 'B1',
  reads: ['runway'],
  trigger: 'the horizon of a vision lies beyond a runway',
  followUps: ['Q60'],
  tender: false,
  asks: (view, findings) => {
    const horizons = view.vision
      .map((one) => monthsSince(one.horizon, view.day))
      .filter((months) => months !== null);
    const horizon = Math.max(0, ...horizons.map((months) => Math.round(-months)));
    const runways = of(findings, 'runway').filter((finding) => value(finding, 'months') !== undefined);
    if (horizon === 0 || runways.length === 0) return [];
    const known = runways
      .map((finding) => ({ finding, months: value(finding, 'months') ?? null }))
      .sort((a, b) => (a.months ?? Number.POSITIVE_INFINITY) - (b.months ?? Number.POSITIVE_INFINITY));
    const shortest = known[0];
    if (shortest === undefined) return [];
    const { finding, months } = shortest;
    const pool = called(view, finding.about[0] ?? '');
    const ground = {
      about: [...ids(view.vision), ...finding.about],
      evidence: [...ids(view.vision), ...finding.evidence],
    };
    if (months === null || finding.verdict === 'cannot-tell')
      return [say.offer({ ...ground, distance: 0.4 }, { pool })];
    if (months >= horizon) return [];
    return [
      say.ask(
        { ...ground, distance: (horizon - months) / horizon },
        { horizon, pool, months: Math.round(months) },
      ),
    ];
  },
});
