/**
 * The bounded vector by which a community is compared: one entry a measure, each with its band and the findings it was
 * read from. Takes what the analyses have found and gathers it; a measure that was not worked out, or whose parts are
 * mostly unknown, is null. Adds nothing up across kinds.
 */
import type { Finding } from '#core/analyses/finding';
import type { View } from '#core/audience/view';
import { MEASURES, type Measure } from '#core/compare/measures';
import { boundShares } from '#core/compare/restricted';
import type { Id } from '#core/model/fact';
import type { Kind } from '#core/model/kind';

export interface Entry {
  /** `cov`; with its kind or circle where there is one for each: `hhi:hours`, `return:core`. */
  readonly id: string;
  /** Within the range of the measure; null: unknown, not zero. */
  readonly value: number | null;
  /** 5 and 95 %, within the range; null where nothing was drawn. */
  readonly band: readonly [number, number] | null;
  /** `measured`; `cannot-tell`: described, and too little known; `not-described`: nothing to read it from. */
  readonly state: 'measured' | 'cannot-tell' | 'not-described';
  /** Facts behind it, sorted. */
  readonly evidence: readonly Id[];
}

/** One reading of a measure among several: of one need, one pool, one kind. */
export interface Reading {
  readonly value: number | null;
  readonly band: readonly [number, number] | null;
  readonly evidence: readonly Id[];
}

/** Share of readings that must be known before their middle is told; the same rule of thumb as everywhere. */
const ENOUGH = 0.6;

/** The vector of a community. Measures by kind or circle have one entry for each that the community has. */
export function vectorOf(view: View, findings: readonly Finding[]): readonly Entry[] {
  return MEASURES.flatMap((measure) => entriesOf(measure, view, findings));
}

function entriesOf(measure: Measure, view: View, findings: readonly Finding[]): readonly Entry[] {
  const of = findings.filter((finding) => finding.analysis === measure.analysis);
  switch (measure.id) {
    case 'kappa':
      return [gather(measure, 'kappa', [counted(of)].flat(), middle)];
    case 'dep':
      return [gather(measure, 'dep', readings(of, 'dep', 2), largest)];
    case 'hhi':
      return byKind(measure, view, of, 'hhi');
    case 'fci':
      return byKind(measure, view, of, 'fci');
    case 'return':
      return byCircle(measure, view, of);
    case 'indirect':
      return [gather(measure, 'indirect', paid(of, 'indirect', outside(view)), middle)];
    case 'restricted':
      return [gather(measure, 'restricted', boundShares(view), middle)];
    case 'tau':
      return [gather(measure, 'tau', readings(certain(of.filter(isPublic)), 'tau'), middle)];
    case 'r':
      return [gather(measure, 'r', readings(of, 'reciprocity'), middle)];
    case 'upkeep':
      return [gather(measure, 'upkeep', readings(of, 'upkeep'), middle)];
    case 'breaches':
      return [gather(measure, 'breaches', apart(view) ? readings(of, 'breaches') : [], largest)];
    default:
      return [gather(measure, measure.id, readings(of, measure.id), middle)];
  }
}

const isPublic = (finding: Finding): boolean => finding.about[0] === 'public';

/** A finding that cannot tell keeps its number for those who look into it; here it counts as unknown. */
function certain(findings: readonly Finding[]): readonly Finding[] {
  return findings.map((finding) =>
    finding.verdict === 'cannot-tell'
      ? {
          ...finding,
          values: Object.fromEntries(Object.keys(finding.values ?? {}).map((key) => [key, null])),
          bands: {},
        }
      : finding,
  );
}

/** The readings of one value, one a finding that speaks of it; `parts`: only findings about so many things. */
function readings(findings: readonly Finding[], name: string, parts?: number): readonly Reading[] {
  return findings.flatMap((finding) => {
    const value = finding.values?.[name];
    if (value !== null && typeof value !== 'number') return [];
    if (parts !== undefined && finding.about.length !== parts) return [];
    return [{ value, band: finding.bands?.[name] ?? null, evidence: finding.evidence }];
  });
}

/** All arrows that carry an amount among all arrows, of whatever kind: arrows are counted, not amounts. */
function counted(findings: readonly Finding[]): readonly Reading[] {
  const all = findings.flatMap((finding) => finding.evidence);
  const missing = findings.flatMap(
    (finding) => (finding.more?.['missing'] as readonly Id[] | undefined) ?? [],
  );
  if (all.length === 0) return [];
  return [{ value: 1 - missing.length / all.length, band: null, evidence: [...new Set(all)].sort() }];
}

/** Under which name kinds of two communities are the same: hours, money of any currency, minutes, else the kind's id. */
export function familyOf(kind: Kind): string {
  if (kind.currency || kind.id === 'money') return 'money';
  if (kind.unit === 'h') return 'hours';
  return kind.unit === 'min' ? 'attention' : kind.id;
}

function byKind(measure: Measure, view: View, findings: readonly Finding[], name: string): readonly Entry[] {
  const whole = findings.filter((finding) => finding.about.length === 0);
  const families = new Map<string, Finding[]>();
  for (const finding of whole) {
    const kind = finding.kind === undefined ? null : view.kind(finding.kind);
    if (kind === null) continue;
    families.set(familyOf(kind), [...(families.get(familyOf(kind)) ?? []), finding]);
  }
  return [...families]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([family, of]) => gather(measure, `${measure.id}:${family}`, readings(of, name), middle));
}

/** Parties inside, by the circle they stand in; a person stands in the circle of theirs. */
function byCircle(measure: Measure, view: View, findings: readonly Finding[]): readonly Entry[] {
  const circles = new Map<string, Set<Id>>();
  for (const party of view.parties) {
    const circle = party.circle ?? (party.in === null ? null : view.get('parties', party.in)?.circle);
    if (!party.inside || circle == null) continue;
    circles.set(circle, (circles.get(circle) ?? new Set()).add(party.id));
  }
  return [...circles]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .flatMap(([circle, members]) => {
      const of = paid(findings, 'return', members);
      return of.length === 0 ? [] : [gather(measure, `return:${circle}`, of, middle)];
    });
}

function outside(view: View): ReadonlySet<Id> {
  return new Set(view.parties.filter((party) => !party.inside).map((party) => party.id));
}

function paid(findings: readonly Finding[], name: string, who: ReadonlySet<Id>): readonly Reading[] {
  const of = findings.filter((finding) => who.has(finding.about[0] ?? '') && finding.basis !== 'use');
  return readings(certain(of), name);
}

/** Whether anybody was marked to stay apart: else there is nothing to breach. */
function apart(view: View): boolean {
  const marked = (tie: { readonly mayMeet: string | null }): boolean =>
    tie.mayMeet === 'apart' || tie.mayMeet === 'through-bridge';
  return view.walls.length > 0 || view.ties.some(marked);
}

type Gathering = (values: readonly number[]) => number;

/** The value in the middle; of an even number, halfway between the two. */
export const middle: Gathering = (values) => {
  const sorted = [...values].sort((a, b) => a - b);
  const half = sorted.length >> 1;
  const upper = sorted[half] ?? 0;
  return sorted.length % 2 === 1 ? upper : ((sorted[half - 1] ?? 0) + upper) / 2;
};

const largest: Gathering = (values) => Math.max(...values);

/** One entry out of several readings. Both ways of gathering rise with each part, so they may be taken of bands as well. */
function gather(measure: Measure, id: string, all: readonly Reading[], by: Gathering): Entry {
  const known = all.flatMap((one) => (one.value === null ? [] : [{ ...one, value: one.value }]));
  const evidence = [...new Set(all.flatMap((one) => one.evidence))].sort();
  if (all.length === 0) return { id, value: null, band: null, state: 'not-described', evidence };
  if (known.length === 0 || known.length < ENOUGH * all.length)
    return { id, value: null, band: null, state: 'cannot-tell', evidence };
  const bounded = (value: number) => Math.min(measure.most, Math.max(measure.least, value));
  const drawn = known.some((one) => one.band !== null);
  const low = by(known.map((one) => one.band?.[0] ?? one.value));
  const high = by(known.map((one) => one.band?.[1] ?? one.value));
  return {
    id,
    value: bounded(by(known.map((one) => one.value))),
    band: drawn ? [bounded(low), bounded(high)] : null,
    state: 'measured',
    evidence,
  };
}
