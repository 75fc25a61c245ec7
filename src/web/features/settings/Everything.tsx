/** Everything out as files: the one file that any Potluck opens, and all other forms. */

import { api } from '../../shared/api';
import { openDoor } from '../../shared/doors';
import { useIsSteward } from '../../shared/me';
import type { CommunityHere } from '../../shared/use-community';
import { Link } from '../../shared/way';
import { t } from '../../shared/words';
import { Part } from './Part';

export function Everything({ here }: { readonly here: CommunityHere }) {
  const steward = useIsSteward(here.id);
  return (
    <Part
      id="everything"
      title={t('everything.title', 'Everything as files')}
      says={
        steward
          ? t(
              'everything.says',
              'The community file is the backup: keep a copy elsewhere, and open it in any Potluck. The other forms are for tables, pages and pictures.',
            )
          : t('everything.says-own', 'What you may know of it, to take along.')
      }
    >
      <p className="actions">
        <a className="button" href={api.fileAddress(here.id)} download={`${here.id}.yaml`}>
          {t('everything.yaml', 'Download the community file')}
        </a>
        <button className="button" type="button" onClick={() => openDoor('take')}>
          {t('everything.forms', 'Other forms')}
        </button>
        {steward && (
          <Link className="button quiet" to="/c/$community/history" params={{ community: here.id }}>
            {t('everything.history', 'Bring back how it was')}
          </Link>
        )}
      </p>
    </Part>
  );
}
