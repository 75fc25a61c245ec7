/**
 * What ends within a year. What was agreed to end is told as such; what is known only in hindsight, because the
 * description was written later than the day it is seen from, is told as hindsight.
 */
import type { View } from '#core/audience/view';
import type { When } from '#core/model/dates';
import type { Id } from '#core/model/fact';
import type { Flow } from '#core/model/things';
import { endsSoon, isOnce } from '#core/story/dates';
import { speak } from '#core/story/names';
import { gathered, isGrant, isOutside, whatAll } from '#core/story/streams';
import { type Told, tell } from '#core/story/told';
import { sayWhen } from '#core/words/dates';
import { inTurn } from '#core/words/lists';
import { message } from '#core/words/message';

const SOON_MONTHS = 12;

const ENDS = message('story.soon', 'To end within a year: {phrases}.');
const HINDSIGHT = message(
  'story.soon.hindsight',
  'What nobody may have known yet: within a year end {phrases}.',
);
const PHRASE = message('story.soon.phrase', '{name} ({date})');
const FROM = message('story.soon.from', '{what} from {who}');

interface End {
  readonly name: string;
  readonly until: When | null;
  readonly evidence: readonly Id[];
  /** Whether the end was stated beforehand, as with a grant. */
  readonly agreed: boolean;
}

/** At most two sentences: ends that were agreed, and ends that only hindsight knows. */
export function soon(view: View): readonly Told[] {
  // An end dated by a year in which we stand is no news, unless it was agreed.
  const isNow = (end: End) => !end.agreed && (end.until?.first ?? 0) <= view.day;
  const all = [...baskets(view), ...gifts(view)].filter(
    (end) => endsSoon(end.until, view.day, SOON_MONTHS) && !isNow(end),
  );
  all.sort((a, b) => (a.until?.last ?? 0) - (b.until?.last ?? 0));
  const seen = view.asOf?.last ?? null;
  const isHindsight = (end: End) => !end.agreed && seen !== null && (end.until?.last ?? 0) < seen;
  return [
    ...sentence(
      all.filter((end) => !isHindsight(end)),
      ENDS,
      0.72,
    ),
    ...sentence(all.filter(isHindsight), HINDSIGHT, 0.66),
  ];
}

/** A gift of one year, such as a grant `in 2007`, is told where it is told. */
function isOneYear(flow: Flow): boolean {
  return flow.since?.text === flow.until?.text;
}

function sentence(ends: readonly End[], template: typeof ENDS, weight: number): readonly Told[] {
  if (ends.length === 0) return [];
  const phrases = ends.map((end) => PHRASE({ name: end.name, date: sayWhen(end.until) }).text);
  return [
    tell(
      weight,
      template({ phrases: inTurn(phrases, 4) }),
      ends.flatMap((end) => end.evidence),
    ),
  ];
}

function baskets(view: View): readonly End[] {
  return view.baskets.map((basket) => ({
    name: speak(view, basket.id).text,
    until: basket.ends ?? basket.until,
    evidence: [basket.id, ...basket.income],
    agreed: true,
  }));
}

/** What outsiders give, those of one giver with one last day together. Income of a basket ends with it. */
function gifts(view: View): readonly End[] {
  const inBaskets = new Set(view.baskets.flatMap((basket) => basket.income));
  const flows = view.countedFlows.filter(
    (flow) =>
      flow.until !== null &&
      (isGrant(flow) || !isOnce(flow)) &&
      !isOneYear(flow) &&
      !inBaskets.has(flow.id) &&
      isOutside(view, flow.from) &&
      flow.form !== 'pay' &&
      flow.form !== 'sale',
  );
  const days = [...new Set(flows.map((flow) => flow.until?.text ?? ''))];
  return days.flatMap((day) => {
    const same = flows
      .filter((flow) => flow.until?.text === day)
      .map((flow): Flow => ({ ...flow, amount: [] }));
    return gathered(same).map((stream) => ({
      name: FROM({ what: whatAll(view, stream.flows), who: speak(view, stream.from).text }).text,
      until: stream.flows[0]?.until ?? null,
      evidence: stream.flows.map((flow) => flow.id),
      agreed: stream.flows.every(isGrant),
    }));
  });
}
