import { describe, expect, test } from 'vitest';
import { analyse } from '#core/analyses/analyse';
import { mostHelpful } from '#core/analyses/most-helpful';
import { viewOf } from '#core/analyses/testing';

const TEXT = `
potluck: 1
id: gap
name: A gap
kinds:
  hours: {unit: h, law: perishable}
parties:
  core: {type: circle, circle: core, inside: true}
  members: {type: circle, circle: active, inside: true}
activities:
  list: {for: {members: 1}, price: free, needs: {care: {amount: 10 h/month}}}
  wiki: {for: {members: 1}, price: free}
flows:
  counted: {from: members, to: list, fulfils: care, amount: 2 h/month}
  open: {name: Moderation, from: core, to: list, fulfils: care}
  also: {from: core, to: wiki}
  hidden-away: {from: core, to: wiki, amount: none}
`;

describe('the one number that would help most', () => {
  test('is the unknown behind the most results that cannot be told', () => {
    const view = viewOf(TEXT, '2026-01-01');
    const helps = mostHelpful(view, analyse(view, ['coverage', 'who-bears'], { draws: 0 }));
    // coverage of care, who bears the list, who bears all of it: all three wait for `open`.
    expect(helps[0]).toMatchObject({ id: 'open', narrows: 3 });
    expect(helps[0]?.says.text).toBe(
      'One number would help most: how much Moderation is. 3 results wait for it.',
    );
    expect(helps.map((one) => one.id)).not.toContain('counted');
    expect(helps.map((one) => one.id)).not.toContain('hidden-away');
  });

  test('nothing is missing: nothing to ask for', () => {
    const view = viewOf(
      TEXT.replace('to: list, fulfils: care}', 'to: list, fulfils: care, amount: 3 h/month}').replace(
        'to: wiki}',
        'to: wiki, amount: 1 h/month}',
      ),
      '2026-01-01',
    );
    expect(mostHelpful(view, analyse(view))).toEqual([]);
  });
});
