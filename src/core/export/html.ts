/**
 * Picture, story, streams and questions as one HTML file that opens from a mail attachment: no script, no server, and a
 * policy that lets it ask nothing of anyone.
 */
import { analyse } from '#core/analyses/analyse';
import type { ExportInput } from '#core/export/input';
import { asked, drawn, page, streams, told } from '#core/export/page';
import { paperStyle } from '#core/export/paper';
import { SAY, sourceLine } from '#core/export/words';
import { inLanguage } from '#core/model/fact';
import { escapeXml as escaped } from '#core/picture/svg';
import { ask } from '#core/questions/ask';
import { story } from '#core/story/story';

const POLICY =
  "default-src 'none'; style-src 'unsafe-inline'; font-src data:; img-src data:; base-uri 'none'; form-action 'none'";

export function html({ view, fontFaces }: ExportInput): string {
  const findings = analyse(view);
  const questions = ask(view, findings);
  const name = inLanguage(view.name);
  const about = view.about === null ? '' : `<p class="story">${escaped(inLanguage(view.about))}</p>\n`;
  const body = `<main class="sheet">
<h1>${escaped(name)}</h1>
<p class="quiet small">${escaped(sourceLine(view))}</p>
${about}${drawn(view)}
<h2>${SAY.story().text}</h2>
${told(story(view, findings).sentences)}
${questions.length === 0 ? '' : `<h2>${SAY.questions().text}</h2>\n${asked(questions)}\n`}<h2>${SAY.streams().text}</h2>
${streams(view)}
<footer class="quiet small"><p>${SAY.unknown().text} ${SAY.made().text}</p><p>${escaped(sourceLine(view))}</p></footer>
</main>`;
  return page({
    title: `${name} · Potluck`,
    style: paperStyle(fontFaces?.(body) ?? ''),
    head: `<meta http-equiv="Content-Security-Policy" content="${POLICY}">\n<meta name="generator" content="Potluck">\n<link rel="icon" href="data:,">\n`,
    body,
  });
}
