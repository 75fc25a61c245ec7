/** A page of the documentation as it is read: the head with a search, the list of all pages, the text. Works without a script. */
import { page } from '#core/export/page';
import { escapeXml as escaped } from '#core/picture/svg';
import { message, type Template } from '#core/words/message';
import { speech } from '#core/words/speech';
import type { DocPage, DocShelf } from '#server/docs/shelf';

const SAYS = {
  english: message('docs.english', 'These pages are written in English.'),
  skip: message('docs.skip', 'Skip to the text'),
  home: message('docs.home', 'How it works'),
  all: message('docs.all', 'All pages'),
  seek: message('docs.seek', 'Search the titles'),
  search: message('docs.search', 'Search'),
  found: message('docs.found', 'Titles with “{words}”'),
  foundIn: message('docs.found-in', 'in {page}'),
  none: message(
    'docs.none',
    'No title has these words. Try one word, or look through the list of all pages.',
  ),
  missing: message('docs.missing', 'No such page'),
  missingTitle: message('docs.missing-title', 'There is no such page.'),
  moved: message(
    'docs.moved',
    'It may have been moved. The list of all pages is here, and the search looks through every title.',
  ),
} as const;

const said = (sentence: Template, params: Readonly<Record<string, string>> = {}) =>
  escaped(sentence(params).text);

const BOWL =
  '<svg class="bowl" width="24" height="22" viewBox="0 0 24 22" aria-hidden="true"><path class="bowl-body" d="M1 9.5C6 10.6 18 10.4 23 9.3C22.6 16 18.4 20.6 12 20.6C5.6 20.6 1.6 16.4 1 9.5Z"/><path class="bowl-steam" d="M7.5 6.6C6.4 5 8.6 4 7.6 2.2M12.2 6.4C11.1 4.8 13.3 3.8 12.3 2M16.9 6.6C15.8 5 18 4 17 2.2"/></svg>';

/** What pages of the documentation need beside the common style. */
export const DOCS_STYLE = `.top{display:flex;flex-wrap:wrap;gap:.5rem 1rem;align-items:center;padding:.6rem 1.25rem;border-bottom:1px solid var(--hairline)}
.brand{display:flex;align-items:center;gap:8px;font:600 1.25rem/1 Vollkorn,Georgia,serif;text-decoration:none}
.bowl-body{fill:var(--cloth);stroke:var(--ink);stroke-width:1.6}
.bowl-steam{fill:none;stroke:var(--ink);stroke-width:1.4;stroke-linecap:round}
.seek{margin-inline-start:auto;display:flex;gap:.5rem}
.seek input,.seek button{font:inherit;color:inherit;min-height:36px;border:1px solid var(--line);border-radius:4px;background:var(--surface);padding:.2rem .6rem}
.seek input{width:14rem;max-width:50vw}
.seek button{cursor:pointer}
.skip{position:fixed;inset-inline-start:12px;top:-60px;background:var(--ink);color:var(--paper);padding:.5rem 1rem;border-radius:8px;z-index:9}
.skip:focus{top:8px}
.docs{display:grid;grid-template-columns:17rem minmax(0,46rem);gap:2.5rem;max-width:76rem;margin:0 auto;padding:1.5rem 1.25rem 4rem}
.docs nav{grid-column:1;grid-row:1;font-size:.9375rem;align-self:start;position:sticky;top:1rem;max-height:calc(100vh - 2rem);overflow-y:auto}
.docs nav h2{font-size:1rem;margin:1.25rem 0 .25rem;padding-top:.35rem}
.docs nav h2:first-child{margin-top:0}
.docs nav ul{list-style:none;margin:0;padding:0}
.docs nav a{display:block;padding:.25rem .5rem;border-radius:4px;text-decoration:none;color:var(--ink-2)}
.docs nav a:hover{color:var(--ink);text-decoration:underline}
.docs nav a[aria-current]{background:var(--cloth);color:var(--ink);font-weight:600}
.docs main{grid-column:2;grid-row:1;min-width:0}
.docs main p,.docs main li{max-width:66ch}
.docs main img{max-width:100%;height:auto}
.docs main h1{margin-bottom:1rem}
.docs h2,.docs h3,.docs h4{scroll-margin-top:1rem}
.docs pre{direction:ltr;overflow-x:auto;background:var(--cloth);border-radius:4px;padding:.75rem 1rem;font:400 .8125rem/1.5 ui-monospace,"Cascadia Mono",Menlo,Consolas,monospace}
.docs :not(pre)>code{font:400 .875em ui-monospace,"Cascadia Mono",Menlo,Consolas,monospace;background:var(--cloth);border-radius:3px;padding:0 .2em;overflow-wrap:anywhere}
.docs blockquote{margin:1rem 0;padding-inline-start:1rem;border-inline-start:1.5px solid var(--line)}
.anchor{color:var(--ink-2);text-decoration:none;font-weight:400;opacity:.65;font-size:.8em}
.anchor:hover,.anchor:focus-visible{opacity:1}
.to-contents{display:none}
@media(max-width:820px){
.docs{display:block;padding:1rem 1rem 3rem}
.docs nav{position:static;max-height:none;margin-top:3rem;border-top:1.5px solid var(--ink);padding-top:.5rem}
.docs nav h2{border-top:0}
.docs nav a{padding-block:.45rem}
.to-contents{display:inline}
.seek{margin-inline-start:0;width:100%}
.seek input{flex:1;max-width:none}
}
@media print{.top,.docs nav,.anchor{display:none}.docs{display:block;padding:0;max-width:none}}
`;

/** What the guides say themselves, inside a page in another language. */
const inEnglish = () => (speech().language === 'en' ? '' : ' lang="en"');

interface Framed {
  readonly title: string;
  /** The address of the page, where it is one of the guides. */
  readonly current?: string;
  /** HTML. */
  readonly main: string;
  readonly asked?: string;
}

function frame(shelf: DocShelf, { title, current, main, asked = '' }: Framed): string {
  const { language } = speech();
  // A guide is English, with a head and a list around it that are not; all else is in the language of the reader.
  const whole = current === undefined ? language : 'en';
  const around = whole === language ? '' : ` lang="${language}"`;
  const nav = shelf.parts
    .map(
      (part) =>
        `<h2>${said(part.name)}</h2>\n<ul${inEnglish()}>\n${part.pages.map((one) => `<li><a href="${hrefOf(one)}"${one.path === current ? ' aria-current="page"' : ''}>${escaped(one.title)}</a></li>`).join('\n')}\n</ul>`,
    )
    .join('\n');
  return carrying(
    page({
      language: whole,
      title: `${title} · Potluck`,
      head: '<link rel="icon" href="/bowl.svg" type="image/svg+xml">\n<link rel="stylesheet" href="/paper.css">\n<link rel="stylesheet" href="/docs/docs.css">\n<script src="/theme.js"></script>\n',
      body: `<a class="skip" href="#text"${around}>${said(SAYS.skip)}</a>
<header class="top"${around}>
<a class="brand" href="/">${BOWL}<span>Potluck</span></a>
<a class="quiet" href="/docs">${said(SAYS.home)}</a>
<a class="quiet to-contents" href="#contents">${said(SAYS.all)}</a>
<form class="seek" action="/docs" role="search">${sought()}<input type="search" name="q" value="${escaped(asked)}" aria-label="${said(SAYS.seek)}" placeholder="${said(SAYS.seek)}" maxlength="100"><button type="submit">${said(SAYS.search)}</button></form>
</header>
<div class="docs">
<main id="text" tabindex="-1" lang="${whole}">
${current === undefined ? '' : toldInEnglish()}${main}
</main>
<nav id="contents"${around} aria-label="${said(SAYS.all)}">
${nav}
</nav>
</div>`,
    }),
  );
}

/** Links from page to page keep the language in which one reads. */
function carrying(html: string): string {
  const { language } = speech();
  return language === 'en'
    ? html
    : html.replace(/( href="\/docs(?:\/[^"#.]*)?)(?=["#])/g, `$1?lang=${language}`);
}

/** Tells those who read another language that the guides are not in it; in their language. */
function toldInEnglish(): string {
  const { language } = speech();
  return language === 'en' ? '' : `<p class="quiet" lang="${language}">${said(SAYS.english)}</p>\n`;
}

/** Of a search in another language, the language. */
function sought(): string {
  const { language } = speech();
  return language === 'en' ? '' : `<input type="hidden" name="lang" value="${language}">`;
}

const hrefOf = (one: DocPage) => (one.path === '' ? '/docs' : `/docs/${one.path}`);

/** The page with the list beside it. */
export function docHtml(shelf: DocShelf, one: DocPage): string {
  return frame(shelf, { title: one.title, current: one.path, main: one.html });
}

export interface Hit {
  readonly href: string;
  readonly text: string;
  readonly page: string;
}

/** Titles and headings that hold all the words, titles first. */
export function seek(shelf: DocShelf, asked: string): Hit[] {
  const wanted = asked
    .toLowerCase()
    .split(/\s+/)
    .filter((word) => word !== '');
  if (wanted.length === 0) return [];
  const hits = shelf.parts.flatMap((part) =>
    part.pages.flatMap((one) =>
      one.headings
        .filter((heading, at) => {
          const text = `${heading.text} ${at === 0 ? one.path : one.title}`.toLowerCase();
          return (
            wanted.every((word) => text.includes(word)) &&
            wanted.some((word) => at === 0 || heading.text.toLowerCase().includes(word))
          );
        })
        .map((heading) => ({
          href: heading === one.headings[0] ? hrefOf(one) : `${hrefOf(one)}#${heading.id}`,
          text: heading.text,
          page: one.title,
          level: heading.level,
        })),
    ),
  );
  return hits
    .sort((a, b) => a.level - b.level)
    .map(({ href, text, page: title }) => ({ href, text, page: title }))
    .slice(0, 60);
}

/** What was found. */
export function foundHtml(shelf: DocShelf, asked: string): string {
  const hits = seek(shelf, asked);
  const items = hits.map(
    (hit) =>
      `<li><a href="${escaped(hit.href)}"${inEnglish()}>${escaped(hit.text)}</a>${hit.text === hit.page ? '' : ` <span class="quiet small">${said(SAYS.foundIn, { page: hit.page })}</span>`}</li>`,
  );
  const main = `<h1>${said(SAYS.found, { words: asked })}</h1>\n${items.length === 0 ? `<p>${said(SAYS.none)}</p>` : `<ul>\n${items.join('\n')}\n</ul>`}`;
  return frame(shelf, { title: SAYS.search().text, main, asked });
}

/** An address where no page stands. */
export function missingHtml(shelf: DocShelf): string {
  return frame(shelf, {
    title: SAYS.missing().text,
    main: `<h1>${said(SAYS.missingTitle)}</h1>\n<p>${said(SAYS.moved)}</p>`,
  });
}
