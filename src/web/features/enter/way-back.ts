/** Where one goes after coming in, and the secret of a link, which never stays in the address. Pure but for the session's store. */

/** A path within Potluck; anything that leads elsewhere becomes the shelf. */
export function wayBack(to: string | undefined): string {
  if (to === undefined || !/^\/(?![/\\])/.test(to)) return '/';
  // Browsers drop tabs and line ends within an address, so that `/<tab>/else` would be another site.
  if ([...to].some((sign) => sign < ' ' || sign === '\\')) return '/';
  return /^\/(?:sign-in|join|recover)(?:[/?#]|$)/.test(to) ? '/' : to;
}

/** Goes there by opening the page anew: nothing that the former person saw is left in it. */
export function goTo(path: string): void {
  window.location.assign(path);
}

/** The secret behind `#` of the address, as it was when the page was opened, or as it is remembered in this tab. */
export function tokenOf(hash: string, kept: string | null): string | null {
  const token = hash.replace(/^#/, '');
  return /^[\w-]{16,200}$/.test(token) ? token : kept;
}

/** Takes the secret out of the address and keeps it in this tab until it was used: for one reload more. */
export function takeToken(name: 'join' | 'recover'): string | null {
  const key = `potluck.${name}`;
  let kept: string | null = null;
  try {
    kept = sessionStorage.getItem(key);
  } catch {
    // Storage is closed to us: the address alone has it.
  }
  const token = tokenOf(window.location.hash, kept);
  try {
    if (token !== null) sessionStorage.setItem(key, token);
  } catch {
    return token;
  }
  if (window.location.hash !== '') window.history.replaceState(window.history.state, '', `/${name}`);
  return token;
}

/** Forgets a secret that was used or opens nothing. */
export function dropToken(name: 'join' | 'recover'): void {
  try {
    sessionStorage.removeItem(`potluck.${name}`);
  } catch {
    // Nothing was kept.
  }
}
