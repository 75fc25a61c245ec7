/** Takes the dust of binary arithmetic off a number that leaves the core: 13 significant digits, so that 16.8 reads 16.8. */
export function tidy(value: number): number {
  return Number.isInteger(value) ? value : Number(value.toPrecision(13));
}
