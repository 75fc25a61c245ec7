/** Numbers as people write them: `1'200`, `1 200,50`, `12,5`. What can be read in two ways is read in neither. */

export type NumberReading =
  | { readonly value: number }
  /** `1,200`: twelve hundred, or one and a fifth. Both readings, written so that each is unambiguous. */
  | { readonly small: string; readonly large: string }
  | null;

/** A number anywhere in an amount. Spaces count as grouping only between digits. */
export const NUMBER = String.raw`[-−+]?\d(?:[\d'’,]|\.(?!\.)|[ \u00a0\u202f](?=\d))*`;

const GROUPED_BY_SPACE = /^\d{1,3}([ \u00a0\u202f'’])\d{3}(?:\1\d{3})*(?:[.,]\d+)?$/;
const PLAIN = /^\d+(?:[.,]\d+)?$/;
const GROUPED_BY_COMMA = /^\d{1,3}(?:,\d{3})+\.\d+$|^\d{1,3}(?:,\d{3}){2,}$/;
const GROUPED_BY_POINT = /^\d{1,3}(?:\.\d{3})+,\d+$|^\d{1,3}(?:\.\d{3}){2,}$/;
const TWO_READINGS = /^([1-9]\d{0,2})[.,](\d{3})$/;

/** Reads one number without its sign. Null where it is none. */
export function readNumber(text: string): NumberReading {
  const digits = text.replace(/^\+/, '');
  const both = TWO_READINGS.exec(digits);
  if (both) return { small: spellNumber(Number(`${both[1]}.${both[2]}`)), large: `${both[1]}${both[2]}` };
  if (PLAIN.test(digits)) return { value: Number(digits.replace(',', '.')) };
  if (GROUPED_BY_SPACE.test(digits))
    return { value: Number(digits.replace(/[ \u00a0\u202f'’]/g, '').replace(',', '.')) };
  if (GROUPED_BY_COMMA.test(digits)) return { value: Number(digits.replaceAll(',', '')) };
  if (GROUPED_BY_POINT.test(digits)) return { value: Number(digits.replaceAll('.', '').replace(',', '.')) };
  return null;
}

/** Writes a number so that `readNumber` gives the same one back: no exponent, and never two readings. */
export function spellNumber(value: number): string {
  const text = withoutExponent(String(value));
  return TWO_READINGS.test(text) ? `${text}0` : text;
}

/** `1e-7` as `0.0000001`. */
function withoutExponent(text: string): string {
  const match = /^(\d)(?:\.(\d+))?e([+-]\d+)$/.exec(text);
  if (!match) return text;
  const digits = `${match[1]}${match[2] ?? ''}`;
  const point = 1 + Number(match[3]);
  if (point <= 0) return `0.${'0'.repeat(-point)}${digits}`;
  return point >= digits.length
    ? digits.padEnd(point, '0')
    : `${digits.slice(0, point)}.${digits.slice(point)}`;
}
