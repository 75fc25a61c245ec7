/**
 * The forms in which a community can be taken along: what each is called, its file and its type. The command line, the
 * API and the web list these and no others. Data only; each form is written by a file of its own name.
 */
import { message, type Template } from '#core/words/message';

export interface Format {
  readonly id: FormatId;
  /** End of the file's name, without the point. */
  readonly extension: string;
  /** As in `content-type`, without the character set. */
  readonly media: string;
  /** Whether the file is text; else it is bytes. */
  readonly text: boolean;
  /** Whether it looks different on dark paper. */
  readonly themed: boolean;
  /** `A drawing, sharp at any size`. */
  readonly name: Template;
  /** What it is good for, in one sentence. */
  readonly says: Template;
}

export type FormatId = 'svg' | 'png' | 'html' | 'markdown' | 'mermaid' | 'csv' | 'json' | 'yaml' | 'xmile';

/** In the order in which they are offered: pictures, pages, data. */
export const formats: readonly Format[] = [
  {
    id: 'svg',
    extension: 'svg',
    media: 'image/svg+xml',
    text: true,
    themed: true,
    name: message('export.svg.name', 'The picture as a drawing (SVG)'),
    says: message('export.svg.says', 'Sharp at any size: for posters, slides and drawing programs.'),
  },
  {
    id: 'png',
    extension: 'png',
    media: 'image/png',
    text: false,
    themed: true,
    name: message('export.png.name', 'The picture as an image (PNG)'),
    says: message('export.png.says', 'Opens everywhere: for mails, chats and documents.'),
  },
  {
    id: 'html',
    extension: 'html',
    media: 'text/html',
    text: true,
    themed: false,
    name: message('export.html.name', 'Picture, story and questions on one page (HTML)'),
    says: message(
      'export.html.says',
      'Opens from a mail attachment, without a server and without asking anything of anyone.',
    ),
  },
  {
    id: 'markdown',
    extension: 'md',
    media: 'text/markdown',
    text: true,
    themed: false,
    name: message('export.markdown.name', 'Story, streams and questions for a wiki (Markdown)'),
    says: message('export.markdown.says', 'Paste it into a wiki, a forum or minutes.'),
  },
  {
    id: 'mermaid',
    extension: 'mmd',
    media: 'text/vnd.mermaid',
    text: true,
    themed: false,
    name: message('export.mermaid.name', 'The streams as a flowchart (Mermaid)'),
    says: message(
      'export.mermaid.says',
      'For wikis that draw Mermaid. Plainer than the picture, and easy to change there.',
    ),
  },
  {
    id: 'csv',
    extension: 'csv',
    media: 'text/csv',
    text: true,
    themed: false,
    name: message('export.csv.name', 'The streams as a table (CSV)'),
    says: message('export.csv.says', 'Opens in a spreadsheet: who brings what to whom, a line each.'),
  },
  {
    id: 'json',
    extension: 'json',
    media: 'application/json',
    text: true,
    themed: false,
    name: message('export.json.name', 'The community file for programs (JSON)'),
    says: message('export.json.says', 'Says the same as the community file; Potluck reads it again.'),
  },
  {
    id: 'yaml',
    extension: 'yaml',
    media: 'application/yaml',
    text: true,
    themed: false,
    name: message('export.yaml.name', 'The community file (YAML)'),
    says: message('export.yaml.says', 'To keep, to change in any editor, and to bring in elsewhere.'),
  },
  {
    id: 'xmile',
    extension: 'xmile',
    media: 'application/vnd.xmile+xml',
    text: true,
    themed: false,
    name: message('export.xmile.name', 'The equations for simulation programs (XMILE)'),
    says: message(
      'export.xmile.says',
      'What the description implies month by month, for Stella, PySD, SDEverywhere and their like.',
    ),
  },
];

/** The format of that id; null where there is none. */
export function formatOf(id: string): Format | null {
  return formats.find((one) => one.id === id) ?? null;
}

/** Whether a word is the id of a format. */
export function isFormatId(id: string): id is FormatId {
  return formatOf(id) !== null;
}

/** A name for the file, safe in every system: `km4dev-2009-10-08-public.svg`. Of stewards' files nothing is said. */
export function fileName(
  format: Format,
  {
    community,
    asOf,
    audience,
  }: { readonly community: string; readonly asOf: string; readonly audience: string },
): string {
  const parts = [community, asOf, ...(audience === 'stewards' ? [] : [audience])];
  const stem = parts
    .join('-')
    .toLowerCase()
    .replace(/[^a-z0-9-]+/g, '-')
    .replace(/^-+|-+$/g, '')
    .slice(0, 120);
  return `${stem}.${format.extension}`;
}
