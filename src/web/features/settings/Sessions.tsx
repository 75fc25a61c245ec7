/** Where one is signed in, and ending that elsewhere. */
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { momentText } from '../../shared/format';
import { peopleApi } from '../../shared/people/people-api';
import { Refused } from '../../shared/people/refused';
import { t } from '../../shared/words';
import { Part } from './Part';
import { useDoing } from './use-doing';

const KEY = ['sessions'];

export function Sessions() {
  const client = useQueryClient();
  const doing = useDoing();
  const { data = [], error } = useQuery({ queryKey: KEY, queryFn: peopleApi.sessions });
  const end = (id: string) =>
    void doing.run(() => peopleApi.endSession(id).then(() => client.invalidateQueries({ queryKey: KEY })));
  return (
    <Part id="sessions" title={t('own.sessions', 'Where you are signed in')}>
      {error !== null && <p role="alert">{error.message}</p>}
      <ul className="settings-list">
        {data.map((one) => (
          <li key={one.id}>
            <span className="what">
              {one.where ?? t('own.session-somewhere', 'Some browser')}{' '}
              {one.current && <span className="pill">{t('own.session-here', 'here')}</span>}
              <span className="small quiet session-when">
                {t('own.session-when', 'Since {at}; last seen {seen}', {
                  at: momentText(one.at),
                  seen: momentText(one.seen),
                })}
              </span>
            </span>
            {!one.current && (
              <span className="acts">
                <button
                  className="button quiet"
                  type="button"
                  disabled={doing.busy}
                  onClick={() => end(one.id)}
                >
                  {t('own.session-end', 'Sign out there')}
                </button>
              </span>
            )}
          </li>
        ))}
      </ul>
      <Refused refusal={doing.refusal} />
    </Part>
  );
}
