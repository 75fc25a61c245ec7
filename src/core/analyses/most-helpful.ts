/**
 * The one number that would help most: which single unknown amount stands behind the most results that cannot be told,
 * or are told only roughly. It looks at evidence, and does not guess what the number might be.
 */
import type { Finding } from '#core/analyses/finding';
import type { View } from '#core/audience/view';
import type { Id } from '#core/model/fact';
import { nameOf } from '#core/model/fact';
import { type Message, message } from '#core/words/message';

export interface Helpful {
  /** The flow or need whose amount nobody knows. */
  readonly id: Id;
  /** Results that it would narrow. */
  readonly narrows: number;
  /** Of these, results for which it is the only number that is missing. */
  readonly settles: number;
  readonly says: Message;
}

const SAY = message(
  'finding.helps',
  'One number would help most: how much {thing} is. {narrows, plural, one {One result waits} other {# results wait}} for it.',
);

/** Not told yet: the verdict says so, or a value, a cell or a whole reach has no number. */
function isOpen(finding: Finding): boolean {
  if (finding.verdict === 'cannot-tell' || finding.verdict === 'reach') return true;
  return finding.matrix?.cells.some((row) => row.includes(null)) ?? false;
}

/**
 * Unknown amounts, the most helpful first; ties go to the one that settles more by itself, then by id. A covered amount is
 * hidden and not unknown: asking for it would help nobody.
 */
export function mostHelpful(view: View, findings: readonly Finding[]): Helpful[] {
  const unknown = new Set<Id>();
  for (const flow of view.countedFlows) {
    const rate = view.rate(flow);
    if ((rate.is === 'unknown' || rate.is === 'some') && !view.isCovered(flow.id)) unknown.add(flow.id);
  }
  for (const need of view.needs) {
    const rate = view.needRate(need);
    if ((rate.is === 'unknown' || rate.is === 'some') && !view.isCovered(need.id)) unknown.add(need.id);
  }
  const tally = new Map<Id, { narrows: number; settles: number }>();
  for (const finding of findings) {
    if (!isOpen(finding)) continue;
    const missing = [...new Set([...finding.evidence, ...finding.about])].filter((id) => unknown.has(id));
    for (const id of missing) {
      const count = tally.get(id) ?? { narrows: 0, settles: 0 };
      count.narrows += 1;
      if (missing.length === 1) count.settles += 1;
      tally.set(id, count);
    }
  }
  return [...tally]
    .map(([id, { narrows, settles }]) => ({
      id,
      narrows,
      settles,
      says: SAY({ thing: called(view, id), narrows }),
    }))
    .sort((a, b) => b.narrows - a.narrows || b.settles - a.settles || (a.id < b.id ? -1 : 1));
}

function called(view: View, id: Id): string {
  const thing = view.thing(id);
  return thing === null ? id : nameOf(thing);
}
