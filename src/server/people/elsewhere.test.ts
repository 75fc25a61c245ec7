/** Coming in by way of another provider, against a small one that runs in this test, on this machine. */
import { createHash, createSign, generateKeyPairSync, randomUUID } from 'node:crypto';
import { once } from 'node:events';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { text } from 'node:stream/consumers';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { elsewhereFrom } from '#server/people/elsewhere';
import { Browser, HOME, type House, openHouse, startAs, Terminal } from '#server/people/testing';

const CLIENT = { id: 'potluck', secret: 'a client secret' };

/** A provider: says who it is, gives codes to whoever asks, and tokens for codes. */
class Provider {
  readonly asked: string[] = [];
  readonly #keys = generateKeyPairSync('rsa', { modulusLength: 2048 });
  readonly #codes = new Map<string, { nonce: string; challenge: string; subject: string }>();
  readonly #server: Server;
  /** What it would say wrongly. */
  bend: Record<string, unknown> = {};

  constructor() {
    this.#server = createServer(async (request, response) => {
      const url = new URL(request.url ?? '/', this.issuer);
      this.asked.push(`${request.method} ${url.pathname}`);
      const answer = (status: number, body: unknown) =>
        response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(body));
      if (url.pathname === '/.well-known/openid-configuration') return answer(200, this.#about());
      if (url.pathname === '/keys')
        return answer(200, {
          keys: [{ ...this.#keys.publicKey.export({ format: 'jwk' }), kid: 'k', alg: 'RS256', use: 'sig' }],
        });
      if (url.pathname !== '/token') return answer(404, {});
      const form = new URLSearchParams(await text(request));
      const code = this.#codes.get(form.get('code') ?? '');
      const challenge = createHash('sha256')
        .update(form.get('code_verifier') ?? '')
        .digest('base64url');
      const basic = request.headers.authorization ?? '';
      const secret =
        basic === ''
          ? form.get('client_secret')
          : decodeURIComponent(atob(basic.slice(6)).split(':')[1] ?? '').replaceAll('+', ' ');
      if (code === undefined || challenge !== code.challenge || secret !== CLIENT.secret)
        return answer(400, { error: 'invalid_grant' });
      this.#codes.delete(form.get('code') ?? '');
      return answer(200, { access_token: 'x', token_type: 'Bearer', id_token: this.#token(code) });
    });
  }

  get issuer(): string {
    return `http://127.0.0.1:${(this.#server.address() as AddressInfo).port}`;
  }

  async listen(): Promise<void> {
    this.#server.listen(0, '127.0.0.1');
    await once(this.#server, 'listening');
  }

  close(): void {
    this.#server.close();
    this.#server.closeAllConnections();
  }

  #about() {
    return {
      issuer: this.issuer,
      authorization_endpoint: `${this.issuer}/authorize`,
      token_endpoint: `${this.issuer}/token`,
      jwks_uri: `${this.issuer}/keys`,
      response_types_supported: ['code'],
      subject_types_supported: ['public'],
      id_token_signing_alg_values_supported: ['RS256'],
    };
  }

  #token({ nonce, subject }: { nonce: string; subject: string }): string {
    const now = Math.floor(Date.now() / 1000);
    const part = (value: unknown) => Buffer.from(JSON.stringify(value)).toString('base64url');
    const claims = {
      iss: this.issuer,
      sub: subject,
      aud: CLIENT.id,
      iat: now,
      exp: now + 300,
      nonce,
      ...this.bend,
    };
    const signed = `${part({ alg: 'RS256', kid: 'k', typ: 'JWT' })}.${part(claims)}`;
    return `${signed}.${createSign('RSA-SHA256').update(signed).sign(this.#keys.privateKey, 'base64url')}`;
  }

  /** Somebody says there who they are: gives the way back that their browser is sent. */
  agree(to: string, subject: string): string {
    const asked = new URL(to).searchParams;
    const code = randomUUID();
    this.#codes.set(code, {
      nonce: asked.get('nonce') ?? '',
      challenge: asked.get('code_challenge') ?? '',
      subject,
    });
    const back = new URL(asked.get('redirect_uri') ?? '');
    back.searchParams.set('code', code);
    back.searchParams.set('state', asked.get('state') ?? '');
    return `${back.pathname}${back.search}`;
  }
}

const provider = new Provider();
let house: House;
let ana: Browser;

beforeAll(async () => {
  await provider.listen();
  const terminal = new Terminal();
  house = await openHouse(terminal, {
    oidc: { issuer: provider.issuer, clientId: CLIENT.id, clientSecret: CLIENT.secret },
  });
  ana = new Browser(house.app);
  await startAs(ana, terminal);
});
afterAll(async () => {
  provider.close();
  await house.close();
});

/** The browser comes back as browsers do: sent by a page elsewhere. */
const backAt = async (browser: Browser, path: string): Promise<string | null> => {
  const response = await browser.get(path, { 'sec-fetch-site': 'cross-site' });
  expect(response.status, await response.clone().text()).toBe(303);
  return response.headers.get('location');
};
const leave = async (browser: Browser, query = ''): Promise<string> => {
  const response = await browser.get(`/api/sign-in/oidc${query}`);
  expect(response.status, await response.clone().text()).toBe(303);
  return response.headers.get('location') ?? '';
};
const nobody = async (browser: Browser) => expect((await browser.json('/api/me')).account).toBeNull();

describe('another provider', () => {
  test('is asked nothing before somebody goes there, and then with a proof of its own', async () => {
    expect(provider.asked).toEqual([]);
    const to = new URL(await leave(new Browser(house.app)));
    expect(to.origin).toBe(provider.issuer);
    expect(Object.fromEntries(to.searchParams)).toMatchObject({
      client_id: CLIENT.id,
      response_type: 'code',
      scope: 'openid',
      redirect_uri: `${HOME}/api/sign-in/oidc/back`,
      code_challenge_method: 'S256',
    });
    for (const name of ['state', 'nonce', 'code_challenge'])
      expect(to.searchParams.get(name)?.length).toBeGreaterThan(30);
    expect(await ana.json('/api/about')).toMatchObject({ oidc: true });
  });

  test('whoever nobody linked there does not come in, and no account is made of them', async () => {
    const stranger = new Browser(house.app);
    expect(await backAt(stranger, provider.agree(await leave(stranger), 'stranger'))).toBe(
      '/sign-in?oidc=unknown',
    );
    await nobody(stranger);
  });

  test('is linked by who is signed in, and then lets in', async () => {
    expect((await new Browser(house.app).get('/api/sign-in/oidc?link=1')).status).toBe(401);
    expect(await backAt(ana, provider.agree(await leave(ana, '?link=1'), 'ana-there'))).toBe(
      '/settings?oidc=linked',
    );
    const phone = new Browser(house.app);
    expect(await backAt(phone, provider.agree(await leave(phone), 'ana-there'))).toBe('/');
    expect((await phone.json('/api/me')).account.login).toBe('ana');
    expect([...phone.cookies.keys()]).toEqual(['potluck']);
  });

  test('an answer counts once, in the browser that asked, with its own state and nonce', async () => {
    const browser = new Browser(house.app);
    const good = provider.agree(await leave(browser), 'ana-there');
    // In a browser that never asked: somebody was sent a way back.
    const victim = new Browser(house.app);
    expect(await backAt(victim, good)).toBe('/sign-in?oidc=failed');
    await nobody(victim);
    // With the state of another.
    const other = provider.agree(await leave(new Browser(house.app)), 'ana-there');
    expect(await backAt(browser, other)).toBe('/sign-in?oidc=failed');
    // What was spoilt stays spoilt.
    expect(await backAt(browser, good)).toBe('/sign-in?oidc=failed');
    await nobody(browser);
    // The same answer a second time.
    const once = provider.agree(await leave(browser), 'ana-there');
    const kept = new Map(browser.cookies);
    expect(await backAt(browser, once)).toBe('/');
    const copied = new Browser(house.app);
    for (const [name, value] of kept) copied.cookies.set(name, value);
    expect(await backAt(copied, once)).toBe('/sign-in?oidc=failed');
  });

  test.each([
    ['another nonce', { nonce: 'other' }],
    ['another client', { aud: 'somebody-else' }],
    ['another issuer', { iss: 'https://evil.example' }],
    ['long ago', { exp: 1_000_000 }],
  ])('a token for %s proves nothing', async (_, bend) => {
    const browser = new Browser(house.app);
    const back = provider.agree(await leave(browser), 'ana-there');
    provider.bend = bend;
    expect(await backAt(browser, back)).toBe('/sign-in?oidc=failed');
    provider.bend = {};
    await nobody(browser);
  });

  test('a way back leads nowhere but into Potluck', async () => {
    const browser = new Browser(house.app);
    const back = provider.agree(await leave(browser), 'ana-there');
    expect(
      await backAt(browser, `${back}&next=https://evil.example&redirect_uri=https://evil.example`),
    ).toMatch(/^\/(?:sign-in\?oidc=failed)?$/);
  });
});

describe('what the operator says of it', () => {
  const whole = {
    POTLUCK_OIDC_ISSUER: 'https://id.example',
    POTLUCK_OIDC_CLIENT_ID: 'a',
    POTLUCK_OIDC_CLIENT_SECRET: 'b',
  };

  test('is nothing, or whole', () => {
    expect(elsewhereFrom({})).toBeNull();
    expect(elsewhereFrom(whole)).toEqual({ issuer: 'https://id.example', clientId: 'a', clientSecret: 'b' });
    expect(() => elsewhereFrom({ ...whole, POTLUCK_OIDC_CLIENT_SECRET: '' })).toThrow('CLIENT_SECRET');
    expect(() => elsewhereFrom({ ...whole, POTLUCK_OIDC_ISSUER: 'http://id.example' })).toThrow('https');
    expect(() => elsewhereFrom({ ...whole, POTLUCK_OIDC_ISSUER: 'id.example' })).toThrow('https');
  });
});
