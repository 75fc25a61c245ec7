/** Which problems leave a community that can be used. Apart from their sentences, so that it is known without them. */
const WARNINGS: readonly string[] = [
  'copy-used-up',
  'flow-outside',
  'missing-version',
  'once-without-period',
  'overlapping-readings',
  'pay-without-work',
];

/** How bad a problem of that code is. */
export function severityOf(code: string): 'error' | 'warning' {
  return WARNINGS.includes(code) ? 'warning' : 'error';
}
