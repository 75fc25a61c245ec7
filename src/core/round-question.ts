/** The question of a round, as those who take part may see it: its words, why it is asked, and its evidence by name. */
import { analyse } from '#core/analyses/analyse';
import type { View } from '#core/audience/view';
import { inLanguage } from '#core/model/fact';
import { ask } from '#core/questions/ask';
import { called, capital } from '#core/questions/called';
import { agendaFindings } from '#core/talk/legs';
import { itemIdOf } from '#core/talk/meeting';

export interface AskedInRound {
  /** `Q19`, or with what it is about `Q18.town`; null for a question of one's own. */
  readonly id: string | null;
  readonly text: string;
  readonly why: string | null;
  /** What it rests on; persons are not named, as in every question. */
  readonly evidence: readonly { readonly id: string; readonly text: string }[];
  /** What the community is called. */
  readonly community: string;
}

/** A question of the bank, by id or item id; null where this audience is not asked it. */
export function roundQuestion(view: View, id: string): AskedInRound | null {
  const questions = ask(view, [...analyse(view), ...agendaFindings(view)]);
  const found =
    questions.find((one) => itemIdOf(one) === id) ?? questions.find((one) => one.id === id) ?? null;
  if (found === null) return null;
  const names = new Map<string, string>();
  for (const one of found.evidence) {
    const text = capital(called(view, one));
    // Two that are called alike say nothing more than one.
    if (![...names.values()].includes(text)) names.set(one, text);
  }
  return {
    id: itemIdOf(found),
    text: found.text,
    why: found.why,
    evidence: [...names].map(([one, text]) => ({ id: one, text })),
    community: inLanguage(view.name),
  };
}
