import { describe } from 'vitest';
import { finding, type Row, table } from '#core/questions/testing';

const account = (keys: string) =>
  `accounts:\n  roof: {who: core, towards: town, about: The roof, size: M${keys}}\n`;
const tie = (keys: string) => `ties:\n  - {id: t1, between: [core, gardeners], ${keys}}\n`;
const pool = (norm: string) => `pools:\n  kitty: {name: Kitty, kind: eur, holder: core${norm}}\n`;
const gift = (norm: string) =>
  `flows:\n  gifts: {name: Seed money, from: gardeners, to: kitty, amount: 50 EUR/year${norm}}\n`;
const shared = (second: string) => `activities:\n  upkeep: {name: Upkeep, for: {gardeners: 1}}
pools:\n  kitty: {name: Kitty, kind: eur, holder: core}
flows:
  a: {from: ana, to: upkeep, amount: 10 h/month}
  b: {from: gardeners, to: upkeep, amount: 10 h/month}
  pay: {from: kitty, to: ana, amount: 50 EUR/month, form: pay, compensates: a}
${second}`;
const carrying = (tended: string) => `activities:
  open-day: {name: Open day, for: {gardeners: 1}, needs: {hosting: {name: Hosting, amount: 30 h/month}}}
flows:
  h: {from: town, to: open-day, fulfils: hosting, amount: 10 h/month}
ties:
  - {id: t1, between: [town, gardeners], trust: 0.8${tended}}
`;
const dep = (value: number) => [
  finding('concentration', ['hosting', 'town'], { dep: value }, { kind: 'hours' }),
];

const rows: readonly Row[] = [
  {
    id: 'Q17',
    asks: { file: account(', since: 2020-05, state: unspoken') },
    says: 'Are there old accounts to thank for, honour or let go?',
    silent: { file: account(', since: 2025-05, state: unspoken') },
    offers: { file: account(', state: unspoken') },
  },
  {
    id: 'Q18',
    asks: { findings: [finding('favours', ['town'], { give: 0.9 })] },
    says: 'The town council gives more than it receives on paper. What is not on paper?',
    silent: {
      findings: [finding('favours', ['town'], { give: 0.5 }), finding('favours', ['ana'], { give: 1 })],
    },
    offers: { findings: [finding('favours', ['gardeners'], { give: null }, { verdict: 'cannot-tell' })] },
  },
  {
    id: 'Q18',
    asks: { findings: [finding('favours', ['gardeners'], { give: 0.9 })] },
    says: 'The gardeners give more than they receive on paper. What is not on paper?',
    silent: {},
  },
  {
    id: 'Q19',
    asks: { file: `${pool('')}${gift('')}`, findings: [finding('favours', [], { reciprocity: 0.1 })] },
    says: 'Favours travel onward rather than back. What keeps the chain going?',
    silent: { file: `${pool('')}${gift('')}`, findings: [finding('favours', [], { reciprocity: 0.5 })] },
    offers: {
      file: `${pool('')}${gift('')}`,
      findings: [finding('favours', [], { reciprocity: null }, { verdict: 'cannot-tell' })],
    },
  },
  {
    id: 'Q20',
    asks: { file: tie('trust: 0.3') },
    says: 'What would core and wider circle like to know of each other?',
    silent: { file: tie('trust: 0.8') },
    offers: {},
  },
  {
    id: 'Q20',
    asks: { file: tie('trust: unknown') },
    says: 'What would core and wider circle like to know of each other?',
    silent: { file: tie('trust: 0.5') },
  },
  {
    id: 'Q21',
    asks: { file: `${pool(', norm: turn-taking')}${gift(', norm: sharing')}` },
    says: 'Is seed money gift, turn, duty or payment, and do all read it so?',
    silent: { file: `${pool(', norm: sharing')}${gift(', norm: sharing')}` },
    offers: { file: `${pool('')}${gift(', norm: sharing')}` },
  },
  {
    id: 'Q22',
    asks: { file: shared('') },
    says: 'What changes for everyone when part of this is paid?',
    silent: {
      file: shared('  pay2: {from: kitty, to: gardeners, amount: 50 EUR/month, form: pay, compensates: b}\n'),
    },
  },
  {
    id: 'Q22',
    asks: {
      findings: [
        finding('incentives', ['upkeep'], {}, { flags: [{ flag: 'paid-and-unpaid', evidence: ['upkeep'] }] }),
      ],
    },
    says: 'What changes for everyone when part of this is paid?',
    silent: { file: shared(''), findings: [finding('incentives', [], {}, { flags: [] })] },
  },
  {
    id: 'Q23',
    asks: { file: carrying(', tended: 2024-01'), findings: dep(0.3) },
    says: 'Which relations that carry us could use tending?',
    silent: { file: carrying(', tended: 2026-01'), findings: dep(0.3) },
    offers: { file: carrying(''), findings: dep(0.3) },
  },
];

describe('B4 Ties', () => table(rows));
