/**
 * What changed between two days, as a list of sentences: what began and ended, what grew and shrank, who came and left
 * among those who give and those who receive. Says what the analysis `change` found; a single step of the walk through
 * time, which needs no following of bearers, is looked up here.
 */
import type { Finding } from '#core/analyses/finding';
import type { View } from '#core/audience/view';
import { type Id, nameOf } from '#core/model/fact';
import { readingOn } from '#core/model/rate';
import type { Flow, Party } from '#core/model/things';
import { first, speak, speakAll } from '#core/story/names';
import type { Sentence } from '#core/story/story';
import { sayAmount } from '#core/words/amounts';
import { message, type Template } from '#core/words/message';
import { capital } from '#core/words/nouns';

export const NOTHING = message('change.nothing', 'Nothing that is written down changed.');
const NAMED = message('change.named', '{name} (from {from} to {to})');
const UNNAMED = message('change.unnamed', 'What {from} {many, select, yes {bring} other {brings}} to {to}');
const BEGAN = message('change.began', '{what} began.');
const BEGAN_WITH = message('change.began-with', '{what} began: {amount}.');
const ENDED = message('change.ended', '{what} ended.');
const GREW = message('change.grew', '{what} grew, from {before} to {after}.');
const SHRANK = message('change.shrank', '{what} shrank, from {before} to {after}.');
const WHO = {
  bearersIn: message(
    'change.bearers-in',
    '{who} {many, select, yes {give} other {gives}} now and did not before.',
  ),
  bearersOut: message(
    'change.bearers-out',
    '{who} gave before and {many, select, yes {do} other {does}} no longer.',
  ),
  beneficiariesIn: message(
    'change.beneficiaries-in',
    '{who} {many, select, yes {are reached now and were} other {is reached now and was}} not before.',
  ),
  beneficiariesOut: message(
    'change.beneficiaries-out',
    '{who} {many, select, yes {were reached before and are} other {was reached before and is}} no longer.',
  ),
} satisfies Record<string, Template>;

const CAME = message('change.came', '{who} {many, select, yes {are} other {is}} new here.');
const LEFT = message('change.left', '{who} {many, select, yes {are} other {is}} no longer here.');

/** What a step from one day to another brings, in words and as ids. */
export interface Passage {
  readonly begun: readonly Id[];
  readonly ended: readonly Id[];
  /** Empty: nothing that is told here changed. */
  readonly sentences: readonly Sentence[];
}

/** Parties, what is done and kept, and streams that are, on one day and not on the other; and numbers that moved apart. */
export function passage(before: View, after: View): Passage {
  const parties = [before.parties, after.parties];
  const things = [before, after].map((view) => [...view.activities, ...view.pools, ...view.tools]);
  const flows = [before.countedFlows, after.countedFlows];
  const [came, left] = bothWays(parties);
  const [opened, closed] = bothWays(things);
  const [begun, ended] = bothWays(flows);
  const several = (view: View, ids: readonly Id[], say: typeof BEGAN) =>
    ids.length === 0 ? [] : [sentence(say({ what: capital(speakAll(view, ids).text) }), ids)];
  return {
    begun: [...came, ...opened, ...begun],
    ended: [...left, ...closed, ...ended],
    sentences: [
      ...people(after, CAME, came),
      ...people(before, LEFT, left),
      ...several(after, opened, BEGAN),
      ...several(before, closed, ENDED),
      ...begun.flatMap((id) => streamOf(after, id, (flow) => began(after, flow))),
      ...ended.flatMap((id) => streamOf(before, id, (flow) => ENDED({ what: whatOf(before, flow) }))),
      ...after.parties.flatMap((one) => sizeMoved(before, after, one)),
      ...after.countedFlows.flatMap((one) => amountMoved(before, after, one)),
    ],
  };
}

function bothWays(days: readonly (readonly { readonly id: Id }[])[]): readonly [Id[], Id[]] {
  const [then = [], now = []] = days.map((day) => day.map((one) => one.id));
  return [now.filter((id) => !then.includes(id)).sort(), then.filter((id) => !now.includes(id)).sort()];
}

function sentence(said: ReturnType<Template>, evidence: readonly Id[]): Sentence {
  return { text: said.text, evidence, message: said };
}

function sizeMoved(before: View, after: View, party: Party): readonly Sentence[] {
  const [was, is] = [readingOn(party.size, before.day)?.value, readingOn(party.size, after.day)?.value];
  const way = wayOf(was, is);
  if (way === null || was === undefined || is === undefined) return [];
  const said = way({
    what: capital(speak(after, party.id).text),
    before: sayAmount(was, 'people'),
    after: sayAmount(is, 'people'),
  });
  return [sentence(said, [party.id])];
}

function amountMoved(before: View, after: View, flow: Flow): readonly Sentence[] {
  if (after.isCovered(flow.id) || !before.valid(flow)) return [];
  const way = wayOf(before.rate(flow), after.rate(flow));
  return way === null ? [] : [sentence(moved(before, after, flow, way), [flow.id])];
}

type Spread =
  | { readonly is: string }
  | { readonly is: 'known'; readonly least: number; readonly most: number };

/** Whether one of two amounts is surely the greater; unknown ones neither grow nor shrink. */
function wayOf(was: Spread | undefined, is: Spread | undefined): Template | null {
  if (was === undefined || is === undefined || !('least' in was) || !('least' in is)) return null;
  return is.least > was.most ? GREW : is.most < was.least ? SHRANK : null;
}

/** Those who came and left first, because people come before streams; then what began, grew, shrank and ended. */
export function changeSentences(before: View, after: View, finding: Finding): readonly Sentence[] {
  const ids = (name: string): readonly Id[] => {
    const value = finding.values?.[name];
    return Array.isArray(value) ? (value as readonly Id[]) : [];
  };
  const sentences = [
    ...(Object.keys(WHO) as (keyof typeof WHO)[]).flatMap((name) => people(after, WHO[name], ids(name))),
    ...ids('begun').flatMap((id) => streamOf(after, id, (flow) => began(after, flow))),
    ...ids('grown').flatMap((id) => streamOf(after, id, (flow) => moved(before, after, flow, GREW))),
    ...ids('shrunk').flatMap((id) => streamOf(after, id, (flow) => moved(before, after, flow, SHRANK))),
    ...ids('ended').flatMap((id) => streamOf(before, id, (flow) => ENDED({ what: whatOf(before, flow) }))),
  ];
  if (sentences.length > 0) return sentences;
  const none = NOTHING();
  return [{ text: none.text, evidence: [], message: none }];
}

function people(view: View, say: Template, ids: readonly Id[]): readonly Sentence[] {
  if (ids.length === 0) return [];
  const said = say(first(speakAll(view, ids)));
  return [{ text: said.text, evidence: ids, message: said }];
}

function streamOf(view: View, id: Id, say: (flow: Flow) => ReturnType<Template>): readonly Sentence[] {
  const flow = view.get('flows', id);
  if (flow === null) return [];
  const said = say(flow);
  return [{ text: said.text, evidence: [id], message: said }];
}

function began(view: View, flow: Flow): ReturnType<Template> {
  const amount = readingOn(flow.amount, view.day)?.value;
  const what = whatOf(view, flow);
  return amount?.is === 'known' && !view.isCovered(flow.id)
    ? BEGAN_WITH({ what, amount: amountOn(view, flow) })
    : BEGAN({ what });
}

function moved(before: View, after: View, flow: Flow, say: Template): ReturnType<Template> {
  return say({
    what: whatOf(after, flow),
    before: amountOn(before, flow),
    after: amountOn(after, flow),
  });
}

/** A stream at the beginning of a sentence. */
function whatOf(view: View, flow: Flow): string {
  const from = speak(view, flow.from);
  const to = speak(view, flow.to).text;
  return flow.name === null
    ? UNNAMED({ from: from.text, to, many: from.many ? 'yes' : 'no' }).text
    : NAMED({ name: capital(nameOf(flow)), from: from.text, to }).text;
}

function amountOn(view: View, flow: Flow): string {
  const amount = readingOn(flow.amount, view.day)?.value;
  const unit = view.kind(flow.kind ?? '')?.unit ?? null;
  return sayAmount(amount ?? { is: 'unknown', unit: null, per: null, text: 'unknown' }, unit);
}
