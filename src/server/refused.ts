/**
 * What more than one door refuses, as sentences; what only one of them refuses stands there. Ids begin with `refused`: their
 * translations are a part of a language that only the server reads.
 */
import { analysisIds, type UnknownAnalysis } from '#core/report';
import { type Message, message } from '#core/words/message';

export const REFUSED = {
  noCommunity: message('refused.no-community', 'There is no community {id}.'),
  noCommunityFor: message(
    'refused.no-community-for',
    'There is no community {community} for the audience {audience}.',
  ),
  noCommunityForYou: message('refused.no-community-for-you', 'There is no such community for you.'),
  noParty: message('refused.no-party', 'There is no party {party} in this community.'),
  noRound: message('refused.no-round', 'There is no such round here.'),
  noSuchCommunity: message('refused.no-such-community', 'There is no such community.'),
  nobodyLeft: message(
    'refused.nobody-left',
    'Nobody would be left to look after the house. Invite somebody to it first.',
  ),
  notOfHere: message('refused.not-of-here', 'Nobody of that account belongs here.'),
  notYoursToLookAfter: message(
    'refused.not-yours-to-look-after',
    'There is no such community for you to look after.',
  ),
  noMeasure: message('refused.no-measure', 'There is no measure {id}. There are: {known}.'),
  noMeasureBut: message(
    'refused.no-measure-but',
    'There is no measure {id}. Did you mean {near}? There are: {known}.',
  ),
  /** What was put into words before, in the language that is spoken. */
  said: message('refused.said', '{text}'),
} as const;

/** That there is no such measure, with the one that may be meant. */
export function noMeasure({ id, nearest }: UnknownAnalysis): Message {
  const known = analysisIds().join(', ');
  return nearest === null
    ? REFUSED.noMeasure({ id, known })
    : REFUSED.noMeasureBut({ id, near: nearest, known });
}
