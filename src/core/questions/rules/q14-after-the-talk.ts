/** Q14: only what is good at once has been told. */
import { defineQuestion } from '#core/questions/define';
import { ids } from '#core/questions/reading';
import { wording } from '#core/questions/wording';

const say = wording('Q14', {
  asks: 'What happened after the good conversation?',
  why: '{n, plural, one {The one good thing told here is} other {All # good things told here are}} about the moment itself.',
  offer: 'We cannot tell whether anything came of it later. Is it worth finding out?',
  missing: 'What is told here does not say whether it was good at once, or later.',
});

export const q14 = defineQuestion({
  id: 'Q14',
  block: 'B3',
  reads: [],
  trigger: 'only immediate worth recorded',
  followUps: ['Q66'],
  tender: false,
  ofAbsence: true,
  opens: true,
  asks: (view) => {
    const told = view.worth.filter((one) => one.sign === '+');
    if (told.length === 0 || told.some((one) => one.cycle !== null && one.cycle !== 'immediate')) return [];
    const ground = { about: ids(told), evidence: ids(told) };
    if (told.some((one) => one.cycle === null)) return [say.offer({ ...ground, distance: 0.4 })];
    return [say.ask({ ...ground, distance: 0.7 }, { n: told.length })];
  },
});
