/** Takes the dust of binary arithmetic off a number that leaves the core: 13 significant digits, so that 16.8 reads 16.8. */
export function tidy(value: number): number {
  if (Number.isInteger(value) || !Number.isFinite(value)) return value;
  const digits = 13 - Math.ceil(Math.log10(Math.abs(value)));
  if (digits < 0 || digits > 22) return value;
  const scale = 10 ** digits;
  return Math.round(value * scale) / scale;
}
