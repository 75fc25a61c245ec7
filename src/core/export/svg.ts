/** The picture that stands alone: with its typefaces, title, date, legend and source. */
import type { ExportInput } from '#core/export/input';
import { escapeXml, picture } from '#core/picture/svg';

export function svg({ view, theme = 'light', fontFaces }: ExportInput): string {
  const bare = picture(view, { theme });
  if (fontFaces === undefined) return bare;
  // Which letters are needed is known once it is drawn; the rules go where `picture` itself would put them.
  const style = escapeXml(fontFaces(bare)).replaceAll('&quot;', '"');
  return bare.replace('</desc>\n', () => `</desc>\n<style>${style}</style>\n`);
}
