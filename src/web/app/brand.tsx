/** The bowl and the name: the way back to the shelf from every page. */

import { Bowl } from '../shared/marks';
import { Link } from '../shared/way';
import { t } from '../shared/words';

export function Brand() {
  return (
    <Link className="brand" to="/" aria-label={t('frame.home', 'Potluck, to the shelf')}>
      <Bowl />
      <span>Potluck</span>
    </Link>
  );
}
