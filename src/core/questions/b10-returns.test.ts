import { describe } from 'vitest';
import { finding, type Row, table } from '#core/questions/testing';

const influences = `activities:\n  open-day: {name: Open day, for: {gardeners: 1}}
influences:
  - {id: i1, from: gardeners, to: open-day, sign: "+"}
  - {id: i2, from: open-day, to: gardeners, sign: "+"}
`;
const worth =
  'worth:\n  - {id: w1, about: open-day, for: gardeners, text: We learn., because: {how: told}}\n';
const loop = (sign: 'R' | 'B') => ({
  nodes: ['gardeners', 'open-day'],
  arrows: ['i1', 'i2'],
  sign,
  delay: 4,
});
const loops = (all: ReturnType<typeof loop>[], complete = 1) => [
  finding('loops', [], { count: all.length, longest: 8, complete }, { loops: all }),
];
const returns = (who: string, value: number | null) => [
  finding(
    'payer-beneficiary',
    [who],
    { return: value },
    { verdict: value === null ? 'cannot-tell' : 'measured' },
  ),
];
const grown = 'size: [{since: 2020, until: 2024, size: 30}, {since: 2025, size: 60}]\n';
const change = (came: string[]) => [finding('change', [], { bearersIn: came })];
const flag = (name: string) => [
  finding('incentives', ['commons'], {}, { flags: [{ flag: name, evidence: ['commons'] }] }),
];
const commons = 'pools:\n  commons: {name: Library, kind: hours}\n';

const rows: readonly Row[] = [
  {
    id: 'Q65',
    asks: { findings: returns('gardeners', 0.05) },
    says: 'What comes back to the gardeners, in any form?',
    silent: { findings: [...returns('gardeners', 0.6), ...returns('town', 0), ...returns('ana', 0)] },
    offers: { findings: returns('gardeners', null) },
  },
  {
    id: 'Q66',
    asks: { file: influences, findings: loops([loop('B')]) },
    says: 'Which good result brings new energy in?',
    silent: { file: `${influences}${worth}`, findings: loops([loop('R')]) },
    offers: {},
  },
  {
    id: 'Q67',
    asks: { file: influences, findings: loops([loop('R')]) },
    says: 'What keeps the gardeners and the open day from running away?',
    silent: { file: influences, findings: loops([loop('R'), loop('B')]) },
    offers: { file: influences, findings: loops([loop('R')], 0) },
  },
  {
    id: 'Q68',
    asks: { file: grown, findings: change([]) },
    says: 'As we grow, who gets more and who carries more?',
    silent: { file: grown, findings: change(['town']) },
    offers: { file: grown },
  },
  {
    id: 'Q69',
    asks: {
      findings: [
        finding(
          'loops',
          [],
          {},
          { flags: [{ flag: 'shifting-the-burden', evidence: ['core', 'gardeners'] }] },
        ),
      ],
    },
    says: 'Which quick help makes lasting help less likely?',
    silent: { findings: loops([]) },
  },
  {
    id: 'Q70',
    asks: { file: commons, findings: flag('own-inflow-up-commons-down') },
    says: 'Could doing well by our rules leave the library worse off?',
    silent: { file: commons, findings: flag('decider-receives') },
  },
  {
    id: 'Q71',
    asks: { findings: [finding('order', [], {}, { kind: 'hours', more: { alphaChange: 0.2 } })] },
    says: 'Few firm routes or many loose ones: what would a shock show?',
    silent: {
      findings: [finding('order', [], { alpha: 0.4 }, { kind: 'hours', more: { alphaChange: 0.05 } })],
    },
    offers: { findings: [finding('order', [], {}, { kind: 'hours', more: { alphaChange: null } })] },
  },
];

describe('B10 What comes back', () => table(rows));
