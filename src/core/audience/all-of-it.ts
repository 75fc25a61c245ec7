/**
 * The view of those from whom nothing is hidden: the community as it is described. The same as `disclose` gives to
 * `stewards`, without what hides; a page that shows stewards their own change need not bring that along.
 */
import { View } from '#core/audience/view';
import type { Community } from '#core/model/community';
import type { Day } from '#core/model/dates';

/** All of a community, as its stewards see it from a day (a day number). Never for anybody else. */
export function allOfIt(community: Community, day: Day): View {
  return View.from({ potluck: 1, audience: 'stewards', day, community, withheld: [], covered: [] });
}
