/**
 * Reads a text as YAML (JSON is YAML too) and keeps the place of everything. It never throws on a text, however odd,
 * and decides no meaning.
 */
import { type Document, isMap, isScalar, isSeq, LineCounter, type Node, parseDocument } from 'yaml';
import { type Draft, spotsOf } from '#core/file/draft';
import { Found } from '#core/file/found';
import { readSwiftly } from '#core/file/swift';
import { reportErrors } from '#core/file/syntax';

/** Characters. A file with fifty thousand flows is about this large. */
export const MOST_CHARACTERS = 4_000_000;
/** Nesting in brackets; the format needs ten. */
const MOST_DEEP = 100;

/**
 * Reads a text. The draft holds the document, its text and what is wrong with the text itself; give it to `resolve`
 * for the community and all problems.
 */
export function parse(text: string, options: { readonly file?: string } = {}): Draft {
  const file = options.file ?? 'community.yaml';
  const refused = implausible(text);
  const lines = countLines(text);
  const found = new Found(file, text, lines);
  if (refused !== null) {
    const at = { from: refused.at, to: Math.min(refused.at + 1, text.length) };
    found.add(refused.code, at, refused.params ?? {}, refused.text);
    return draftOf(file, text, lines, found, null, () => null);
  }
  const root = readSwiftly(text);
  if (root !== null) return draftOf(file, text, lines, found, root, () => fullDocument(text));
  const document = documentOf(text, lines, found);
  if (document !== null) judge(document, found);
  return draftOf(file, text, lines, found, document?.contents ?? null, () => document);
}

function fullDocument(text: string): Document.Parsed {
  return parseDocument(text, FULL) as Document.Parsed;
}

/** Keys that stand twice are told by `resolve`, with the place of the first. */
const FULL = { uniqueKeys: false, prettyErrors: false, keepSourceTokens: true, logLevel: 'error' } as const;

/** Where lines begin: counted here, so that every place lies inside the text. */
function countLines(text: string): LineCounter {
  const lines = new LineCounter();
  lines.addNewLine(0);
  for (let at = text.indexOf('\n'); at !== -1; at = text.indexOf('\n', at + 1)) lines.addNewLine(at + 1);
  return lines;
}

function draftOf(
  file: string,
  text: string,
  lines: LineCounter,
  found: Found,
  root: Node | null,
  read: () => Document.Parsed | null,
): Draft {
  let spots: ReturnType<typeof spotsOf> | null = null;
  let document: Document.Parsed | null | undefined;
  const spot = (id: string) => {
    spots ??= spotsOf(root, lines);
    return spots.get(id) ?? null;
  };
  const place = (id: string) => {
    const at = spot(id);
    return at === null ? null : { line: at.line, column: at.column };
  };
  return {
    file,
    text,
    root,
    get document() {
      if (document === undefined) document = read();
      return document;
    },
    touched: () => document !== undefined,
    lines,
    found,
    isJson: /^\s*\{\s*"/.test(text.slice(0, 1000)),
    problems: found.problems,
    place,
    spot,
  };
}

interface Refusal {
  readonly code: 'too-large' | 'not-text' | 'too-deep';
  readonly at: number;
  readonly text: string;
  readonly params?: Readonly<Record<string, number>>;
}

/** What is refused before it is read: too large, no text, or nested beyond reason. */
function implausible(text: string): Refusal | null {
  if (text.length > MOST_CHARACTERS) {
    return {
      code: 'too-large',
      at: 0,
      text: firstWords(text),
      params: { size: text.length, most: MOST_CHARACTERS },
    };
  }
  // biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what is looked for
  const control = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/.exec(text);
  if (control) {
    const name = control[0].charCodeAt(0).toString(16).toUpperCase().padStart(4, '0');
    return { code: 'not-text', at: control.index, text: `U+${name}` };
  }
  const deep = tooDeepAt(text);
  return deep === null ? null : { code: 'too-deep', at: deep, text: firstWords(text.slice(deep)) };
}

function firstWords(text: string): string {
  return (text.slice(0, 40).split('\n', 1)[0] ?? '').trim();
}

/**
 * Where brackets, dashes or indentation go deeper than any community file; null where they do not. Brackets in texts
 * are counted too, so the count begins anew with every line that is not moved in.
 */
function tooDeepAt(text: string): number | null {
  let depth = 0;
  for (let i = 0; i < text.length; i++) {
    const code = text.charCodeAt(i);
    if (code === OPEN_LIST || code === OPEN_MAP) {
      depth += 1;
      if (depth > MOST_DEEP) return i;
    } else if (code === CLOSE_LIST || code === CLOSE_MAP) depth = Math.max(0, depth - 1);
    else if (code === NEW_LINE && isLetter(text.charCodeAt(i + 1))) depth = 0;
  }
  const dashes = DASHES.exec(text);
  return dashes ? dashes.index : stairs(text);
}

const OPEN_LIST = 91;
const CLOSE_LIST = 93;
const OPEN_MAP = 123;
const CLOSE_MAP = 125;
const NEW_LINE = 10;
const DASHES = new RegExp(`(?:[-?] +){${MOST_DEEP}}`);

function isLetter(code: number): boolean {
  return (code >= 97 && code <= 122) || (code >= 65 && code <= 90);
}

/** A staircase of ever deeper lines. */
function stairs(text: string): number | null {
  let run = 0;
  let indent = -1;
  for (const line of text.matchAll(/^( *)\S/gm)) {
    const width = line[1]?.length ?? 0;
    run = width > indent ? run + 1 : 0;
    indent = width;
    if (run > MOST_DEEP) return line.index;
  }
  return null;
}

function documentOf(text: string, lines: LineCounter, found: Found): Document.Parsed | null {
  try {
    const document = fullDocument(text);
    reportErrors(document, text, lines, found);
    return document;
  } catch (error) {
    if (!(error instanceof RangeError)) throw error;
    found.add('too-deep', { from: 0, to: 0 }, {}, firstWords(text));
    return null;
  }
}

function judge(document: Document.Parsed, found: Found): void {
  const contents: Node | null = document.contents;
  if (isMap(contents)) return;
  if (contents === null || (isScalar(contents) && (contents.value === null || contents.value === ''))) {
    if (found.count === 0) found.add('empty-file', { from: 0, to: 0 }, {}, '');
    return;
  }
  const shape = isSeq(contents) ? 'list' : isScalar(contents) ? typeof contents.value : 'other';
  if (found.count === 0)
    found.add('not-a-community', contents, { shape: shape === 'string' ? 'text' : shape });
}
