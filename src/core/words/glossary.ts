/**
 * The words that Potluck uses in a sense of its own, each in one or two plain sentences. The application shows them where
 * one stands, and the documentation lists them; both read this list.
 */
import { message, type Template } from '#core/words/message';

export interface Term {
  readonly id: string;
  /** As it is written within a sentence. */
  readonly word: Template;
  readonly says: Template;
}

/** In the order in which one meets them. */
export const glossary: readonly Term[] = [
  {
    id: 'party',
    word: message('glossary.party', 'party'),
    says: message(
      'glossary.party.says',
      'Anyone who gives or receives: a person, a circle, an organisation, the public. Circles are named before persons.',
    ),
  },
  {
    id: 'circle',
    word: message('glossary.circle', 'circle'),
    says: message(
      'glossary.circle.says',
      'People who take part in a similar way: the core, the active, those who come now and then. A circle can have a size without naming anyone.',
    ),
  },
  {
    id: 'boundary',
    word: message('glossary.boundary', 'boundary'),
    says: message(
      'glossary.boundary.says',
      'The line around those who say “we”. What crosses it comes from outside or goes there.',
    ),
  },
  {
    id: 'kind',
    word: message('glossary.kind', 'kind'),
    says: message(
      'glossary.kind.says',
      'A sort of resource: hours, money, attention, know-how, goodwill, things. Kinds are never added up, for an hour is not a sum of money.',
    ),
  },
  {
    id: 'pool',
    word: message('glossary.pool', 'pool'),
    says: message(
      'glossary.pool.says',
      'A place where something gathers: a kitty, a wiki, a shed of tools. It has a level, known or not.',
    ),
  },
  {
    id: 'pocket',
    word: message('glossary.pocket', 'pocket'),
    says: message(
      'glossary.pocket.says',
      'A part of a pool with a meaning of its own, such as money kept for a hall. It may be set by law, by agreement, by habit, or only in somebody’s head.',
    ),
  },
  {
    id: 'activity',
    word: message('glossary.activity', 'activity'),
    says: message(
      'glossary.activity.says',
      'Something that is done, for somebody, and takes something. It may be free to use.',
    ),
  },
  {
    id: 'need',
    word: message('glossary.need', 'need'),
    says: message(
      'glossary.need.says',
      'What an activity takes: so many hours a month, a room, money. A need can be met, half met, or by nobody.',
    ),
  },
  {
    id: 'flow',
    word: message('glossary.flow', 'stream'),
    says: message(
      'glossary.flow.says',
      'Something that goes from one to another, again and again or once: an arrow in the picture. In the file it is called a flow.',
    ),
  },
  {
    id: 'free',
    word: message('glossary.free', 'free'),
    says: message(
      'glossary.free.says',
      'Without a price for those who use it. Somebody still brings what it takes, and Potluck shows who.',
    ),
  },
  {
    id: 'bearer',
    word: message('glossary.bearer', 'bearer'),
    says: message(
      'glossary.bearer.says',
      'Who brings what something free takes, followed back through pools and activities to where it began.',
    ),
  },
  {
    id: 'coverage',
    word: message('glossary.coverage', 'coverage'),
    says: message(
      'glossary.coverage.says',
      'How much of a need is met by what is given for it. One means all of it; what is only hoped for counts less.',
    ),
  },
  {
    id: 'firmness',
    word: message('glossary.firmness', 'firmness'),
    says: message('glossary.firmness.says', 'How sure a stream is: hoped for, told, agreed, or so it is.'),
  },
  {
    id: 'unknown',
    word: message('glossary.unknown', 'unknown'),
    says: message(
      'glossary.unknown.says',
      'It is there, and nobody counted it. Unknown is drawn hollow and is never taken for zero.',
    ),
  },
  {
    id: 'withheld',
    word: message('glossary.withheld', 'withheld'),
    says: message(
      'glossary.withheld.says',
      'It is known, and you may not see it. Drawn as a covered dish, so that it is not mistaken for unknown.',
    ),
  },
  {
    id: 'band',
    word: message('glossary.band', 'band'),
    says: message(
      'glossary.band.says',
      'Two numbers between which the true one most likely lies. A wide band asks for a count, not for a decision.',
    ),
  },
  {
    id: 'evidence',
    word: message('glossary.evidence', 'evidence'),
    says: message(
      'glossary.evidence.says',
      'The facts on which a sentence, a number or a question stands, and how each is known: from a record, a count, an estimate, a telling or a guess.',
    ),
  },
  {
    id: 'influence',
    word: message('glossary.influence', 'influence'),
    says: message(
      'glossary.influence.says',
      'One thing makes another grow or shrink, at once or after a while: a thin arrow with a plus or a minus.',
    ),
  },
  {
    id: 'loop',
    word: message('glossary.loop', 'loop'),
    says: message(
      'glossary.loop.says',
      'Influences that come back to where they began. R feeds itself, B keeps itself in bounds.',
    ),
  },
  {
    id: 'basket',
    word: message('glossary.basket', 'basket'),
    says: message(
      'glossary.basket.says',
      'What one sponsor makes possible, taken together: the activities, the money, the strings attached.',
    ),
  },
  {
    id: 'scheme',
    word: message('glossary.scheme', 'scheme'),
    says: message(
      'glossary.scheme.says',
      'The blocks under which the facts are filed, each with a question of its own. There are eleven to begin with, and a community may change them.',
    ),
  },
  {
    id: 'audience',
    word: message('glossary.audience', 'audience'),
    says: message(
      'glossary.audience.says',
      'Those for whom something is shown: stewards, the core, members, a partner, everyone. Each fact says who may see it.',
    ),
  },
  {
    id: 'view',
    word: message('glossary.view', 'view'),
    says: message(
      'glossary.view.says',
      'All that one audience may know on one day. Pictures, stories and questions are made from a view and from nothing behind it.',
    ),
  },
  {
    id: 'scenario',
    word: message('glossary.scenario', 'scenario'),
    says: message(
      'glossary.scenario.says',
      'A “what if” with a name: what would change, and when. It shows what your own guesses imply; it is no forecast.',
    ),
  },
  {
    id: 'steward',
    word: message('glossary.steward', 'steward'),
    says: message(
      'glossary.steward.says',
      'Somebody who tends the description. Stewards see all of it and decide who else may see what.',
    ),
  },
];

/** A term by its id; null where there is none. */
export function termOf(id: string): Term | null {
  return glossary.find((one) => one.id === id) ?? null;
}
