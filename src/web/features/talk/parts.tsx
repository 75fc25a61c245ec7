/**
 * The parts of the room Talk, in the order in which they stand at its head. Each is fetched when it is first opened and
 * has the address `/c/…/talk?part=<id>`; the first is shown where none is named.
 */
import { type ComponentType, lazy } from 'react';
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
    Part: lazy(async () => ({ default: (await import('./RoundsPart')).RoundsPart })),
  },
];
