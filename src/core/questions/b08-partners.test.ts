import { describe } from 'vitest';
import { finding, type Row, table } from '#core/questions/testing';

const need = `activities:
  open-day: {name: Open day, for: {street: 1}, needs: {hosting: {name: Hosting, amount: 30 h/month}}}
`;
const dep = (giver: string, value: number | null) => [
  finding(
    'concentration',
    ['hosting', giver],
    { dep: value },
    { kind: 'hours', verdict: value === null ? 'cannot-tell' : 'measured' },
  ),
];
const indirect = (who: string, value: number | null) => [
  finding(
    'payer-beneficiary',
    [who],
    { indirect: value, return: null, steps: null },
    { verdict: value === null ? 'cannot-tell' : 'measured' },
  ),
];
const grant = (keys: string, more = '') => `pools:\n  kitty: {name: Kitty, kind: eur, holder: core${more}}
flows:
  grant: {name: Town grant, from: town, to: kitty, form: grant${keys}}
`;
const basket = (keys: string) => `${grant(', amount: 100 EUR/month')}${need}baskets:
  school: {name: School garden, sponsor: town, includes: [open-day], income: [grant]${keys}}
`;
const subsidy = (income: number | null, cost: number | null) => [
  finding(
    'cross-subsidy',
    [],
    { income: { school: income }, cost: { school: cost } },
    { kind: 'eur', verdict: income === null ? 'cannot-tell' : 'measured' },
  ),
];

const rows: readonly Row[] = [
  {
    id: 'Q49',
    asks: { file: need, findings: dep('town', 0.8) },
    says: 'What would change if the town council stopped, and have we talked about it?',
    silent: { file: need, findings: [...dep('town', 0.3), ...dep('gardeners', 0.9)] },
    offers: { file: need, findings: dep('town', null) },
  },
  {
    id: 'Q50',
    asks: { findings: indirect('town', 0.938) },
    says: 'The town council supports what others receive. What do they hope for?',
    silent: { findings: [...indirect('town', 0.4), ...indirect('gardeners', 0.9)] },
    offers: { findings: indirect('town', null) },
  },
  {
    id: 'Q51',
    asks: {
      findings: [
        finding(
          'contact',
          ['town', 'gardeners'],
          { breaches: 1 },
          { paths: [['town', 'core', 'gardeners']] },
        ),
      ],
    },
    says: 'The town council and the gardeners were to stay apart; they meet at the core group. Keep, change, allow?',
    silent: { findings: [finding('contact', ['town', 'gardeners'], { breaches: 0 })] },
    offers: {
      findings: [finding('contact', ['town', 'gardeners'], { breaches: null }, { verdict: 'cannot-tell' })],
    },
  },
  {
    id: 'Q52',
    asks: {
      file: 'accounts:\n  roof: {who: core, towards: town, about: The roof, size: M, state: unspoken}\n',
    },
    says: 'What may the town council expect that we never agreed?',
    silent: { file: grant(', amount: 100 EUR/month, strings: A logo on every poster.') },
    offers: { file: grant(', amount: 100 EUR/month') },
  },
  {
    id: 'Q53',
    asks: {
      file: `${grant(', amount: 80 EUR/month, strings: A logo.')}  free: {from: street, to: kitty, amount: 20 EUR/month, form: gift}\n`,
    },
    says: 'Which work falls between the baskets?',
    silent: {
      file: `${grant(', amount: 20 EUR/month, strings: A logo.')}  free: {from: street, to: kitty, amount: 80 EUR/month, form: gift}\n`,
    },
    offers: {
      file: `${grant(', amount: unknown, strings: A logo.')}  free: {from: street, to: kitty, amount: 80 EUR/month, form: gift}\n`,
    },
  },
  {
    id: 'Q54',
    asks: { file: basket(''), findings: subsidy(60, 100) },
    says: 'The school garden brings 60% of what it takes. Where does the rest come from?',
    silent: { file: basket(''), findings: subsidy(120, 100) },
    offers: { file: basket(''), findings: subsidy(null, null) },
  },
  {
    id: 'Q55',
    asks: { file: basket(', ends: 2026-06-30') },
    says: 'What ends, shrinks or goes on afterwards?',
    silent: { file: basket(', ends: 2028-06-30') },
    offers: { file: basket('') },
  },
  {
    id: 'Q55',
    asks: { file: grant(', amount: 100 EUR/month, since: 2024, until: 2025-11') },
    says: 'What ends, shrinks or goes on afterwards?',
    silent: { file: grant(', amount: 100 EUR/month, since: 2020, until: 2023-11') },
  },
  {
    id: 'Q56',
    asks: { file: grant(', amount: 100 EUR/month', ', deciders: [town]') },
    says: 'When the town council and community differ, how is it settled?',
    silent: { file: grant(', amount: 100 EUR/month', ', deciders: [core]') },
    offers: { file: grant(', amount: 100 EUR/month') },
  },
];

describe('B8 Partners', () => table(rows));
