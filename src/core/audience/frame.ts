/** What stands beside the facts of a community: only as much of it as the visible facts need, and no word that tells. */
import { type Audience, STANDARD_AUDIENCES } from '#core/audience/audience';
import { quietX, type Redactor, seeFor } from '#core/audience/redact';
import type { Block, Community } from '#core/model/community';
import type { Id } from '#core/model/fact';
import type { Thing } from '#core/model/things';

/** The top level of the file as this audience may have it; stewards have it all. */
export function frame(
  community: Community,
  audience: Audience,
  shown: readonly Thing[],
  by: Redactor,
): Partial<Community> {
  if (audience.all) return {};
  const openness = opennessFor(community, audience);
  const kinds = new Set<Id>(Object.values(openness).flatMap((levels) => Object.keys(levels)));
  const sources = new Set<Id>();
  for (const thing of shown) {
    if ('kind' in thing && thing.kind !== null) kinds.add(thing.kind);
    addSources(thing, sources);
  }
  const positions = Object.entries(community.positions).flatMap(([id, place]) => {
    const known = by.idFor(id);
    return known === null ? [] : [[known, place] as const];
  });
  return {
    see: community.see === null ? null : seeFor(community.see, by),
    scheme: schemeFor(community, by),
    about: by.wordsFor(community.about),
    kinds: community.kinds
      .filter((kind) => kinds.has(kind.id))
      .map((kind) => ({ ...kind, name: by.wordsFor(kind.name), note: by.wordsFor(kind.note) })),
    sources: community.sources
      .filter((source) => sources.has(source.id) && by.wordsFor(source.id) !== null)
      .map((source) => ({
        ...source,
        title: by.wordsFor(source.title),
        note: by.wordsFor(source.note),
        url: by.wordsFor(source.url) === null ? null : source.url,
      })),
    audiences: community.audiences
      .filter((one) => one.id === audience.id)
      .map((one) => ({
        ...one,
        name: by.wordsFor(one.name),
        note: by.wordsFor(one.note),
        includes: one.includes.filter((name) => (STANDARD_AUDIENCES as readonly string[]).includes(name)),
      })),
    openness,
    ...notesFor(community, openness, by),
    positions: Object.fromEntries(positions),
    questions: community.questions
      .filter((question) => by.wordsFor(question.text) !== null || question.text === null)
      .map((question) => ({ ...question, why: by.wordsFor(question.why) })),
    rates: [],
    simulation: {},
    x: quietX(community.x, by),
  };
}

/** What is stated towards this audience, and towards the circle at whose levels it is shown the rest. */
function opennessFor(community: Community, audience: Audience): Community['openness'] {
  const own = [audience.id, audience.like].flatMap((id) => {
    const levels = id === null ? undefined : community.openness[id];
    return id === null || levels === undefined || Object.keys(levels).length === 0
      ? []
      : [[id, levels] as const];
  });
  return Object.fromEntries(own);
}

/** Since when and why, for the levels that this audience is told. */
function notesFor(
  community: Community,
  openness: Community['openness'],
  by: Redactor,
): Pick<Community, 'opennessNotes'> {
  const all = community.opennessNotes;
  if (all === undefined) return {};
  const told = Object.keys(openness).flatMap((id) => {
    const notes = Object.entries(all[id] ?? {}).map(
      ([kind, note]) => [kind, { from: note.from, because: by.wordsFor(note.because) }] as const,
    );
    return notes.length === 0 ? [] : [[id, Object.fromEntries(notes)] as const];
  });
  // Set to nothing, for what is spread over the whole community must not stay.
  return { opennessNotes: Object.fromEntries(told) };
}

function schemeFor(community: Community, by: Redactor): Community['scheme'] {
  const { scheme } = community;
  const block = (one: Block): Block => ({
    ...one,
    name: by.wordsFor(one.name) ?? one.id,
    asks: by.wordsFor(one.asks),
    differs: by.wordsFor(one.differs),
  });
  const blocks = scheme.blocks.map(block);
  const isSame = blocks.every((one, at) => {
    const before = scheme.blocks[at];
    return one.name === before?.name && one.asks === before.asks && one.differs === before.differs;
  });
  if (isSame && scheme.revised.length === 0) return scheme;
  const revised = scheme.revised.map((one) => ({
    ...one,
    why: by.wordsFor(one.why),
    decision: one.decision === null ? null : by.idFor(one.decision),
  }));
  return { ...scheme, blocks, revised };
}

/** Adds every source that a fact names, for itself or for one of its readings. */
function addSources(thing: Thing, into: Set<Id>): void {
  for (const evidence of thing.because) if (evidence.source !== null) into.add(evidence.source);
  for (const value of Object.values(thing)) {
    if (!Array.isArray(value)) continue;
    for (const one of value as unknown[]) {
      if (typeof one !== 'object' || one === null || !('because' in one)) continue;
      for (const evidence of one.because as Thing['because'])
        if (evidence.source !== null) into.add(evidence.source);
    }
  }
}
