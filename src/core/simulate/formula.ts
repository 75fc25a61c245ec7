/**
 * Formulas of the simulation as text, such as `u * P * v^(-eta)`, and as trees. One small language serves the reference
 * page, the engines and the exchange format: numbers, names, + − * / ^, and a few functions. No formula can do anything
 * but compute a number.
 */

export type Formula =
  | { readonly is: 'number'; readonly value: number }
  | { readonly is: 'name'; readonly name: string }
  | { readonly is: 'call'; readonly of: Operation; readonly args: readonly Formula[] };

/** Operations and how many arguments each takes. */
export const OPERATIONS = {
  add: 2,
  subtract: 2,
  multiply: 2,
  divide: 2,
  power: 2,
  negate: 1,
  min: 2,
  max: 2,
  clamp: 3,
  exp: 1,
  ln: 1,
  sqrt: 1,
  abs: 1,
  floor: 1,
  /** `above(a, b)`: 1 where a > b, else 0. */
  above: 2,
  /** `choose(condition, yes, no)`: yes where the condition is above 0. Both are computed. */
  choose: 3,
} as const;

export type Operation = keyof typeof OPERATIONS;

const parsed = new Map<string, Formula>();

/** Reads a formula. Throws a SyntaxError where it is none: formulas are ours, so a wrong one is a mistake of ours. */
export function formula(text: string): Formula {
  const known = parsed.get(text);
  if (known !== undefined) return known;
  const tree = new Reader(text).whole();
  parsed.set(text, tree);
  return tree;
}

const call = (of: Operation, args: readonly Formula[]): Formula => ({ is: 'call', of, args });

/** What the characters of a formula are, by their codes. */
const PLUS = 43;
const MINUS = 45;
const TIMES = 42;
const OVER = 47;
const POWER = 94;
const OPEN = 40;
const CLOSE = 41;
const COMMA = 44;
const POINT = 46;
const isDigit = (code: number): boolean => code >= 48 && code <= 57;
const isLetter = (code: number): boolean =>
  (code >= 97 && code <= 122) || (code >= 65 && code <= 90) || code === 95;

/** Behind the digits that begin at a place. */
function digitsEnd(text: string, at: number): number {
  let to = at;
  while (isDigit(text.charCodeAt(to))) to += 1;
  return to;
}

/** Goes through the text once, character by character: a first run has no time for more. */
class Reader {
  readonly #text: string;
  #at = -1;
  /** Of the next character that is no blank; 0 behind the last. */
  #code = 0;

  constructor(text: string) {
    this.#text = text;
    this.#on();
  }

  /** On to the next character that is no blank. */
  #on(): void {
    do {
      this.#at += 1;
      this.#code = this.#at < this.#text.length ? this.#text.charCodeAt(this.#at) : 0;
    } while (this.#code === 32 || (this.#code >= 9 && this.#code <= 13));
  }

  #wrong(what: string): SyntaxError {
    return new SyntaxError(`formula ${this.#text}: ${what}`);
  }

  whole(): Formula {
    const tree = this.#sum();
    if (this.#code !== 0) throw this.#wrong(`unexpected ${this.#text.slice(this.#at, this.#at + 10)}`);
    return tree;
  }

  #sum(): Formula {
    let left = this.#product();
    for (;;) {
      const sign = this.#code;
      if (sign !== PLUS && sign !== MINUS) return left;
      this.#on();
      left = call(sign === PLUS ? 'add' : 'subtract', [left, this.#product()]);
    }
  }

  #product(): Formula {
    let left = this.#signed();
    for (;;) {
      const sign = this.#code;
      if (sign !== TIMES && sign !== OVER) return left;
      this.#on();
      left = call(sign === TIMES ? 'multiply' : 'divide', [left, this.#signed()]);
    }
  }

  #signed(): Formula {
    if (this.#code === MINUS) {
      this.#on();
      return call('negate', [this.#signed()]);
    }
    const base = this.#single();
    if (this.#code !== POWER) return base;
    this.#on();
    return call('power', [base, this.#signed()]);
  }

  #single(): Formula {
    const code = this.#code;
    if (isLetter(code)) return this.#named();
    if (isDigit(code)) return this.#number();
    if (code !== OPEN) throw this.#wrong('something is missing');
    this.#on();
    const inner = this.#sum();
    this.#close();
    return inner;
  }

  #close(): void {
    if (this.#code !== CLOSE) throw this.#wrong('a bracket is not closed');
    this.#on();
  }

  #number(): Formula {
    const text = this.#text;
    const from = this.#at;
    let to = digitsEnd(text, from);
    if (text.charCodeAt(to) === POINT && isDigit(text.charCodeAt(to + 1))) to = digitsEnd(text, to + 1);
    if ((text.charCodeAt(to) | 32) === 101) {
      const sign = text.charCodeAt(to + 1);
      const end = digitsEnd(text, sign === PLUS || sign === MINUS ? to + 2 : to + 1);
      if (isDigit(text.charCodeAt(end - 1))) to = end;
    }
    this.#at = to - 1;
    this.#on();
    return { is: 'number', value: Number(text.slice(from, to)) };
  }

  #named(): Formula {
    const text = this.#text;
    const from = this.#at;
    let to = from + 1;
    for (let code = text.charCodeAt(to); isLetter(code) || isDigit(code) || code === POINT; )
      code = text.charCodeAt(++to);
    this.#at = to - 1;
    this.#on();
    const name = text.slice(from, to);
    if (this.#code !== OPEN) return { is: 'name', name };
    this.#on();
    const args = [this.#sum()];
    while ((this.#code as number) === COMMA) {
      this.#on();
      args.push(this.#sum());
    }
    this.#close();
    if (name === 'table') return this.#table(args);
    const takes = (OPERATIONS as Readonly<Record<string, number>>)[name];
    if (takes === undefined) throw this.#wrong(`no function ${name}`);
    // min and max of several are min and max of two, again and again.
    if ((name === 'min' || name === 'max') && args.length > 2)
      return args.reduce((a, b) => call(name, [a, b]));
    if (args.length !== takes) throw this.#wrong(`${name} takes ${takes}`);
    return call(name as Operation, args);
  }

  /**
   * `table(x, x0, y0, x1, y1, …)`: straight lines between points with rising x, level beyond the ends. Written out in
   * plain operations, so that no engine and no exchange format needs to know of tables.
   */
  #table([x, ...rest]: readonly Formula[]): Formula {
    const numbers = rest.map((one) => (one.is === 'number' ? one.value : Number.NaN));
    const points = Array.from({ length: Math.floor(numbers.length / 2) }, (_, at) => [
      numbers[2 * at] ?? Number.NaN,
      numbers[2 * at + 1] ?? Number.NaN,
    ]) as [number, number][];
    const rises = points.every(([at], index) => index === 0 || at > (points[index - 1]?.[0] ?? Number.NaN));
    if (x === undefined || points.length < 2 || numbers.length % 2 !== 0 || !rises)
      throw this.#wrong('table takes x and points of plain numbers with rising x');
    const plain = (value: number): Formula => ({ is: 'number', value });
    return points.slice(1).reduce<Formula>(
      (sum, [to, y], index) => {
        const [from, before] = points[index] as [number, number];
        const within = call('clamp', [call('subtract', [x, plain(from)]), plain(0), plain(to - from)]);
        return call('add', [sum, call('multiply', [plain((y - before) / (to - from)), within])]);
      },
      plain(points[0]?.[1] ?? 0),
    );
  }
}

/** The names that a formula uses, each once. */
export function namesIn(tree: Formula, into: Set<string> = new Set()): Set<string> {
  if (tree.is === 'name') into.add(tree.name);
  if (tree.is === 'call') for (const arg of tree.args) namesIn(arg, into);
  return into;
}
