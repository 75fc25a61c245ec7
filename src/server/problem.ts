/** Refusals as RFC 9457 `application/problem+json`. No stack trace and no SQL ever leaves through here. */
import type { Context } from 'hono';
import type { ContentfulStatusCode } from 'hono/utils/http-status';
import { type Message, message, type Template } from '#core/words/message';
import { REFUSED } from '#server/refused';
import type { Refused } from '#store/port';

/** What is refused here. */
const SAYS = {
  wasRemoved: message('refused.was-removed', 'A community {id} was removed and can be brought back.'),
  isThere: message('refused.is-there', 'There already is a community {id}. Choose another id.'),
  stale: message(
    'refused.stale',
    'The community has changed since you read it. Nothing was lost: see what changed, then send your change again under the present version.',
  ),
  wouldHaveProblems: message(
    'refused.would-have-problems',
    'Nothing was changed, because the file would have problems.',
  ),
  reused: message('refused.reused', 'This changeId was sent before with another change. Make a new one.'),
  noVersion: message('refused.no-version', 'There is no such version.'),
} as const;

/** What a door refuses, thrown anywhere below a route; `message` is in the language of the request. */
export class Refusal extends Error {
  readonly status: ContentfulStatusCode;
  readonly code: string;
  readonly more: Readonly<Record<string, unknown>>;

  constructor(
    status: ContentfulStatusCode,
    code: string,
    says: Message,
    more: Readonly<Record<string, unknown>> = {},
  ) {
    super(says.text);
    this.status = status;
    this.code = code;
    this.more = more;
  }
}

/** Short titles by code; the code is the end of the `type`. */
const TITLES: Readonly<Record<string, Template>> = titled({
  'bad-request': 'The request is not as it should be',
  'bad-host': 'This address is not served here',
  'other-site': 'Asked by another site',
  'not-found': 'There is nothing here',
  'wrong-method': 'This cannot be done here',
  'wrong-media': 'This kind of content is not taken here',
  stale: 'Somebody else changed it meanwhile',
  taken: 'The id is taken',
  reused: 'The change id was used before',
  impossible: 'This cannot be done as asked',
  invalid: 'The community file has problems',
  'gives-away': 'It would give something away',
  'no-mail': 'No mail can be sent from here',
  'too-large': 'Too large',
  moved: 'Somebody else moved it on meanwhile',
  'wrong-phase': 'Not in this phase',
  'too-few': 'Too few have written',
  'no-options': 'There is nothing to choose from yet',
  ticket: 'The ticket no longer holds',
  'sign-in': 'Nobody is signed in',
  'too-many': 'Tried too often',
  'not-used': 'This link does not work',
  passkey: 'This passkey cannot be used',
  weak: 'This password is easy to guess',
  already: 'You belong already',
  last: 'Nobody would be left to look after it',
  wall: 'Who was to stay apart would meet',
  'not-yours': 'This is not yours to do',
  'not-shared': 'Nobody has an account here yet',
  unavailable: 'The store cannot be reached',
  failed: 'Something went wrong here',
});
const OTHER = message('refused.title', 'Refused');

function titled(titles: Readonly<Record<string, string>>): Readonly<Record<string, Template>> {
  const named = Object.entries(titles).map(([code, title]) => [
    code,
    message(`refused.title.${code}`, title),
  ]);
  return Object.fromEntries(named);
}

/** The answer that tells a refusal. */
export function refusalResponse(context: Context, refusal: Refusal): Response {
  const body = {
    type: `urn:potluck:${refusal.code}`,
    title: (TITLES[refusal.code] ?? OTHER)().text,
    status: refusal.status,
    detail: refusal.message,
    ...refusal.more,
  };
  return context.body(JSON.stringify(body), refusal.status, {
    'content-type': 'application/problem+json; charset=utf-8',
    'cache-control': 'no-store',
    ...(typeof refusal.more['retryAfter'] === 'number'
      ? { 'retry-after': String(refusal.more['retryAfter']) }
      : {}),
  });
}

/** What the store refused, in the words of HTTP. */
export function fromStore(refused: Refused): Refusal {
  switch (refused.why) {
    case 'absent':
      return new Refusal(404, 'not-found', REFUSED.noSuchCommunity());
    case 'stale':
      return new Refusal(409, 'stale', SAYS.stale(), {
        version: refused.version,
        since: refused.since,
      });
    case 'impossible':
      return new Refusal(
        422,
        'impossible',
        REFUSED.said({ text: refused.refusals.map((one) => one.message.text).join(' ') }),
        {
          refusals: refused.refusals,
        },
      );
    case 'invalid':
      return new Refusal(422, 'invalid', SAYS.wouldHaveProblems(), {
        problems: refused.problems,
      });
    case 'taken':
      return new Refusal(
        409,
        'taken',
        refused.removed ? SAYS.wasRemoved({ id: refused.id }) : SAYS.isThere({ id: refused.id }),
        {
          id: refused.id,
          removed: refused.removed,
        },
      );
    case 'reused':
      return new Refusal(409, 'reused', SAYS.reused());
    case 'no-such-version':
      return new Refusal(404, 'not-found', SAYS.noVersion());
  }
}
