import { describe } from 'vitest';
import { finding, type Row, table } from '#core/questions/testing';

const need = `activities:
  open-day: {name: Open day, for: {street: 1}, needs: {hosting: {name: Hosting, amount: 30 h/month}}}
`;
const seven = ['a', 'b', 'c', 'd', 'e', 'f', 'g'];
const bits = `${need}flows:\n${seven.map((id) => `  ${id}: {from: gardeners, to: open-day, fulfils: hosting, amount: some h/month}\n`).join('')}`;
const covered = (
  values: Record<string, number | null>,
  verdict = 'short',
  evidence: readonly string[] = [],
) => [finding('coverage', ['hosting'], values, { kind: 'hours', unit: 'h/month', verdict, evidence })];
const unknown = { supply: null, cov: null, big: null, robust: null, eff: null, k50: null };
const swap = (keys: string) => `trials:\n  swap: {name: Seed swap, about: Gave seeds away${keys}}\n`;
const doing = (keys: string) => `activities:\n  walk: {name: Weekly tour, for: {street: 1}${keys}}\n`;

const rows: readonly Row[] = [
  {
    id: 'Q32',
    asks: { file: need, findings: covered({ supply: 24, cov: 0.8 }) },
    says: 'Hosting is covered for about 80%. What happens to the rest?',
    silent: { file: need, findings: covered({ supply: 33, cov: 1.1 }, 'covered') },
    offers: { file: need, findings: covered(unknown, 'cannot-tell') },
  },
  {
    id: 'Q33',
    asks: { file: need, findings: covered({ robust: 0.44 }) },
    says: 'Without the largest bit 44% remains. What would we keep?',
    silent: { file: need, findings: covered({ robust: 0.9 }) },
    offers: { file: need, findings: covered(unknown, 'cannot-tell') },
  },
  {
    id: 'Q34',
    asks: { file: need, findings: covered({ eff: 8, big: 0.15 }, 'covered') },
    says: 'Many small bits add up. How do we notice one missing?',
    silent: { file: need, findings: covered({ eff: 8, big: 0.3 }, 'covered') },
    offers: { file: bits, findings: covered(unknown, 'cannot-tell', seven) },
  },
  {
    id: 'Q35',
    asks: { file: doing(', orientation: meetings') },
    says: 'Who looks after things that show only when they break?',
    silent: { file: doing(', orientation: community cultivation') },
    offers: { file: doing('') },
  },
  {
    id: 'Q36',
    asks: { file: swap(', review-on: 2025-06-01, outcome: unknown') },
    says: 'What did the seed swap teach: stop, repeat, make regular?',
    silent: { file: swap(', review-on: 2025-06-01, outcome: repeat') },
    offers: { file: swap(', outcome: unknown') },
  },
  {
    id: 'Q37',
    asks: {},
    says: 'What would we try if nothing had to come back?',
    silent: { file: swap(', since: 2025-09') },
    offers: { file: swap('') },
  },
  {
    id: 'Q38',
    asks: { file: 'activities:\n  tour: {name: Weekly tour}\n' },
    says: 'For whom would it matter if the weekly tour paused?',
    silent: { file: doing('') },
  },
];

describe('B6 Doing', () => table(rows));
