/**
 * Gives a draft its meaning: the community that it describes, and every problem in one pass. Where there is any error
 * there is no community; warnings leave it be.
 */
import type { YAMLMap } from 'yaml';
import { checkCycles } from '#core/file/check/cycles';
import { checkFlows } from '#core/file/check/flows';
import { checkReferences } from '#core/file/check/references';
import type { Resolvable } from '#core/file/draft';
import type { FoundProblems } from '#core/file/found';
import { isMap, isScalar } from '#core/file/nodes';
import type { Problem } from '#core/file/problem';
import { Reading } from '#core/file/reading';
import { settleMeasure } from '#core/file/settle/amounts';
import { Kinds } from '#core/file/settle/kinds';
import { settleOpenness } from '#core/file/settle/openness';
import { settleThings, type Written } from '#core/file/settle/things';
import { community as communityShape, type WrittenCommunity } from '#core/file/shape/community';
import { ID_PATTERN, slug } from '#core/file/shape/thing';
import { upgrade } from '#core/file/upgrade';
import type { Community } from '#core/model/community';
import { type Id, inLanguage, type Text } from '#core/model/fact';
import type { Need, Pocket } from '#core/model/things';

export interface Resolved {
  /** Null where the file has errors. */
  readonly community: Community | null;
  /** In the order of the file. */
  readonly problems: readonly Problem[];
}

/** What cannot be said of a text that breaks off: what is missing may stand in the part that could not be read. */
const UNSURE: ReadonlySet<string> = new Set([
  'unknown-reference',
  'unknown-kind',
  'unknown-source',
  'unknown-audience',
  'unknown-block',
  'missing-key',
  'unknown-unit',
  'flow-outside',
  'event-without-rhythm',
  'pay-without-work',
  'once-without-period',
  'missing-version',
  'wrong-shape',
  'ambiguous-kind',
  'unknown-key',
]);

/** Resolves a draft. Never throws on a person's text. */
export function resolve(draft: Resolvable): Resolved {
  const found = draft.found.copy();
  if (!isMap(draft.root)) return { community: null, problems: found.problems };
  if (!found.hasErrors) {
    const community = read(draft, found);
    return { community: found.hasErrors ? null : community, problems: found.problems };
  }
  const sure = found.empty();
  read(draft, sure);
  found.addBefore(sure, found.firstOffset, (code) => UNSURE.has(code));
  return { community: null, problems: found.problems };
}

function read(draft: Resolvable, found: FoundProblems): Community | null {
  const root = isMap(draft.root) ? upgrade(draft.root, () => draft.document, found) : null;
  if (root === null) return null;
  const reading = new Reading(root, found, draft.isJson);
  collectParameters(root, reading);
  const x: Record<string, unknown> = {};
  const values = communityShape.readInto(root, reading, {
    thing: '',
    at: placeOfWhole(root),
    x,
  });
  const written: Written = {
    community: values as unknown as WrittenCommunity,
    pockets: reading.nested.pockets as Pocket[],
    needs: reading.nested.needs as Need[],
  };
  checkId(written.community, reading);
  const kinds = new Kinds(written.community.kinds, workdayHours(written.community, reading), reading);
  const inCycle = checkCycles(written.community, reading);
  checkReferences(written.community, namesOf(written), kinds, reading, inCycle);
  const settling = { reading, kinds };
  settleThings(written, settling);
  checkFlows(written, settling);
  return found.hasErrors ? null : finished(written, kinds, x);
}

/** A missing key of the whole file is shown at its first key. */
function placeOfWhole(contents: YAMLMap) {
  const key = contents.items[0]?.key;
  return isScalar(key) ? key : contents;
}

function collectParameters(contents: YAMLMap, reading: Reading): void {
  const simulation = contents.get('simulation', true) as unknown;
  const parameters = isMap(simulation) ? simulation.get('parameters', true) : null;
  if (!isMap(parameters)) return;
  for (const pair of parameters.items) if (isScalar(pair.key)) reading.parameters.add(String(pair.key.value));
}

function checkId(community: WrittenCommunity, reading: Reading): void {
  const at = reading.keyPlaces.get(community)?.get('id');
  if (at && typeof community.id === 'string' && !ID_PATTERN.test(community.id)) {
    reading.report('bad-id', at, { near: slug(community.id) }, community.id);
  }
}

function workdayHours(community: WrittenCommunity, reading: Reading): number {
  const workday = community.calendar?.workday ?? null;
  if (workday === null || workday.is !== 'known') return 8;
  const settled = settleMeasure(workday, 'hours', { reading, kinds: new Kinds([], 8, reading) });
  return settled.is === 'known' && settled.likely > 0 ? settled.likely : 8;
}

/** Names in small letters to ids, so that a reference by name can be mended. */
function namesOf(written: Written): ReadonlyMap<string, Id> {
  const names = new Map<string, Id>();
  const { community } = written;
  const add = (one: { readonly id: Id; readonly name: Text | null }) => {
    if (one.name !== null) names.set(inLanguage(one.name).toLowerCase(), one.id);
  };
  for (const things of [
    community.parties,
    community.pools,
    community.activities,
    community.tools,
    written.pockets,
    written.needs,
  ])
    things.forEach(add);
  return names;
}

function finished(written: Written, kinds: Kinds, x: Readonly<Record<string, unknown>>): Community {
  const { potluck: _version, picture, calendar, openness, ...rest } = written.community;
  return {
    ...rest,
    ...settleOpenness(openness),
    name: rest.name ?? rest.id,
    kinds: kinds.all,
    calendar: { seasonMonths: calendar?.season ?? 3, workdayHours: kinds.workdayHours },
    positions: picture?.positions ?? {},
    pockets: written.pockets,
    needs: written.needs,
    x,
  };
}
