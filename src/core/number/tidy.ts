/** Takes the dust of binary arithmetic off a number that leaves the core: 13 significant digits, so that 16.8 reads 16.8. */

/** Powers of ten that a binary number holds exactly. */
const POWERS = Float64Array.from({ length: 23 }, (_, exponent) => 10 ** exponent);

export function tidy(value: number): number {
  if (Number.isInteger(value)) return value;
  const size = Math.abs(value);
  // Above ten billion the dust lies beyond what can be scaled; below a billionth nobody reads it.
  if (!(size < 1e10 && size > 1e-9)) return value;
  const scale = POWERS[13 - magnitude(size)] as number;
  return Math.round(value * scale) / scale;
}

/** The power of ten that is the next at or above a size. */
function magnitude(size: number): number {
  let power = 0;
  if (size > 1) for (; size > (POWERS[power] as number); power++);
  else for (; size * (POWERS[1 - power] as number) <= 1; power--);
  return power;
}
