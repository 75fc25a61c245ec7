/** The charts as one picture to take along: fixed colours, its own title, date and source; no style from elsewhere. */
import { number } from '../../shared/format';
import { t } from '../../shared/words';
import type { Column, Shown } from './asked';
import { area, levelsOf, line, PLOT, scaleOf } from './fan-chart';
import { columnName, endOf, unitText } from './view-model';

const CELL = { width: 310, height: 190 } as const;
const ACROSS = 3;
const INK = '#2a2520';
const QUIET = '#6b6258';
const DASHES = ['', '1 4', '7 3 1 3', '2 2'];

const escaped = (text: string): string =>
  text.replace(
    /[&<>"]/g,
    (sign) => ({ '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' })[sign] ?? sign,
  );

export function chartsSvg(
  title: string,
  source: string,
  shown: readonly Shown[],
  columns: readonly Column[],
  months: number,
): string {
  const rows = Math.ceil(shown.length / ACROSS);
  const [width, height] = [CELL.width * ACROSS + 40, CELL.height * rows + 130];
  const cells = shown.map((one, at) => {
    const [x, y] = [20 + (at % ACROSS) * CELL.width, 64 + Math.floor(at / ACROSS) * CELL.height];
    return `<g transform="translate(${x} ${y})">${cell(one, columns, months)}</g>`;
  });
  const legend = columns
    .map((column, at) => {
      const x = 20 + at * 220;
      const dash = at === 0 ? '5 4' : (DASHES[(at - 1) % DASHES.length] ?? '');
      return `<path d="M${x} ${height - 44}h28" stroke="${at === 0 ? QUIET : INK}" stroke-width="2" stroke-dasharray="${dash}" fill="none"/><text x="${x + 34}" y="${height - 40}" font-size="12">${escaped(columnName(column, at))}</text>`;
    })
    .join('');
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${height}" width="${width}" height="${height}" font-family="Source Sans 3, Helvetica, Arial, sans-serif" fill="${INK}"><rect width="${width}" height="${height}" fill="#faf5ea"/><text x="20" y="36" font-size="22" font-weight="600">${escaped(title)}</text>${cells.join('')}${legend}<text x="20" y="${height - 14}" font-size="11" fill="${QUIET}">${escaped(source)}</text></svg>\n`;
}

function cell(one: Shown, columns: readonly Column[], months: number): string {
  const runs = columns.map((column) => column.series[one.key] ?? []);
  const fan = (columns[1] ?? columns[0])?.fans[one.key];
  const scale = scaleOf(levelsOf(runs, fan), months, one.unit === '1' && one.key.length === 1);
  const bottom = PLOT.top + PLOT.height;
  const fans =
    fan === undefined
      ? ''
      : `<path d="${area(fan.p5, fan.p95, scale)}" fill="#e2dccf"/><path d="${area(fan.p25, fan.p75, scale)}" fill="#c6bfb1"/>`;
  const lines = runs
    .map((levels, at) => {
      const dash = at === 0 ? '5 4' : (DASHES[(at - 1) % DASHES.length] ?? '');
      return `<path d="${line(levels, scale)}" fill="none" stroke="${at === 0 ? QUIET : INK}" stroke-width="2" stroke-dasharray="${dash}"/>`;
    })
    .join('');
  const end = endOf(columns.at(-1), one.key);
  return `<text y="0" font-size="14" font-weight="600">${escaped(one.name)} <tspan font-weight="400" fill="${QUIET}">${escaped(unitText(one.unit))}</tspan></text>${fans}${lines}<path d="M${PLOT.left} ${bottom}H${PLOT.left + PLOT.width}" stroke="${QUIET}"/><text x="${PLOT.left}" y="${bottom + 16}" font-size="11" fill="${QUIET}">${escaped(t('whatif.now', 'now'))}</text><text x="${PLOT.left + PLOT.width + 7}" y="${scale.y(Number.isFinite(end) ? end : 0) + 4}" font-size="13" font-weight="600">${Number.isFinite(end) ? number(end) : ''}</text>`;
}
