import { describe, expect, test } from 'vitest';
import { asked, finding, type Row, table } from '#core/questions/testing';

const into = (amount: string) => `movements:\n  - {id: m1, from: gardeners, to: core, amount: ${amount}}\n`;
const roles = (more: string) => `roles:\n  keys: {name: Key holder, ${more}}\n`;

const rows: readonly Row[] = [
  {
    id: 'Q05',
    asks: { file: 'size: 100\n' },
    says: 'What do people at the edge give and get that our picture misses?',
    silent: { file: 'size: 42\n' },
  },
  {
    id: 'Q06',
    asks: { file: into('none') },
    says: 'How does someone come to help steer?',
    silent: { file: into('1 person/year') },
    offers: {},
  },
  {
    id: 'Q07',
    asks: { findings: [finding('concentration', [], { caf: 1 }, { kind: 'hours' })] },
    says: 'If two of us took a long break, what would pause?',
    silent: { findings: [finding('concentration', [], { caf: 5 }, { kind: 'hours' })] },
    offers: {
      findings: [finding('concentration', [], { caf: null }, { kind: 'hours', verdict: 'cannot-tell' })],
    },
  },
  {
    id: 'Q08',
    asks: { file: roles('held-by: [ana], needs: 2') },
    says: 'Who else has seen how “Key holder” is done?',
    silent: { file: roles('held-by: [core], needs: 2') },
    offers: { file: roles('held-by: [ana]') },
  },
  {
    id: 'Q09',
    asks: { findings: [finding('load', [], { gini: 0.9 }, { kind: 'hours' })] },
    says: 'Much is carried by few. Is that wished, for now or for good?',
    silent: { findings: [finding('load', [], { gini: 0.7 }, { kind: 'hours' })] },
    offers: { findings: [finding('load', [], { gini: null }, { kind: 'hours', verdict: 'cannot-tell' })] },
  },
  {
    id: 'Q10',
    asks: { core: 'energy: 0.3' },
    says: 'What gives energy lately, and what takes it?',
    silent: { core: 'energy: 0.8' },
    offers: {},
  },
  {
    id: 'Q11',
    asks: {},
    says: 'What did the last few who came, and who drifted off, find here?',
    silent: { file: 'movements:\n  - {id: m1, from: gardeners, to: outside, amount: 1 person/year}\n' },
  },
];

const falling = 'energy: [{since: 2025, until: 2025-12, energy: 0.9}, {since: 2026, energy: 0.7}]';

test('Q10 is asked as well where energy is high and falling', () => {
  expect(asked('Q10', { core: falling }).map((one) => one.why.text)).toEqual([
    'On a scale from 0 to 1, the energy of the core group is told as 0.7; before, it was 0.9.',
  ]);
});

describe('B2 Circles', () => table(rows));
