/**
 * From where Potluck may be reached: the machine itself unless the operator says otherwise, and by others only where there
 * is an account to sign in with. Works out what was asked for; opens nothing itself.
 */

/** Something that the person can mend; told as it stands, without a trace. */
export class ServeTrouble extends Error {}

const LOOPBACK_HOST = '127.0.0.1';

/** What the operator asked for. */
export interface ReachWish {
  /** The address to listen at. */
  readonly host?: string | undefined;
  /** Under which address people reach it. */
  readonly site?: string | undefined;
  /** Whether a proxy of the operator's own stands before it. */
  readonly trustsProxy?: boolean | undefined;
}

export interface Reach {
  readonly host: string;
  /** The origin of the site; null: only this machine. */
  readonly site: string | null;
  readonly trustsProxy: boolean;
  /** Whether others than whoever sits at this machine could reach it. */
  readonly isWide: boolean;
}

/** Where to listen and under which name. @throws ServeTrouble where that would not do, with what would. */
export function reachOf({ host = LOOPBACK_HOST, site, trustsProxy = false }: ReachWish): Reach {
  const wide = !isLoopback(host);
  if (wide && site === undefined)
    throw new ServeTrouble(
      `With --host ${host} others can reach Potluck. Say under which address they do: --site https://potluck.example.`,
    );
  const origin = site === undefined ? null : originOf(site);
  return {
    host,
    site: origin,
    trustsProxy,
    isWide: wide || (origin !== null && !isLoopback(new URL(origin).hostname)),
  };
}

function originOf(site: string): string {
  let url: URL;
  try {
    url = new URL(site);
  } catch {
    throw new ServeTrouble(`${site} is no address. Write it whole: --site https://potluck.example.`);
  }
  if (url.pathname !== '/' || url.search !== '' || url.hash !== '' || url.username !== '')
    throw new ServeTrouble(
      `Potluck needs an address of its own, without a path: --site ${url.protocol}//${url.host}.`,
    );
  const plain = url.protocol === 'http:' && isLoopback(url.hostname);
  if (url.protocol !== 'https:' && !plain)
    throw new ServeTrouble(
      `Passwords and figures must not travel open. Let a web server with a certificate pass requests on, and say --site https://${url.host}.`,
    );
  return url.origin;
}

/** Whether a host name or address is this machine alone. */
export function isLoopback(host: string): boolean {
  const plain = host.replace(/^\[|\]$/g, '').toLowerCase();
  return plain === 'localhost' || plain === '::1' || /^127(?:\.\d{1,3}){3}$/.test(plain);
}

/** Refuses to be reached by others while nobody has an account: everybody would be the person at this machine. */
export function mustHaveAccounts(reach: Reach, isShared: boolean): void {
  if (!reach.isWide || isShared) return;
  throw new ServeTrouble(
    'Nobody has an account here yet, so Potluck answers this machine only. Start it without --host and --site, choose “Invite others” in the settings, and then start it this way again.',
  );
}

/** The host to ask at, for what listens at `host`. */
export const askAt = (host: string): string =>
  host === '0.0.0.0' || host === '::'
    ? LOOPBACK_HOST
    : host.includes(':')
      ? `[${host.replace(/^\[|\]$/g, '')}]`
      : host;
