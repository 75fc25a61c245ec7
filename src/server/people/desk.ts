/**
 * Who comes in at the door: finds out from the cookie who asks, opens and ends sessions, and knows under which address
 * this Potluck is reached. Until there is an account, the one person at this machine is everybody.
 */
import type { Context } from 'hono';
import { message } from '#core/words/message';
import { type Caller, type Carried, LOCAL } from '#server/caller';
import { addressOf, browserOf } from '#server/people/address';
import { SessionCookie } from '#server/people/cookies';
import { mayTry, type Trying } from '#server/people/limits';
import { type Letter, type MailSettings, post } from '#server/people/mail';
import { callerOf } from '#server/people/standing';
import { StartToken } from '#server/people/start-token';
import { Refusal } from '#server/problem';
import type { LogAct } from '#store/log/port';
import type { Account, Opened, People, Standing } from '#store/people/port';
import { loginOf } from '#store/people/secrets';
import type { Store } from '#store/port';

/** What is refused here. */
const SAYS = {
  thisMachineOnly: message(
    'refused.this-machine-only',
    'Nobody has an account here yet, so Potluck answers this machine only, and nothing that a proxy passes on.',
  ),
  signInFirst: message('refused.sign-in-first', 'Sign in first.'),
} as const;

/** How long it is believed that there still is no account; milliseconds. Another Potluck may share the database. */
const BELIEVED = 2_000;

export interface DeskOptions {
  readonly store: Store;
  /** Under which address it is reached, where that was said. */
  readonly site?: string | undefined;
  /** Whether what stands before it is the operator's own proxy. */
  readonly trustsProxy?: boolean | undefined;
  /** Says something on the server's own terminal, and nowhere else. */
  readonly announce?: ((line: string) => void) | undefined;
  /** By which server letters go, where one is named. */
  readonly mail?: MailSettings | undefined;
  /** Where a mistake of ours is told. */
  readonly report?: ((error: unknown) => void) | undefined;
  /** Milliseconds. */
  readonly now?: (() => number) | undefined;
}

export class Desk {
  readonly store: Store;
  readonly people: People;
  /** Null where it was not said: then only this machine asks. */
  readonly site: URL | null;
  readonly now: () => number;
  readonly announce: (line: string) => void;
  readonly startToken: StartToken;
  /** Whether it is reached by https. */
  readonly isSecure: boolean;
  readonly #cookie: SessionCookie;
  readonly #mail: MailSettings | null;
  readonly #report: (error: unknown) => void;
  readonly #trustsProxy: boolean;
  #shared = false;
  #asked = Number.NEGATIVE_INFINITY;

  constructor(options: DeskOptions) {
    this.store = options.store;
    this.people = options.store.people;
    this.site = options.site === undefined ? null : new URL(options.site);
    this.now = options.now ?? (() => Date.now());
    this.announce = options.announce ?? (() => undefined);
    this.startToken = new StartToken(this.now);
    this.#trustsProxy = options.trustsProxy === true;
    this.isSecure = this.site?.protocol === 'https:';
    this.#cookie = new SessionCookie(this.isSecure);
    this.#mail = options.mail ?? null;
    this.#report = options.report ?? (() => undefined);
  }

  /** Whether one has to sign in. Once true it is not asked again. */
  async isShared(): Promise<boolean> {
    if (this.#shared || this.now() - this.#asked < BELIEVED) return this.#shared;
    this.#shared = await this.people.isShared();
    this.#asked = this.now();
    return this.#shared;
  }

  /** There is an account now. */
  becomesShared(): void {
    this.#shared = true;
  }

  /** Who asks, and what the database knows of them; null where the house is one person's. */
  async who(context: Context): Promise<{ readonly caller: Caller; readonly standing: Standing | null }> {
    if (!(await this.isShared())) {
      if (isPassedOn(context)) throw new Refusal(421, 'bad-host', SAYS.thisMachineOnly());
      return { caller: LOCAL, standing: null };
    }
    const standing = await this.people.standing(this.#cookie.read(context));
    return { caller: callerOf(standing), standing };
  }

  /** Opens a session for this browser and ends the one it came with. Gives what the newcomer is. */
  async welcome(context: Context<Carried>, opened: Opened): Promise<Standing> {
    const before = context.get('standing');
    if (before?.account != null && before.session !== null)
      await this.people.endSession(before.account.id, before.session);
    this.#cookie.write(context, opened.token);
    return this.people.standing(opened.token);
  }

  /** A session of somebody who has shown who they are. Always a new one: a token that came along is never taken over. */
  async signIn(context: Context<Carried>, account: string): Promise<Standing> {
    const standing = await this.welcome(context, await this.people.openSession(account, browserOf(context)));
    await this.note('signed-in', account);
    return standing;
  }

  /** Takes the cookie away; its session has gone by other ways. */
  forget(context: Context): void {
    this.#cookie.clear(context);
  }

  /** Ends the session of this browser. */
  async signOut(context: Context<Carried>): Promise<void> {
    const standing = context.get('standing');
    this.#cookie.clear(context);
    if (standing?.account == null || standing.session === null) return;
    await this.people.endSession(standing.account.id, standing.session);
    await this.note('signed-out', standing.account.id);
  }

  /** Counts a try by address, and by login where there is one. Gives what takes it back. */
  mayTry(context: Context, what: Trying, login?: string): Promise<() => Promise<void>> {
    const address = addressOf(context, this.#trustsProxy);
    return mayTry(this.people, what, { address, ...(login === undefined ? {} : { login: loginOf(login) }) });
  }

  /** Sends a letter where that is set up and somebody gave an address. Gives whether it went. */
  async mail(to: string | undefined, letter: (to: string) => Letter): Promise<boolean> {
    if (to === undefined || this.#mail === null) return false;
    return post(this.#mail, letter(to), this.#report);
  }

  /** A link of this Potluck, whole. */
  wholeLink(context: Context, link: string): string {
    return `${this.site?.origin ?? new URL(context.req.url).origin}${link}`;
  }

  /** Writes into the log of the house, or of a community. */
  async note(
    act: LogAct,
    person: string | null,
    about: Readonly<Record<string, string | number | null>> = {},
    more: { readonly community?: string | null; readonly reason?: string | null } = {},
  ): Promise<void> {
    const { community = null, reason = null } = more;
    await this.store.log.append({ community, act, person, about, reason });
  }
}

/** Whether something between has passed the request on: it would make the whole world the person at this machine. */
function isPassedOn(context: Context): boolean {
  return ['x-forwarded-for', 'x-forwarded-host', 'forwarded', 'x-real-ip'].some(
    (name) => context.req.header(name) !== undefined,
  );
}

/** The account of a signed-in caller. Nobody signed in is told to sign in; that says nothing about what there is. */
export function mustBeSignedIn(context: Context<Carried>): {
  readonly account: Account;
  readonly session: string;
} {
  const standing = context.get('standing');
  if (standing?.account == null || standing.session === null)
    throw new Refusal(401, 'sign-in', SAYS.signInFirst());
  return { account: standing.account, session: standing.session };
}
