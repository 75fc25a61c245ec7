/** `pocket-drift` as a sentence. */
import { called, calledAll } from '#core/analyses/says/names';
import type { View } from '#core/audience/view';
import type { Id } from '#core/model/fact';
import { type Message, message } from '#core/words/message';

const DRIFT = message(
  'finding.pocket-drift.drift',
  'About {share, number, percent} of what leaves {pool} goes otherwise than its pockets were meant.',
);
const AS_MEANT = message(
  'finding.pocket-drift.as-meant',
  'What leaves {pool} goes as its pockets were meant.',
);
const OPEN = message(
  'finding.pocket-drift.open',
  'We cannot tell yet whether what is set aside in {pool} for {pockets} goes there.',
);

export function sayDrift(view: View, pool: Id, pockets: readonly Id[], drift: number | null): Message {
  const name = called(view, pool);
  if (drift === null) return OPEN({ pool: name, pockets: calledAll(view, pockets) });
  return drift < 0.005 ? AS_MEANT({ pool: name }) : DRIFT({ pool: name, share: drift });
}
