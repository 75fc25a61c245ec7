/** What an item of a meeting says, on the screen and on paper. */
import { told } from '../../shared/words';
import type { Item } from './use-meeting';

export function itemText({ own, proposed }: Pick<Item, 'own' | 'proposed'>): string {
  return own?.text ?? (proposed === null ? '' : told(proposed.message));
}

/** Why it is asked; for an item of money first the value that it serves. Empty where there is nothing to say. */
export function itemWhy({ proposed }: Pick<Item, 'proposed'>): string {
  return proposed?.why == null ? '' : told(proposed.why);
}

export function itemOpensWith({ proposed }: Pick<Item, 'proposed'>): string {
  return proposed?.opensWith == null ? '' : told(proposed.opensWith);
}
