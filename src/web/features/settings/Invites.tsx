/** Invitations that nobody has used yet, and taking one back. */
import { useQueryClient } from '@tanstack/react-query';
import { momentText } from '../../shared/format';
import { type Invite, peopleApi } from '../../shared/people/people-api';
import { Refused } from '../../shared/people/refused';
import { roleName } from '../../shared/people/role-words';
import { t } from '../../shared/words';
import { peopleKey } from './people-key';
import { useDoing } from './use-doing';

interface InvitesProps {
  /** Id of the community, or the house. */
  readonly community: string;
  readonly nameOf: (party: string) => string;
  readonly invites: readonly Invite[];
}

export function Invites({ community, nameOf, invites }: InvitesProps) {
  const client = useQueryClient();
  const doing = useDoing();
  const withdraw = (id: string) =>
    void doing.run(async () => {
      await peopleApi.withdraw(community, id);
      await client.invalidateQueries({ queryKey: peopleKey(community) });
    });
  return (
    <>
      <h3>{t('invites.title', 'Invited, not here yet')}</h3>
      <ul className="settings-list">
        {invites.map((one) => (
          <li key={one.id}>
            <span className="what">
              {one.note !== null && one.note !== '' ? one.note : roleName(one.role)}
              <span className="small quiet below">
                {one.party === null
                  ? t('invites.line', '{role}; open until {until}', {
                      role: roleName(one.role),
                      until: momentText(one.until),
                    })
                  : t('invites.line-for', '{role}; for {party}; open until {until}', {
                      role: roleName(one.role),
                      party: nameOf(one.party),
                      until: momentText(one.until),
                    })}
              </span>
            </span>
            <span className="acts">
              <button
                className="button quiet"
                type="button"
                disabled={doing.busy}
                onClick={() => withdraw(one.id)}
              >
                {t('invites.withdraw', 'Take back')}
                <span className="visually-hidden">
                  {' '}
                  {one.note !== null && one.note !== '' ? one.note : roleName(one.role)}
                </span>
              </button>
            </span>
          </li>
        ))}
      </ul>
      <Refused refusal={doing.refusal} />
    </>
  );
}
