/** Q37: nothing has been tried for a year. */
import { defineQuestion } from '#core/questions/define';
import { ids, monthsSince } from '#core/questions/reading';
import { wording } from '#core/questions/wording';

const say = wording('Q37', {
  asks: 'What would we try if nothing had to come back?',
  why: '{n, plural, =0 {No trial is written down.} other {The last trial was more than twelve months ago.}}',
  offer: 'We cannot tell whether we tried anything in the last twelve months. Is it worth finding out?',
  missing: 'The trials that are written down have no dates.',
});

const RECENT_MONTHS = 12;

export const q37 = defineQuestion({
  id: 'Q37',
  block: 'B6',
  reads: [],
  trigger: 'no trial in 12 months',
  followUps: ['Q01'],
  tender: false,
  ofAbsence: true,
  asks: (view) => {
    if (view.withheld.some((one) => one.kind === 'trials' && one.count > 0)) return [];
    const begun = view.ever.trials.filter(
      (trial) => (trial.since?.first ?? Number.NEGATIVE_INFINITY) <= view.day,
    );
    if (begun.length === 0) return [say.ask({ distance: 0.4 }, { n: 0 })];
    const ages = begun.map((trial) => ({
      since: monthsSince(trial.since, view.day),
      review: monthsSince(trial.reviewOn, view.day),
    }));
    if (
      ages.some(
        ({ since, review }) => (since !== null && since <= RECENT_MONTHS) || (review !== null && review <= 0),
      )
    )
      return [];
    const ground = { about: ids(begun), evidence: ids(begun) };
    if (ages.some(({ since }) => since === null)) return [say.offer({ ...ground, distance: 0.3 })];
    return [say.ask({ ...ground, distance: 0.4 }, { n: begun.length })];
  },
});
