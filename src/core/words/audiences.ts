/** Audiences as they are called in the language of the moment. */
import { speech } from '#core/words/speech';

/**
 * An audience in a sentence. In English it is told by its id, as files and commands write it; in other languages by the
 * word that the screens have for it. One that a community declared, or that is bound to a party, keeps its id.
 */
export function spokenAudience(id: string): string {
  return speech().sentences[`audience.${id}`] || id;
}
