/** Below how many nothing that was said without a name is shown (`domain.md` section 7). */
import type { Amount } from '#core/model/amount';

const LEAST = 3;
const LEAST_IN_LARGE = 5;
const LARGE = 30;

/** 3, or 5 in a circle above 30; 3 where its size is not known. */
export function leastHeard(size: Amount | undefined): number {
  return size?.is === 'known' && size.likely > LARGE ? LEAST_IN_LARGE : LEAST;
}
