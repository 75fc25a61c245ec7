/**
 * Coming in by way of another provider (OpenID Connect), where the operator has named one. Asks that provider and nobody
 * else. Who comes from there is known only if they linked it to their account themselves: no address of theirs is believed.
 */
import { randomBytes } from 'node:crypto';
import type { Configuration } from 'openid-client';
import { isLoopback, ServeTrouble } from '#server/reach';

/** How long one may take at the other provider; milliseconds. */
const GOOD_FOR = 10 * 60_000;
/** No more than so many are under way at once; the oldest give way. */
const MOST = 5_000;

export interface ElsewhereSettings {
  readonly issuer: string;
  readonly clientId: string;
  readonly clientSecret: string;
}

/** Who somebody is there. */
export interface Identity {
  readonly issuer: string;
  readonly subject: string;
  /** The account that asked for a link to it; null: they want to come in. */
  readonly linkTo: string | null;
}

interface UnderWay {
  readonly state: string;
  readonly nonce: string;
  readonly verifier: string;
  readonly linkTo: string | null;
  readonly until: number;
}

/** What the environment names; null where it names none. @throws ServeTrouble where it is not whole. */
export function elsewhereFrom(env: Readonly<Record<string, string | undefined>>): ElsewhereSettings | null {
  const issuer = env['POTLUCK_OIDC_ISSUER'] ?? '';
  if (issuer === '') return null;
  const url = URL.canParse(issuer) ? new URL(issuer) : null;
  if (url === null || (url.protocol !== 'https:' && !isLoopback(url.hostname)))
    throw new ServeTrouble('POTLUCK_OIDC_ISSUER is the https address of a provider of OpenID Connect.');
  const clientId = env['POTLUCK_OIDC_CLIENT_ID'] ?? '';
  const clientSecret = env['POTLUCK_OIDC_CLIENT_SECRET'] ?? '';
  if (clientId === '' || clientSecret === '')
    throw new ServeTrouble(
      'With POTLUCK_OIDC_ISSUER go POTLUCK_OIDC_CLIENT_ID and POTLUCK_OIDC_CLIENT_SECRET, which the provider gives.',
    );
  return { issuer, clientId, clientSecret };
}

export class Elsewhere {
  readonly #settings: ElsewhereSettings;
  readonly #now: () => number;
  readonly #underWay = new Map<string, UnderWay>();
  #configuration: Promise<Configuration> | null = null;

  /** @param now Milliseconds. */
  constructor(settings: ElsewhereSettings, now: () => number) {
    this.#settings = settings;
    this.#now = now;
  }

  /** Where to send the browser, and what it keeps in a cookie meanwhile. */
  async begin(back: string, linkTo: string | null): Promise<{ readonly to: URL; readonly keeps: string }> {
    const client = await import('openid-client');
    const configuration = await this.#configured();
    const verifier = client.randomPKCECodeVerifier();
    const [state, nonce, keeps] = [
      client.randomState(),
      client.randomNonce(),
      randomBytes(32).toString('base64url'),
    ];
    for (const [id, { until }] of this.#underWay) {
      if (until > this.#now() && this.#underWay.size < MOST) break;
      this.#underWay.delete(id);
    }
    this.#underWay.set(keeps, { state, nonce, verifier, linkTo, until: this.#now() + GOOD_FOR });
    const to = client.buildAuthorizationUrl(configuration, {
      redirect_uri: back,
      scope: 'openid',
      code_challenge: await client.calculatePKCECodeChallenge(verifier),
      code_challenge_method: 'S256',
      state,
      nonce,
    });
    return { to, keeps };
  }

  /** Who came back; null where the answer does not belong to this browser, is used, or proves nothing. */
  async end(answer: URL, kept: string | undefined): Promise<Identity | null> {
    const begun = kept === undefined ? undefined : this.#underWay.get(kept);
    if (kept === undefined || begun === undefined) return null;
    this.#underWay.delete(kept);
    if (this.#now() >= begun.until) return null;
    const client = await import('openid-client');
    const configuration = await this.#configured();
    try {
      const tokens = await client.authorizationCodeGrant(configuration, answer, {
        pkceCodeVerifier: begun.verifier,
        expectedState: begun.state,
        expectedNonce: begun.nonce,
        idTokenExpected: true,
      });
      const claims = tokens.claims();
      return claims === undefined ? null : { issuer: claims.iss, subject: claims.sub, linkTo: begun.linkTo };
    } catch {
      return null;
    }
  }

  /** What the provider says of itself, asked when it is first needed. */
  #configured(): Promise<Configuration> {
    this.#configuration ??= this.#discover().catch((error: unknown) => {
      this.#configuration = null;
      throw error;
    });
    return this.#configuration;
  }

  async #discover(): Promise<Configuration> {
    const client = await import('openid-client');
    const { issuer, clientId, clientSecret } = this.#settings;
    const url = new URL(issuer);
    const plain = url.protocol === 'http:' ? { execute: [client.allowInsecureRequests] } : {};
    return client.discovery(url, clientId, clientSecret, undefined, { timeout: 10, ...plain });
  }
}
