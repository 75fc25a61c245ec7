/** Mistakes of YAML itself, in words that say what a person can do. Reads nothing that the YAML reader did not read. */
import {
  type Document,
  isCollection,
  isScalar,
  type LineCounter,
  type Node,
  Scalar,
  visit,
  type YAMLParseError,
} from 'yaml';
import type { Found } from '#core/file/found';

interface Syntax {
  /** A word for the sentences of `yaml-syntax`. */
  readonly reason: string;
  readonly from: number;
}

/** One problem for each mistake: what follows from an error within the same few lines is not told again. */
export function reportErrors(
  document: Document.Parsed,
  text: string,
  lines: LineCounter,
  found: Found,
): void {
  let last = -10;
  for (const error of document.errors) {
    if ((error.code as string) === 'RESOURCE_EXHAUSTION') {
      found.add('too-deep', lineFrom(text, error.pos[0]));
      return;
    }
    const line = lines.linePos(Math.min(error.pos[0], Math.max(0, text.length - 1))).line;
    if (line - last < 3) continue;
    last = line;
    const { reason, from } = syntaxOf(error, document, text);
    const at = lineFrom(text, from);
    if (reason === 'several') found.add('several-documents', at);
    else found.add('yaml-syntax', at, { reason });
  }
  for (const warning of document.warnings) {
    if (warning.code !== 'TAG_RESOLVE_FAILED') continue;
    const at = { from: warning.pos[0], to: Math.max(warning.pos[1], warning.pos[0] + 1) };
    const tag = /^!\S*/.exec(text.slice(at.from, at.from + 60));
    found.add('strange-tag', at, {}, tag?.[0] ?? found.quote(at));
  }
}

function lineFrom(text: string, from: number): { from: number; to: number } {
  const end = text.indexOf('\n', from);
  return { from: Math.min(from, text.length), to: end === -1 ? text.length : end };
}

const REASONS: Readonly<Record<string, string>> = {
  TAB_AS_INDENT: 'tab',
  BAD_SCALAR_START: 'sign',
  BAD_ALIAS: 'alias',
  MULTILINE_IMPLICIT_KEY: 'colon',
  BAD_DQ_ESCAPE: 'backslash',
  MULTIPLE_DOCS: 'several',
};

function syntaxOf(error: YAMLParseError, document: Document.Parsed, text: string): Syntax {
  const [from] = error.pos;
  const { code, message } = error;
  const end = text.indexOf('\n', from);
  const line = text.slice(from, end === -1 ? undefined : end);
  if (message.startsWith('Flow ')) return { reason: 'bracket', from: openingOf(document, from) ?? from };
  if (message.startsWith('Missing closing'))
    return { reason: 'quote', from: quoteOf(document, from) ?? from };
  if (/^-(?:\s*[,}\]]|\s*$)/.test(line)) return { reason: 'dash', from };
  if (message.startsWith('Missing ,') || (code === 'BLOCK_IN_FLOW' && /^["']/.test(line)))
    return { reason: 'comma', from };
  if (code === 'BLOCK_AS_IMPLICIT_KEY' || code === 'BLOCK_IN_FLOW') {
    if (/^[^\s,]+\s+(?:"[^"\n]*"|'[^'\n]*')\s*:/.test(text.slice(from, from + 400)))
      return { reason: 'comma', from };
    // No second colon on the line: then it is the next one that is moved in too far.
    return /:(?:\s|$)/.test(line) || end === -1
      ? { reason: 'colons', from }
      : { reason: 'indent', from: afterSpaces(text, end + 1) };
  }
  if (code === 'BAD_INDENT') return { reason: 'indent', from: afterSpaces(text, from) };
  if (code === 'MISSING_CHAR') return { reason: 'colon', from };
  return { reason: REASONS[code] ?? (code === 'UNEXPECTED_TOKEN' ? 'unexpected' : 'other'), from };
}

function afterSpaces(text: string, from: number): number {
  let at = from;
  while (text[at] === ' ') at += 1;
  return at;
}

/** Where the bracket was opened in which an error lies: the last one before it that reaches so far. */
function openingOf(document: Document.Parsed, at: number): number | null {
  return startOfLast(
    document,
    (node, [from, to]) => isCollection(node) && node.flow === true && from < at && to >= at - 1,
  );
}

/** Where the quote was opened that runs to the end. */
function quoteOf(document: Document.Parsed, at: number): number | null {
  const isQuoted = (node: Node) =>
    isScalar(node) && (node.type === Scalar.QUOTE_DOUBLE || node.type === Scalar.QUOTE_SINGLE);
  return startOfLast(document, (node, [from, to]) => isQuoted(node) && from < at && to >= at - 1);
}

function startOfLast(
  document: Document.Parsed,
  fits: (node: Node, range: readonly [number, number]) => boolean,
): number | null {
  let start: number | null = null;
  visit(document, {
    Node: (_key, node) => {
      const range = (node as Node).range;
      if (range && fits(node as Node, [range[0], range[1]])) start = range[0];
    },
  });
  return start;
}
