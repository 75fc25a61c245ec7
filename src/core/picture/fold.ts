/**
 * Folding: more than nine outside parties, twelve plates, or too many of anything else become a few stacks that can be
 * opened. What is folded keeps its streams; several of one kind between the same two signs become one.
 */
import type { Id } from '#core/model/fact';
import type { Arrow, ContentOptions, Sign, Stream } from '#core/picture/contents';
import { WORDS } from '#core/picture/words';
import type { Zone } from '#core/picture/zones';

interface Parts {
  readonly signs: readonly Sign[];
  readonly streams: readonly Stream[];
  readonly arrows: readonly Arrow[];
}

interface Folded extends Parts {
  /** Streams that are not drawn until they are asked for. */
  readonly small: readonly Stream[];
}

/** Opens the fold of small streams. */
export const SMALL_STREAMS = 'fold-streams';
/** Opens every fold. */
export const OPEN_ALL = 'fold-nothing';

/** Above so many streams the small ones fold, down to so many. */
const MOST_STREAMS = 44;
const KEPT_STREAMS = 30;

interface Rule {
  /** The signs it speaks of. */
  readonly of: (sign: Sign) => boolean;
  readonly most: number;
  /** The stack into which a sign goes. */
  readonly into: (sign: Sign, parts: Parts) => string;
}

const isOutside = (sign: Sign) => sign.zone === 'giver' || sign.zone === 'receiver';

/** Above so many signs everything folds at fewer, or streams would cover what they join. */
const MANY = 70;

function rules(options: ContentOptions, signs: number): Rule[] {
  const few = signs > MANY;
  return [
    { of: isOutside, most: options.mostOutside ?? (few ? 6 : 9), into: outsideStack },
    { of: (sign) => sign.look === 'plate', most: few ? 6 : 12, into: () => 'fold-activities' },
    {
      of: (sign) => sign.look === 'jar' || sign.look === 'sheets',
      most: few ? 3 : 6,
      into: () => 'fold-pools',
    },
    {
      of: (sign) => sign.zone === 'head' || sign.zone === 'foot',
      most: few ? 4 : 8,
      into: () => 'fold-circles',
    },
    { of: (sign) => sign.look === 'tool', most: 5, into: () => 'fold-tools' },
    { of: (sign) => sign.look === 'word', most: 8, into: () => 'fold-quantities' },
  ];
}

function outsideStack(sign: Sign, parts: Parts): string {
  if (sign.zone === 'receiver') return 'fold-receivers';
  const gives = parts.streams.filter((stream) => stream.from === sign.id && stream.over === null);
  return gives.some((stream) => stream.paint.family === 'money') ? 'fold-givers-money' : 'fold-givers-other';
}

const STACK_WORDS: Readonly<Record<string, (count: number) => string>> = {
  'fold-givers-money': (count) => WORDS.foldGivers({ count, kind: 'money' }).text,
  'fold-givers-other': (count) => WORDS.foldGivers({ count, kind: 'other things' }).text,
  'fold-receivers': (count) => WORDS.foldReceivers({ count }).text,
  'fold-activities': (count) => WORDS.foldActivities({ count }).text,
  'fold-pools': (count) => WORDS.foldPools({ count }).text,
  'fold-circles': (count) => WORDS.foldCircles({ count }).text,
  'fold-tools': (count) => WORDS.foldTools({ count }).text,
  'fold-quantities': (count) => WORDS.foldWords({ count }).text,
};

/** Folds what is too much. Signs with most streams stay; ties go by id, so that one change moves little. */
export function fold(parts: Parts, options: ContentOptions): Folded {
  if ((options.open ?? []).includes(OPEN_ALL)) return { ...parts, small: [] };
  return foldStreams(foldSigns(parts, options), options);
}

/** Of too many streams the small ones: thin, single, and those that only say what something is for. */
function foldStreams(parts: Parts, options: ContentOptions): Folded {
  if (parts.streams.length <= MOST_STREAMS || (options.open ?? []).includes(SMALL_STREAMS))
    return { ...parts, small: [] };
  const touched = new Set(parts.arrows.flatMap(({ from, to }) => [from, to]));
  const size = (stream: Stream) =>
    (touched.has(stream.id) ? 1000 : 0) +
    (stream.role === 'serves' ? -20 : stream.width) +
    4 * Math.min(5, stream.facts.length) -
    (stream.over === null ? 0 : 30);
  const ranked = [...parts.streams].sort((a, b) => size(b) - size(a) || (a.id < b.id ? -1 : 1));
  const kept = new Set(ranked.slice(0, KEPT_STREAMS));
  return {
    ...parts,
    streams: parts.streams.filter((stream) => kept.has(stream)),
    small: parts.streams.filter((stream) => !kept.has(stream)),
  };
}

function foldSigns(parts: Parts, options: ContentOptions): Parts {
  const weight = new Map<Id, number>();
  for (const stream of parts.streams) {
    for (const end of [stream.from, stream.to])
      weight.set(end, (weight.get(end) ?? 0) + (stream.over === null ? 2 : 1));
  }
  for (const arrow of parts.arrows)
    for (const end of [arrow.from, arrow.to]) weight.set(end, (weight.get(end) ?? 0) + 1);
  const stackOf = new Map<Id, string>();
  for (const rule of rules(options, parts.signs.length)) {
    const ranked = parts.signs
      .filter(rule.of)
      .sort((a, b) => (weight.get(b.id) ?? 0) - (weight.get(a.id) ?? 0) || (a.id < b.id ? -1 : 1));
    if (ranked.length <= rule.most) continue;
    const kept = rule.most - (rule.of === isOutside ? 3 : 1);
    for (const sign of ranked.slice(kept)) {
      const stack = rule.into(sign, parts);
      if (!(options.open ?? []).includes(stack)) stackOf.set(sign.id, stack);
    }
  }
  unfoldLoners(stackOf);
  if (stackOf.size === 0 && parts.streams.length <= 60) return parts;
  return apply(parts, stackOf);
}

/** A stack of one is no stack. */
function unfoldLoners(stackOf: Map<Id, string>): void {
  const counts = new Map<string, number>();
  for (const stack of stackOf.values()) counts.set(stack, (counts.get(stack) ?? 0) + 1);
  for (const [id, stack] of stackOf) if (counts.get(stack) === 1) stackOf.delete(id);
}

function apply(parts: Parts, stackOf: ReadonlyMap<Id, string>): Parts {
  const to = (id: Id) => stackOf.get(id) ?? id;
  const signs = parts.signs.filter((sign) => !stackOf.has(sign.id));
  for (const stack of new Set(stackOf.values()))
    signs.push(
      stackSign(
        stack,
        parts.signs.filter((sign) => stackOf.get(sign.id) === stack),
      ),
    );
  const streams = bundle(
    parts.streams.map((stream) => ({ ...stream, from: to(stream.from), to: to(stream.to) })),
  );
  const kept = new Map(streams.flatMap((stream) => stream.facts.map((fact) => [fact, stream.id])));
  const end = (id: Id) => to(kept.get(id) ?? id);
  const arrows = parts.arrows
    .map((arrow) => ({ ...arrow, from: end(arrow.from), to: end(arrow.to) }))
    .filter((arrow) => arrow.from !== arrow.to);
  return { signs, streams, arrows };
}

function stackSign(stack: string, members: readonly Sign[]): Sign {
  const first = members[0]!;
  const zone: Zone = first.zone;
  const name = STACK_WORDS[stack]?.(members.length) ?? stack;
  return {
    id: stack,
    look: 'stack',
    zone,
    rank: 3,
    name,
    details: [],
    over: false,
    seats: null,
    jar: null,
    paint: null,
    isNamed: true,
    folded: members.map((sign) => sign.id).sort(),
    section: first.section,
  };
}

/** Several streams of one kind between the same signs become one. Its width is their sum where all are known. */
function bundle(streams: readonly Stream[]): Stream[] {
  const bundles = new Map<string, Stream[]>();
  for (const stream of streams) {
    if (stream.from === stream.to && stream.from.startsWith('fold-')) continue;
    const key = [stream.from, stream.to, stream.paint.kind, stream.role, stream.over === null].join(' ');
    bundles.set(key, [...(bundles.get(key) ?? []), stream]);
  }
  return [...bundles.values()].map((group) => {
    const first = group[0]!;
    if (group.length === 1) return first;
    const known = group.every((stream) => stream.measure.body.is === 'known');
    const width = Math.min(
      28,
      group.reduce((sum, stream) => sum + stream.width, 0),
    );
    return {
      ...first,
      facts: group.flatMap((stream) => stream.facts),
      covered: group.some((stream) => stream.covered),
      counted: group.reduce((sum, stream) => sum + stream.counted, 0),
      measure: known
        ? {
            body: { is: 'known', least: width, most: width, range: false },
            words: first.measure.words,
            known: true,
          }
        : { body: { is: 'unknown' }, words: WORDS.notKnown().text, known: false },
      width: known ? width : 11,
    };
  });
}
