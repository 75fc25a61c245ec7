/** The social leg of a month: thanks, energy, newcomers, an old account, what to celebrate. Persons are told as their circle. */
import type { View } from '#core/audience/view';
import { dayOf, isoDay, yearOf } from '#core/model/dates';
import { type Id, inLanguage } from '#core/model/fact';
import type { Flow, HistoryEvent } from '#core/model/things';
import { called, calledAll, calledFirst, manyOf, quoted } from '#core/questions/called';
import { ids } from '#core/questions/reading';
import { type AgendaItem, type Ground, inTurn, item } from '#core/talk/item';
import { sayWhen } from '#core/words/dates';
import { message } from '#core/words/message';

const THANK_NEW = message(
  'talk.thanks.new',
  'Thank {who}: {n, plural, one {a gift} other {# gifts}} began lately.',
);
const THANK = message('talk.thanks', 'Thank {who} for what keeps coming as a gift.');
const THANK_ANY = message('talk.thanks.any', 'Whom do we thank this month, and for what?');
const ENERGY = message(
  'talk.energy',
  'A round: what energy does each of us bring, and what would make things lighter?',
);
const JOIN = message(
  'talk.newcomers.join',
  'New people join {to}. Who met them lately, and what helped them in?',
);
const MOVE = message(
  'talk.newcomers.move',
  'Some move from {from} to {to}. What helps them on the way, and who walks beside them?',
);
const NEWCOMERS = message('talk.newcomers.any', 'Who came new lately, and who walks beside them?');
const ACCOUNT = message(
  'talk.account',
  'An old account: {about}. {who} {many, select, yes {are} other {is}} felt to owe {towards} something. Would it do good to name it, to thank, or to let it go?',
);
const SOMETHING = message('talk.account.something', 'something from earlier');
const YEARS = message(
  'talk.celebrate.years',
  'Celebrate: {years, plural, one {a year} other {# years}} since {when}. {text}.',
);
const AN_EVENT = message('talk.celebrate.event', 'something that we remember');
const WORTH = message('talk.celebrate.worth', 'Celebrate what changed for the better: {text}.');
const A_WORTH = message('talk.celebrate.something', 'somebody told us so');
const CELEBRATE = message('talk.celebrate.any', 'What went well lately, and who would like to hear it?');

const GIVEN: ReadonlySet<string | null> = new Set(['gift', 'favour', 'in-kind', 'turn']);
/** A gift that began within so many days before the month began lately (heuristic). */
const LATELY_DAYS = 92;
const OPEN_ACCOUNTS: ReadonlySet<string> = new Set(['unspoken', 'acknowledged', 'disputed']);

export function social(ground: Ground): readonly AgendaItem[] {
  return [thanks(ground), ...energy(ground), newcomers(ground), ...account(ground), ...celebrate(ground)];
}

/** A person with a circle of their own is told as that circle. */
function circleOf(view: View, id: Id): Id {
  const party = view.get('parties', id);
  if (party?.type !== 'person' || party.in === null) return id;
  return view.get('parties', party.in) === null ? id : party.in;
}

function thanks({ view, window }: Ground): AgendaItem {
  const gifts = view.countedFlows.filter(
    (flow) => GIVEN.has(flow.form) && view.get('parties', flow.from) !== null,
  );
  const fresh = gifts.filter((flow) => {
    const since = flow.since?.first ?? null;
    return since !== null && since <= window.from && window.from - since <= LATELY_DAYS;
  });
  const told = fresh.length > 0 ? fresh : gifts;
  if (told.length === 0) return item('thanks', THANK_ANY());
  const who = calledAll(view, givers(view, told), 6);
  const said = fresh.length > 0 ? THANK_NEW({ who, n: fresh.length }) : THANK({ who });
  return item('thanks', said, { evidence: ids(told) });
}

/** Circles before persons. */
function givers(view: View, flows: readonly Flow[]): readonly Id[] {
  const all = [...new Set(flows.map((flow) => circleOf(view, flow.from)))];
  const isPerson = (id: Id) => view.get('parties', id)?.type === 'person';
  return [...all.filter((id) => !isPerson(id)), ...all.filter(isPerson)];
}

function energy({ view, isPublic }: Ground): readonly AgendaItem[] {
  if (isPublic) return [];
  const told = view.parties.filter((party) => party.inside && party.energy.length > 0);
  return [item('energy', ENERGY(), { evidence: ids(told) })];
}

function newcomers({ view, window }: Ground): AgendaItem {
  const into = view.movements.filter((one) => view.get('parties', one.to)?.inside === true);
  const one = inTurn(into, window);
  if (one === null) return item('newcomers', NEWCOMERS());
  const to = called(view, one.to);
  const said = one.from === 'outside' ? JOIN({ to }) : MOVE({ from: called(view, one.from), to });
  return item('newcomers', said, { evidence: [one.id] });
}

/** Tender: never for the public. */
function account({ view, window, isPublic }: Ground): readonly AgendaItem[] {
  if (isPublic) return [];
  const one = inTurn(
    view.accounts.filter((each) => OPEN_ACCOUNTS.has(each.state)),
    window,
  );
  if (one === null) return [];
  const about = one.about === null ? SOMETHING().text : quoted(view, inLanguage(one.about), SOMETHING().text);
  const who = circleOf(view, one.who);
  const towards = called(view, circleOf(view, one.towards));
  const said = ACCOUNT({ about, who: calledFirst(view, who), many: manyOf(view, who), towards });
  return [item('account', said, { on: one.id, evidence: [one.id] })];
}

function celebrate({ view, window }: Ground): readonly AgendaItem[] {
  const years = view.ever.history.flatMap((event) => anniversary(view, event, window));
  const worth = inTurn(
    view.worth.filter((one) => one.sign === '+'),
    window,
  );
  const told =
    worth === null
      ? []
      : [
          item('celebrate', WORTH({ text: quoted(view, inLanguage(worth.text), A_WORTH().text) }), {
            on: worth.id,
            evidence: [worth.id],
          }),
        ];
  return years.length + told.length > 0 ? [...years, ...told] : [item('celebrate', CELEBRATE())];
}

/** An event whose month is known is remembered in that month; one whose day is known, on that day of the window. */
function anniversary(view: View, event: HistoryEvent, window: Ground['window']): readonly AgendaItem[] {
  const { first, last } = event.on;
  if (first === null || last === null || last - first > 31) return [];
  const [, month = 1, dayOfMonth = 1] = isoDay(first).split('-').map(Number);
  const days = [yearOf(window.from), yearOf(window.until)].flatMap(
    (year) => dayOf(year, month, dayOfMonth) ?? [],
  );
  const day = days.find((one) =>
    first === last ? one >= window.from && one <= window.until : isoDay(one).slice(0, 7) === window.month,
  );
  const years = day === undefined ? 0 : yearOf(day) - yearOf(first);
  if (day === undefined || years < 1) return [];
  const said = YEARS({
    years,
    when: sayWhen(event.on),
    text: quoted(view, inLanguage(event.text), AN_EVENT().text),
  });
  const isExact = first === last && !event.on.about;
  return [item('celebrate', said, { on: event.id, evidence: [event.id], day: isExact ? day : null })];
}
