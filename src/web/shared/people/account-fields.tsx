/** The three things of a new account: what others call you, what you sign in with, and the password. */
import { useId } from 'react';
import { t } from '../words';
import { PasswordField } from './PasswordField';

export interface NewAccount {
  readonly name: string;
  readonly login: string;
  readonly password: string;
}

export const NO_ACCOUNT: NewAccount = { name: '', login: '', password: '' };

interface FieldsProps {
  /** Begins here: in a form that was asked for. */
  readonly first?: boolean;
  readonly value: NewAccount;
  readonly onChange: (next: NewAccount) => void;
}

export function AccountFields({ first = false, value, onChange }: FieldsProps) {
  const [name, login] = [useId(), useId()];
  return (
    <>
      <div>
        <label htmlFor={name}>{t('account.name', 'Your name')}</label>
        <p className="hint" id={`${name}-hint`}>
          {t('account.name-hint', 'As the others here know you.')}
        </p>
        <input
          id={name}
          className="field"
          required
          // biome-ignore lint/a11y/noAutofocus: only in a form that the person asked for.
          autoFocus={first}
          maxLength={80}
          autoComplete="name"
          aria-describedby={`${name}-hint`}
          value={value.name}
          onChange={(event) => onChange({ ...value, name: event.target.value })}
        />
      </div>
      <div>
        <label htmlFor={login}>{t('account.login', 'Name to sign in with')}</label>
        <p className="hint" id={`${login}-hint`}>
          {t('account.login-hint', 'Short, or your mail address. Only stewards see it.')}
        </p>
        <input
          id={login}
          className="field"
          required
          autoComplete="username"
          autoCapitalize="none"
          spellCheck={false}
          aria-describedby={`${login}-hint`}
          value={value.login}
          onChange={(event) => onChange({ ...value, login: event.target.value })}
        />
      </div>
      <PasswordField
        label={t('account.password', 'Password')}
        fresh
        value={value.password}
        onChange={(password) => onChange({ ...value, password })}
      />
    </>
  );
}
