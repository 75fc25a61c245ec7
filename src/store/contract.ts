/**
 * What every store must do, whatever it is made of: run by `store.test.ts` against the server of the test run, which is
 * the one that comes with Potluck or the one that DATABASE_URL names. For tests only.
 */
import { audiences } from '#store/contract/audiences';
import { changesById, crossingChanges, newCommunities } from '#store/contract/changes';
import { carriage, ends, history } from '#store/contract/history';
import { type Fresh, kitOf } from '#store/contract/kit';

/** Runs the whole contract on stores that `fresh` makes; they disclose by the rules of `contract/orchard`. */
export function storeContract(fresh: () => Promise<Fresh>): void {
  const kit = kitOf(fresh);
  newCommunities(kit);
  changesById(kit);
  crossingChanges(kit);
  history(kit);
  audiences(kit);
  ends(kit);
  carriage(kit);
}
