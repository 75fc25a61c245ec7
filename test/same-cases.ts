/** How many random cases a property is tried on. */

/**
 * The same cases every time, so that a test can count on what they have in them; as many others as POTLUCK_CASES says where
 * somebody asks for more. To be given to `fc.assert`.
 */
export function sameCases(count: number): { numRuns: number; seed?: number } {
  const many = process.env['POTLUCK_CASES'];
  return many === undefined ? { numRuns: count, seed: 20261122 } : { numRuns: Number(many) };
}
