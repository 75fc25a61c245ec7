/** Voices, pulses and what is hard to talk about. */
export { HardPart } from './HardPart';
export { PulsePage } from './PulsePage';
export { VoicesPart } from './VoicesPart';
