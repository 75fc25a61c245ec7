/**
 * The secrets of a round and what is kept of them. Of a place three things are kept, each under another hash of the same
 * secret: the place itself, that it is done writing, and its answer. Without the secret none leads to another.
 */
import { createHash, randomBytes, randomInt } from 'node:crypto';
import type { Chance } from '#core/talk/shuffle';

export type Use = 'seat' | 'receipt' | 'choice' | 'note';

/** What is kept of a secret for one use. The secrets are 32 bytes of chance, so that a plain hash is enough. */
export function hashOf(use: Use, secret: string): Buffer {
  return createHash('sha256').update(`potluck ${use}\0${secret}`).digest();
}

/** 32 bytes of chance, fit for an address. */
export function newSecret(): string {
  return randomBytes(32).toString('base64url');
}

/** Small letters and digits that cannot be taken for one another when they are read aloud or from a wall. */
const SIGNS = '23456789abcdefghjkmnpqrstuvwxyz';
const CODE_LENGTH = 6;

/** Six signs to type where a link or a QR code does not help: one in 887 million. */
export function newCode(): string {
  return Array.from({ length: CODE_LENGTH }, () => SIGNS[randomInt(SIGNS.length)]).join('');
}

/** A code as it is kept, whatever somebody typed between its signs; null for what is no code. */
export function codeOf(typed: string): string | null {
  const code = typed.toLowerCase().replace(/[\s-]+/g, '');
  return code.length === CODE_LENGTH && [...code].every((sign) => SIGNS.includes(sign)) ? code : null;
}

/** Chance of the kind that nobody can work out afterwards. */
export const trueChance: Chance = () => randomInt(2 ** 47) / 2 ** 47;
