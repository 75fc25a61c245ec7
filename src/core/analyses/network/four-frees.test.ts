/** The four kinds of free, each provoked by the smallest community that shows it. */
import { describe, expect, test } from 'vitest';
import { viewOf } from '#core/analyses/testing';
import { whoBears } from '#core/analyses/who-bears';

const text = (flows: string) => `
potluck: 1
id: choir
name: The choir
kinds: {hours: {unit: h, law: perishable}}
parties:
  singers: {name: Singers, type: circle, inside: true}
  core: {name: Core, type: circle, circle: core, inside: true}
  town: {name: Town, type: organisation}
  guests: {name: Guests, type: public}
pools: {kitty: {kind: eur}}
activities: {evening: {for: {singers: 1}, price: free}}
flows:
${flows}
  out: {from: kitty, to: evening, amount: 100 EUR/month}
`;
const free = (flows: string, kind: string) =>
  whoBears
    .run(viewOf(text(flows), '2026-01-01'), { draws: 0, seed: 1 })
    .find((finding) => finding.about[0] === 'evening' && finding.kind === kind)?.more?.['free'];
const of = (pattern: string, ...givers: string[]) => expect.objectContaining({ pattern, givers });

describe('what kind of free it is', () => {
  test('given without money', () => {
    expect(free('  lead: {from: core, to: evening, amount: 8 h/month}', 'hours')).toEqual([
      of('non-monetary', 'core'),
    ]);
  });

  test('paid by those who have it, in another way; and by somebody else for them', () => {
    const flows =
      '  dues: {from: singers, to: kitty, amount: 40 EUR/month, form: due}\n  grant: {from: town, to: kitty, amount: 60 EUR/month, form: grant}';
    expect(free(flows, 'eur')).toEqual([of('cross-subsidy', 'singers'), of('three-party', 'town')]);
  });

  test('paid by some who buy more', () => {
    expect(free('  tickets: {from: guests, to: kitty, amount: 100 EUR/month, form: sale}', 'eur')).toEqual([
      of('freemium', 'guests'),
    ]);
  });

  test('told even where nobody counted, and in words', () => {
    const found = free('  dues: {from: singers, to: kitty, amount: some EUR/month, form: due}', 'eur');
    expect(found).toMatchObject([
      { says: { text: 'Free because those who use it pay in another way: Singers.' } },
    ]);
  });

  test('reserves are no kind of free', () => {
    // Nothing comes in: all of it is drawn from the past.
    expect(free('', 'eur')).toBeUndefined();
  });
});
