/** The community file as JSON: the same keys and values as in YAML, so that whoever reads the one reads the other. */
import type { ExportInput } from '#core/export/input';
import { parse } from '#core/file/parse';
import { printCommunity } from '#core/file/print';

export function json({ view }: ExportInput): string {
  const plain: unknown = parse(printCommunity(view.ever)).document?.toJS();
  return `${JSON.stringify(plain ?? null, null, 2)}\n`;
}
