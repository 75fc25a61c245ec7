/**
 * The words of one question: what is asked, why, and what is said where we cannot tell. Whole sentences with
 * parameters, named `question.Q01`, `question.Q01.why`, `question.Q01.offer`, `question.Q01.missing`. Decides nothing.
 */
import type { Id } from '#core/model/fact';
import type { Asked } from '#core/questions/define';
import { message, type Param } from '#core/words/message';

export type Params = Readonly<Record<string, Param>>;

export interface Words {
  /** The question, in the wording of the bank. */
  readonly asks: string;
  /** Why it is asked, for a volunteer. */
  readonly why: string;
  /** "We cannot tell whether … Is it worth finding out?" */
  readonly offer?: string;
  /** Why we cannot tell. */
  readonly missing?: string;
  /** The same question where the bank's wording would not fit, as for "some of us" at its beginning. */
  readonly otherwise?: string;
}

/** What an asking is about and stands on. */
export interface Ground {
  readonly about?: readonly Id[];
  readonly evidence?: readonly Id[];
  /** 0 to 1; 1 where nobody can say how far past. */
  readonly distance?: number;
  /** Only where the amounts of that kind decided it. */
  readonly kind?: Id | undefined;
}

export interface Wording {
  readonly ask: (ground: Ground, params?: Params) => Asked;
  /** The same in the words of `otherwise`. */
  readonly askOtherwise: (ground: Ground, params?: Params) => Asked;
  readonly offer: (ground: Ground, params?: Params) => Asked;
}

/** Names the messages of a question and gives the ways of asking it. */
export function wording(id: string, words: Words): Wording {
  const text = message(`question.${id}`, words.asks);
  const why = message(`question.${id}.why`, words.why);
  const other = words.otherwise === undefined ? text : message(`question.${id}.otherwise`, words.otherwise);
  const offer = words.offer === undefined ? text : message(`question.${id}.offer`, words.offer);
  const missing = words.missing === undefined ? why : message(`question.${id}.missing`, words.missing);
  return {
    ask: (ground, params = {}) => asked('ask', ground, text(params), why(params)),
    askOtherwise: (ground, params = {}) => asked('ask', ground, other(params), why(params)),
    offer: (ground, params = {}) => asked('offer', ground, offer(params), missing(params)),
  };
}

function asked(state: Asked['state'], ground: Ground, text: Asked['message'], why: Asked['why']): Asked {
  const distance = Math.min(1, Math.max(0, ground.distance ?? 1));
  return {
    state,
    message: text,
    why,
    about: ground.about ?? [],
    evidence: [...new Set(ground.evidence ?? [])].sort(),
    distance,
    ...(ground.kind === undefined ? {} : { kind: ground.kind }),
  };
}
