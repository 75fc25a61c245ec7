/** What to call an audience where the community is known: a bound one by its party, a declared one by the name it was given. */
import type { View } from '#core/audience/view';
import { audienceName } from '../../shared/eyes';
import { nameOfId } from '../../shared/naming';
import { words } from '../../shared/words';

export function audienceCalled(view: View, audience: string): string {
  const [, party] = audience.split(':', 2);
  if (party !== undefined) return nameOfId(view, party);
  const declared = view.audiences.find((one) => one.id === audience)?.name ?? null;
  return declared === null ? audienceName(audience) : words(declared);
}
