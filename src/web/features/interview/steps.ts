/** The questions of the interview, in their order: what each asks, what it hopes to hear, and what was told already. Words and a View only. */
import type { View } from '#core/audience/view';
import type { Expects } from '#core/interview/read-answer';
import type { Id, Section } from '#core/model/fact';
import type { Thing } from '#core/model/things';
import { t } from '../../shared/words';

export type StepId =
  | 'about'
  | 'inside'
  | 'outside'
  | 'doing'
  | 'takes'
  | 'brings'
  | 'free'
  | 'pools'
  | 'tools'
  | 'feeds'
  | 'wish'
  | 'unknown';

export const STEPS: readonly StepId[] = [
  'about',
  'inside',
  'outside',
  'doing',
  'takes',
  'brings',
  'free',
  'pools',
  'tools',
  'feeds',
  'wish',
  'unknown',
];

/** Where one is: a question, or the end. */
export type Place = StepId | 'done';

export interface Question {
  readonly asks: string;
  readonly hint: string;
}

/** One plain question, and what may help to answer it. */
export function questionOf(step: StepId): Question {
  switch (step) {
    case 'about':
      return {
        asks: t('interview.about', 'What is it about?'),
        hint: t('interview.about.hint', 'One sentence, as you would tell a neighbour.'),
      };
    case 'inside':
      return {
        asks: t('interview.inside', 'Who is in it, and how many?'),
        hint: t(
          'interview.inside.hint',
          'From the middle outwards: those who carry it, those who take part, those who look in. “About” is fine.',
        ),
      };
    case 'outside':
      return {
        asks: t('interview.outside', 'Who helps from outside?'),
        hint: t('interview.outside.hint', 'A town, a host, a sponsor, a landlord. Names are enough.'),
      };
    case 'doing':
      return {
        asks: t('interview.doing', 'What do you do together?'),
        hint: t('interview.doing.hint', 'A list is enough. How often, if you know.'),
      };
    case 'takes':
      return {
        asks: t('interview.takes', 'What does each of these take?'),
        hint: t('interview.takes.hint', 'Hours, money, a room. One after the other; nobody has to know all.'),
      };
    case 'brings':
      return {
        asks: t('interview.brings', 'Who brings it?'),
        hint: t('interview.brings.hint', 'A sentence each: who, what, and how much if you know.'),
      };
    case 'free':
      return {
        asks: t('interview.free', 'What is free, and for whom?'),
        hint: t('interview.free.hint', 'Free at the gate: whoever comes pays nothing.'),
      };
    case 'pools':
      return {
        asks: t('interview.pools', 'What do you hold in common?'),
        hint: t('interview.pools.hint', 'A kitty, a shed, a wiki: what belongs to no one of you alone.'),
      };
    case 'tools':
      return {
        asks: t('interview.tools', 'Which tools do you use, who pays for them, who holds the keys?'),
        hint: t('interview.tools.hint', 'A website, a group chat, a door. Name them; then touch Change.'),
      };
    case 'feeds':
      return {
        asks: t('interview.feeds', 'What feeds what, and what tires whom?'),
        hint: t('interview.feeds.hint', 'What brings more of something, or less of it.'),
      };
    case 'wish':
      return {
        asks: t('interview.wish', 'What do you wish to be still true in five years?'),
        hint: t('interview.wish.hint', 'One wish a line, in your own words.'),
      };
    case 'unknown':
      return {
        asks: t('interview.unknown', 'What does nobody know?'),
        hint: t(
          'interview.unknown.hint',
          'What you wondered about just now. It is drawn hollow, or kept as a note.',
        ),
      };
  }
}

/** How the sentence reader takes what is answered. */
export function expectsOf(step: StepId): Expects {
  return step === 'about' ? 'anything' : step;
}

const SECTIONS: Readonly<Partial<Record<StepId, Section>>> = {
  doing: 'activities',
  takes: 'needs',
  brings: 'flows',
  pools: 'pools',
  tools: 'tools',
  feeds: 'influences',
  wish: 'vision',
};

/** What was told to a question so far. */
export function toldTo(step: StepId, view: View): readonly Thing[] {
  const things = view.ever;
  const parties = things.parties;
  switch (step) {
    case 'inside':
      return parties.filter((party) => party.inside);
    case 'outside':
      return parties.filter((party) => !party.inside);
    case 'free':
      return things.activities.filter((activity) => activity.price === 'free');
    case 'about':
    case 'unknown':
      return [];
    default: {
      const section = SECTIONS[step];
      return section === undefined
        ? []
        : ((things as unknown as Record<string, readonly Thing[]>)[section] ?? []);
    }
  }
}

/** The first question to which nothing was told or said yet; `done` where there is none. */
export function firstOpen(view: View, said: Readonly<Record<string, string>>): Place {
  const open = STEPS.find(
    (step) =>
      said[step] === undefined &&
      toldTo(step, view).length === 0 &&
      !(step === 'about' && view.ever.about !== null) &&
      step !== 'unknown',
  );
  return open ?? 'done';
}

/** The one after, and the one before. */
export function after(place: StepId): Place {
  return STEPS[STEPS.indexOf(place) + 1] ?? 'done';
}

export function before(place: Place): StepId | null {
  return STEPS[(place === 'done' ? STEPS.length : STEPS.indexOf(place)) - 1] ?? null;
}

export function isPlace(word: unknown): word is Place {
  return word === 'done' || STEPS.includes(word as StepId);
}

/** Ids, for a list that must not name one twice. */
export const idsOf = (things: readonly Thing[]): readonly Id[] => things.map((thing) => thing.id);
