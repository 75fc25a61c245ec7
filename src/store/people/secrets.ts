/** Tokens and passwords: made here, and turned into what may be kept of them. Nothing here knows whose they are. */
import { createHash, randomBytes } from 'node:crypto';
import type { Options } from '@node-rs/argon2';

/** Bytes of chance in a token; more than anybody can try. */
const TOKEN_BYTES = 32;

/** argon2id with 64 MiB and three passes: some tenth of a second. */
const COST: Options = { memoryCost: 64 * 1024, timeCost: 3, parallelism: 1, algorithm: 2 };

/** Of a password that nobody knows: checked where there is no account, so that this takes as long. */
export const NOBODYS =
  '$argon2id$v=19$m=65536,t=3,p=1$WZj5dKjcEpy6y2Bjjsvvgw$vcxj0UlgmWCcgJN+5Zk5XJPD8dYdqUQApCrqjxz8zZs';

/** A token as it is given out once: 43 letters of base64url. */
export const newToken = (): string => randomBytes(TOKEN_BYTES).toString('base64url');

/** What is kept of a token: SHA-256, which needs no salt where chance made all of it. */
export const tokenHash = (token: string): Buffer => createHash('sha256').update(token, 'utf8').digest();

/** What is kept of a password, in the PHC form with its salt. */
export async function passwordHash(password: string): Promise<string> {
  // Loaded when first needed: a start without accounts does without it.
  const { hash } = await import('@node-rs/argon2');
  return hash(password.normalize('NFKC'), COST);
}

/** Whether a password is the one of this hash. Null (nobody's): no, after the same work. */
export async function isPassword(kept: string | null, password: string): Promise<boolean> {
  const { verify } = await import('@node-rs/argon2');
  const same = await verify(kept ?? NOBODYS, password.normalize('NFKC'));
  return same && kept !== null;
}

/** A login as it is compared: without space around it, in small letters. */
export const loginOf = (typed: string): string => typed.trim().normalize('NFKC').toLowerCase();
