/**
 * Asks every rule of a view and its findings, and puts what they ask in an order fit for a conversation: what lies
 * furthest past its threshold and is best known comes first, a rule that has spoken steps back, the first is one of
 * strength or worth, and never one of money. Rewords, adds and retires what the community says. Decides nothing else.
 */
import type { Finding } from '#core/analyses/finding';
import type { View } from '#core/audience/view';
import type { QuestionRevision } from '#core/model/community';
import { inLanguage } from '#core/model/fact';
import type { Asked, Question, QuestionRule } from '#core/questions/define';
import { RULES } from '#core/questions/index';
import { of, seesByDefault, value } from '#core/questions/reading';
import { message } from '#core/words/message';

export interface AskOptions {
  /** Blocks of special interest; their questions weigh twice. */
  readonly blocks?: readonly string[];
  /** Ids of questions asked or put off lately; they weigh a quarter. */
  readonly lately?: readonly string[];
  readonly rules?: readonly QuestionRule[];
}

const OWN_WHY = message('question.own.why', 'Our community added this question itself.');
/** Weight of "we cannot tell whether", beside a question whose trigger holds (heuristic). */
const OFFER_WEIGHT = 0.3;
/** A rule that has asked once weighs so much the second time, its square the third (heuristic). */
const AGAIN = 0.5;
/** Least weight of completeness: what is hardly counted may still matter (heuristic). */
const LEAST_KAPPA = 0.2;
/** Weight of a block of special interest, and of a question asked or put off lately (heuristic). */
const CHOSEN = 2;
const LATELY = 0.25;
/** Distance of a question that a community added itself (heuristic). */
const OWN_DISTANCE = 0.6;

interface Candidate {
  readonly rule: Pick<QuestionRule, 'id' | 'block' | 'tender' | 'followUps' | 'opens' | 'money'>;
  readonly asked: Asked;
  readonly score: number;
}

/**
 * The questions of a view, in order. Tender ones never for the public. At most one offer ("we cannot tell whether")
 * per rule: the one that matters most.
 */
export function ask(view: View, findings: readonly Finding[], options: AskOptions = {}): readonly Question[] {
  const revised = new Map(view.questions.map((one) => [one.id, one]));
  const candidates: Candidate[] = [];
  for (const rule of options.rules ?? RULES) {
    const revision = revised.get(rule.id);
    if (revision?.retired) continue;
    if (rule.tender && view.audience === 'public') continue;
    if (rule.ofAbsence && !seesByDefault(view)) continue;
    const block = revision?.block ?? rule.block;
    for (const [asked, novelty] of spokenInTurn(rule.asks(view, findings))) {
      const score = relevance(asked, findings) * novelty * weightOf(rule.id, block, options);
      candidates.push({ rule: { ...rule, block }, asked: reworded(asked, rule.id, revision), score });
    }
  }
  candidates.push(...added(view, options));
  return opened(candidates.sort(byScore)).map(question);
}

/** Asks of one rule, best first, each with what is left of its novelty; of its offers only the best. */
function spokenInTurn(all: readonly Asked[]): readonly (readonly [Asked, number])[] {
  const best = (one: Asked, other: Asked) =>
    other.distance - one.distance || compare(one.about.join(), other.about.join());
  const asks = all.filter((one) => one.state === 'ask').sort(best);
  const offers = all
    .filter((one) => one.state === 'offer')
    .sort(best)
    .slice(0, 1);
  return [...asks, ...offers].map((one, index) => [one, AGAIN ** index] as const);
}

function relevance(asked: Asked, findings: readonly Finding[]): number {
  const state = asked.state === 'offer' ? OFFER_WEIGHT : 1;
  return asked.distance * kappa(asked, findings) * state;
}

function kappa(asked: Asked, findings: readonly Finding[]): number {
  if (asked.kind === undefined || asked.state === 'offer') return 1;
  const finding = of(findings, 'completeness').find((one) => one.kind === asked.kind);
  const known = finding === undefined ? null : value(finding, 'kappa');
  return known === null || known === undefined ? 1 : Math.max(LEAST_KAPPA, known);
}

/** Blocks are told apart whatever their case: the bank writes `B1`, the scheme `b1`. */
function weightOf(id: string, block: string, options: AskOptions): number {
  const isChosen = options.blocks?.some((one) => one.toLowerCase() === block.toLowerCase()) === true;
  return (isChosen ? CHOSEN : 1) * (options.lately?.includes(id) ? LATELY : 1);
}

/** The community's own words for a question; they are said as they are, the bank's id stays. */
function reworded(asked: Asked, id: string, revision: QuestionRevision | undefined): Asked {
  if (revision === undefined || revision.text === null || asked.state === 'offer') return asked;
  const text = filled(inLanguage(revision.text), asked.message.params);
  return { ...asked, message: { id: `question.${id}.own`, params: asked.message.params, text } };
}

/** Fills `{name}` in a community's own words; a name that means nothing here is left as it stands. */
function filled(text: string, params: Readonly<Record<string, string | number>>): string {
  return text.replace(/\{(\w+)\}/g, (whole, name: string) => (name in params ? String(params[name]) : whole));
}

/** Questions that only this community has: asked always, until retired. */
function added(view: View, options: AskOptions): readonly Candidate[] {
  const known = new Set((options.rules ?? RULES).map((rule) => rule.id));
  return view.questions
    .filter((one) => !known.has(one.id) && !one.retired && one.text !== null)
    .map((one) => {
      const block = one.block ?? 'B1';
      const text = inLanguage(one.text ?? '');
      const asked: Asked = {
        state: 'ask',
        message: { id: `question.${one.id}.own`, params: {}, text },
        why:
          one.why === null
            ? OWN_WHY()
            : { id: `question.${one.id}.own.why`, params: {}, text: inLanguage(one.why) },
        evidence: [],
        about: [],
        distance: OWN_DISTANCE,
      };
      const rule = { id: one.id, block, tender: false, followUps: [] };
      return { rule, asked, score: OWN_DISTANCE * weightOf(one.id, block, options) };
    });
}

function byScore(one: Candidate, other: Candidate): number {
  return (
    other.score - one.score ||
    compare(one.rule.id, other.rule.id) ||
    compare(one.asked.about.join(), other.asked.about.join())
  );
}

function compare(one: string, other: string): number {
  return one < other ? -1 : one > other ? 1 : 0;
}

/** Moves the best question of strength or worth to the front; failing one, the best that is not about money. */
function opened(candidates: readonly Candidate[]): readonly Candidate[] {
  const first =
    candidates.find((one) => one.rule.opens && !one.rule.money && one.asked.state === 'ask') ??
    candidates.find((one) => one.rule.opens && !one.rule.money) ??
    candidates.find((one) => !one.rule.money);
  return first === undefined ? candidates : [first, ...candidates.filter((one) => one !== first)];
}

function question({ rule, asked, score }: Candidate): Question {
  return {
    id: rule.id,
    text: asked.message.text,
    block: rule.block,
    why: asked.why.text,
    evidence: asked.evidence,
    tender: rule.tender,
    state: asked.state,
    message: asked.message,
    whyMessage: asked.why,
    about: asked.about,
    followUps: rule.followUps,
    score,
  };
}
