/**
 * Fills a compiled ICU message with its parameters, following only the branch of a plural or choice that is meant. Says the
 * same as the library that compiled it, which works out every branch of every plural first; what is not known here (dates,
 * times, escapes) is left to that.
 */

/** A piece of text, or a parameter: its name, how it is to be read, and the branches or the style of that. */
export type Token = string | readonly [name: string, type?: string, format?: unknown];

type Branches = Readonly<Record<string, string | readonly Token[] | undefined>>;

class Voice {
  readonly #locales: readonly string[];
  readonly #numbers = new Map<string, Intl.NumberFormat>();
  #plurals: Intl.PluralRules | null = null;

  constructor(language: string) {
    this.#locales = [language, 'en'];
  }

  number(value: number, style: 'percent' | 'decimal'): string {
    let format = this.#numbers.get(style);
    if (format === undefined) {
      format = new Intl.NumberFormat([...this.#locales], { style });
      this.#numbers.set(style, format);
    }
    return format.format(value);
  }

  plural(value: number): string {
    this.#plurals ??= new Intl.PluralRules([...this.#locales]);
    return this.#plurals.select(value);
  }
}

const voices = new Map<string, Voice>();

/** The sentence; null where something in it is not known here. */
export function filled(
  language: string,
  message: unknown,
  params: Readonly<Record<string, string | number>>,
): string | null {
  if (!Array.isArray(message)) return null;
  let voice = voices.get(language);
  if (voice === undefined) {
    voice = new Voice(language);
    voices.set(language, voice);
  }
  return fill(voice, message as readonly Token[], params, null);
}

/** `hash` is what `#` stands for: the number of the plural around it. */
function fill(
  voice: Voice,
  tokens: string | readonly Token[],
  params: Readonly<Record<string, string | number>>,
  hash: number | null,
): string | null {
  if (typeof tokens === 'string') return plain(tokens);
  let text = '';
  for (const token of tokens) {
    let more: string | null;
    if (token === '#' && hash !== null) more = voice.number(hash, 'decimal');
    else if (typeof token === 'string') more = plain(token);
    else more = read(voice, token, params);
    if (more === null) return null;
    text += more;
  }
  return text;
}

/** A piece of a message of ours; null where something is escaped in it. What was put in stands as it is. */
const plain = (text: string): string | null => (text.includes('\\') ? null : text);

function read(
  voice: Voice,
  [name, type, format]: Exclude<Token, string>,
  params: Readonly<Record<string, string | number>>,
): string | null {
  const value = params[name];
  if (type === undefined) return value === undefined || value === null ? '' : String(value);
  if (value === undefined) return null;
  if (type === 'number')
    return format === undefined || format === 'percent'
      ? voice.number(value as number, format ?? 'decimal')
      : null;
  const branches = format as Branches;
  if (type === 'select') {
    const branch = branches[value] ?? branches['other'];
    return branch === undefined ? null : fill(voice, branch, params, null);
  }
  if (type !== 'plural' || typeof value !== 'number' || branches['offset'] !== undefined) return null;
  const branch = branches[value] ?? branches[voice.plural(value)] ?? branches['other'];
  return branch === undefined ? null : fill(voice, branch, params, value);
}
