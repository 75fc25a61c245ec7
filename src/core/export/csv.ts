/**
 * The streams of a day as CSV (RFC 4180). A cell that a spreadsheet would take for a formula begins with an apostrophe,
 * so that a name can never become a command.
 */
import { flowRows, nameOfEnd } from '#core/export/flow-rows';
import type { ExportInput } from '#core/export/input';
import { type Id, inLanguage } from '#core/model/fact';
import { readingOn } from '#core/model/rate';

/** The columns; `potluck import csv` reads them again. The amount stands as in the file, so that it comes back the same. */
export const COLUMNS = [
  'id',
  'from',
  'to',
  'name',
  'kind',
  'amount',
  'form',
  'status',
  'since',
  'until',
  'note',
] as const;

/** One cell. Control characters become blanks. */
export function cell(value: string): string {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: these have no place in a cell
  const plain = value.replace(/[\u0000-\u001f\u007f\u2028\u2029]+/g, ' ');
  const safe = /^\s*[=+\-@＝＋－＠]/.test(plain) ? `'${plain}` : plain;
  return /[",;]|^\s|\s$|^'/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}

/** As CSV with a header, lines ended as the standard wants. */
export function csv({ view }: ExportInput): string {
  // What has no name stands there by its id, by which it is found again when the table is read.
  const end = (id: Id) => (view.thing(id)?.name === null ? id : nameOfEnd(view, id));
  const rows = flowRows(view).map(({ flow, name, kind, amount }) => [
    flow.id,
    end(flow.from),
    end(flow.to),
    name,
    kind,
    view.isCovered(flow.id) ? amount : (readingOn(flow.amount, view.day)?.value.text ?? ''),
    flow.form ?? '',
    flow.status,
    flow.since?.text ?? '',
    flow.until?.text ?? '',
    flow.note === null ? '' : inLanguage(flow.note),
  ]);
  return [COLUMNS, ...rows].map((row) => `${row.map(cell).join(',')}\r\n`).join('');
}
