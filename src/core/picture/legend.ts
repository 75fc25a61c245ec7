/** The legend below a stand-alone picture: only the signs that occur in it, the scale of each kind, the source. */
import type { View } from '#core/audience/view';
import { inLanguage } from '#core/model/fact';
import { number } from '#core/picture/amounts';
import type { Stream } from '#core/picture/contents';
import { dayWords } from '#core/picture/days';
import { FAMILY_ORDER, type KindPaint, PLAIN } from '#core/picture/kinds';
import { disc } from '#core/picture/marks';
import { lineWidth, wrap } from '#core/picture/measure';
import { ribbon, tube } from '#core/picture/ribbon';
import type { Group, Scene } from '#core/picture/scene';
import { type Mark, round, walk } from '#core/picture/shape';
import { tally } from '#core/picture/svg';
import { WORDS } from '#core/picture/words';
import { spokenAudience } from '#core/words/audiences';
import { spokenUnit } from '#core/words/units';

export interface LegendPart {
  readonly classes: string;
  readonly marks: readonly Mark[];
}

export interface Legend {
  readonly groups: readonly LegendPart[];
  readonly height: number;
}

interface Entry {
  readonly words: string;
  readonly classes: string;
  readonly swatch: (x: number, y: number) => Mark[];
  readonly wide: number;
}

/** A piece of tube in the pattern of a kind. */
export function sample(paint: KindPaint, x: number, y: number, long: number): Mark[] {
  return tube(
    streamLike(paint, {}),
    walk(
      [
        { x, y },
        { x: x + long, y },
      ],
      3,
    ),
  );
}

function streamLike(paint: KindPaint, changes: Partial<Stream>): Stream {
  return {
    id: `swatch-${paint.kind ?? 'plain'}-${changes.status ?? ''}${changes.over ?? ''}`,
    facts: [],
    role: 'serves',
    from: '',
    to: '',
    paint,
    status: 'actual',
    measure: { body: { is: 'unknown' }, words: '', known: false },
    counted: 0,
    width: 11,
    over: null,
    covered: false,
    gate: false,
    ...changes,
  };
}

/** A short stream to show a sign. */
export function swatch(
  paint: KindPaint,
  changes: Partial<Stream>,
  x: number,
  y: number,
  long: number,
): Mark[] {
  const stream = streamLike(paint, changes);
  const way = walk(
    [
      { x, y },
      { x: x + long / 2, y },
      { x: x + long, y },
    ],
    6,
  );
  return [...ribbon(stream, way, 0).marks];
}

const known = { body: { is: 'known', least: 11, most: 11, range: false }, words: '', known: true } as const;

/** Entries for how amounts and streams are drawn, as far as they occur. */
export function signEntries(
  made: Scene,
): { words: string; paint: KindPaint; changes: Partial<Stream>; over: boolean }[] {
  const { streams } = made.contents;
  const live = streams.filter((stream) => stream.over === null && stream.role === 'flow');
  const some = (test: (stream: Stream) => boolean) => live.find(test)?.paint;
  const found: { words: string; paint: KindPaint | undefined; changes: Partial<Stream>; over: boolean }[] = [
    {
      words: WORDS.counted().text,
      paint: some((s) => s.measure.known && s.status === 'actual' && !s.covered),
      changes: { measure: known },
      over: false,
    },
    {
      words: WORDS.agreed().text,
      paint: some((s) => s.status === 'agreed'),
      changes: { status: 'agreed', measure: known },
      over: false,
    },
    {
      words: WORDS.hollow().text,
      paint: some((s) => !s.measure.known && !s.covered && s.status === 'actual'),
      changes: { role: 'flow' as const },
      over: false,
    },
    {
      words: WORDS.toldSign().text,
      paint: some((s) => s.status === 'told'),
      changes: { status: 'told' },
      over: false,
    },
    {
      words: WORDS.hopedSign().text,
      paint: some((s) => s.status === 'hoped'),
      changes: { status: 'hoped' },
      over: false,
    },
    {
      words: WORDS.coveredSign().text,
      paint: some((s) => s.covered),
      changes: { covered: true },
      over: false,
    },
    {
      words: WORDS.gateSign().text,
      paint: streams.find((s) => s.gate)?.paint,
      changes: { gate: true },
      over: false,
    },
    {
      words: WORDS.servesSign().text,
      paint: streams.some((s) => s.role === 'serves') ? PLAIN : undefined,
      changes: { width: 7 },
      over: false,
    },
    {
      words: WORDS.over().text,
      paint: streams.find((s) => s.over !== null)?.paint,
      changes: { over: 'x', width: 9 },
      over: true,
    },
  ];
  return found.flatMap((one) =>
    one.paint === undefined
      ? []
      : [{ ...one, paint: one.paint, changes: { ...one.changes, role: 'serves' as const } }],
  );
}

function kindEntries(view: View, made: Scene, shown: readonly Group[]): Entry[] {
  const used = new Set(shown.filter((group) => group.kind === 'stream').map((group) => group.resource));
  const paints = [...made.contents.paints.values()].filter((paint) => used.has(paint.kind));
  paints.sort(
    (a, b) => FAMILY_ORDER.indexOf(a.family) - FAMILY_ORDER.indexOf(b.family) || (a.name < b.name ? -1 : 1),
  );
  return paints.map((paint) => {
    const full = paint.kind === null ? undefined : made.contents.scale.get(paint.kind);
    const amount =
      full === undefined
        ? ''
        : `, ${WORDS.scale({ amount: `${number(full)} ${spokenUnit(view.unitPerMonth(paint.kind!))}` }).text}`;
    return {
      words: `${paint.name}${amount}`,
      classes: `k-${paint.family}`,
      swatch: (x, y) => disc(paint, { x: x + 10, y }),
      wide: 20,
    };
  });
}

/** Lines up entries and the source below a picture. */
export function legend(view: View, made: Scene, shown: readonly Group[]): Legend {
  const entries: Entry[] = [
    ...kindEntries(view, made, shown),
    ...signEntries(made).map(({ words, paint, changes, over }) => ({
      words,
      classes: over ? 'k-over' : `k-${paint.family}`,
      swatch: (x: number, y: number) => swatch(paint, changes, x, y, 40),
      wide: 42,
    })),
  ];
  const groups: LegendPart[] = [];
  const right = made.width - 16;
  let [x, y] = [16, 20];
  for (const entry of entries) {
    const wide = entry.wide + 7 + lineWidth(entry.words, 'data', 13);
    if (x > 16 && x + wide > right) [x, y] = [16, y + 26];
    groups.push({
      classes: entry.classes,
      marks: [
        ...entry.swatch(x, y),
        {
          tag: 'text',
          attrs: { class: 'p-note', x: round(x + entry.wide + 7), y: y + 4.5 },
          children: [entry.words],
        },
      ],
    });
    x += wide + 20;
  }
  y += entries.length === 0 ? 0 : 28;
  const source = WORDS.source({ name: inLanguage(view.name), audience: spokenAudience(view.audience) }).text;
  for (const text of [
    WORDS.tally(tally(made)).text,
    ...(made.contents.small.length === 0
      ? []
      : [WORDS.smallStreams({ count: made.contents.small.length }).text]),
    ...wrap(`${source} ${dayWords(view.day)}.`, 'data', 13, made.width - 32, 3).lines,
  ]) {
    groups.push({
      classes: '',
      marks: [{ tag: 'text', attrs: { class: 'p-note', x: 16, y: y + 4.5 }, children: [text] }],
    });
    y += 19;
  }
  return { groups, height: y + 6 };
}
