/**
 * The parts of the room Talk, in the order in which they stand at its head. Each is fetched when it is first opened and
 * has the address `/c/…/talk?part=<id>`; the first is shown where none is named.
 */
import type { ComponentType } from 'react';
import { later } from '../../shared/later';
import type { CommunityHere } from '../../shared/use-community';
import { t } from '../../shared/words';
import { MeetingPart } from './MeetingPart';

export interface TalkPart {
  readonly id: string;
  readonly name: () => string;
  readonly Part: ComponentType<{ readonly here: CommunityHere }>;
}

export const PARTS: readonly TalkPart[] = [
  { id: 'meeting', name: () => t('talk.part.meeting', 'Next meeting'), Part: MeetingPart },
  {
    id: 'rounds',
    name: () => t('talk.part.rounds', 'Rounds'),
    Part: later(async () => (await import('./RoundsPart')).RoundsPart),
  },
  {
    id: 'month',
    name: () => t('talk.part.month', 'This month'),
    Part: later(async () => (await import('../agenda/index')).MonthPart),
  },
  {
    id: 'decisions',
    name: () => t('talk.part.decisions', 'Decisions'),
    Part: later(async () => (await import('../decisions/index')).DecisionsPart),
  },
  {
    id: 'trials',
    name: () => t('talk.part.trials', 'Trials and vision'),
    Part: later(async () => (await import('../decisions/index')).TrialsPart),
  },
  {
    id: 'voices',
    name: () => t('talk.part.voices', 'Voices'),
    Part: later(async () => (await import('../voices/index')).VoicesPart),
  },
  {
    id: 'hard',
    name: () => t('talk.part.hard', 'Hard to talk about'),
    Part: later(async () => (await import('../voices/index')).HardPart),
  },
];
