/** Decisions, minutes, trials and the vision, for the room Talk. */
export { DecisionsPart } from './DecisionsPart';
export { TrialsPart } from './TrialsPart';
