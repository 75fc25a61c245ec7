/** Versions of the format. Older files are brought up to date by small tested steps; nothing is dropped in silence. */
import type { Document, Node, YAMLMap } from 'yaml';
import type { FoundProblems } from '#core/file/found';
import { isMap, isScalar } from '#core/file/nodes';
import { textOf } from '#core/file/reading';

/** The version that this Potluck writes. */
export const CURRENT_VERSION = 1;

/** One step: changes a document of version `from` into one of version `from + 1`, in place, keeping its comments. */
export interface UpgradeStep {
  readonly from: number;
  readonly apply: (document: Document.Parsed) => void;
}

/** Every step there is. Version 1 is the first, so there is none yet. */
export const UPGRADES: readonly UpgradeStep[] = [];

/**
 * Brings a community to the current version. Gives the map to be read, one of a changed copy where steps were needed,
 * or null where it cannot be read (the problem is then reported).
 */
export function upgrade(
  root: YAMLMap,
  document: () => Document.Parsed | null,
  found: FoundProblems,
  steps: readonly UpgradeStep[] = UPGRADES,
  current: number = CURRENT_VERSION,
): YAMLMap | null {
  const at = root.get('potluck', true) as Node | undefined;
  if (at === undefined || (isScalar(at) && at.value === null)) {
    const start = root.range?.[0] ?? 0;
    found.add('missing-version', { from: start, to: start }, {}, '');
    return root;
  }
  const version = isScalar(at) ? at.value : null;
  if (typeof version !== 'number' || !Number.isInteger(version) || version < 1) {
    found.add('bad-version', at, { current });
    return root;
  }
  if (version > current) {
    found.add('newer-version', at, { current }, isScalar(at) ? textOf(at) : undefined);
    return null;
  }
  if (version === current) return root;
  const full = document();
  const upgraded: Node | null = full === null ? null : climb(full, version, steps, current).contents;
  return isMap(upgraded) ? upgraded : null;
}

function climb(
  document: Document.Parsed,
  version: number,
  steps: readonly UpgradeStep[],
  current: number,
): Document.Parsed {
  const copy = document.clone() as Document.Parsed;
  for (let now = version; now < current; now++) {
    const step = steps.find((one) => one.from === now);
    if (!step) throw new Error(`no step leads from version ${now} to ${now + 1}`);
    step.apply(copy);
    copy.setIn(['potluck'], now + 1);
  }
  return copy;
}
