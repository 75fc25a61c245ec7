/** Choosing a role, and for some roles the party it is for. */
import { useId } from 'react';
import type { Role } from '../../shared/me';
import { audienceCalled, nameOfId } from '../../shared/naming';
import { ROLES, roleName, roleSays } from '../../shared/people/role-words';
import type { CommunityHere } from '../../shared/use-community';
import { t } from '../../shared/words';

export interface PlaceForm {
  readonly role: Role;
  /** Id of a party; empty: none. */
  readonly party: string;
  /** For a guest; empty: the public. */
  readonly audience: string;
}

/** Whether a role is for a party, and which ones come into question. */
export function partiesFor(here: CommunityHere, role: Role): readonly string[] {
  const { parties } = here.view;
  if (role === 'partner')
    return parties.filter((one) => !one.inside && one.type !== 'public').map((one) => one.id);
  if (role === 'guest') return [];
  return parties.filter((one) => one.type === 'person').map((one) => one.id);
}

interface RoleFieldsProps {
  readonly here: CommunityHere;
  readonly value: PlaceForm;
  readonly onChange: (next: PlaceForm) => void;
  /** Whether guests are among the choices: only a link makes one. */
  readonly guests?: boolean;
}

export function RoleFields({ here, value, onChange, guests = true }: RoleFieldsProps) {
  const [group, party, audience] = [useId(), useId(), useId()];
  const parties = partiesFor(here, value.role);
  return (
    <>
      <fieldset className="roles">
        <legend>{t('roles.as', 'As')}</legend>
        {ROLES.filter((one) => guests || one !== 'guest').map((one) => (
          <label key={one} className="choice">
            <input
              type="radio"
              name={group}
              checked={value.role === one}
              {...(value.role === one ? { 'data-first': '' } : {})}
              onChange={() => onChange({ role: one, party: '', audience: '' })}
            />
            <span>
              {roleName(one)} <span className="quiet small">{roleSays(one)}</span>
            </span>
          </label>
        ))}
      </fieldset>
      {parties.length > 0 && (
        <div>
          <label htmlFor={party}>
            {value.role === 'partner'
              ? t('roles.party', 'For which party?')
              : t('roles.person', 'Is it somebody whom the picture shows?')}
          </label>
          <p className="hint" id={`${party}-hint`}>
            {value.role === 'partner'
              ? t('roles.partner-hint', 'They will see what concerns it.')
              : t('roles.tie-hint', 'They are asked whether they agree, and can take it back.')}
          </p>
          <select
            id={party}
            className="field"
            required={value.role === 'partner'}
            aria-describedby={`${party}-hint`}
            value={value.party}
            onChange={(event) => onChange({ ...value, party: event.target.value })}
          >
            <option value="">
              {value.role === 'partner' ? t('party.choose', 'Choose…') : t('roles.nobody', 'No, or not yet')}
            </option>
            {parties.map((one) => (
              <option key={one} value={one}>
                {nameOfId(here.view, one)}
              </option>
            ))}
          </select>
        </div>
      )}
      {value.role === 'partner' && parties.length === 0 && (
        <p className="quiet">
          {t('roles.no-parties', 'The picture shows nobody outside yet. Add the partner there first.')}
        </p>
      )}
      {value.role === 'guest' && (
        <div>
          <label htmlFor={audience}>{t('roles.audience', 'What may they see?')}</label>
          <select
            id={audience}
            className="field"
            value={value.audience}
            onChange={(event) => onChange({ ...value, audience: event.target.value })}
          >
            <option value="">{t('roles.as-public', 'What everyone may see')}</option>
            {here.view.audiences.map((one) => (
              <option key={one.id} value={one.id}>
                {audienceCalled(here.view, one.id)}
              </option>
            ))}
          </select>
        </div>
      )}
    </>
  );
}
