/** Q01: there is no picture of the future, or it is older than two years. */
import { defineQuestion } from '#core/questions/define';
import { ids, isEmpty, monthsSince } from '#core/questions/reading';
import { wording } from '#core/questions/wording';

const FRESH_MONTHS = 24;

const say = wording('Q01', {
  asks: 'What would we like still to be true of us in five years?',
  why: '{months, plural, =0 {No picture of our future is written down yet.} other {What we want to last was written down # months ago.}}',
  offer: 'We cannot tell whether what we once wished for is still what we wish for. Is it worth finding out?',
  missing: 'A picture of our future is written down, without the date it was made.',
});

export const q01 = defineQuestion({
  id: 'Q01',
  block: 'B1',
  reads: [],
  trigger: 'no vision, or all older than 24 months',
  followUps: ['Q03', 'Q04'],
  tender: false,
  ofAbsence: true,
  opens: true,
  asks: (view) => {
    if (isEmpty(view, 'vision', view.vision)) return [say.ask({ distance: 1 }, { months: 0 })];
    if (view.vision.length === 0) return [];
    const ages = view.vision.map((one) => monthsSince(one.since, view.day));
    const known = ages.filter((age) => age !== null);
    if (known.some((age) => age <= FRESH_MONTHS)) return [];
    const ground = { about: ids(view.vision), evidence: ids(view.vision) };
    if (known.length < ages.length) return [say.offer({ ...ground, distance: 0.3 })];
    const months = Math.round(Math.min(...known));
    return [say.ask({ ...ground, distance: (months - FRESH_MONTHS) / FRESH_MONTHS }, { months })];
  },
});
