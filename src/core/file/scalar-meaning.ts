/** What a plain scalar means in the core schema of YAML 1.2: nothing, yes or no, a number, or a text. */
const NOTHING = /^(?:~|null|Null|NULL)$/;
const TRUTH = /^(?:true|True|TRUE|false|False|FALSE)$/;
const WHOLE = /^[-+]?[0-9]+$/;
const DECIMAL = /^[-+]?(?:\.[0-9]+|[0-9]+\.[0-9]*)$/;
const POWER = /^[-+]?(?:\.[0-9]+|[0-9]+(?:\.[0-9]*)?)[eE][-+]?[0-9]+$/;
const OCTAL = /^0o[0-7]+$/;
const HEX = /^0x[0-9a-fA-F]+$/;
const ENDLESS = /^[-+]?\.(?:inf|Inf|INF)$/;
const NOT_A_NUMBER = /^\.(?:nan|NaN|NAN)$/;
/** First signs of everything that is not simply a text. */
const MAYBE = new Set([...'~nNtTfF-+.0123456789'].map((sign) => sign.charCodeAt(0)));

/** The value of a word that stands without quotes. */
export function meaningOf(source: string): unknown {
  if (!MAYBE.has(source.charCodeAt(0))) return source;
  if (WHOLE.test(source) || DECIMAL.test(source) || POWER.test(source)) return Number(source);
  if (NOTHING.test(source)) return null;
  if (TRUTH.test(source)) return source[0] === 't' || source[0] === 'T';
  if (OCTAL.test(source) || HEX.test(source)) return Number(source);
  if (NOT_A_NUMBER.test(source)) return Number.NaN;
  if (ENDLESS.test(source)) return source[0] === '-' ? Number.NEGATIVE_INFINITY : Number.POSITIVE_INFINITY;
  return source;
}
