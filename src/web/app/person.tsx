/** Who is signed in, small, in the head of every page: one's own settings behind one's initials, or the way to sign in. */
import { useMe } from '../shared/me';
import { Link, useHere } from '../shared/way';
import { t } from '../shared/words';
import './person.css';

export function Person() {
  const { alone, account } = useMe();
  const { href: here } = useHere();
  if (alone || /^\/(?:sign-in|join|recover)(?:[/?#]|$)/.test(here)) return null;
  if (account === null) {
    return (
      <Link className="button quiet person-in" to="/sign-in" search={{ to: here }}>
        {t('person.sign-in', 'Sign in')}
      </Link>
    );
  }
  const says = t('person.signed-in', '{name}: your settings', { name: account.name });
  return (
    <Link className="person" to="/settings" title={says}>
      <span aria-hidden="true">{initials(account.name)}</span>
      <span className="visually-hidden">{says}</span>
    </Link>
  );
}

/** The first letters of the first and the last word. */
export function initials(name: string): string {
  const words = name.trim().split(/\s+/);
  const first = (word: string | undefined) => [...(word ?? '')][0] ?? '';
  return (first(words[0]) + (words.length > 1 ? first(words.at(-1)) : '')).toLocaleUpperCase();
}
