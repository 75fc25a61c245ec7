/** Choosing through whose eyes to look: every audience that the community has something for. */
import { useQuery } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { useId } from 'react';
import { api } from '../shared/api';
import { audienceName, eyesNow } from '../shared/eyes';
import { t } from '../shared/words';

export function EyesChoice({
  community,
  onChosen,
}: {
  readonly community: string;
  readonly onChosen: () => void;
}) {
  const field = useId();
  const navigate = useNavigate();
  const { data: audiences = [] } = useQuery({
    queryKey: ['audiences', community],
    queryFn: () => api.audiences(community),
  });
  const look = (eyes: string) => {
    onChosen();
    void navigate({
      to: '.',
      search: (before: Record<string, unknown>) => ({ ...before, eyes: eyes || undefined, at: undefined }),
    } as never);
  };
  return (
    <p className="eyes-choice">
      <label htmlFor={field}>{t('eyes.choose', 'Look through the eyes of')}</label>
      <select
        id={field}
        className="field"
        value={eyesNow() ?? ''}
        onChange={(event) => look(event.target.value)}
      >
        <option value="">{t('eyes.mine', 'yourself')}</option>
        {audiences
          .filter((one) => one !== 'stewards')
          .map((one) => (
            <option key={one} value={one}>
              {audienceName(one)}
            </option>
          ))}
      </select>
    </p>
  );
}
