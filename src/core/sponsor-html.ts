/** The sponsor's page as HTML and as CSV: in words and bars, totals only. All words are escaped; it draws nothing else. */

import { cell } from '#core/export/csv';
import { type Id, inLanguage } from '#core/model/fact';
import { whenWords } from '#core/picture/days';
import { type KindPaint, kindPaints, type Pattern, PLAIN } from '#core/picture/kinds';
import { disc } from '#core/picture/marks';
import type { Mark } from '#core/picture/shape';
import { TOKENS } from '#core/picture/style';
import { element, escapeXml as escaped } from '#core/picture/svg';
import { calledOn, type SponsorFor } from '#core/sponsor-for';
import type { CameIn, KindCost } from '#core/sponsor-page';
import { inWords, SAY } from '#core/sponsor-words';

const BAR = 160;
const HIGH = 14;

/** What the page is called: by its basket. */
export function sponsorTitle(of: SponsorFor): string {
  return calledOn(of, of.page.basket);
}

/** The sections of the page, below its heading. */
export function sponsorHtml(of: SponsorFor): string {
  const { page, view } = of;
  const paints = kindPaints(view);
  const sponsor = calledOn(of, page.sponsor);
  const named = (id: Id) => escaped(calledOn(of, id));
  const section = (title: string, inside: string) =>
    inside === '' ? '' : `<h2>${escaped(title)}</h2>\n${inside}`;
  const items = (all: readonly string[]) =>
    all.length === 0 ? '' : `<ul class="rows">\n${all.map((one) => `<li>${one}</li>`).join('\n')}\n</ul>`;
  return [
    `<p class="story">${escaped(SAY.lede({ sponsor }).text)}</p>`,
    section(
      SAY.cameIn().text,
      items(page.income.map((one) => cameIn(one, of, paints))) || `<p>${escaped(SAY.nothingIn().text)}</p>`,
    ),
    section(
      SAY.takes().text,
      page.cost.map((one) => costOf(one, sponsor, paints.get(one.kind) ?? PLAIN)).join('\n') ||
        `<p>${escaped(SAY.nothingTakes().text)}</p>`,
    ),
    section(
      SAY.changed().text,
      page.worth.map((one) => `<p class="story">${escaped(inLanguage(one.text))}</p>`).join('\n'),
    ),
    section(
      SAY.ends().text,
      items(page.ends.map((one) => `<span>${named(one.id)}</span> <b>${escaped(whenWords(one.on))}</b>`)),
    ),
    section(
      SAY.promised().text,
      [
        ...(page.strings === null ? [] : [inLanguage(page.strings)]),
        ...(page.reporting === null ? [] : [SAY.reporting({ how: inLanguage(page.reporting) }).text]),
      ]
        .map((one) => `<p>${escaped(one)}</p>`)
        .join('\n'),
    ),
    `<p class="quiet small">${escaped(SAY.totalsOnly().text)}</p>`,
  ]
    .filter((one) => one !== '')
    .join('\n');
}

function cameIn(one: CameIn, { view }: SponsorFor, paints: ReadonlyMap<Id, KindPaint>): string {
  const paint = (one.kind === null ? undefined : paints.get(one.kind)) ?? PLAIN;
  const flow = view.get('flows', one.flow);
  const name = flow === null || flow.name === null ? heading(paint) : inLanguage(flow.name);
  const until =
    one.until === null ? '' : ` <span class="quiet">${escaped(inWords.until(whenWords(one.until)))}</span>`;
  return `<span>${sign(paint)} ${escaped(name)}${until}</span> <b>${escaped(inWords.written(one.written))}</b>`;
}

/** A kind: its whole, and who bore it, with a bar for each, scaled within the kind. */
function costOf(cost: KindCost, sponsor: string, paint: KindPaint): string {
  const most = Math.max(cost.bySponsor ?? 0, cost.byOthers ?? 0);
  const row = (who: string, much: number | null) =>
    `<tr><th scope="row">${escaped(who)}</th><td class="much">${escaped(inWords.much(much, cost))}</td><td class="bar">${bar(paint, much, most)}</td></tr>`;
  const notes = [
    ...(cost.withheld === null ? [] : [cost.withheld.text]),
    ...(cost.isOpen ? [SAY.open().text] : []),
  ];
  return `<section class="borne">
<h3><span>${sign(paint)} ${escaped(heading(paint))}</span> <b>${escaped(inWords.whole(cost))}</b></h3>
<table><tbody>
${row(sponsor, cost.bySponsor)}
${row(SAY.others().text, cost.byOthers)}
</tbody></table>
${notes.map((one) => `<p class="quiet small">${escaped(one)}</p>`).join('\n')}
</section>`;
}

/** The name of a kind as a heading. */
const heading = ({ name }: KindPaint): string => name.slice(0, 1).toUpperCase() + name.slice(1);

const colour = (paint: KindPaint): string =>
  paint.family === 'plain' ? TOKENS.light.ink : TOKENS.light[paint.family];

/** The disc of a kind, beside its name. */
function sign(paint: KindPaint): string {
  const marks = disc(paint, { x: 10.5, y: 10.5 });
  return `<span class="drawn sign"><svg width="21" height="21" viewBox="0 0 21 21" color="${colour(paint)}" aria-hidden="true">${marks.map((one) => element(one, 'light')).join('')}</svg></span>`;
}

/** Full where it was counted; hollow where nobody knows or it is not told. */
function bar(paint: KindPaint, much: number | null, most: number): string {
  const width = much === null ? BAR : most <= 0 || much <= 0 ? 0 : Math.max(3, (much / most) * BAR);
  if (width === 0) return '';
  const box = { x: 1, y: 1, width: Math.round(width), height: HIGH, rx: 2 };
  const marks: Mark[] = [
    { tag: 'rect', attrs: { class: much === null ? 'p-hollow' : 'p-full', ...box } },
    { tag: 'rect', attrs: { class: 'p-edge', ...box } },
    ...along(paint, width, much !== null),
  ];
  return `<span class="drawn sign"><svg width="${BAR + 2}" height="${HIGH + 2}" viewBox="0 0 ${BAR + 2} ${HIGH + 2}" color="${colour(paint)}" aria-hidden="true">${marks.map((one) => element(one, 'light')).join('')}</svg></span>`;
}

/** Dashes, width and ends of the line along the middle, by which kinds differ without colour. */
const ALONG: Readonly<Partial<Record<Pattern, readonly [string, number, 'butt' | 'round']>>> = {
  ticks: ['1.7 6.3', 7, 'butt'],
  dots: ['0.1 7', 3.4, 'round'],
  dashes: ['5 3.5 5 9.5', 2.2, 'butt'],
  squares: ['4.6 6.4', 4.6, 'butt'],
  twins: ['none', 1.6, 'butt'],
  wave: ['8 4', 1.6, 'round'],
};

function along(paint: KindPaint, width: number, isFull: boolean): Mark[] {
  const [dash, thick, ends] = ALONG[paint.pattern] ?? ['12 6', 1.6, 'butt'];
  if (width < 12 || paint.pattern === 'none') return [];
  const look = { 'stroke-width': thick, 'stroke-dasharray': dash, 'stroke-linecap': ends };
  const d = `M6 ${1 + HIGH / 2}H${Math.round(width) - 4}`;
  return [{ tag: 'path', attrs: { class: isFull ? 'p-pattern-full' : 'p-pattern', d, ...look } }];
}

/** The same as a table of cells that no spreadsheet takes for a formula. */
export function sponsorCsv(of: SponsorFor): string {
  const { page, view } = of;
  const sponsor = calledOn(of, page.sponsor);
  const paints = kindPaints(view);
  const kind = (id: Id | null) => (id === null ? '' : heading(paints.get(id) ?? { ...PLAIN, name: id }));
  const plain = (much: number | null) => (much === null ? '' : String(Number(much.toPrecision(9))));
  const rows = [
    ['part', 'what', 'by', 'a month', 'unit', 'written', 'on'],
    ...page.income.map((one) => [
      'came in',
      kind(one.kind),
      sponsor,
      plain(one.perMonth),
      view.kind(one.kind ?? '')?.unit ?? '',
      one.written ?? '',
      one.until?.text ?? '',
    ]),
    ...page.cost.flatMap((one) => [
      ['cost', kind(one.kind), sponsor, plain(one.bySponsor), one.unit ?? '', '', ''],
      [
        'cost',
        kind(one.kind),
        SAY.others().text,
        plain(one.byOthers),
        one.unit ?? '',
        one.withheld?.text ?? '',
        '',
      ],
    ]),
    ...page.worth.map((one) => ['worth', inLanguage(one.text), '', '', '', '', '']),
    ...page.ends.map((one) => ['ends', calledOn(of, one.id), '', '', '', '', one.on.text]),
  ];
  return rows.map((row) => `${row.map(cell).join(',')}\r\n`).join('');
}
