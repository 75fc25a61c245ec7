import { describe } from 'vitest';
import { finding, type Row, table } from '#core/questions/testing';

const kitty = (keys = '') => `pools:\n  kitty: {name: Kitty, kind: eur${keys}}\n`;
const pockets = `pools:\n  kitty: {name: Kitty, kind: eur, pockets: {seeds: {name: Seeds, share: 0.6}}}\n`;
const one = (analysis: string, values: Record<string, number | null>, verdict = 'measured') => [
  finding(analysis, ['kitty'], values, { verdict, kind: 'eur' }),
];
const trap = (traps: string[][]) => [
  finding('who-bears', [], {}, { verdict: traps.length > 0 ? 'trap' : 'traced', traps }),
];

const rows: readonly Row[] = [
  {
    id: 'Q39',
    asks: { file: kitty() },
    says: 'How did the kitty become ours, and who decides on it?',
    silent: { file: kitty(', entry: Anyone may put in., use: Seeds first.') },
  },
  {
    id: 'Q40',
    asks: { file: pockets, findings: [finding('pocket-drift', ['kitty', 'seeds'], { drift: 0.4 })] },
    says: 'Seeds went partly elsewhere. Has its meaning changed?',
    silent: { file: pockets, findings: [finding('pocket-drift', ['kitty'], { drift: 0.15 })] },
    offers: {
      file: pockets,
      findings: [finding('pocket-drift', ['kitty'], { drift: null }, { verdict: 'cannot-tell' })],
    },
  },
  {
    id: 'Q41',
    asks: {
      file: kitty(),
      findings: one('balance', { low: 1150, likely: 1250, high: 1350, gap: 0.347 }, 'gap'),
    },
    says: 'The kitty differs by about EUR 1,250. Which flows are unwritten?',
    silent: { file: kitty(), findings: one('balance', { low: -50, likely: 0, high: 50, gap: 0 }, 'closes') },
    offers: {
      file: kitty(),
      findings: one('balance', { low: null, likely: null, high: null, gap: null }, 'cannot-tell'),
    },
  },
  {
    id: 'Q42',
    asks: { file: kitty(), findings: one('runway', { months: 40 }) },
    says: 'What is the kitty kept for?',
    silent: { file: kitty(), findings: one('runway', { months: 10 }) },
    offers: { file: kitty(), findings: one('runway', { months: null }, 'cannot-tell') },
  },
  {
    id: 'Q43',
    asks: { file: kitty(), findings: one('commons', { upkeep: 0.556 }) },
    says: 'The kitty is used faster than renewed. What would show first?',
    silent: { file: kitty(), findings: one('commons', { upkeep: 1.2 }) },
    offers: { file: kitty(), findings: one('commons', { upkeep: null }, 'cannot-tell') },
  },
  {
    id: 'Q44',
    asks: { file: kitty(), findings: one('commons', { press: 1.2 }) },
    says: 'Which times or ways of use would spare the kitty?',
    silent: { file: kitty(), findings: one('commons', { press: 0.9 }) },
    offers: { file: kitty(), findings: one('commons', { press: null }, 'cannot-tell') },
  },
  {
    id: 'Q45',
    asks: { file: kitty(), findings: trap([['kitty', 'ana']]) },
    says: 'What enters the kitty and the core group does not leave. Saving, or leak?',
    silent: { file: kitty(), findings: trap([]) },
  },
  {
    id: 'Q46',
    asks: { findings: [finding('load', [], { ride: 0.3 }, { kind: 'hours' })] },
    says: 'Use and giving of hours differ. Wished, unseen or troubling?',
    silent: { findings: [finding('load', [], { ride: 0.1 }, { kind: 'hours' })] },
    offers: { findings: [finding('load', [], { ride: null }, { kind: 'hours', verdict: 'cannot-tell' })] },
  },
  {
    id: 'Q47',
    asks: { file: `${kitty()}voices:\n  v: {about: kitty, type: dispute, text: Ana wants tea.}\n` },
    says: 'What would each of us use the kitty for, and which value lies behind that?',
    silent: { file: `${kitty()}voices:\n  v: {about: kitty, type: worth, text: Good.}\n` },
  },
  {
    id: 'Q48',
    asks: { file: kitty(', holder: ana, deciders: [ana]') },
    says: 'Who could take over the kitty tomorrow?',
    silent: { file: kitty(', holder: ana, deciders: [core]') },
    offers: { file: kitty(', holder: ana') },
  },
];

describe('B7 Commons and pockets', () => table(rows));
