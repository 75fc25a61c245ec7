/** Text on a terminal: wrapping, hanging indents and tables that keep to the width. Knows no colours. */

/** How wide a text is on a terminal: wide signs of East Asia count two, marks that combine count none. */
export function widthOf(text: string): number {
  let width = 0;
  for (const sign of text.normalize('NFC')) {
    if (/\p{Mark}|\u200b|\u200d|\ufe0f/u.test(sign)) continue;
    width +=
      /[\u1100-\u115f\u2e80-\ua4cf\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe6f\uff00-\uff60\uffe0-\uffe6]|\p{Extended_Pictographic}/u.test(
        sign,
      )
        ? 2
        : 1;
  }
  return width;
}

/** Fills up with spaces to a width. */
export function padTo(text: string, width: number, side: 'left' | 'right' = 'left'): string {
  const space = ' '.repeat(Math.max(0, width - widthOf(text)));
  return side === 'left' ? text + space : space + text;
}

/** Breaks text at spaces, so that no line with its indent is wider than `columns`. A longer word stands alone. */
export function wrap(text: string, columns: number, indent = '', hanging = indent): string {
  return text
    .split('\n')
    .map((paragraph, at) => wrapOne(paragraph, columns, at === 0 ? indent : hanging, hanging))
    .join('\n');
}

function wrapOne(paragraph: string, columns: number, indent: string, hanging: string): string {
  const lines: string[] = [];
  let line = indent;
  let empty = true;
  for (const word of paragraph.split(/[ \t]+/).filter((part) => part !== '')) {
    if (!empty && widthOf(line) + 1 + widthOf(word) > columns) {
      lines.push(line);
      line = hanging;
      empty = true;
    }
    line += empty ? word : ` ${word}`;
    empty = false;
  }
  return [...lines, line].join('\n').trimEnd();
}

/** A label of its own width, with the text hanging beside it. */
export function beside(label: string, text: string, width: number, columns: number): string {
  return wrap(text, columns, padTo(label, width), ' '.repeat(width));
}

export interface TableColumn {
  readonly head: string;
  readonly side: 'left' | 'right';
}

/** A table with two spaces between columns; null where it would be wider than `columns`. */
export function table(
  heads: readonly TableColumn[],
  rows: readonly (readonly string[])[],
  columns: number,
  indent = '',
): string | null {
  const widths = heads.map((head, at) =>
    Math.max(widthOf(head.head), ...rows.map((row) => widthOf(row[at] ?? ''))),
  );
  const total = indent.length + widths.reduce((sum, width) => sum + width, 0) + 2 * (heads.length - 1);
  if (total > columns) return null;
  const lineOf = (cells: readonly string[]) =>
    (
      indent + cells.map((cell, at) => padTo(cell, widths[at] ?? 0, heads[at]?.side ?? 'left')).join('  ')
    ).trimEnd();
  return [lineOf(heads.map((head) => head.head)), ...rows.map(lineOf)].join('\n');
}
