/** Hidden is not uncounted: an audience from whom amounts are covered is told that, and not that nobody counted. */
import { expect, test } from 'vitest';
import { analyse } from '#core/analyses/analyse';
import { disclose } from '#core/audience/disclose';
import { parse } from '#core/file/parse';
import { resolve } from '#core/file/resolve';

const TEXT = `
potluck: 1
id: covered
name: Covered
see: members
kinds:
  hours: {unit: h, law: perishable}
parties:
  core: {type: circle, circle: core, inside: true}
  members: {type: circle, circle: active, inside: true}
activities:
  list: {price: free, for: {members: 1}, needs: {care: {amount: 10 h/month}}}
flows:
  work: {from: core, to: list, fulfils: care, amount: 4 h/month}
openness:
  members: {hours: existence}
`;

function said(audience: string): string[] {
  const { community } = resolve(parse(TEXT));
  if (community === null) throw new Error('the file does not resolve');
  return analyse(disclose(community, { audience, day: '2026-01-01' }), [
    'coverage',
    'who-bears',
    'payer-beneficiary',
    'shift',
  ]).map((one) => one.says?.text ?? '');
}

test('members read that amounts are not shown, and never that nobody counted', () => {
  const sentences = said('members');
  expect(sentences.length).toBeGreaterThan(3);
  for (const sentence of sentences) {
    expect(sentence).toBe('Amounts behind this are not shown here, so it stays open for you.');
  }
});

test('stewards read the numbers', () => {
  expect(said('stewards').join(' ')).toContain('4 hours a month');
});
