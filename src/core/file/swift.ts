/**
 * Reads the plain part of YAML in which nearly all community files are written, several times as fast as the full
 * reader: block and flow maps and lists, scalars on one line, quotes, comments. Whatever else it meets (anchors, tags,
 * texts over several lines, tabs, anything doubtful, any mistake) it gives up, and the full reader takes over. So it
 * reports nothing, and where it gives an answer, it is the answer of the full reader: a test holds the two together.
 */
import { Pair, Scalar, YAMLMap, YAMLSeq } from 'yaml';
import { plainScalar } from '#core/file/swift-scalars';
import {
  CLOSE_LIST,
  CLOSE_MAP,
  COLON,
  COMMA,
  DASH,
  DOUBLE,
  DOUBTFUL,
  HASH,
  isBreak,
  isFlowBreak,
  NEW_LINE,
  OPEN_LIST,
  OPEN_MAP,
  RETURN,
  SINGLE,
  SPACE,
} from '#core/file/swift-signs';

type Value = Scalar | YAMLMap | YAMLSeq;

const GIVE_UP = Symbol('left to the full reader');

/** The root of a text, or null where the full reader has to read it. */
export function readSwiftly(text: string): YAMLMap | null {
  try {
    return new Swift(text).root();
  } catch (reason) {
    if (reason === GIVE_UP) return null;
    throw reason;
  }
}

function giveUp(): never {
  throw GIVE_UP;
}

class Swift {
  readonly #text: string;
  #at = 0;
  #lineStart = 0;

  constructor(text: string) {
    this.#text = text;
  }

  root(): YAMLMap {
    if (this.#nextLine() !== 0) giveUp();
    const root = this.#code() === OPEN_MAP ? this.#flow(-1) : this.#blockMap(0);
    if (this.#code() === COLON) giveUp();
    if (!(root instanceof YAMLMap)) giveUp();
    if (this.#at < this.#text.length) {
      if (root.flow === true) this.#endOfLine();
      if (this.#nextLine() !== -1) giveUp();
    }
    return root;
  }

  #code(ahead = 0): number {
    return this.#text.charCodeAt(this.#at + ahead);
  }

  /** Goes to the next line with something on it, and gives its indentation; -1 at the end of the text. */
  #nextLine(): number {
    const text = this.#text;
    for (;;) {
      this.#lineStart = this.#at;
      let code = text.charCodeAt(this.#at);
      while (code === SPACE) code = text.charCodeAt(++this.#at);
      if (Number.isNaN(code)) return -1;
      if (code === HASH) this.#skipComment();
      else if (code !== NEW_LINE && code !== RETURN) {
        const indent = this.#at - this.#lineStart;
        if (indent === 0 && /^(?:---|\.\.\.|%|\ufeff)/.test(text.slice(this.#at, this.#at + 3))) giveUp();
        return indent;
      }
      if (this.#at >= text.length) return -1;
      this.#newLine();
    }
  }

  #skipComment(): void {
    const end = this.#text.indexOf('\n', this.#at);
    this.#at = end === -1 ? this.#text.length : end;
    if (this.#text.charCodeAt(this.#at - 1) === RETURN) this.#at -= 1;
  }

  /** Steps over one line break. */
  #newLine(): void {
    if (this.#code() === RETURN) this.#at += 1;
    if (this.#code() !== NEW_LINE) giveUp();
    this.#at += 1;
  }

  /** Nothing but spaces and a comment may follow on this line. Steps over the line break. */
  #endOfLine(): void {
    const spaced = this.#skipSpaces();
    if (this.#code() === HASH && spaced > 0) this.#skipComment();
    if (this.#at < this.#text.length) this.#newLine();
  }

  #skipSpaces(): number {
    const start = this.#at;
    while (this.#code() === SPACE) this.#at += 1;
    return this.#at - start;
  }

  #isEndOfLine(): boolean {
    const code = this.#code();
    return code === NEW_LINE || code === RETURN || Number.isNaN(code);
  }

  #isDash(): boolean {
    if (this.#code() !== DASH) return false;
    const next = this.#code(1);
    return next === SPACE || next === NEW_LINE || next === RETURN || Number.isNaN(next);
  }

  #blockMap(indent: number): YAMLMap {
    const map = new YAMLMap();
    const start = this.#at;
    let end = start;
    for (;;) {
      if (this.#isDash()) giveUp();
      const key = this.#key();
      const { value, next } = this.#blockValue(indent);
      map.items.push(new Pair(key, value));
      end = value.range?.[1] ?? end;
      if (next < indent) break;
      if (next > indent) giveUp();
    }
    map.range = [start, end, end];
    return map;
  }

  /** A key with its colon. */
  #key(): Scalar {
    const code = this.#code();
    if (code === DOUBLE || code === SINGLE) {
      const key = this.#quoted(code);
      if (this.#code() !== COLON) giveUp();
      this.#at += 1;
      if (this.#code() !== SPACE && !this.#isEndOfLine()) giveUp();
      return key;
    }
    const key = this.#plainBlock(true);
    this.#at += 1;
    return key;
  }

  /** The value after a colon or dash, and the indentation of the line after it. */
  #blockValue(indent: number): { value: Value; next: number } {
    const spaced = this.#skipSpaces();
    const code = this.#code();
    if (this.#isEndOfLine() || (code === HASH && spaced > 0)) return this.#valueBelow(indent);
    const value = this.#inline(code, indent);
    this.#endOfLine();
    return { value, next: this.#nextLine() };
  }

  #inline(code: number, indent: number): Value {
    if (code === OPEN_MAP || code === OPEN_LIST) return this.#flow(indent);
    if (code === DOUBLE || code === SINGLE) return this.#quoted(code);
    if (this.#isDash()) giveUp();
    return this.#plainBlock(false);
  }

  #valueBelow(indent: number): { value: Value; next: number } {
    const at = this.#at;
    if (this.#code() === HASH) this.#skipComment();
    this.#endOfLine();
    const next = this.#nextLine();
    if (next > indent) {
      const value = this.#isDash() ? this.#blockList(next) : this.#blockMap(next);
      return { value, next: this.#indentHere() };
    }
    if (next === indent && this.#isDash()) return { value: this.#blockList(next), next: this.#indentHere() };
    const nothing = new Scalar(null);
    nothing.source = '';
    nothing.range = [at, at, at];
    return { value: nothing, next };
  }

  /** After a nested block the reader stands at the first sign of the next line. */
  #indentHere(): number {
    return this.#at >= this.#text.length ? -1 : this.#at - this.#lineStart;
  }

  #blockList(indent: number): YAMLSeq {
    const list = new YAMLSeq();
    const start = this.#at;
    let end = start;
    for (;;) {
      this.#at += 1;
      const spaced = this.#skipSpaces();
      if (spaced === 0 || this.#isEndOfLine() || this.#code() === HASH || this.#isDash()) giveUp();
      let next: number;
      let value: Value;
      if (this.#isKeyHere()) {
        value = this.#blockMap(this.#at - this.#lineStart);
        next = this.#indentHere();
      } else ({ value, next } = this.#blockValue(indent));
      list.items.push(value);
      end = value.range?.[1] ?? end;
      if (next < indent || (next === indent && !this.#isDash())) break;
      if (next > indent) giveUp();
    }
    list.range = [start, end, end];
    return list;
  }

  /** Whether a map begins here, on the line of a dash. */
  #isKeyHere(): boolean {
    const code = this.#code();
    if (code === OPEN_MAP || code === OPEN_LIST) return false;
    const end = this.#text.indexOf('\n', this.#at);
    const line = this.#text.slice(this.#at, end === -1 ? undefined : end);
    if (code === DOUBLE || code === SINGLE)
      return /^(?:"[^"]*"|'[^']*')\s*:/.test(line) ? true : /:/.test(line) ? giveUp() : false;
    return /:(?:\s|$)/.test(line);
  }

  /** A plain scalar in a block: to the end of the line or a comment; a key ends at its colon. */
  #plainBlock(isKey: boolean): Scalar {
    const text = this.#text;
    const start = this.#at;
    if (DOUBTFUL.has(this.#code()) || this.#isEndOfLine()) giveUp();
    let at = start;
    let last = start;
    for (;;) {
      const code = text.charCodeAt(at);
      if (code === NEW_LINE || code === RETURN || Number.isNaN(code)) break;
      if (code === 9) giveUp();
      if (code === HASH && text.charCodeAt(at - 1) === SPACE) break;
      if (code === COLON && isBreak(text.charCodeAt(at + 1))) {
        if (!isKey || last !== at) giveUp();
        this.#at = at;
        return plainScalar(text.slice(start, last), start);
      }
      at += 1;
      if (code !== SPACE) last = at;
    }
    if (isKey) giveUp();
    this.#at = last;
    return plainScalar(text.slice(start, last), start);
  }

  #quoted(quote: number): Scalar {
    const text = this.#text;
    const start = this.#at;
    let at = start + 1;
    for (;;) {
      const code = text.charCodeAt(at);
      if (code === NEW_LINE || code === RETURN || Number.isNaN(code)) giveUp();
      if (code === quote) {
        if (quote === DOUBLE || text.charCodeAt(at + 1) !== SINGLE) break;
        at += 1;
      } else if (code === 92 && quote === DOUBLE) at += 1;
      at += 1;
    }
    const inside = text.slice(start + 1, at);
    const value =
      quote === SINGLE ? inside.replaceAll("''", "'") : inside.includes('\\') ? unescaped(inside) : inside;
    const scalar = new Scalar(value);
    scalar.source = value;
    scalar.type = quote === DOUBLE ? Scalar.QUOTE_DOUBLE : Scalar.QUOTE_SINGLE;
    this.#at = at + 1;
    scalar.range = [start, this.#at, this.#at];
    return scalar;
  }

  /** A map or list in brackets. Lines within it must be moved in further than what it belongs to. */
  #flow(indent: number): YAMLMap | YAMLSeq {
    const start = this.#at;
    const isMap = this.#code() === OPEN_MAP;
    const close = isMap ? CLOSE_MAP : CLOSE_LIST;
    const map = new YAMLMap();
    const list = new YAMLSeq();
    this.#at += 1;
    for (;;) {
      this.#flowSpace(indent);
      if (this.#code() === close) break;
      if (isMap) map.items.push(this.#flowPair(indent));
      else list.items.push(this.#flowValue(indent));
      this.#flowSpace(indent);
      const code = this.#code();
      if (code === close) break;
      if (code !== COMMA) giveUp();
      this.#at += 1;
    }
    this.#at += 1;
    const made = isMap ? map : list;
    made.flow = true;
    made.range = [start, this.#at, this.#at];
    return made;
  }

  #flowPair(indent: number): Pair {
    const code = this.#code();
    const isQuoted = code === DOUBLE || code === SINGLE;
    const key = isQuoted ? this.#quoted(code) : this.#plainFlow();
    if (this.#code() !== COLON) giveUp();
    this.#at += 1;
    const spaced = this.#flowSpace(indent);
    const next = this.#code();
    if (next === COMMA || next === CLOSE_MAP) {
      const nothing = new Scalar(null);
      nothing.source = '';
      nothing.range = [this.#at, this.#at, this.#at];
      return new Pair(key, nothing);
    }
    if (!spaced && !isQuoted && next !== OPEN_MAP && next !== OPEN_LIST) giveUp();
    return new Pair(key, this.#flowValue(indent));
  }

  #flowValue(indent: number): Value {
    const code = this.#code();
    const value =
      code === OPEN_MAP || code === OPEN_LIST
        ? this.#flow(indent)
        : code === DOUBLE || code === SINGLE
          ? this.#quoted(code)
          : this.#plainFlow();
    if (this.#code() === COLON) giveUp();
    return value;
  }

  /** A plain scalar in brackets, on one line. */
  #plainFlow(): Scalar {
    const text = this.#text;
    const start = this.#at;
    if (DOUBTFUL.has(this.#code()) || this.#isEndOfLine()) giveUp();
    if (this.#code() === DASH && isFlowBreak(this.#code(1))) giveUp();
    let at = start;
    let last = start;
    for (;;) {
      const code = text.charCodeAt(at);
      if (
        code === COMMA ||
        code === CLOSE_MAP ||
        code === CLOSE_LIST ||
        code === NEW_LINE ||
        code === RETURN ||
        Number.isNaN(code)
      )
        break;
      if (code === OPEN_MAP || code === OPEN_LIST || code === 9) giveUp();
      if (code === HASH && text.charCodeAt(at - 1) === SPACE) giveUp();
      if (code === COLON && isFlowBreak(text.charCodeAt(at + 1))) {
        if (last !== at) giveUp();
        break;
      }
      at += 1;
      if (code !== SPACE) last = at;
    }
    this.#at = last;
    return plainScalar(text.slice(start, last), start);
  }

  /** Spaces, line breaks and comments within brackets. True where there was any. */
  #flowSpace(indent: number): boolean {
    const start = this.#at;
    for (;;) {
      this.#skipSpaces();
      const code = this.#code();
      if (code === HASH) {
        const before = this.#text.charCodeAt(this.#at - 1);
        if (before !== SPACE && before !== NEW_LINE) giveUp();
        this.#skipComment();
      } else if (code === NEW_LINE || code === RETURN) {
        this.#newLine();
        this.#lineStart = this.#at;
        this.#skipSpaces();
        if (!this.#isEndOfLine() && this.#at - this.#lineStart <= indent) giveUp();
        if (this.#at === this.#lineStart && /^(?:---|\.\.\.)/.test(this.#text.slice(this.#at, this.#at + 3)))
          giveUp();
      } else if (Number.isNaN(code) || code === 9) giveUp();
      else return this.#at > start;
    }
  }
}

/** A text in double quotes with the escapes that JSON has too; others are left to the full reader. */
function unescaped(inside: string): string {
  try {
    return JSON.parse(`"${inside}"`) as string;
  } catch {
    return giveUp();
  }
}
