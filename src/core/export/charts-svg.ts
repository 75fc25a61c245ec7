/**
 * The charts of a run: each by itself for a page, all as one picture to take along. Runs are lines, the baseline dashed;
 * fans show half of the draws of one of them, and nine in ten. Fixed colours, and no style from elsewhere.
 */
import { TOKENS } from '#core/picture/style';
import { escapeXml as escaped, spokenIn } from '#core/picture/svg';
import type { Fan } from '#core/simulate/core-report';
import { apart, area, isShare, levelsOf, line, PLOT, scaleOf } from '#core/simulate/fan-chart';
import { numberFormat } from '#core/words/formats';
import { message } from '#core/words/message';
import { speechTag } from '#core/words/speech';

/** A series as people know it. */
export interface Charted {
  readonly key: string;
  readonly name: string;
  readonly unit: string;
}

/** One scenario of those that are drawn. */
export interface ChartedRun {
  readonly name: string;
  readonly series: Readonly<Record<string, readonly number[]>>;
  readonly fans: Readonly<Record<string, Fan>>;
}

const CELL = { width: 310, height: 190 } as const;
const ACROSS = 3;
const INK = TOKENS.light.ink;
const QUIET = TOKENS.light['ink-2'];
const WIDE = TOKENS.light.cloth;
const HALF = TOKENS.light.hairline;
const DASHES = ['', '1 4', '7 3 1 3', '2 2'];
const FONT = 'Source Sans 3, Helvetica, Arial, sans-serif';

const SAY = {
  now: message('whatif.now', 'now'),
  people: message('whatif.people', 'people'),
  share: message('whatif.assumed.between', '{low} to {high}'),
  half: message('whatif.key.half', 'half of the runs'),
  halfOf: message('whatif.key.half-of', 'half of the runs of {name}'),
  wide: message('whatif.key.wide', 'nine in ten'),
  aMonth: message('quick.per.month', 'a month'),
  letter: message('whatif.key.letter', '{letter}: {name}'),
  years: message('whatif.years', '{n, plural, one {# year} other {# years}}'),
  months: message('whatif.months', '{n, plural, one {# month} other {# months}}'),
} as const;

/** A number with as many parts as people can use; as the charts on the screen write it. */
export function chartNumber(value: number): string {
  const size = Math.abs(value);
  const most = size >= 100 ? 0 : size >= 10 ? 1 : 2;
  return Number.isFinite(value)
    ? numberFormat(speechTag(), { maximumFractionDigits: most }).format(value)
    : '';
}

/** `A` for the first scenario beside staying; nothing where there is but one. */
const letterOf = (runs: readonly ChartedRun[], at: number): string =>
  at === 0 || runs.length < 3 ? '' : String.fromCharCode(64 + at);

/** What a run is called in a key, with its letter where there are several. */
export function keyName(runs: readonly ChartedRun[], at: number): string {
  const [letter, name] = [letterOf(runs, at), runs[at]?.name ?? ''];
  return letter === '' ? name : SAY.letter({ letter, name }).text;
}

/** The unit as it stands beside a name; nothing for a share. */
export function chartUnit(unit: string): string {
  if (unit === 'person') return SAY.people().text;
  if (unit === '1/month') return SAY.aMonth().text;
  return unit === '1' ? '' : unit;
}

/** The line of a run in a key. `at`: 0 for the baseline. */
export function keyLine(at: number): string {
  const dash = at === 0 ? '5 4' : (DASHES[(at - 1) % DASHES.length] ?? '');
  return `stroke="${at === 0 ? QUIET : INK}" stroke-width="2"${dash === '' ? '' : ` stroke-dasharray="${dash}"`} fill="none"`;
}

/** What the areas hold, in words, each with its colour: half of the draws of the one that is told, and nine in ten. */
export function keyAreas(
  runs: readonly ChartedRun[],
  about = 1,
): readonly { readonly fill: string; readonly text: string }[] {
  const told = runs[about] ?? runs[0];
  if (told === undefined || Object.keys(told.fans).length === 0) return [];
  const half = runs.length > 1 ? SAY.halfOf({ name: letterOf(runs, about) || told.name }) : SAY.half();
  return [
    { fill: HALF, text: half.text },
    { fill: WIDE, text: SAY.wide().text },
  ];
}

/** All charts as one picture. The baseline is the first of the runs; `about`: the one whose draws are shown. */
export function chartsSvg(
  title: string,
  source: string,
  shown: readonly Charted[],
  runs: readonly ChartedRun[],
  months: number,
  about = 1,
): string {
  const rows = Math.ceil(shown.length / ACROSS);
  const areas = keyAreas(runs, about);
  const keys = Math.ceil((runs.length + areas.length) / ACROSS);
  const [width, height] = [CELL.width * ACROSS + 40, CELL.height * rows + 108 + 22 * keys];
  const cells = shown.map((one, at) => {
    const [x, y] = [20 + (at % ACROSS) * CELL.width, 64 + Math.floor(at / ACROSS) * CELL.height];
    return `<g transform="translate(${x} ${y})">${cell(one, runs, months, about)}</g>`;
  });
  const legend = [
    ...runs.map((_, at) => [`<path d="M0 -4h28" ${keyLine(at)}/>`, keyName(runs, at)] as const),
    ...areas.map(
      ({ fill, text }) => [`<rect y="-11" width="28" height="13" fill="${fill}"/>`, text] as const,
    ),
  ]
    .map(([mark, text], at) => {
      const [x, y] = [20 + (at % ACROSS) * CELL.width, height - 18 - 22 * (keys - Math.floor(at / ACROSS))];
      return `<g transform="translate(${x} ${y})">${mark}<text x="34" font-size="12">${escaped(text)}</text></g>`;
    })
    .join('');
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${height}" width="${width}" height="${height}" font-family="${FONT}" fill="${INK}"${spokenIn()}><rect width="${width}" height="${height}" fill="${TOKENS.light.paper}"/><text x="20" y="36" font-size="${titleSize(title)}" font-weight="600">${escaped(title)}</text>${cells.join('')}${legend}<text x="20" y="${height - 14}" font-size="11" fill="${QUIET}">${escaped(source)}</text></svg>\n`;
}

/** As large as a title can be that stands in one line (a letter is about half as wide as it is high). */
const titleSize = (title: string): number =>
  Math.max(11, Math.min(22, Math.floor((CELL.width * ACROSS) / (0.56 * Math.max(1, title.length)))));

/** One chart to stand on a page, with what it says for those who do not see it. */
export function chartSvg(
  one: Charted,
  runs: readonly ChartedRun[],
  months: number,
  { label = '', about = 1 }: { readonly label?: string; readonly about?: number } = {},
): string {
  return `<svg viewBox="0 -16 ${CELL.width} ${PLOT.top + PLOT.height + 38}" role="img" aria-label="${escaped(label)}" font-family="${FONT}" fill="${INK}">${cell(one, runs, months, about)}</svg>`;
}

function cell(one: Charted, runs: readonly ChartedRun[], months: number, about: number): string {
  const levels = runs.map((run) => run.series[one.key] ?? []);
  const fan = (runs[about] ?? runs[0])?.fans[one.key];
  const scale = scaleOf(levelsOf(levels, fan), months, isShare(one));
  const bottom = PLOT.top + PLOT.height;
  const horizon = months % 12 === 0 ? SAY.years({ n: months / 12 }) : SAY.months({ n: months });
  const fans =
    fan === undefined
      ? ''
      : `<path d="${area(fan.p5, fan.p95, scale)}" fill="${WIDE}"/><path d="${area(fan.p25, fan.p75, scale)}" fill="${HALF}"/>`;
  const lines = levels.map((run, at) => `<path d="${line(run, scale)}" ${keyLine(at)}/>`).join('');
  const ends = levels.map((run) => run.at(-1) ?? Number.NaN);
  const places = apart(
    ends.map((end) => scale.y(Number.isFinite(end) ? end : 0)),
    14,
    bottom,
  );
  const named = ends
    .map(
      (end, at) =>
        `<text x="${PLOT.left + PLOT.width + 7}" y="${(places[at] ?? 0) + 4}" font-size="13" ${at === 0 ? `fill="${QUIET}"` : 'font-weight="600"'}>${`${chartNumber(end)} ${letterOf(runs, at)}`.trim()}</text>`,
    )
    .join('');
  const unit = isShare(one)
    ? SAY.share({ low: chartNumber(0), high: chartNumber(1) }).text
    : chartUnit(one.unit);
  return `<text y="0" font-size="14" font-weight="600">${escaped(one.name)}${unit === '' ? '' : ` <tspan font-weight="400" fill="${QUIET}">${escaped(unit)}</tspan>`}</text>${fans}${lines}<path d="M${PLOT.left} ${bottom}H${PLOT.left + PLOT.width}" stroke="${QUIET}"/><text x="${PLOT.left}" y="${bottom + 16}" font-size="11" fill="${QUIET}">${escaped(SAY.now().text)}</text><text x="${PLOT.left + PLOT.width}" y="${bottom + 16}" font-size="11" fill="${QUIET}" text-anchor="end">${escaped(horizon.text)}</text>${named}`;
}
