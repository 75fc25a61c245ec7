/** Parts of pages that stand alone: the document, the picture on it, the story, the streams, the questions. All words are escaped. */
import type { View } from '#core/audience/view';
import { flowRows } from '#core/export/flow-rows';
import { SAY } from '#core/export/words';
import { inLanguage } from '#core/model/fact';
import { scene } from '#core/picture/scene';
import { escapeXml as escaped, picture, tally } from '#core/picture/svg';
import type { Question } from '#core/questions/define';
import type { Sentence } from '#core/story/story';
import { speech } from '#core/words/speech';

export interface Document {
  readonly title: string;
  /** Such as `es`; that of the moment unless said. */
  readonly language?: string;
  /** Rules that stand on the page itself. */
  readonly style?: string;
  /** HTML of the head and of the body, made of escaped words. */
  readonly head?: string;
  readonly body: string;
}

/** A whole HTML document. */
export function page({ title, language = speech().language, style = '', head = '', body }: Document): string {
  return `<!doctype html>
<html lang="${escaped(language)}" dir="ltr">
<head>
<meta charset="utf-8">
${head}<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${escaped(title)}</title>
${style === '' ? '' : `<style>${style}</style>\n`}</head>
<body>
${body}
</body>
</html>
`;
}

/** The picture, lying and upright; the page shows the one that fits. */
export function drawn(view: View): string {
  const counts = tally(scene(view));
  const label = escaped(SAY.pictureLabel({ name: inLanguage(view.name), ...counts }).text);
  const one = (orientation: 'landscape' | 'portrait', shape: string) =>
    picture(view, { orientation })
      .replace(
        /^<svg [^>]*?viewBox="([^"]*)"[^>]*>/,
        (_, box: string) => `<svg class="${shape}" viewBox="${box}" role="img" aria-label="${label}">`,
      )
      .replace(/<title id="potluck-title">[^<]*<\/title>\n<desc id="potluck-desc">[^<]*<\/desc>\n/, '')
      .trim();
  return `<figure class="drawn">\n${one('landscape', 'wide')}\n${one('portrait', 'tall')}\n</figure>`;
}

/** The sentences of the story, a paragraph each. */
export function told(sentences: readonly Sentence[]): string {
  const texts = sentences.length === 0 ? [SAY.empty().text] : sentences.map((one) => one.text);
  return `<div class="told story">${texts.map((text) => `<p>${escaped(text)}</p>`).join('\n')}</div>`;
}

/** Who brings what, as a table. */
export function streams(view: View): string {
  const rows = flowRows(view);
  if (rows.length === 0) return `<p>${SAY.noStreams().text}</p>`;
  const head = [SAY.from, SAY.to, SAY.kind, SAY.amount, SAY.form, SAY.standing];
  const cells = (one: (typeof rows)[number]) => [
    one.from,
    one.to,
    one.what,
    one.amount,
    one.form,
    one.standing,
  ];
  return `<div class="scroll" tabindex="0" role="region" aria-label="${SAY.streams().text}"><table>
<thead><tr>${head.map((one) => `<th scope="col">${escaped(one().text)}</th>`).join('')}</tr></thead>
<tbody>
${rows
  .map(
    (row) =>
      `<tr>${cells(row)
        .map((one) => `<td>${escaped(one)}</td>`)
        .join('')}</tr>`,
  )
  .join('\n')}
</tbody></table></div>`;
}

/** So many questions are for one evening; the others open on demand. */
const FIRST = 12;

/** The questions in their order, each with why it is asked. */
export function asked(questions: readonly Question[]): string {
  const items = questions.map(
    (one) =>
      `<li><div><p class="story">${escaped(one.text)}</p><p class="quiet small">${escaped(one.why)}${one.tender ? ` ${SAY.gently().text}` : ''}</p></div></li>`,
  );
  const [first, more] = [items.slice(0, FIRST), items.slice(FIRST)];
  const rest =
    more.length === 0
      ? ''
      : `\n<details><summary>${SAY.more({ count: more.length }).text}</summary>\n<ol class="asked later" start="${FIRST + 1}">\n${more.join('\n')}\n</ol></details>`;
  return `<ol class="asked">\n${first.join('\n')}\n</ol>${rest}`;
}
