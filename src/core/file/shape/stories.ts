/** What is said and decided: vision, worth, voices, decisions, history; and the arrows of influence. */
import { anyThing, holder, party, ref } from '#core/file/shape/refs';
import { may, must, or } from '#core/file/shape/shape';
import { type OwnFields, thing } from '#core/file/shape/thing';
import { duration, when } from '#core/file/shape/time';
import { list, oneOf, text, word, yesNo } from '#core/file/shape/words';
import type { Decision, HistoryEvent, Influence, Quantity, Vision, Voice, Worth } from '#core/model/things';

const CYCLES = ['immediate', 'potential', 'applied', 'realised', 'reframing'] as const;
const SIGN = oneOf(['+', '-'], { plus: '+', minus: '-', '−': '-' });

const visionKeys: OwnFields<Vision> = {
  text: must(text, 'What we would like still to be true.'),
  horizon: may(when, 'By when.'),
  authors: or(list(holder), [], 'Whose picture of the future it is.'),
};
export const vision = thing<Vision>('vision', 'What the community wants to last.', visionKeys);

const LOOPABLE = ['parties', 'pools', 'pockets', 'activities', 'flows', 'quantities'] as const;
const influenceKeys: OwnFields<Influence> = {
  from: must(ref('loopable', LOOPABLE), 'What changes first.'),
  to: must(ref('loopable', LOOPABLE), 'What changes because of it.'),
  sign: must(SIGN, '"+" where more gives more, "-" where more gives less; or plus, minus.'),
  delayMonths: may(duration, 'Time until it is felt: 3 months.', 'after'),
  strength: may(oneOf(['weak', 'medium', 'strong']), 'weak, medium or strong.'),
  condition: may(text, 'When it holds.'),
};
export const influences = thing<Influence>(
  'influences',
  'What makes what grow or shrink: the loops of the picture.',
  influenceKeys,
);

const quantityKeys: OwnFields<Quantity> = { unit: may(word, 'Its unit, such as h/month.') };
export const quantities = thing<Quantity>(
  'quantities',
  'Named things that influences may touch and that are no party or pool.',
  quantityKeys,
);

const worthKeys: OwnFields<Worth> = {
  about: may(anyThing, 'What brought it.'),
  for: may(party, 'For whom.'),
  cycle: may(oneOf(CYCLES), 'immediate, potential, applied, realised or reframing.'),
  sign: or(SIGN, '+', '"-" where it costs more than it brings.'),
  text: must(text, 'What changed, in their own words.'),
};
export const worth = thing<Worth>('worth', 'What changed for whom, in their own words.', worthKeys);

const voiceKeys: OwnFields<Voice> = {
  about: may(anyThing, 'What it is about.'),
  type: or(
    oneOf(['worth', 'concern', 'dispute', 'hard-to-raise'], { hardToRaise: 'hard-to-raise' }),
    'concern',
    'worth, concern, dispute or hard-to-raise.',
  ),
  sign: may(SIGN, '"+" or "-".'),
  cycle: may(oneOf(CYCLES), 'immediate, potential, applied, realised or reframing.'),
  by: may(party, 'The circle that says so.'),
  anonymous: or(yesNo, false, 'Whether it is not said who.'),
  text: may(text, 'What is said.'),
};
export const voices = thing<Voice>(
  'voices',
  'What is felt: worth, concern, dispute, and what is hard to raise.',
  voiceKeys,
);

const decisionKeys: OwnFields<Decision> = {
  text: must(text, 'What was decided, or is to be.'),
  question: may(text, 'The question that it answers.'),
  options: or(list(text), [], 'What else was possible.'),
  reasons: may(text, 'Why.'),
  objections: may(text, 'What spoke against it.'),
  by: or(list(holder), [], 'Who decides.'),
  about: or(list(anyThing), [], 'What it touches: what is measured there later is shown beside it.'),
  measures: or(list(word), [], 'Analyses by which we will see what it did, such as runway.'),
  on: may(when, 'When.'),
  reviewOn: may(when, 'When it is looked at again.'),
  state: or(oneOf(['open', 'decided', 'reviewed', 'dropped']), 'open', 'open, decided, reviewed or dropped.'),
};
export const decisions = thing<Decision>(
  'decisions',
  'What was decided, why, and when it is looked at again.',
  decisionKeys,
);

const historyKeys: OwnFields<HistoryEvent> = {
  on: must(when, 'When it happened.'),
  text: must(text, 'What happened.'),
  changes: or(list(anyThing), [], 'What it changed.'),
};
export const history = thing<HistoryEvent>('history', 'Dated events that explain the story.', historyKeys);
