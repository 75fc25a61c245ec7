/** Passkeys end to end, by an authenticator of software: a P-256 key, its attestation in CBOR, its answers signed. */
import { createHash, createSign, generateKeyPairSync, type KeyObject, randomBytes } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { ANA, Browser, type House, openHouse, startAs, Terminal } from '#server/people/testing';

const HOME = 'http://localhost:4321';

let house: House;
let ana: Browser;

beforeAll(async () => {
  const terminal = new Terminal();
  house = await openHouse(terminal);
  ana = new Browser(house.app, HOME);
  await startAs(ana, terminal);
});
afterAll(() => house.close());

const sha256 = (bytes: string | Buffer) => createHash('sha256').update(bytes).digest();

/** The little of CBOR (RFC 8949) that an attestation needs: small numbers, texts, bytes, maps. */
function cbor(value: unknown): Buffer {
  const head = (major: number, size: number) =>
    size < 24
      ? Buffer.from([(major << 5) | size])
      : size < 256
        ? Buffer.from([(major << 5) | 24, size])
        : Buffer.from([(major << 5) | 25, size >> 8, size & 255]);
  if (typeof value === 'number') return value < 0 ? head(1, -1 - value) : head(0, value);
  if (typeof value === 'string')
    return Buffer.concat([head(3, Buffer.byteLength(value)), Buffer.from(value)]);
  if (Buffer.isBuffer(value)) return Buffer.concat([head(2, value.length), value]);
  if (value instanceof Map)
    return Buffer.concat([
      head(5, value.size),
      ...[...value].flatMap(([key, one]) => [cbor(key), cbor(one)]),
    ]);
  throw new Error('not of this CBOR');
}

const PRESENT = 0x01;
const VERIFIED = 0x04;
const ATTESTED = 0x40;

class Authenticator {
  readonly id = randomBytes(32);
  readonly #key: KeyObject;
  readonly #cose: Buffer;
  counter = 0;
  flags = PRESENT | VERIFIED;
  origin = HOME;
  rpID = 'localhost';

  constructor() {
    const { privateKey, publicKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' });
    this.#key = privateKey;
    const { x = '', y = '' } = publicKey.export({ format: 'jwk' });
    // RFC 9053: key type EC2, ES256, curve P-256.
    this.#cose = cbor(
      new Map<number, unknown>([
        [1, 2],
        [3, -7],
        [-1, 1],
        [-2, Buffer.from(x, 'base64url')],
        [-3, Buffer.from(y, 'base64url')],
      ]),
    );
  }

  #data(flags: number, more = Buffer.alloc(0)): Buffer {
    const count = Buffer.alloc(4);
    count.writeUInt32BE(this.counter);
    return Buffer.concat([sha256(this.rpID), Buffer.from([flags]), count, more]);
  }

  #client(type: string, challenge: string): Buffer {
    return Buffer.from(JSON.stringify({ type, challenge, origin: this.origin, crossOrigin: false }));
  }

  #answer(response: Record<string, Buffer | string[]>) {
    const id = this.id.toString('base64url');
    const written = Object.entries(response).map(([name, value]) => [
      name,
      Buffer.isBuffer(value) ? value.toString('base64url') : value,
    ]);
    return {
      id,
      rawId: id,
      type: 'public-key',
      response: Object.fromEntries(written),
      clientExtensionResults: {},
    };
  }

  make(challenge: string) {
    const length = Buffer.from([0, this.id.length]);
    const credential = Buffer.concat([Buffer.alloc(16), length, this.id, this.#cose]);
    const attestationObject = cbor(
      new Map<string, unknown>([
        ['fmt', 'none'],
        ['attStmt', new Map()],
        ['authData', this.#data(this.flags | ATTESTED, credential)],
      ]),
    );
    const clientDataJSON = this.#client('webauthn.create', challenge);
    return this.#answer({ clientDataJSON, attestationObject, transports: ['internal'] });
  }

  sign(challenge: string, counts = true) {
    if (counts) this.counter += 1;
    const authenticatorData = this.#data(this.flags);
    const clientDataJSON = this.#client('webauthn.get', challenge);
    const signature = createSign('sha256')
      .update(Buffer.concat([authenticatorData, sha256(clientDataJSON)]))
      .sign(this.#key);
    return this.#answer({ clientDataJSON, authenticatorData, signature });
  }
}

const challengeAt = async (browser: Browser, path: string): Promise<string> => {
  const response = await browser.post(path);
  expect(response.status, await response.clone().text()).toBe(200);
  return (await response.json()).challenge;
};
const forAdding = () => challengeAt(ana, '/api/passkeys/options');
const forComing = (browser: Browser) => challengeAt(browser, '/api/sign-in/passkey/options');
const keep = async (key: Authenticator, challenge?: string) =>
  ana.post('/api/passkeys', { name: 'My phone', response: key.make(challenge ?? (await forAdding())) });

async function kept(): Promise<Authenticator> {
  const key = new Authenticator();
  const response = await keep(key);
  expect(response.status, await response.clone().text()).toBe(201);
  return key;
}

describe('a passkey', () => {
  test('is made for who is signed in, with the person shown to be there', async () => {
    const asked = await (await ana.post('/api/passkeys/options')).json();
    expect(asked).toMatchObject({
      rp: { id: 'localhost', name: 'Potluck' },
      user: { name: 'ana', displayName: 'Ana' },
      attestation: 'none',
      authenticatorSelection: { residentKey: 'required', userVerification: 'required' },
    });
    expect((await new Browser(house.app, HOME).post('/api/passkeys/options')).status).toBe(401);
  });

  test('is kept, listed, lets in from another browser, and is taken away', async () => {
    const key = await kept();
    const [listed] = await ana.json('/api/passkeys');
    expect(listed).toMatchObject({ id: key.id.toString('base64url'), name: 'My phone', used: null });
    expect((await ana.json('/api/me')).passkeys).toBe(1);
    const phone = new Browser(house.app, HOME);
    const come = await phone.post('/api/sign-in/passkey', { response: key.sign(await forComing(phone)) });
    expect(come.status, await come.clone().text()).toBe(200);
    expect((await phone.json('/api/me')).account.login).toBe(ANA.login);
    expect((await ana.json('/api/passkeys'))[0].used).not.toBeNull();
    expect((await ana.send('DELETE', `/api/passkeys/${listed.id}`)).status).toBe(204);
    expect((await ana.send('DELETE', `/api/passkeys/${listed.id}`)).status).toBe(404);
    const gone = await phone.post('/api/sign-in/passkey', { response: key.sign(await forComing(phone)) });
    expect(gone.status).toBe(401);
  });

  test.each([
    ['another site', (key: Authenticator) => Object.assign(key, { origin: 'http://evil.example' })],
    ['another name', (key: Authenticator) => Object.assign(key, { rpID: 'evil.example' })],
    ['nobody there', (key: Authenticator) => Object.assign(key, { flags: PRESENT })],
  ])('made for %s is not kept', async (_, bend) => {
    const key = new Authenticator();
    bend(key);
    expect((await keep(key)).status).toBe(422);
  });

  test('answers a question once, its own, and not one of another purpose', async () => {
    const challenge = await forAdding();
    expect((await keep(new Authenticator(), challenge)).status).toBe(201);
    expect((await keep(new Authenticator(), challenge)).status).toBe(422);
    expect((await keep(new Authenticator(), await forComing(ana))).status).toBe(422);
    expect((await keep(new Authenticator(), randomBytes(32).toString('base64url'))).status).toBe(422);
  });

  test('of somebody else cannot be put under one’s own account', async () => {
    const key = await kept();
    expect((await keep(key)).status).toBe(422);
  });
});

describe('coming in', () => {
  const tried = async (response: unknown) => {
    const browser = new Browser(house.app, HOME);
    const answer = await browser.post('/api/sign-in/passkey', { response });
    return { status: answer.status, cookies: browser.cookies.size };
  };
  const REFUSED = { status: 401, cookies: 0 };

  test('needs the very key, an unused question, the right place, and a person', async () => {
    const key = await kept();
    const question = await forComing(ana);
    const good = key.sign(question);
    expect(await tried(good)).toEqual({ status: 200, cookies: 1 });
    // The same answer again.
    expect(await tried(good)).toEqual(REFUSED);
    // Signed by another key under this one's name.
    const forged = new Authenticator();
    const signed = forged.sign(await forComing(ana));
    expect(await tried({ ...signed, id: good.id, rawId: good.rawId })).toEqual(REFUSED);
    expect(await tried(forged.sign(await forComing(ana)))).toEqual(REFUSED);
    // A question that was asked for making a key.
    expect(await tried(key.sign(await forAdding()))).toEqual(REFUSED);
    for (const bend of [
      () => Object.assign(key, { origin: 'http://evil.example' }),
      () => Object.assign(key, { rpID: 'evil.example' }),
      () => Object.assign(key, { flags: PRESENT }),
    ]) {
      bend();
      expect(await tried(key.sign(await forComing(ana)))).toEqual(REFUSED);
      key.origin = HOME;
      key.rpID = 'localhost';
      key.flags = PRESENT | VERIFIED;
    }
    expect(await tried(key.sign(await forComing(ana)))).toEqual({ status: 200, cookies: 1 });
  });

  test('a copy of a key is found out by its count', async () => {
    const key = await kept();
    expect(await tried(key.sign(await forComing(ana)))).toMatchObject({ status: 200 });
    expect(await tried(key.sign(await forComing(ana), false))).toEqual(REFUSED);
  });
});

test('at an address by number passkeys are told to need a name', async () => {
  const browser = new Browser(house.app, 'http://127.0.0.1:4321');
  const refused = await browser.post('/api/sign-in/passkey/options');
  expect(refused.status).toBe(409);
  expect((await refused.json()).detail).toContain('http://localhost:4321');
});
