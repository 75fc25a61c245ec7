/** The addresses of what can be taken along, and the text by which another page shows the community. Asks nothing itself. */
import type { FormatId } from '#core/export/formats';
import { spokenAt } from '../../shared/language';

export type Paper = 'light' | 'dark';

/** Where a file comes from. */
export function fileAddress(
  community: string,
  format: FormatId,
  { audience, on, paper }: { readonly audience: string; readonly on: string; readonly paper: Paper },
): string {
  const query = new URLSearchParams({ audience, 'as-of': on, ...(paper === 'dark' ? { theme: paper } : {}) });
  return spokenAt(`/api/communities/${encodeURIComponent(community)}/export/${format}?${query}`);
}

/** The page that others may put on theirs; in the language in which it is seen here, in English in that of each reader. */
export function embedAddress(origin: string, community: string): string {
  return spokenAt(`${origin}/embed/${encodeURIComponent(community)}`);
}

/** The text to paste into another page. `name` becomes the title that screen readers say. */
export function embedText(address: string, name: string): string {
  const title = name.replaceAll('&', '&amp;').replaceAll('"', '&quot;').replaceAll('<', '&lt;');
  return `<iframe src="${address}" title="${title}" width="100%" height="640" loading="lazy" style="border:0"></iframe>`;
}
