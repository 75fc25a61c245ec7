/**
 * How rules read findings: by analysis, by value, past a threshold, in three-valued logic. Works nothing out that an
 * analysis has not worked out; the only arithmetic is how far a value lies past its threshold.
 */
import type { Finding, Value } from '#core/analyses/finding';
import type { View } from '#core/audience/view';
import { type Day, monthsBetween, type When } from '#core/model/dates';
import type { Fact, Id, Section } from '#core/model/fact';

/** The findings of one analysis. */
export function of(findings: readonly Finding[], analysis: string): readonly Finding[] {
  return findings.filter((finding) => finding.analysis === analysis);
}

/** A value by name: a number, null where it is unknown, undefined where the finding does not speak of it. */
export function value(finding: Finding, name: string): Value | undefined {
  const found = finding.values?.[name];
  return found === null || typeof found === 'number' ? found : undefined;
}

/** A value that is a map of ids, such as `uncovered` of `cross-subsidy`. */
export function valuesById(finding: Finding, name: string): Readonly<Record<Id, Value>> {
  const found = finding.values?.[name] ?? finding.more?.[name];
  return typeof found === 'object' && found !== null && !Array.isArray(found)
    ? (found as Record<Id, Value>)
    : {};
}

/** A value that is a list of ids, such as `begun` of `change`. */
export function idsOf(finding: Finding, name: string): readonly Id[] {
  const found = finding.values?.[name] ?? finding.more?.[name];
  return Array.isArray(found) ? (found as Id[]) : [];
}

export type Threshold = { readonly above: number } | { readonly below: number };

export interface Measured {
  readonly finding: Finding;
  /** Null: cannot tell. */
  readonly value: number | null;
  readonly distance: number;
  /** What the finding is about, first of all. */
  readonly on: Id;
}

/**
 * The findings whose value lies past a threshold (`value` is the number) or may do so (`value` is null: the value is
 * unknown, its band crosses the threshold, or the analysis itself cannot tell). Those on the near side are left out.
 */
export function measured(
  findings: readonly Finding[],
  analysis: string,
  name: string,
  threshold: Threshold,
): readonly Measured[] {
  return of(findings, analysis).flatMap((finding): readonly Measured[] => {
    const found = value(finding, name);
    if (found === undefined) return [];
    const on = finding.about[0] ?? '';
    const unsure = { finding, value: null, distance: 0.5, on };
    if (found === null || finding.verdict === 'cannot-tell' || straddles(finding, name, threshold))
      return [unsure];
    const distance = past(found, threshold);
    return distance > 0 ? [{ finding, value: found, distance, on }] : [];
  });
}

function straddles(finding: Finding, name: string, threshold: Threshold): boolean {
  const band = finding.bands?.[name];
  if (band === undefined) return false;
  const at = 'above' in threshold ? threshold.above : threshold.below;
  return band[0] < at && band[1] > at;
}

/** How far past the threshold: 0 where it is not past it, at least 0.05 where it is, at most 1. */
export function past(found: number, threshold: Threshold): number {
  const at = 'above' in threshold ? threshold.above : threshold.below;
  const beyond = 'above' in threshold ? found - at : at - found;
  if (beyond <= 0) return 0;
  const scale = 'above' in threshold && at < 1 ? Math.max(1 - at, 0.1) : Math.max(Math.abs(at), 0.1);
  return Math.min(1, Math.max(0.05, beyond / scale));
}

/**
 * Whether what says nothing else is shown to the audience of a view. Where it is not, missing and hidden look alike to
 * them, and nobody may say of anything that it is not there.
 */
export function seesByDefault(view: View): boolean {
  if (view.audience === 'stewards') return true;
  const shown = view.ever.see ?? ['core'];
  if (shown.includes('public') || shown.includes(view.audience)) return true;
  return view.audience === 'core' && shown.includes('members');
}

/** Whether an audience may know that there is nothing of a section: nothing is there, and nothing of it is withheld. */
export function isEmpty(view: View, section: Section, things: readonly Fact[]): boolean {
  return (
    things.length === 0 &&
    seesByDefault(view) &&
    !view.withheld.some((one) => one.kind === section && one.count > 0)
  );
}

/** Months from a written date to the day; null where no date is known. Negative: it is still to come. */
export function monthsSince(when: When | null, day: Day): number | null {
  const at = when?.last ?? when?.first ?? null;
  return at === null ? null : monthsBetween(at, day);
}

/** Ids of facts, for evidence. */
export function ids(facts: readonly { readonly id: Id }[]): readonly Id[] {
  return facts.map((fact) => fact.id);
}

export interface Flagged {
  readonly finding: Finding;
  readonly evidence: readonly Id[];
  /** The things that it is about, where the evidence is arrows. */
  readonly nodes: readonly Id[];
}

/** The flags of the findings of an analysis, of one name. */
export function flagged(findings: readonly Finding[], analysis: string, flag: string): readonly Flagged[] {
  return of(findings, analysis).flatMap((finding) =>
    (finding.flags ?? [])
      .filter((one) => one.flag === flag)
      .map((one) => ({ finding, evidence: one.evidence, nodes: one.shared ?? one.evidence })),
  );
}

/** A share as it is told: two digits after the point, so that all is all and nothing is nothing. */
export function rounded(share: number): number {
  return Math.round(share * 100) / 100;
}
