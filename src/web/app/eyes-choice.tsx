/** Choosing through whose eyes to look: every audience that the community has something for. */
import { useQuery } from '@tanstack/react-query';
import { useId } from 'react';
import { api } from '../shared/api';
import { eyesNow } from '../shared/eyes';
import { isSteward, ownAudiences, useMe } from '../shared/me';
import { audienceCalled } from '../shared/naming';
import { useCommunity } from '../shared/use-community';
import { useNavigate } from '../shared/way';
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
  const { view } = useCommunity();
  const me = useMe();
  const steward = isSteward(me, community);
  const [usual, ...others] = ownAudiences(me, community);
  const { data } = useQuery({
    queryKey: ['audiences', community],
    queryFn: () => api.audiences(community),
    enabled: steward,
  });
  const audiences = steward ? (data ?? []) : others;
  if (!steward && others.length === 0) return null;
  const look = (eyes: string) => {
    onChosen();
    void navigate({
      to: '.',
      search: (before) => ({ ...before, eyes: eyes || undefined, at: undefined }),
    });
  };
  return (
    <p className="eyes-choice">
      <label htmlFor={field}>
        {steward ? t('eyes.choose', 'Look through the eyes of') : t('eyes.choose-own', 'Look as')}
      </label>
      <select
        id={field}
        className="field"
        value={eyesNow() ?? ''}
        onChange={(event) => look(event.target.value)}
      >
        <option value="">
          {steward ? t('eyes.mine', 'yourself') : audienceCalled(view, usual ?? 'public')}
        </option>
        {audiences
          .filter((one) => one !== 'stewards')
          .map((one) => (
            <option key={one} value={one}>
              {audienceCalled(view, one)}
            </option>
          ))}
      </select>
    </p>
  );
}
