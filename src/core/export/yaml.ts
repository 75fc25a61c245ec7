/** The community file, as its audience may have it: the text itself where the door holds it, else written anew. */
import type { ExportInput } from '#core/export/input';
import { printCommunity } from '#core/file/print';

export function yaml({ view, text }: ExportInput): string {
  return text ?? printCommunity(view.ever);
}
