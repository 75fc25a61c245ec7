/** A sentence of the story on its way: its words, the facts it stands on, and how much would be lost without it. */
import type { Id } from '#core/model/fact';
import type { Message } from '#core/words/message';

export interface Told {
  readonly message: Message;
  readonly evidence: readonly Id[];
  /** 0 to 1: what goes first where there is more to tell than anybody would listen to. */
  readonly weight: number;
}

/** A sentence with its evidence, sorted. */
export function tell(weight: number, message: Message, evidence: readonly Id[]): Told {
  return { message, weight, evidence: [...new Set(evidence)].sort() };
}
