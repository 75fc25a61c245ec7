/** Says through whose eyes one looks, and leads back to one's own. Drawn on every room while it lasts. */
import { useNavigate, useSearch } from '@tanstack/react-router';
import { audienceName } from '../shared/eyes';
import { t } from '../shared/words';
import './eyes.css';

export function EyesBanner() {
  const { eyes } = useSearch({ strict: false }) as { eyes?: string };
  const navigate = useNavigate();
  if (eyes === undefined) return null;
  const own = () =>
    void navigate({
      to: '.',
      search: (before: Record<string, unknown>) => ({ ...before, eyes: undefined }),
      replace: true,
    } as never);
  return (
    <aside className="eyes-banner" aria-label={t('eyes.title', 'Through whose eyes')}>
      <p role="status">
        {t('eyes.looking', 'This is what {audience} may see. Nothing can be changed here.', {
          audience: audienceName(eyes),
        })}
      </p>
      <button className="button" type="button" onClick={own}>
        {t('eyes.own', 'Use your own eyes again')}
      </button>
    </aside>
  );
}
