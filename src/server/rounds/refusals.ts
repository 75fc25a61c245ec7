/** What a round refuses, in the words of HTTP. */
import { leastOf } from '#core/talk/round';
import { message, type Template } from '#core/words/message';
import { Refusal } from '#server/problem';
import { countsOf } from '#server/rounds/state';
import type { RoundRefused } from '#store/talk/port';

const SAYS: Readonly<Record<RoundRefused['why'], readonly [409 | 400 | 429 | 404, Template]>> = {
  absent: [404, message('refused.round.absent', 'There is no such round here, or it is over.')],
  moved: [409, message('refused.round.moved', 'Somebody else has moved the round on meanwhile.')],
  'wrong-phase': [
    409,
    message('refused.round.wrong-phase', 'This does not belong to the phase in which the round is.'),
  ],
  'too-few': [
    409,
    message(
      'refused.round.too-few',
      'Too few have written, so that nothing can be shown yet. Wait, or go on without the notes.',
    ),
  ],
  'no-options': [
    409,
    message(
      'refused.round.no-options',
      'Say first what there is to choose from: one proposal for consent, two to twenty options else.',
    ),
  ],
  'too-many': [429, message('refused.round.too-many', 'This round has as many as it can hold.')],
  'no-such-note': [400, message('refused.round.no-such-note', 'There is no such note in this round.')],
  'no-such-option': [400, message('refused.round.no-such-option', 'There is no such option in this round.')],
  'other-way': [400, message('refused.round.other-way', 'This round decides in another way.')],
  'no-reason': [400, message('refused.round.no-reason', 'An objection needs its reason.')],
  'too-long': [400, message('refused.round.too-long', 'That is too long.')],
  'too-many-dots': [400, message('refused.round.too-many-dots', 'Those are more dots than each person has.')],
  'off-the-scale': [400, message('refused.round.off-the-scale', 'That is not on the scale.')],
};

/** The refusal, with the phase in which the round is; with `too-few`, how many are needed and how many there are. */
export function fromRound({ why, round }: RoundRefused): Refusal {
  const [status, says] = SAYS[why];
  const code = status === 404 ? 'not-found' : status === 400 ? 'bad-request' : why;
  const phase = round === null ? {} : { phase: round.phase };
  const few =
    why === 'too-few' && round !== null
      ? { k: leastOf(round), written: round.written, notes: countsOf(round).notesWritten }
      : {};
  return new Refusal(status, code, says(), { ...phase, ...few });
}

/** What was done; a refusal is thrown. */
export function orRefuse<T extends { readonly ok: true }>(outcome: T | RoundRefused): T {
  if (outcome.ok) return outcome;
  throw fromRound(outcome);
}
