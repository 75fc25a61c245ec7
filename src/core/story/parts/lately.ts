/**
 * What has just ended and who took it over, what has just begun, and what people remember of the time. A follower is
 * named only where the description shows one: same place, begun after the end. Otherwise it is said that nobody knows.
 */
import type { View } from '#core/audience/view';
import { middleDay } from '#core/model/dates';
import { type Id, inLanguage } from '#core/model/fact';
import type { Activity, Flow, Party } from '#core/model/things';
import { plainName } from '#core/questions/spoken';
import { begunLately, endedLately, isOnce } from '#core/story/dates';
import { first, quote, speak } from '#core/story/names';
import { gathered, isOutside, whatAll } from '#core/story/streams';
import { type Told, tell } from '#core/story/told';
import { sayAt, sayWhen } from '#core/words/dates';
import { inTurn, listed } from '#core/words/lists';
import { message } from '#core/words/message';
import { capital } from '#core/words/nouns';

/** Months back that are still "lately": a year and a half, so that a year's view does not forget the last one. */
const LATELY = 18;
const REMEMBERED = 12;

const LEFT = message(
  'story.lately.left',
  '{who} left {when}{what, select, none {} other {, and with {many, select, yes {them} other {it}} went {what}}}{after, select, none {} unknown {; who took that over is not written down here} other {; since then {after}}}.',
);
const AFTER = message('story.lately.after', '{who} {many, select, yes {bring} other {brings}} {what}');
const STOPPED = message(
  'story.lately.stopped',
  '{what}{who, select, none {} other { from {who}}}{target, select, none {} other { to {target}}} came to an end {when}{after, select, none {} unknown {; who took that over is not written down here} other {; since then {after}}}.',
);
const NEW = message('story.lately.new', 'New within a year: {phrases}.');
const NEW_ONE = message('story.lately.new-one', '{name} ({date})');
const CHANGED = message(
  'story.lately.changed',
  '{how, select, closed {Until {until} there was {old}, free to use; since {since} there {many, select, yes {are} other {is}} {name}, and not free} opened {Since {since} there {many, select, yes {are} other {is}} {name}, free to use; {old}, until {until}, was not} other {Since {since} there {many, select, yes {are} other {is}} {name}; until {until} it was {old}}}.',
);
const CHANGED_PRICE = message(
  'story.lately.changed-price',
  '{how, select, closed {Until {until} {name} {many, select, yes {were} other {was}} free to use; since {since} that is over} opened {Since {since} {name} {many, select, yes {are} other {is}} free to use, as {many, select, yes {they were} other {it was}} not until {until}} unsure {Until {until} {name} {many, select, yes {were} other {was}} free to use; on what terms since then, is not written down here} other {With {name} something changed {at}; what, is not written down here}}.',
);
const EVENTS = message('story.lately.events', 'From the last twelve months people remember: {events}.');
const EVENT = message('story.lately.event', '{text} ({date})');

/** Sentences on endings, beginnings and remembered events of late. */
export function lately(view: View): readonly Told[] {
  const left = leavers(view);
  const stopped = endings(
    view,
    left.flatMap((one) => one.evidence),
  );
  const changed = successors(view);
  return [...left, ...stopped, ...changed, ...beginnings(view)];
}

/** Parties from outside that were there and are not any more. */
function leavers(view: View): readonly Told[] {
  const gone = view.ever.parties.filter(
    (party) => party.type === 'organisation' && !party.inside && endedLately(party.until, view.day, LATELY),
  );
  const gave = gone.filter((party) => lastGifts(view, party.id).length > 0);
  return gave.map((party, index) => leaver(view, party, 0.86 - 0.06 * index));
}

/** What somebody gave for some time and does no more. What was given once did not end. */
function lastGifts(view: View, giver: string): readonly Flow[] {
  return view.ever.flows.filter(
    (flow) => flow.from === giver && endedLately(flow.until, view.day, LATELY) && !isOnce(flow),
  );
}

function leaver(view: View, party: Party, weight: number): Told {
  const flows = lastGifts(view, party.id);
  const who = first(speak(view, party.id));
  const params = {
    ...who,
    when: sayAt(party.until),
    what: whatAll(view.at(lastDay(party, view)), flows),
    after: after(view, flows),
  };
  return tell(weight, LEFT(params), [party.id, ...flows.map((flow) => flow.id)]);
}

function lastDay(thing: Pick<Party, 'until'>, view: View): number {
  return thing.until?.first ?? view.day;
}

/** Streams into the same places that began when these ended, or later. */
function after(view: View, ended: readonly Flow[]): string {
  const places = ended.filter(
    (flow) => view.thing(flow.to) !== null && view.valid(view.thing(flow.to) ?? flow),
  );
  if (places.length === 0) return 'none';
  const followers = view.countedFlows.filter((flow) =>
    places.some(
      (old) =>
        old.to === flow.to &&
        (old.until?.last ?? 0) <= (flow.since?.last ?? -1) &&
        old.from !== flow.from &&
        isOutside(view, flow.from),
    ),
  );
  if (followers.length === 0) return 'unknown';
  const phrases = gathered(followers).map((stream) => {
    const who = speak(view, stream.from);
    return AFTER({ who: who.text, many: who.many ? 'yes' : 'no', what: whatAll(view, stream.flows) }).text;
  });
  return inTurn(phrases, 3);
}

/** Streams of givers who are still here, which ended. */
function endings(view: View, told: readonly string[]): readonly Told[] {
  const ended = view.ever.flows.filter((flow) => {
    const giver = view.thing(flow.from);
    const target = view.thing(flow.to);
    return (
      endedLately(flow.until, view.day, LATELY) &&
      !isOnce(flow) &&
      !told.includes(flow.id) &&
      flow.status !== 'hoped' &&
      flow.status !== 'told' &&
      giver !== null &&
      view.valid(giver) &&
      target !== null &&
      view.valid(target) &&
      giver.section === 'parties'
    );
  });
  return gathered(ended).map((stream, index) => {
    const flow = stream.flows[0];
    const what = whatAll(view.at(flow?.until?.first ?? view.day), stream.flows);
    const who = speak(view, stream.from).text;
    const target = speak(view, stream.to).text;
    const params = {
      what: capital(what),
      who: what.includes(who) ? 'none' : who,
      // A fund that bears its giver's name would say the name twice.
      target: target.includes(who) || what.includes(target) ? 'none' : target,
      when: sayAt(flow?.until ?? null),
      after: isOutside(view, stream.from) ? after(view, stream.flows) : 'none',
    };
    return tell(0.6 - 0.05 * index, STOPPED(params), [stream.from, ...stream.flows.map((one) => one.id)]);
  });
}

/** An activity that ended and one in its place: for the same people, a word of its name in common. */
function predecessor(view: View, now: Activity): Activity | undefined {
  if (!begunLately(now.since, view.day, LATELY)) return undefined;
  return view.ever.activities.find(
    (one) =>
      one.id !== now.id &&
      endedLately(one.until, view.day, 2 * LATELY) &&
      sameHeirs(one, now) &&
      shareAWord(plainName(one), plainName(now)),
  );
}

function successors(view: View): readonly Told[] {
  return view.activities.flatMap((now) => {
    const before = predecessor(view, now);
    if (before === undefined) return [];
    const spoken = speak(view, now.id);
    const old = speak(view, before.id).text;
    const params = {
      how: howChanged(before, now),
      many: spoken.many ? 'yes' : 'no',
      name: spoken.text,
      old,
      until: sayWhen(before.until),
      since: sayWhen(now.since),
      at: sayAt(now.since),
    };
    if (old === spoken.text && params.how === 'other') return [];
    const template = old === spoken.text ? CHANGED_PRICE : CHANGED;
    return [tell(0.8, template(params), [before.id, now.id])];
  });
}

/** What became of a price. Of a price that nobody wrote down nothing is claimed. */
function howChanged(before: Activity, now: Activity): 'closed' | 'opened' | 'unsure' | 'other' {
  const was = before.price === 'free';
  const is = now.price === 'free';
  if (was && now.price === null) return 'unsure';
  if (was && !is) return 'closed';
  return is && before.price !== null && !was ? 'opened' : 'other';
}

function sameHeirs(one: Activity, other: Activity): boolean {
  return Object.keys(one.for).sort().join() === Object.keys(other.for).sort().join();
}

function shareAWord(one: string, other: string): boolean {
  const words = new Set(
    one
      .toLowerCase()
      .split(/[^\p{L}\p{N}]+/u)
      .filter((word) => word.length > 3),
  );
  return other
    .toLowerCase()
    .split(/[^\p{L}\p{N}]+/u)
    .some((word) => words.has(word));
}

/** What was begun within the last year. Who came to give is told with what they give. */
function beginnings(view: View): readonly Told[] {
  const begun = view.activities.filter((one) => begunLately(one.since, view.day, REMEMBERED));
  const fresh = begun.filter((one) => predecessor(view, one) === undefined);
  if (fresh.length === 0) return [];
  const phrases = fresh.map(
    (one) => NEW_ONE({ name: speak(view, one.id).text, date: sayWhen(one.since) }).text,
  );
  return [
    tell(
      0.55,
      NEW({ phrases: listed(phrases, 4) }),
      fresh.map((one) => one.id),
    ),
  ];
}

/**
 * What people remember of the last twelve months, the latest last; not what other sentences have told already, whose
 * evidence is `told`.
 */
export function events(view: View, told: ReadonlySet<Id>): readonly Told[] {
  const recent = view.ever.history
    // A year stands for its middle: what a year saw is not remembered before it.
    .filter(
      (event) =>
        begunLately(event.on, view.day, REMEMBERED) && (middleDay(event.on.text) ?? view.day) <= view.day,
    )
    .filter((event) => event.changes.length === 0 || !event.changes.every((id) => told.has(id)))
    .sort((a, b) => (a.on.first ?? 0) - (b.on.first ?? 0))
    .slice(-3);
  if (recent.length === 0) return [];
  const texts = recent.map(
    (event) => EVENT({ text: quote(inLanguage(event.text)), date: sayWhen(event.on) }).text,
  );
  return [
    tell(
      0.67,
      EVENTS({ events: listed(texts) }),
      recent.map((event) => event.id),
    ),
  ];
}
