/** Whether a question is about money, and which value it serves: conflicts over money are conflicts over values. */
import type { View } from '#core/audience/view';
import { type Id, inLanguage } from '#core/model/fact';
import { called, quoted } from '#core/questions/called';
import type { Question } from '#core/questions/define';
import { RULES } from '#core/questions/index';
import { isMoney } from '#core/questions/shares';
import { type Message, message } from '#core/words/message';

const VISION = message(
  'talk.value.vision',
  'Before the money: this serves {vision}. What of it matters most to us?',
);
const OUR_VISION = message('talk.value.our-vision', 'what we want to become');
const OURS = message(
  'talk.value.ours',
  'Before the money: {pool} is ours because of this: {because}. What of it do we want to keep?',
);
const OUR_REASON = message('talk.value.our-reason', 'how it began');
const SERVES = message(
  'talk.value.activity',
  'Before the money: it is there for {what}. What is that worth to us?',
);
const ANY = message('talk.value.any', 'Before the money: which of the things that we value does it serve?');

/** Whether the rule is about money, or what it asks about is a stream, a pool, a pocket or a need of money. */
export function isAboutMoney(view: View, question: Pick<Question, 'id' | 'about'>): boolean {
  if (RULES.find((rule) => rule.id === question.id)?.money === true) return true;
  return question.about.some((id) => holdsMoney(view, id));
}

function holdsMoney(view: View, id: Id): boolean {
  const thing = view.thing(id);
  switch (thing?.section) {
    case 'pools':
    case 'flows':
    case 'needs':
      return isMoney(view, thing.kind);
    case 'pockets':
      return isMoney(view, view.get('pools', thing.pool)?.kind ?? null);
    default:
      return false;
  }
}

/** The value that an item of money opens with: a vision that its things serve, why a pool is ours, what it is there for. */
export function valueServed(view: View, question: Pick<Question, 'about' | 'evidence'>): Message {
  const near = [
    ...new Set([...question.about, ...question.evidence].flatMap((id) => [id, ...ends(view, id)])),
  ];
  for (const id of near) {
    const serves = view.get('activities', id)?.serves ?? null;
    const vision = serves === null ? null : view.get('vision', serves);
    if (vision !== null) return VISION({ vision: quoted(view, inLanguage(vision.text), OUR_VISION().text) });
  }
  for (const id of near) {
    const pool = view.get('pools', id);
    if (pool !== null && pool.oursBecause !== null) {
      const because = quoted(view, inLanguage(pool.oursBecause), OUR_REASON().text);
      return OURS({ pool: called(view, pool.id), because });
    }
  }
  const activity = near.find((id) => view.get('activities', id) !== null);
  return activity === undefined ? ANY() : SERVES({ what: called(view, activity) });
}

/** What a thing touches: the ends of a stream, the pool of a pocket, the activity of a need. */
function ends(view: View, id: Id): readonly Id[] {
  const thing = view.thing(id);
  switch (thing?.section) {
    case 'flows':
      return [thing.from, thing.to, ...(thing.for === null ? [] : [thing.for])].flatMap((end) => {
        const pocket = view.get('pockets', end);
        return pocket === null ? [end] : [end, pocket.pool];
      });
    case 'pockets':
      return [thing.pool];
    case 'needs':
      return [thing.activity];
    default:
      return [];
  }
}
