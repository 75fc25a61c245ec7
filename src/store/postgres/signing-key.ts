/**
 * The key by which contexts are signed. It is made by chance when a database is first opened, lies in a table that only
 * the owner reads, and is held in memory by a Potluck at work.
 */
import { randomBytes } from 'node:crypto';
import type pg from 'pg';

/** As long as a block of SHA-256, so that HMAC uses it as it is. */
const KEY_BYTES = 64;
const INNER = 0x36;
const OUTER = 0x5c;

/** The key of this database; makes it where there is none. To be called by the owner. */
export async function signingKey(owner: pg.Client): Promise<Buffer> {
  const fresh = randomBytes(KEY_BYTES);
  await owner.query(
    'insert into potluck.signing_key (inner_pad, outer_pad) values ($1, $2) on conflict do nothing',
    [padded(fresh, INNER), padded(fresh, OUTER)],
  );
  const { rows } = await owner.query<{ inner_pad: Buffer }>('select inner_pad from potluck.signing_key');
  const pad = rows[0]?.inner_pad;
  if (pad === undefined) throw new Error('the signing key of the database is gone');
  return padded(pad, INNER);
}

function padded(key: Buffer, pad: number): Buffer {
  return Buffer.from(key.map((byte) => byte ^ pad));
}
