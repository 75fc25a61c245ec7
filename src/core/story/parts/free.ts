/** What is offered without a price, who carries it from inside, and what it takes where that is known. */
import type { Finding } from '#core/analyses/finding';
import type { View } from '#core/audience/view';
import type { Id } from '#core/model/fact';
import type { Activity, Flow } from '#core/model/things';
import { kindCalled } from '#core/questions/called';
import { of } from '#core/questions/reading';
import { first, speak, speakAll } from '#core/story/names';
import { gathered, isInside, whatAll } from '#core/story/streams';
import { type Told, tell } from '#core/story/told';
import { sayRate } from '#core/words/amounts';
import { clearly, listed } from '#core/words/lists';
import { message } from '#core/words/message';

const WITH = message('story.free.with', '{who} with {what}');
const BY = message('story.free.by', '{what} from {who}');
const FIRST = message(
  'story.free.first',
  '{who} {many, select, yes {are} other {is}} free to use because people carry {many, select, yes {them} other {it}}: {bearers}.',
);
const NEXT = message(
  'story.free.next',
  '{who} {many, select, yes {are} other {is}} free as well, thanks to {bearers}.',
);
const NOBODY = message(
  'story.free.nobody',
  '{who} {many, select, yes {are} other {is}} free{also, select, yes { too} other {}}, and nobody from inside is drawn as carrying {many, select, yes {them} other {it}}.',
);
const CARRIED = message('story.carried', '{who} {many, select, yes {live} other {lives}} on {bearers}.');
const TAKES = message(
  'story.free.takes',
  'As far as it can be traced, {name} {many, select, yes {take} other {takes}} {vector}{uncounted, select, none {} other {, and {uncounted} that nobody counted}}{hidden, select, none {} other {, and {hidden} in amounts not shown here}}.',
);
const ALSO = message(
  'story.carried.also',
  '{who}{also, select, yes { also} other {}} {many, select, yes {carry} other {carries}} {activities}.',
);
const EACH_OTHER = message(
  'story.each-other',
  'Among themselves, {who} {many, select, yes {exchange} other {exchanges}} {what}{favour, select, yes {, as favours} other {}}.',
);

/** Sentences on what is carried from inside; free things first, those with most streams first. */
export function free(view: View, findings: readonly Finding[]): readonly Told[] {
  const streams = (activity: Activity) =>
    view.countedFlows.filter((flow) => flow.to === activity.id && isInside(view, flow.from)).length;
  const ordered = [...view.activities].sort((a, b) => streams(b) - streams(a));
  const open = ordered.filter((activity) => activity.price === 'free');
  const borne = open.filter((activity) => streams(activity) > 0);
  const unborne = open.filter((activity) => streams(activity) === 0).map((activity) => activity.id);
  return [
    ...borne.flatMap((activity, index) => offered(view, findings, activity, index)),
    ...uncarried(view, unborne, borne.length > 0),
    ...alsoCarried(
      view,
      ordered.filter((activity) => activity.price !== 'free').map((activity) => activity.id),
      new Set(borne.flatMap((activity) => insiders(view, activity.id).map((flow) => flow.from))),
    ),
    ...view.pools
      .filter((pool) => view.kind(pool.kind)?.law !== 'conserved')
      .flatMap((pool) => livesOn(view, pool.id, 0.5)),
    ...eachOther(view),
  ];
}

function insiders(view: View, to: Id): readonly Flow[] {
  return view.countedFlows.filter((flow) => flow.to === to && isInside(view, flow.from));
}

/** "the core group with moderation, the members with answers", or "editing by the editors". */
function bearers(view: View, flows: readonly Flow[], each: typeof WITH): string {
  const givers = new Map<string, Id[]>();
  for (const stream of gathered(flows)) {
    const told = whatAll(view, stream.flows);
    givers.set(told, [...(givers.get(told) ?? []), stream.from]);
  }
  return clearly(
    [...givers].map(([told, ids]) => each({ who: speakAll(view, ids).text, what: told }).text),
    5,
  );
}

function offered(
  view: View,
  findings: readonly Finding[],
  activity: Activity,
  index: number,
): readonly Told[] {
  const flows = insiders(view, activity.id);
  const params = {
    ...first(speak(view, activity.id)),
    bearers: bearers(view, flows, index === 0 ? WITH : BY),
  };
  const weight = Math.max(0.6, 0.98 - 0.06 * index);
  const evidence = [activity.id, ...flows.map((flow) => flow.id)];
  return [
    tell(weight, (index === 0 ? FIRST : NEXT)(params), evidence),
    ...takes(view, findings, activity, weight),
  ];
}

function uncarried(view: View, ids: readonly Id[], also: boolean): readonly Told[] {
  if (ids.length === 0) return [];
  return [tell(0.57, NOBODY({ ...first(speakAll(view, ids)), also: also ? 'yes' : 'no' }), ids)];
}

/** What it takes in all, where `who-bears` could trace an amount; kinds without one are named as uncounted. */
function takes(
  view: View,
  findings: readonly Finding[],
  activity: Activity,
  weight: number,
): readonly Told[] {
  const found = of(findings, 'who-bears').filter(
    (one) =>
      one.about.length === 1 &&
      one.about[0] === activity.id &&
      one.basis !== 'use' &&
      one.matrix !== undefined,
  );
  const traced = found.filter(
    (one) =>
      one.verdict === 'traced' &&
      total(one) > 0 &&
      (one.matrix?.cells ?? []).flat().every((cell) => cell !== null),
  );
  if (traced.length === 0) return [];
  const vector = traced.map((one) => sayRate(total(one), view.kind(one.kind ?? '')?.unit ?? null));
  const untraced = found.filter((one) => !traced.includes(one) && (one.matrix?.rows.length ?? 0) > 0);
  const isHidden = (one: Finding) => one.evidence.some((id) => view.isCovered(id));
  const kinds = (some: readonly Finding[]) =>
    some.length === 0 ? 'none' : listed(some.map((one) => kindCalled(view, one.kind)));
  const spoken = speak(view, activity.id);
  const params = {
    name: spoken.text,
    many: spoken.many ? 'yes' : 'no',
    vector: listed(vector),
    uncounted: kinds(untraced.filter((one) => !isHidden(one))),
    hidden: kinds(untraced.filter(isHidden)),
  };
  return [tell(weight - 0.03, TAKES(params), [activity.id, ...traced.flatMap((one) => one.evidence)])];
}

function total(finding: Finding): number {
  return (finding.matrix?.cells ?? []).flat().reduce<number>((sum, cell) => sum + (cell ?? 0), 0);
}

/** What is not free: several things that one and the same party carries are told in one breath. */
function alsoCarried(view: View, ids: readonly Id[], named: ReadonlySet<Id>): readonly Told[] {
  const groups = new Map<string, Id[]>();
  for (const id of ids) {
    const givers = [...new Set(insiders(view, id).map((flow) => flow.from))];
    if (givers.length > 0) groups.set(givers.join(), [...(groups.get(givers.join()) ?? []), id]);
  }
  return [...groups].flatMap(([giver, group]) => {
    if (group.length === 1 || giver.includes(',')) return group.flatMap((id) => livesOn(view, id, 0.7));
    const activities = clearly(
      group.map((id) => speak(view, id).text),
      6,
    );
    const flows = group.flatMap((id) => insiders(view, id).map((flow) => flow.id));
    return [
      tell(0.7, ALSO({ ...first(speak(view, giver)), also: named.has(giver) ? 'yes' : 'no', activities }), [
        ...group,
        ...flows,
      ]),
    ];
  });
}

/** Something that is not free, or a commons such as a wiki, and the people without whom it would not be. */
function livesOn(view: View, id: Id, weight: number): readonly Told[] {
  const flows = insiders(view, id);
  if (flows.length === 0) return [];
  const params = { ...first(speak(view, id)), bearers: bearers(view, flows, BY) };
  return [tell(weight, CARRIED(params), [id, ...flows.map((flow) => flow.id)])];
}

function eachOther(view: View): readonly Told[] {
  const flows = view.countedFlows.filter((flow) => flow.from === flow.to && isInside(view, flow.from));
  return gathered(flows).map((stream) => {
    const who = speak(view, stream.from);
    const favour = stream.flows.every((flow) => flow.form === 'favour') ? 'yes' : 'no';
    const params = {
      who: who.text,
      many: who.many ? 'yes' : 'no',
      what: whatAll(view, stream.flows),
      favour,
    };
    return tell(
      0.45,
      EACH_OTHER(params),
      stream.flows.map((flow) => flow.id),
    );
  });
}
