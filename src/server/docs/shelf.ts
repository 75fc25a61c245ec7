/**
 * The documentation as it lies in a folder: its pages with titles, headings and HTML, in the order in which one reads
 * them. Markdown is read with HTML switched off. Links between pages become addresses; where a link leads nowhere is told.
 */
import { readdirSync, readFileSync } from 'node:fs';
import { extname, join, posix } from 'node:path';
import MarkdownIt from 'markdown-it';
import { message, type Template } from '#core/words/message';

export interface Heading {
  readonly id: string;
  readonly text: string;
  readonly level: number;
}

export interface DocPage {
  /** Address below `/docs/`: `guide/api`, `cases`. Empty: the first page. */
  readonly path: string;
  readonly title: string;
  readonly html: string;
  readonly headings: readonly Heading[];
  /** Addresses that the page leads to, inside the documentation, with their anchors. */
  readonly links: readonly string[];
  /** Links to files that are not part of the documentation, from its folder: `../cases/km4dev/community.yaml`. */
  readonly strays: readonly string[];
}

export interface DocPart {
  readonly name: Template;
  readonly pages: readonly DocPage[];
}

export interface DocFile {
  readonly body: Buffer;
  readonly type: string;
}

export interface DocShelf {
  readonly parts: readonly DocPart[];
  readonly pages: ReadonlyMap<string, DocPage>;
  /** Pictures and schemas, by their address below `/docs/`. */
  readonly files: ReadonlyMap<string, DocFile>;
}

/** Folders in the order of reading; the first page stands alone. */
const PARTS = [
  ['', message('docs.part.start', 'Begin here')],
  ['guide', message('docs.part.guide', 'Guide')],
  ['cases', message('docs.part.cases', 'The cases')],
  ['why', message('docs.part.why', 'Why')],
  ['reference', message('docs.part.reference', 'Reference')],
  ['decisions', message('docs.part.decisions', 'Why it is built so')],
] as const;
const FIRST = 'start.md';
const FILE_TYPES: Readonly<Record<string, string>> = {
  '.png': 'image/png',
  '.json': 'application/json; charset=utf-8',
};

/** The address of a file of the folder: `guide/api.md` is read at `guide/api`, `cases/README.md` at `cases`. */
export function addressOf(file: string): string {
  if (file === FIRST) return '';
  return file.replace(/(?:^|\/)README\.md$/, '').replace(/\.md$/, '');
}

/** A heading as an anchor, as wikis and code hosts make it. */
export function anchorOf(text: string): string {
  return text
    .toLowerCase()
    .replace(/[^\p{L}\p{N}\s_-]/gu, '')
    .trim()
    .replace(/\s+/g, '-');
}

function filesUnder(folder: string, under = ''): string[] {
  return readdirSync(join(folder, under), { withFileTypes: true }).flatMap((entry) => {
    if (entry.name.startsWith('.')) return [];
    const path = posix.join(under, entry.name);
    return entry.isDirectory() ? filesUnder(folder, path) : entry.isFile() ? [path] : [];
  });
}

/** Reads the folder. Throws where it is not there. */
export function docShelf(folder: string): DocShelf {
  const all = filesUnder(folder);
  const known = new Set(all);
  const pages = new Map<string, DocPage>();
  for (const file of all.filter((one) => one.endsWith('.md')))
    pages.set(addressOf(file), readPage(file, readFileSync(join(folder, file), 'utf8'), known));
  const files = new Map(
    all.flatMap((file) => {
      const type = FILE_TYPES[extname(file)];
      return type === undefined ? [] : [[file, { body: readFileSync(join(folder, file)), type }] as const];
    }),
  );
  return { parts: partsOf(pages), pages, files };
}

function partsOf(pages: ReadonlyMap<string, DocPage>): DocPart[] {
  return PARTS.map(([folder, name]) => ({
    name,
    pages: [...pages.values()]
      .filter(
        ({ path }) => (path.includes('/') ? path.split('/')[0] : path === folder ? folder : null) === folder,
      )
      // The page that opens a folder comes first, the others by title.
      .sort((a, b) => (a.path === folder ? -1 : b.path === folder ? 1 : a.title < b.title ? -1 : 1)),
  })).filter((part) => part.pages.length > 0);
}

/** One page of Markdown. `known`: all files of the folder. */
export function readPage(file: string, markdown: string, known: ReadonlySet<string>): DocPage {
  const reader = new MarkdownIt({ html: false, linkify: false, typographer: false });
  const headings: Heading[] = [];
  const links: string[] = [];
  const strays: string[] = [];
  const tokens = reader.parse(markdown.replace(/^\s*<!--[\s\S]*?-->\s*/, ''), {});
  tokens.forEach((token, at) => {
    if (token.type === 'heading_open') {
      const text = (tokens[at + 1]?.children ?? []).map((one) => one.content).join('');
      const same = headings.filter((one) => one.id.replace(/-\d+$/, '') === anchorOf(text)).length;
      const id = same === 0 ? anchorOf(text) : `${anchorOf(text)}-${same}`;
      headings.push({ id, text, level: Number(token.tag.slice(1)) });
      token.attrSet('id', id);
    }
    for (const [place, child] of (token.children ?? []).entries()) {
      const attribute = child.type === 'link_open' ? 'href' : child.type === 'image' ? 'src' : null;
      const value = attribute === null ? null : child.attrGet(attribute);
      if (attribute === null || value === null) continue;
      const written = String(value);
      if (/^[a-z][a-z0-9+.-]*:/i.test(written)) {
        child.attrSet('rel', 'noreferrer');
        continue;
      }
      const address = linkOf(file, written, known);
      if (address === null) {
        strays.push(posix.normalize(posix.join(posix.dirname(file), written)));
        asWords(token.children ?? [], place);
      } else {
        links.push(address);
        child.attrSet(attribute, address);
      }
    }
  });
  const html = withFrames(reader.renderer.render(tokens, reader.options, {}));
  const title = headings[0]?.text ?? addressOf(file);
  return { path: addressOf(file), title, html, headings, links, strays };
}

/** A link that leads out of the documentation is read as words: here nothing stands behind it. */
function asWords(inline: readonly { type: string; tag: string; attrs: unknown }[], at: number): void {
  const ends = [inline[at], inline.slice(at).find((one) => one.type === 'link_close')];
  for (const one of ends) {
    if (one === undefined || !one.type.startsWith('link_')) continue;
    one.tag = 'span';
    one.attrs = null;
  }
}

/** Where a link of a page leads: `/docs/…`; null where no file of the documentation is meant. */
function linkOf(file: string, written: string, known: ReadonlySet<string>): string | null {
  const [path = '', anchor] = written.split('#');
  const target = path === '' ? file : posix.normalize(posix.join(posix.dirname(file), decodeURI(path)));
  const folder = posix.join(target, 'README.md');
  const found = known.has(target) ? target : known.has(folder) ? folder : null;
  if (found === null) return null;
  const address = found.endsWith('.md') ? addressOf(found) : found;
  const whole = address === '' ? '/docs' : `/docs/${address}`;
  return anchor === undefined ? whole : `${whole}#${anchor}`;
}

/** Wide things scroll by themselves, also by keyboard. */
function withFrames(html: string): string {
  return html
    .replace(/<table>/g, '<div class="scroll" tabindex="0" role="region" aria-label="Table"><table>')
    .replace(/<\/table>/g, '</table></div>')
    .replace(/<pre>/g, '<pre tabindex="0">')
    .replace(
      /<(h[2-4]) id="([^"]*)">([\s\S]*?)<\/\1>/g,
      '<$1 id="$2">$3 <a class="anchor" href="#$2" aria-label="Link to this part">#</a></$1>',
    );
}
