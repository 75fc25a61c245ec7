/** Decisions, trials and visions as changes of the file that can be taken back. Builds operations; sends nothing. */
import type { View } from '#core/audience/view';
import type { Decision, Trial } from '#core/model/things';
import type { Operation } from '../../shared/api';
import { freeId } from '../../shared/edit/ids';
import type { Edit } from '../../shared/edits';
import { t, words } from '../../shared/words';

/** What a form of a decision holds; lists as lines. */
export interface DecisionWords {
  readonly text: string;
  readonly question: string;
  readonly options: string;
  readonly reasons: string;
  readonly objections: string;
  readonly by: readonly string[];
  readonly about: readonly string[];
  readonly measures: readonly string[];
  readonly on: string;
  readonly reviewOn: string;
  readonly state: Decision['state'];
  /** An audience; empty: as the file's own default. */
  readonly see: string;
}

export function emptyDecision(today: string): DecisionWords {
  return {
    text: '',
    question: '',
    options: '',
    reasons: '',
    objections: '',
    by: [],
    about: [],
    measures: [],
    on: today,
    reviewOn: '',
    state: 'decided',
    see: '',
  };
}

export function wordsOf(one: Decision): DecisionWords {
  return {
    text: words(one.text),
    question: words(one.question),
    options: one.options.map((option) => words(option)).join('\n'),
    reasons: words(one.reasons),
    objections: words(one.objections),
    by: one.by,
    about: one.about,
    measures: one.measures,
    on: one.on?.text ?? '',
    reviewOn: one.reviewOn?.text ?? '',
    state: one.state,
    see: one.see?.length === 1 ? (one.see[0] ?? '') : '',
  };
}

/** The keys of the file; null where nothing is said, so that a change takes them out. */
function decisionValue(said: DecisionWords): Record<string, unknown> {
  const line = (text: string) => (text.trim() === '' ? null : text.trim());
  const several = (all: readonly string[]) => (all.length === 0 ? null : all);
  const options = said.options
    .split('\n')
    .map((one) => one.trim())
    .filter((one) => one !== '');
  return {
    text: said.text.trim(),
    question: line(said.question),
    options: several(options),
    reasons: line(said.reasons),
    objections: line(said.objections),
    by: several(said.by),
    about: several(said.about),
    measures: several(said.measures),
    on: line(said.on),
    'review-on': line(said.reviewOn),
    state: said.state,
    see: line(said.see),
  };
}

const said = (value: Readonly<Record<string, unknown>>) =>
  Object.fromEntries(Object.entries(value).filter(([, one]) => one !== null));

/** Adds a decision, or changes the one that is given. What the form does not name stays as it is. */
export function decisionEdit(view: View, words: DecisionWords, before: Decision | null): Edit {
  const value = decisionValue(words);
  const says = t('decision.says', 'Decision: {text}', { text: words.text.trim() });
  if (before !== null) {
    // Several audiences are told in the file; the form shows one and leaves several alone.
    const { see, ...others } = value;
    const kept = before.see !== null && before.see.length > 1 ? others : { ...others, see };
    return { does: [{ op: 'patch', id: before.id, value: kept }], undoes: null, says };
  }
  const id = freeId(view, words.text, 'decision');
  const put: Operation = { op: 'put', section: 'decisions', id, value: said(value) };
  return { does: [put], undoes: [{ op: 'remove', id }], says };
}

export interface TrialWords {
  readonly about: string;
  readonly gave: readonly string[];
  readonly hoped: string;
  readonly reviewOn: string;
}

/** Begins a trial today. */
export function trialEdit(view: View, trial: TrialWords, today: string): Edit {
  const id = freeId(view, trial.about, 'trial');
  const value = said({
    about: trial.about.trim(),
    gave: trial.gave.length === 0 ? null : trial.gave,
    hoped: trial.hoped.trim() === '' ? null : trial.hoped.trim(),
    'review-on': trial.reviewOn.trim() === '' ? null : trial.reviewOn.trim(),
    since: today,
    outcome: 'unknown',
  });
  const says = t('trial.says', 'A trial: {text}', { text: trial.about.trim() });
  return { does: [{ op: 'put', section: 'trials', id, value }], undoes: [{ op: 'remove', id }], says };
}

/** What a trial taught. Too early to know: a later day to look is to be named. */
export function reviewEdit(trial: Trial, outcome: Trial['outcome'], reviewOn: string): Edit {
  const next = reviewOn.trim();
  const value = { outcome, ...(outcome === 'unknown' && next !== '' ? { 'review-on': next } : {}) };
  const before = { outcome: trial.outcome, 'review-on': trial.reviewOn?.text ?? null };
  const says = t(
    'trial.reviewed',
    'Looked at a trial: {outcome, select, stop {stop} repeat {repeat} regular {make it regular} other {too early to know}}',
    { outcome },
  );
  return {
    does: [{ op: 'patch', id: trial.id, value }],
    undoes: [{ op: 'patch', id: trial.id, value: before }],
    says,
  };
}

/** Writes down what we would like still to be true. */
export function visionEdit(
  view: View,
  vision: { readonly text: string; readonly horizon: string },
  today: string,
): Edit {
  const id = freeId(view, 'vision', 'vision');
  const value = {
    text: vision.text.trim(),
    ...(vision.horizon.trim() === '' ? {} : { horizon: vision.horizon.trim() }),
    since: today,
  };
  const says = t('vision.says', 'What we would like still to be true: {text}', { text: vision.text.trim() });
  return { does: [{ op: 'put', section: 'vision', id, value }], undoes: [{ op: 'remove', id }], says };
}
