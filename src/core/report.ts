/**
 * The answers that every door gives, by the same call: findings, questions, story, explanation, in the shapes of the
 * contract. Takes a view and gives plain data; the day and the audience are those of the view.
 */
import { analyse, explain } from '#core/analyses/analyse';
import type { Analysis, RunOptions } from '#core/analyses/define';
import type { Finding } from '#core/analyses/finding';
import { analyses } from '#core/analyses/index';
import { spokenMeasure } from '#core/analyses/measure-words';
import { type Helpful, mostHelpful } from '#core/analyses/most-helpful';
import type { View, Withheld } from '#core/audience/view';
import { nearest } from '#core/file/nearest';
import { printCommunity } from '#core/file/print';
import type { Problem } from '#core/file/problem';
import { isoDay } from '#core/model/dates';
import type { Id } from '#core/model/fact';
import { type AskOptions, ask } from '#core/questions/ask';
import type { Question } from '#core/questions/define';
import { type Sentence, story } from '#core/story/story';
import { agendaFindings } from '#core/talk/legs';

/** Numbers worth asking for: more than three would be a form to fill in. */
const FEW = 3;

/** What stands at the head of every answer. */
export interface Head {
  readonly potluck: 1;
  /** Null where the file could not be understood. */
  readonly community: Id | null;
  readonly asOf: string | null;
  readonly audience: string;
}

export interface AnalyseReport extends Head {
  readonly scale: 'month';
  readonly findings: readonly Finding[];
  /** Unknown amounts that would narrow the most of these findings, the most helpful first; at most three. */
  readonly helps?: readonly Helpful[];
  readonly problems: readonly Problem[];
}

/** A question in the shape of the contract, with what stands beside it. The score stays inside: only the order is told. */
export type AskedQuestion = Omit<Question, 'score'>;

export interface QuestionsReport extends Head {
  readonly questions: readonly AskedQuestion[];
  readonly problems: readonly Problem[];
}

export interface StoryReport extends Head {
  readonly sentences: readonly Sentence[];
  readonly problems: readonly Problem[];
}

export interface Disclosure {
  readonly file: string;
  readonly withheld: readonly Withheld[];
}

/** No measure has that id; `nearest` may be meant. */
export class UnknownAnalysis extends RangeError {
  readonly id: string;
  readonly nearest: string | null;

  constructor(id: string) {
    const near = nearest(id, analysisIds());
    const hint = near === null ? '' : ` Did you mean ${near}?`;
    super(`There is no measure ${id}.${hint} There are: ${analysisIds().join(', ')}.`);
    this.id = id;
    this.nearest = near;
  }
}

/** The ids of all measures, in the order of their findings. */
export function analysisIds(): string[] {
  return analyses.map((analysis) => analysis.id);
}

/**
 * A measure by its id, with its formula, symbols, unit, sense, blind spots and sources.
 *
 * @throws UnknownAnalysis, which knows the nearest name
 */
export function measure(id: string): Analysis {
  const analysis = explain(id);
  if (analysis === null) throw new UnknownAnalysis(id);
  return analysis;
}

/** What stands at the head of an answer about this view. */
export function headOf(view: View): Head & { readonly community: Id; readonly asOf: string } {
  return { potluck: 1, community: view.id, asOf: isoDay(view.day), audience: view.audience };
}

/**
 * The JSON of `potluck analyse`.
 *
 * @throws UnknownAnalysis
 */
export function analyseReport(
  view: View,
  {
    ids = [],
    options = {},
    problems = [],
  }: { ids?: readonly string[]; options?: Partial<RunOptions>; problems?: readonly Problem[] } = {},
): AnalyseReport {
  for (const id of ids) measure(id);
  const findings = analyse(view, ids, options);
  return {
    ...headOf(view),
    scale: 'month',
    findings,
    helps: mostHelpful(view, findings).slice(0, FEW),
    problems,
  };
}

/** The JSON of `potluck questions`. */
export function questionsReport(
  view: View,
  { options = {}, problems = [] }: { options?: AskOptions; problems?: readonly Problem[] } = {},
): QuestionsReport {
  const questions = ask(view, [...analyse(view), ...agendaFindings(view)], options).map((one) => ({
    id: one.id,
    text: one.text,
    block: one.block,
    why: one.why,
    evidence: one.evidence,
    tender: one.tender,
    state: one.state,
    message: one.message,
    about: one.about,
    followUps: one.followUps,
    whyMessage: one.whyMessage,
  }));
  return { ...headOf(view), questions, problems };
}

/** The JSON of `potluck story`. */
export function storyReport(view: View, problems: readonly Problem[] = []): StoryReport {
  return { ...headOf(view), sentences: story(view, analyse(view)).sentences, problems };
}

/**
 * The file as the audience of the view may have it, and what was withheld. For stewards it is the text itself, with its
 * comments; for others it is written anew from what they may know, for comments obey no rule of visibility.
 */
export function disclosure(view: View, text: string): Disclosure {
  const whole = view.audience === 'stewards' && view.withheld.length === 0;
  return { file: whole ? text : printCommunity(view.ever), withheld: view.withheld };
}

/** The JSON of `potluck explain`: an analysis without its code and its example. */
export function explanation(analysis: Analysis) {
  const { id, formula, sources } = analysis;
  const { title, asks, symbols, unit, readAs, blindTo, dataPoor } = spokenMeasure(analysis);
  return {
    potluck: 1 as const,
    id,
    title,
    asks,
    formula,
    symbols,
    unit,
    readAs,
    blindTo,
    dataPoor,
    sources: [...sources],
  };
}
