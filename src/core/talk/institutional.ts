/** The institutional leg of a month: keys, roles, upkeep, promises due, trials, what is shown to whom. */
import type { View } from '#core/audience/view';
import type { Day } from '#core/model/dates';
import { inLanguage } from '#core/model/fact';
import { called, calledAll, calledFirst, manyOf, quoted } from '#core/questions/called';
import { ids } from '#core/questions/reading';
import { type AgendaItem, dueIn, type Ground, inTurn, item, type Window } from '#core/talk/item';
import { sayAt } from '#core/words/dates';
import { message } from '#core/words/message';

const KEYS = message('talk.keys', 'One person alone holds the keys of {tools}. Who would hold them too?');
const ROLE = message(
  'talk.roles.missing',
  'For {role} it takes {needs, plural, one {one person} other {# people}}, and {held, plural, =0 {nobody does it yet} one {one does it} other {# do it}}. Who would like to learn it, and from whom?',
);
export const ROLES = message('talk.roles.any', 'Who would like to learn which role, and from whom?');
const UPKEEP = message(
  'talk.upkeep',
  'What keeps things going: {what}. Who does it now, and what could be shared, left or made lighter?',
);
const DECISION = message(
  'talk.promises.decision',
  '{decision}: we {late, select, yes {meant} other {mean}} to look at this decision again {when}. What did it bring, and does it still hold?',
);
const A_DECISION = message('talk.promises.a-decision', 'What we decided');
const BEGINS = message(
  'talk.promises.begins',
  '{stream} {many, select, yes {are} other {is}} {status, select, hoped {hoped for} told {promised} other {agreed}} to begin {when}. What is still needed for it?',
);
const COMES = message(
  'talk.promises.comes',
  '{stream} {many, select, yes {are} other {is}} {status, select, hoped {hoped for} other {promised}}, and the time for it ends {when}. Did it come, and does it still hold?',
);
const TRIAL = message(
  'talk.trial.due',
  '{trial}: we {late, select, yes {meant} other {mean}} to look at this trial {when}. Stop, repeat, make it regular, or is it too early to know?',
);
const A_TRIAL = message('talk.trial.one', 'What we tried');
const TRY = message(
  'talk.trial.new',
  'Is there one small thing to try: something to give first, and a day to look at what it brought?',
);
const SHOWN = message('talk.shown', 'What do we show to {audience}, and is it still what we mean to show?');
export const SHOWN_ANY = message('talk.shown.any', 'Is it clear to all of us what is shown to whom?');
const AUDIENCE = message(
  'talk.audience',
  '{id, select, public {the public} members {the members} core {the core} stewards {the stewards} peers {our peers} treasurer {the treasurer} other {others}}',
);

/** So many roles are enough for one evening. */
const MOST_ROLES = 3;

export function institutional(ground: Ground): readonly AgendaItem[] {
  return [
    ...keys(ground),
    ...roles(ground),
    ...upkeep(ground),
    ...decisions(ground),
    ...promises(ground),
    ...trials(ground),
    ...shown(ground),
  ];
}

function keys({ view, seesAll, isPublic }: Ground): readonly AgendaItem[] {
  if (!seesAll || isPublic) return [];
  const alone = view.tools.filter(
    ({ keys: [only, ...more] }) =>
      only !== undefined && more.length === 0 && view.get('parties', only)?.type === 'person',
  );
  if (alone.length === 0) return [];
  return [item('keys', KEYS({ tools: calledAll(view, ids(alone)) }), { evidence: ids(alone) })];
}

function roles({ view, seesAll, isPublic }: Ground): readonly AgendaItem[] {
  if (!seesAll || isPublic) return [];
  return view.roles
    .filter((role) => role.needs !== null && role.needs > role.heldBy.length)
    .slice(0, MOST_ROLES)
    .map((role) => {
      const said = ROLE({ role: called(view, role.id), needs: role.needs ?? 0, held: role.heldBy.length });
      return item('roles', said, { on: role.id, evidence: [role.id] });
    });
}

/** What serves another activity or a pool keeps things going. */
function upkeep({ view, window }: Ground): readonly AgendaItem[] {
  const serving = view.activities.filter((activity) =>
    Object.keys(activity.for).some((id) => {
      const section = view.thing(id)?.section;
      return section === 'activities' || section === 'pools';
    }),
  );
  const one = inTurn(serving, window);
  if (one === null) return [];
  return [item('upkeep', UPKEEP({ what: called(view, one.id) }), { on: one.id, evidence: [one.id] })];
}

/** Due in the window, or overdue: yes or no; null where it is due later. */
function lateness(last: Day | null, window: Window): 'yes' | 'no' | null {
  if (last === null || last > window.until) return null;
  return last < window.from ? 'yes' : 'no';
}

function decisions({ view, window }: Ground): readonly AgendaItem[] {
  return view.ever.decisions.flatMap((one) => {
    const late = lateness(one.reviewOn?.last ?? null, window);
    if (late === null || one.state === 'reviewed' || one.state === 'dropped') return [];
    const decision = quoted(view, inLanguage(one.text), A_DECISION().text);
    const said = DECISION({ decision, late, when: sayAt(one.reviewOn) });
    return [item('promises', said, { on: one.id, evidence: [one.id], day: dueIn(one.reviewOn, window) })];
  });
}

/** What is hoped, told or agreed to begin in the window; and what was only hoped or told, and ends in it. */
function promises({ view, window }: Ground): readonly AgendaItem[] {
  return view.ever.flows.flatMap((flow) => {
    if (flow.status === 'actual') return [];
    const first = flow.since?.first ?? null;
    const begins = first !== null && first >= window.from && first <= window.until ? first : null;
    const ends = flow.status === 'agreed' ? null : dueIn(flow.until, window);
    const day = begins ?? ends;
    if (day === null) return [];
    const when = sayAt(begins === null ? flow.until : flow.since);
    const params = { ...named(view, flow.id), status: flow.status, when };
    const said = begins === null ? COMES(params) : BEGINS(params);
    return [item('promises', said, { on: flow.id, evidence: [flow.id], day })];
  });
}

function named(view: View, id: string) {
  return { stream: calledFirst(view, id), many: manyOf(view, id) };
}

/** Trials to look at; where none is open, the thought of a new one. */
function trials({ view, window }: Ground): readonly AgendaItem[] {
  const open = view.trials.filter((one) => one.outcome === 'unknown');
  if (open.length === 0) return [item('trial', TRY(), { isNew: true })];
  return open.flatMap((one) => {
    const late = lateness(one.reviewOn?.last ?? null, window);
    if (late === null) return [];
    const words = one.about ?? one.name;
    const trial =
      words === null ? calledFirst(view, one.id) : quoted(view, inLanguage(words), A_TRIAL().text);
    const said = TRIAL({ trial, late, when: sayAt(one.reviewOn) });
    return [item('trial', said, { on: one.id, evidence: [one.id], day: dueIn(one.reviewOn, window) })];
  });
}

function shown({ view, window }: Ground): readonly AgendaItem[] {
  const id = inTurn(Object.keys(view.openness), window);
  if (id === null) return [];
  const name = view.audiences.find((one) => one.id === id)?.name ?? null;
  const audience = name === null ? AUDIENCE({ id }).text : inLanguage(name);
  return [item('shown', SHOWN({ audience }), { on: id })];
}
