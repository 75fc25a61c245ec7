/** Says through whose eyes one looks, and leads back to one's own. Drawn on every room while it lasts. */

import { isSteward, useMe } from '../shared/me';
import { audienceCalled } from '../shared/naming';
import { useCommunity } from '../shared/use-community';
import { useNavigate, useSearch } from '../shared/way';
import { t } from '../shared/words';
import './eyes.css';

export function EyesBanner() {
  const { eyes } = useSearch() as { eyes?: string };
  const navigate = useNavigate();
  const { id, view } = useCommunity();
  const steward = isSteward(useMe(), id);
  if (eyes === undefined) return null;
  const own = () =>
    void navigate({
      to: '.',
      search: (before) => ({ ...before, eyes: undefined }),
      replace: true,
    });
  return (
    <aside className="eyes-banner" aria-label={t('eyes.title', 'Through whose eyes')}>
      <p role="status">
        {steward
          ? t('eyes.looking', 'This is what {audience} may see. Nothing can be changed here.', {
              audience: audienceCalled(view, eyes),
            })
          : t('eyes.looking-as', 'You look as {audience}.', { audience: audienceCalled(view, eyes) })}
      </p>
      <button className="button" type="button" onClick={own}>
        {steward ? t('eyes.own', 'Use your own eyes again') : t('eyes.usual', 'Look as usual')}
      </button>
    </aside>
  );
}
