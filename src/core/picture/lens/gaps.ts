/**
 * Gaps: amounts that nobody counted, needs that are not met or of which we cannot tell, and vessels without a word on who
 * may use them and who decides. What is hidden from the viewer is no gap and is not marked.
 */
import type { Finding } from '#core/analyses/finding';
import type { View } from '#core/audience/view';
import { type Id, nameInWords } from '#core/model/fact';
import { groupsOf, type Lens, type LensMark, type LensRow } from '#core/picture/lens/lens';
import type { Scene } from '#core/picture/scene';
import { type Message, message } from '#core/words/message';

const SAY = {
  amounts: message(
    'lens.gaps.amounts',
    '{count, plural, one {One stream} other {# streams}} without an amount',
  ),
  amount: message('lens.gaps.amount', 'the amount is not known'),
  short: message('lens.gaps.short', '{count, plural, one {One need is} other {# needs are}} not fully met'),
  open: message(
    'lens.gaps.open',
    '{count, plural, one {One need} other {# needs}} of which we cannot tell whether {count, plural, one {it is} other {they are}} met',
  ),
  needOpen: message('lens.gaps.need-open', 'we cannot tell yet whether {name} is met'),
  needShort: message('lens.gaps.need-short', '{name} is not fully met'),
  rules: message(
    'lens.gaps.rules',
    '{count, plural, one {One vessel} other {# vessels}} of which nobody wrote who may use {count, plural, one {it} other {them}}, or who decides',
  ),
  rule: message('lens.gaps.rule', 'nobody wrote who may use it, or who decides'),
  none: message(
    'lens.gaps.none',
    'No gaps: every stream has an amount, every need is met, every vessel has its rules.',
  ),
};

interface Gap {
  readonly facts: readonly Id[];
  readonly says: Message;
}

/** The lens. `findings`: those of `coverage`. */
export function gapsLens(view: View, made: Scene, findings: readonly Finding[]): Lens {
  const marks = new Map<Id, LensMark>();
  const legend: LensRow[] = [];
  const add = (key: string, tone: number, badge: string, gaps: readonly Gap[], says: Message) => {
    if (gaps.length === 0) return;
    const groups = new Set<Id>();
    for (const gap of gaps) {
      for (const group of gap.facts.flatMap((fact) => groupsOf(made, fact))) {
        groups.add(group.id);
        const before = marks.get(group.id);
        // A plate may have several gaps: the first, which weighs most, stays its colour; its sentence stays too.
        if (before === undefined) marks.set(group.id, { tone, badge, says: gap.says, hollow: true });
      }
    }
    legend.push({ key, tone, badge, hollow: true, says: [says], groups: [...groups] });
  };
  const short = needs(
    view,
    findings,
    (one) => one.verdict === 'short' || one.verdict === 'none',
    SAY.needShort,
  );
  add('short', 4, '!', short, SAY.short({ count: short.length }));
  const open = needs(view, findings, (one) => one.verdict === 'cannot-tell', SAY.needOpen);
  add('open', 2, '?', open, SAY.open({ count: open.length }));
  const streams = uncounted(view, made);
  add('amounts', 0, '?', streams, SAY.amounts({ count: streams.length }));
  const pools = withoutRules(view);
  add('rules', 3, '§', pools, SAY.rules({ count: pools.length }));
  return { name: 'gaps', marks, legend, empty: legend.length === 0 ? SAY.none() : null };
}

function uncounted(view: View, made: Scene): Gap[] {
  return made.contents.streams.flatMap((stream) => {
    if (stream.role !== 'flow' || stream.over !== null) return [];
    return stream.facts.flatMap((id) => {
      const flow = view.get('flows', id);
      if (flow === null || view.isCovered(id)) return [];
      const { is } = view.rate(flow);
      const told = is === 'known' || is === 'none' || stream.measure.known;
      return told ? [] : [{ facts: [id], says: SAY.amount() }];
    });
  });
}

function needs(
  view: View,
  findings: readonly Finding[],
  which: (finding: Finding) => boolean,
  say: (params: { name: string }) => Message,
): Gap[] {
  return findings.flatMap((finding) => {
    if (finding.analysis !== 'coverage' || !which(finding)) return [];
    return finding.about.flatMap((id) => {
      const need = view.get('needs', id);
      return need === null ? [] : [{ facts: [need.activity], says: say({ name: nameInWords(need) }) }];
    });
  });
}

/** Vessels of what can be used up, without rules of entry and use, or without anyone who decides. Sheets are not used up. */
function withoutRules(view: View): Gap[] {
  return view.pools
    .filter(
      (pool) =>
        view.kind(pool.kind)?.law !== 'copyable' &&
        ((pool.entry === null && pool.use === null) || (pool.deciders.length === 0 && pool.holder === null)),
    )
    .map((pool) => ({ facts: [pool.id], says: SAY.rule() }));
}
