/** Writes a community in a form of export. Every form takes the view of an audience and nothing behind it. */
import { csv } from '#core/export/csv';
import type { FormatId } from '#core/export/formats';
import { html } from '#core/export/html';
import type { ExportInput } from '#core/export/input';
import { json } from '#core/export/json';
import { markdown } from '#core/export/markdown';
import { mermaid } from '#core/export/mermaid';
import { svg } from '#core/export/svg';
import { xmile } from '#core/export/xmile';
import { yaml } from '#core/export/yaml';

/**
 * The writers, one for each format. `png` is painted from the drawing by the door, for that takes more than words: here
 * it gives the drawing.
 */
const WRITERS: Readonly<Record<FormatId, (input: ExportInput) => string>> = {
  svg,
  png: ({ fontFaces: _, ...input }) => svg(input),
  html,
  markdown,
  mermaid,
  csv,
  json,
  yaml,
  xmile,
};

/** The text of an export; for `png` the drawing to paint. The same input gives the same text. */
export function exportAs(format: FormatId, input: ExportInput): string {
  return WRITERS[format](input);
}
