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

const SIGNS: Readonly<Record<string, Operation>> = {
  '+': 'add',
  '-': 'subtract',
  '*': 'multiply',
  '/': 'divide',
  '^': 'power',
};

const TOKEN = /\s*(?:(\d+(?:\.\d+)?(?:[eE][+-]?\d+)?)|([A-Za-z_][\w.]*)|([-+*/^(),]))/y;

interface Token {
  readonly number?: number;
  readonly name?: string;
  readonly sign?: string;
}

function tokens(text: string): Token[] {
  const found: Token[] = [];
  TOKEN.lastIndex = 0;
  const { length } = text.trimEnd();
  while (TOKEN.lastIndex < length) {
    const at = TOKEN.lastIndex;
    const match = TOKEN.exec(text);
    if (match === null) throw new SyntaxError(`formula ${text}: unexpected ${text.slice(at, at + 10)}`);
    if (match[1] !== undefined) found.push({ number: Number(match[1]) });
    else if (match[2] !== undefined) found.push({ name: match[2] });
    else found.push({ sign: match[3] ?? '' });
  }
  return found;
}

const parsed = new Map<string, Formula>();

/** Reads a formula. Throws a SyntaxError where it is none: formulas are ours, so a wrong one is a mistake of ours. */
export function formula(text: string): Formula {
  const known = parsed.get(text);
  if (known !== undefined) return known;
  const reader = new Reader(text, tokens(text));
  const tree = reader.sum();
  reader.end();
  parsed.set(text, tree);
  return tree;
}

const call = (of: Operation, ...args: Formula[]): Formula => ({ is: 'call', of, args });

class Reader {
  readonly #text: string;
  readonly #tokens: readonly Token[];
  #at = 0;

  constructor(text: string, list: readonly Token[]) {
    this.#text = text;
    this.#tokens = list;
  }

  end(): void {
    if (this.#at < this.#tokens.length)
      throw new SyntaxError(`formula ${this.#text}: something is left over`);
  }

  /** Whether this sign is next; if so it is taken. */
  #take(sign: string): boolean {
    if (this.#tokens[this.#at]?.sign !== sign) return false;
    this.#at += 1;
    return true;
  }

  sum(): Formula {
    let left = this.#product();
    for (;;) {
      const sign = this.#tokens[this.#at]?.sign;
      if (sign !== '+' && sign !== '-') return left;
      this.#at += 1;
      left = call(SIGNS[sign] ?? 'add', left, this.#product());
    }
  }

  #product(): Formula {
    let left = this.#signed();
    for (;;) {
      const sign = this.#tokens[this.#at]?.sign;
      if (sign !== '*' && sign !== '/') return left;
      this.#at += 1;
      left = call(SIGNS[sign] ?? 'multiply', left, this.#signed());
    }
  }

  #signed(): Formula {
    return this.#take('-') ? call('negate', this.#signed()) : this.#power();
  }

  #power(): Formula {
    const base = this.#single();
    return this.#take('^') ? call('power', base, this.#signed()) : base;
  }

  #single(): Formula {
    const token = this.#tokens[this.#at];
    this.#at += 1;
    if (token?.number !== undefined) return { is: 'number', value: token.number };
    if (token?.name !== undefined) return this.#named(token.name);
    if (token?.sign === '(') {
      const inner = this.sum();
      if (!this.#take(')')) throw new SyntaxError(`formula ${this.#text}: a bracket is not closed`);
      return inner;
    }
    throw new SyntaxError(`formula ${this.#text}: something is missing`);
  }

  #named(name: string): Formula {
    if (!this.#take('(')) return { is: 'name', name };
    const args = [this.sum()];
    while (this.#take(',')) args.push(this.sum());
    if (!this.#take(')')) throw new SyntaxError(`formula ${this.#text}: a bracket is not closed`);
    if (name === 'table') return this.#table(args);
    const takes = (OPERATIONS as Readonly<Record<string, number>>)[name];
    if (takes === undefined) throw new SyntaxError(`formula ${this.#text}: no function ${name}`);
    // min and max of several are min and max of two, again and again.
    if ((name === 'min' || name === 'max') && args.length > 2) return args.reduce((a, b) => call(name, a, b));
    if (args.length !== takes) throw new SyntaxError(`formula ${this.#text}: ${name} takes ${takes}`);
    return call(name as Operation, ...args);
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
      throw new SyntaxError(`formula ${this.#text}: table takes x and points of plain numbers with rising x`);
    const plain = (value: number): Formula => ({ is: 'number', value });
    return points.slice(1).reduce<Formula>(
      (sum, [to, y], index) => {
        const [from, before] = points[index] as [number, number];
        const within = call('clamp', call('subtract', x, plain(from)), plain(0), plain(to - from));
        return call('add', sum, call('multiply', plain((y - before) / (to - from)), within));
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
