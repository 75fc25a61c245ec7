/**
 * The cookie that carries a session: read, set and taken away here. It holds a token of chance and nothing else, is closed
 * to scripts, and under https bears the name that browsers let no other host set.
 */
import type { Context } from 'hono';
import { deleteCookie, getCookie, setCookie } from 'hono/cookie';

/** Under https the browser itself keeps to Secure, this host and the whole path. */
const SECURE_NAME = '__Host-potluck';
const PLAIN_NAME = 'potluck';
/** As long as a session may last at most, in seconds; the server ends it earlier. */
const LASTS = 365 * 24 * 3600;
/** A token is 43 letters of base64url; nothing else is looked up. */
const TOKEN = /^[A-Za-z0-9_-]{43}$/;

/** Reads and writes the cookie of one site; `secure`: it is reached by https. */
export class SessionCookie {
  readonly #name: string;
  readonly #secure: boolean;

  constructor(secure: boolean) {
    this.#secure = secure;
    this.#name = secure ? SECURE_NAME : PLAIN_NAME;
  }

  /** The token that comes along; null where none does, or nothing that could be one. */
  read(context: Context): string | null {
    const value = getCookie(context, this.#name);
    return value !== undefined && TOKEN.test(value) ? value : null;
  }

  write(context: Context, token: string): void {
    setCookie(context, this.#name, token, {
      httpOnly: true,
      secure: this.#secure,
      sameSite: 'Lax',
      path: '/',
      maxAge: LASTS,
    });
  }

  clear(context: Context): void {
    deleteCookie(context, this.#name, { path: '/', secure: this.#secure });
  }
}

/** Whether a request carries a session's cookie of ours, of whatever worth. */
export function carriesSession(cookies: string | undefined): boolean {
  return cookies !== undefined && /(?:^|;\s*)(?:__Host-)?potluck=/.test(cookies);
}
