/** The way to the sponsor's pages of some baskets, from wherever one looks at a sponsor or at what it pays for. */

import type { Basket } from '#core/model/things';
import { nameOfThing } from '../../shared/naming';
import type { CommunityHere } from '../../shared/use-community';
import { Link } from '../../shared/way';
import { t } from '../../shared/words';

interface LinksProps {
  readonly here: CommunityHere;
  readonly baskets: readonly Basket[];
}

export function SponsorLinks({ here, baskets }: LinksProps) {
  if (baskets.length === 0) return null;
  return (
    <p className="actions">
      {baskets.map((one) => (
        <Link
          key={one.id}
          className="button"
          to="/c/$community/sponsor/$basket"
          params={{ community: here.id, basket: one.id }}
        >
          {t('sponsor.link', 'Sponsor’s page: {basket}', { basket: nameOfThing(here.view, one) })}
        </Link>
      ))}
    </p>
  );
}
