/** Who one is, in the shape of the API; and which password is strong enough to be one. */
import type { z } from '@hono/zod-openapi';
import { message } from '#core/words/message';
import { rolesOf } from '#server/people/standing';
import { Refusal } from '#server/problem';
import type { meSchema } from '#server/schemas/people';
import { HOUSE, type People, type Standing } from '#store/people/port';

/** What is refused here. */
const SAYS = {
  weakPassword: message(
    'refused.weak-password',
    'A password needs at least {least} letters or signs, and more than a few different ones. A sentence is easy to remember.',
  ),
} as const;

export type Me = z.infer<typeof meSchema>;

/** Without a standing: the one person at this machine, to whom all belongs. */
export async function meOf(people: People, standing: Standing | null): Promise<Me> {
  if (standing === null) return { account: null, house: true, roles: [], passkeys: 0 };
  const { account, memberships } = standing;
  if (account === null) return { account: null, house: false, roles: [], passkeys: 0 };
  return {
    account: { id: account.id, name: account.name, login: account.login },
    house: memberships.some((one) => one.community === HOUSE),
    roles: rolesOf(standing),
    passkeys: (await people.passkeys(account.id)).length,
  };
}

/** Letters at least; length is what helps. */
const LEAST = 10;

/** Refuses what would be guessed first. */
export function mustBeStrong(password: string, login = ''): void {
  const plain = password.trim().toLowerCase();
  const few = new Set(plain).size < 4;
  if (plain.length < LEAST || few || (login !== '' && plain === login.trim().toLowerCase()))
    throw new Refusal(422, 'weak', SAYS.weakPassword({ least: LEAST }));
}
