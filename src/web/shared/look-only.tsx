/** A room where one only writes, for those who may not write here: what it is, and where one can go instead. */

import { useMe } from './me';
import { Link } from './way';
import { t } from './words';

interface LookOnlyProps {
  readonly title: string;
  readonly community: string;
}

export function LookOnly({ title, community }: LookOnlyProps) {
  const { account } = useMe();
  return (
    <main className="lonely" id="room" tabIndex={-1}>
      <h1>{title}</h1>
      <p className="story">
        {t(
          'look-only.text',
          'This room is for those who look after the community. The other rooms are open.',
        )}
      </p>
      <p className="actions">
        <Link className="button primary" to="/c/$community" params={{ community }}>
          {t('look-only.picture', 'See the picture')}
        </Link>
        {account === null && (
          <Link className="button" to="/sign-in">
            {t('look-only.sign-in', 'Sign in')}
          </Link>
        )}
      </p>
    </main>
  );
}
