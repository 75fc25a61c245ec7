/** The agenda of a month, for the room Talk. */
export { MonthPart } from './MonthPart';
