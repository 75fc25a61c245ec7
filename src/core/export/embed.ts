/** The page that others put on their pages: picture and story, with the way back to where it comes from. No script. */
import { analyse } from '#core/analyses/analyse';
import type { View } from '#core/audience/view';
import { drawn, page, streams, told } from '#core/export/page';
import { SAY, sourceLine } from '#core/export/words';
import { inLanguage } from '#core/model/fact';
import { escapeXml as escaped } from '#core/picture/svg';
import { story } from '#core/story/story';

export interface EmbedOptions {
  /** Where the community itself is read. */
  readonly back: string;
  /** Address of the style. */
  readonly style: string;
}

/** The page as HTML. */
export function embed(view: View, { back, style }: EmbedOptions): string {
  const name = inLanguage(view.name);
  const body = `<main class="sheet">
<h1 class="unseen">${escaped(name)}</h1>
${drawn(view)}
<h2>${SAY.story().text}</h2>
${told(story(view, analyse(view)).sentences)}
<h2>${SAY.streams().text}</h2>
${streams(view)}
<footer class="quiet small"><p>${escaped(sourceLine(view))} · <a href="${escaped(back)}" target="_blank" rel="noopener">${SAY.live().text}</a></p></footer>
</main>`;
  const head = `<link rel="stylesheet" href="${escaped(style)}">\n<link rel="icon" href="/bowl.svg" type="image/svg+xml">\n<meta name="robots" content="noindex">\n`;
  return page({ title: `${name} · Potluck`, head, body });
}
