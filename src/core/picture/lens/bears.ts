/**
 * Who bears this: the streams and vessels by which an offered thing is carried, marked by whose giving is in them, with
 * each bearer's share of each kind. Kinds are never added together; where nobody counted there is no share.
 */
import type { Finding } from '#core/analyses/finding';
import type { View } from '#core/audience/view';
import { type Id, nameInWords, nameOf } from '#core/model/fact';
import { groupsOf, type Lens, type LensMark, type LensRow, letter, TONES } from '#core/picture/lens/lens';
import type { Group, Scene } from '#core/picture/scene';
import { WORDS } from '#core/picture/words';
import { type Message, message } from '#core/words/message';

const SAY = {
  part: message('lens.bears.part', '{name}: {percent} % of {kind}'),
  partUncounted: message('lens.bears.part-uncounted', '{name}: {kind}, nobody counted how much'),
  by: message('lens.bears.by', 'borne by {names}'),
  more: message('lens.bears.more', '{count, plural, one {One more} other {# more}}: {names}'),
  none: message(
    'lens.bears.none',
    'Nothing here is offered free that we could follow back to whoever bears it.',
  ),
  past: message('lens.bears.past', 'what was saved in earlier years'),
  future: message('lens.bears.future', 'later years, by wear that is not renewed'),
  outside: message('lens.bears.outside', 'someone outside'),
};

/** Things of which it is known who bears them, in the order of the findings. */
export function borneThings(findings: readonly Finding[]): readonly Id[] {
  return [...new Set(findings.flatMap((one) => (one.about[0] === undefined ? [] : [one.about[0]])))];
}

interface Share {
  readonly kind: Id;
  /** 0 to 1; null where nobody counted. */
  readonly share: number | null;
}

/** Bearers with their share of each kind, those with the largest share first. */
export function bearersOf(findings: readonly Finding[], thing: Id): ReadonlyMap<Id, readonly Share[]> {
  const shares = new Map<Id, Share[]>();
  for (const finding of findings) {
    if (finding.about[0] !== thing || finding.basis === 'use' || finding.kind === undefined) continue;
    const { matrix, verdict, kind } = finding;
    if (matrix === undefined) continue;
    const sums = matrix.cells.map((row) => row.reduce<number>((sum, cell) => sum + (cell ?? 0), 0));
    const total = sums.reduce((sum, one) => sum + one, 0);
    // `reach` says who, and not how much.
    const counted = verdict !== 'reach' && total > 0 && matrix.cells.every((row) => !row.includes(null));
    matrix.rows.forEach((row, i) => {
      const share = counted ? (sums[i] ?? 0) / total : null;
      shares.set(row, [...(shares.get(row) ?? []), { kind, share }]);
    });
  }
  const most = (list: readonly Share[]) => Math.max(...list.map((one) => one.share ?? 0));
  return new Map([...shares].sort(([a, x], [b, y]) => most(y) - most(x) || (a < b ? -1 : 1)));
}

/** The lens for one offered thing. `findings`: all of `who-bears`. */
export function bearsLens(view: View, made: Scene, findings: readonly Finding[], thing: Id | null): Lens {
  const bearers = thing === null ? new Map<Id, readonly Share[]>() : bearersOf(findings, thing);
  if (thing === null || bearers.size === 0)
    return { name: 'bears', marks: new Map(), legend: [], empty: SAY.none() };
  const order = [...bearers.keys()];
  const tone = (id: Id) => Math.min(order.indexOf(id), TONES - 1);
  const evidence = new Set(
    findings.flatMap((one) => (one.about[0] === thing && one.basis !== 'use' ? one.evidence : [])),
  );
  const carried = reached(view, evidence, order);
  const marks = new Map<Id, LensMark>();
  const name = nameFor(view);
  const put = (group: Group, by: readonly Id[]) => {
    const alone = by.length === 1 ? by[0] : undefined;
    marks.set(group.id, {
      tone: alone === undefined ? null : tone(alone),
      badge:
        by
          .slice(0, 3)
          .map((id) => letter(tone(id)))
          .join('') + (by.length > 3 ? '…' : ''),
      says: SAY.by({ names: by.map(name).join(', ') }),
      hollow: false,
    });
  };
  for (const [fact, by] of carried)
    for (const group of groupsOf(made, fact)) if (by.length > 0) put(group, by);
  for (const bearer of order) for (const group of groupsOf(made, bearer)) put(group, [bearer]);
  for (const group of groupsOf(made, thing))
    if (!marks.has(group.id)) marks.set(group.id, { tone: null, badge: null, says: null, hollow: false });
  return { name: 'bears', marks, legend: legendOf(view, bearers, marks, tone), empty: null };
}

function legendOf(
  view: View,
  bearers: ReadonlyMap<Id, readonly Share[]>,
  marks: ReadonlyMap<Id, LensMark>,
  tone: (id: Id) => number,
): LensRow[] {
  const name = nameFor(view);
  const all = [...bearers];
  return all.slice(0, TONES).map(([id, shares], i) => {
    const last = i === TONES - 1 && all.length > TONES;
    const badge = letter(tone(id));
    return {
      key: id,
      tone: i,
      badge,
      hollow: false,
      says: last
        ? [
            SAY.more({
              count: all.length - i,
              names: all
                .slice(i)
                .map(([one]) => name(one))
                .join(', '),
            }),
          ]
        : sharesSaid(view, name(id), shares),
      groups: [...marks].flatMap(([group, mark]) => (mark.badge?.includes(badge) === true ? [group] : [])),
    };
  });
}

function sharesSaid(view: View, name: string, shares: readonly Share[]): Message[] {
  return shares.map(({ kind, share }) => {
    const words = kindWords(view, kind);
    return share === null
      ? SAY.partUncounted({ name, kind: words })
      : SAY.part({ name, percent: String(percent(share)), kind: words });
  });
}

function percent(share: number): number {
  return share > 0 && share < 0.01 ? 1 : Math.round(share * 100);
}

function kindWords(view: View, id: Id): string {
  const kind = view.kind(id);
  if (kind === null) return id;
  if (kind.name !== null) return nameOf(kind);
  return kind.currency ? (kind.unit ?? id.toUpperCase()) : id.replaceAll('-', ' ');
}

function nameFor(view: View): (id: Id) => string {
  return (id) => {
    if (id === 'past') return SAY.past().text;
    if (id === 'future') return SAY.future().text;
    if (id === 'outside') return SAY.outside().text;
    if (id === 'ecosystem') return WORDS.ecosystem().text;
    if (id === 'withheld') return WORDS.withheld().text;
    const thing = view.thing(id);
    return thing === null ? id : nameInWords(thing);
  };
}

/** Whose giving is in each stream and each vessel of the evidence: its giver, or all whose streams come into the vessel. */
function reached(view: View, evidence: ReadonlySet<Id>, bearers: readonly Id[]): Map<Id, readonly Id[]> {
  const flows = view.flows.filter((flow) => evidence.has(flow.id));
  const holder = (id: Id) => {
    const thing = view.thing(id);
    return thing?.section === 'pockets' ? thing.pool : id;
  };
  const into = new Map<Id, Set<Id>>();
  const givers = (end: Id): readonly Id[] =>
    bearers.includes(end) ? [end] : [...(into.get(holder(end)) ?? [])];
  // Around a ring this settles after as many rounds as there are streams.
  for (let round = 0, changed = true; changed && round <= flows.length; round++) {
    changed = false;
    for (const flow of flows) {
      const at = into.get(holder(flow.to)) ?? new Set<Id>();
      const before = at.size;
      for (const giver of givers(flow.from)) at.add(giver);
      into.set(holder(flow.to), at);
      changed ||= at.size !== before;
    }
  }
  const inOrder = (ids: readonly Id[]) => bearers.filter((id) => ids.includes(id));
  // What is drawn from a vessel that nobody fills now was put there in earlier years.
  const earlier = bearers.includes('past') ? ['past'] : [];
  const carried = new Map<Id, readonly Id[]>();
  for (const flow of flows) {
    const by = inOrder(givers(flow.from));
    carried.set(flow.id, by.length > 0 ? by : earlier);
  }
  for (const [id, by] of into) if (!bearers.includes(id)) carried.set(id, inOrder([...by]));
  return carried;
}
