import { describe } from 'vitest';
import { finding, type Row, table } from '#core/questions/testing';

const chat = (keys: string) => `tools:\n  chat: {name: Group chat${keys}}\n`;
const shift = (values: Record<string, number | null>, verdict = 'measured') => [
  finding('shift', ['hosting'], values, { verdict }),
];
const need = `activities:\n  open-day: {name: Open day, for: {street: 1}, needs: {hosting: {name: Hosting, amount: 30 h/month}}}\n`;

const rows: readonly Row[] = [
  {
    id: 'Q24',
    asks: { file: chat(', keys: [ana]') },
    says: 'Whose name is the group chat on, and how would it pass on?',
    silent: { file: chat(', keys: [ana, core]') },
    offers: { file: chat('') },
  },
  {
    id: 'Q25',
    asks: { file: chat(', payer: town') },
    says: 'Who makes the group chat free for us, and until when?',
    silent: { file: chat(', payer: core') },
    offers: { file: chat(', payer: unknown') },
  },
  {
    id: 'Q26',
    asks: { findings: shift({ stretch2: 0.6 }) },
    says: 'If twice as many came, what would grow along and what not?',
    silent: { findings: shift({ stretch2: 0.9 }) },
    offers: { findings: shift({ stretch2: null }, 'cannot-tell') },
  },
  {
    id: 'Q27',
    asks: { file: need, findings: shift({ breaks: 1.2 }) },
    says: 'Hosting may stop keeping up soon. What would we do first?',
    silent: { file: need, findings: shift({ breaks: null }) },
    offers: { file: need, findings: shift({ breaks: null }, 'cannot-tell') },
  },
  {
    id: 'Q28',
    asks: { file: chat(', adoption: 0.5') },
    says: 'What did the old place do that the new one does not?',
    silent: { file: chat(', adoption: 1') },
    offers: { file: 'tools:\n  chat: {name: Group chat, since: 2026-01}\n  list: {name: Old list}\n' },
  },
  {
    id: 'Q28',
    asks: {
      file: `${chat(', adoption: 1')}scenarios:\n  away: {name: Away, changes: [{at: 6 months, move: chat, to: {name: New chat}}]}\n`,
    },
    says: 'What did the old place do that the new one does not?',
    silent: { file: chat('') },
  },
  {
    id: 'Q29',
    asks: { file: chat(', exports: no') },
    says: 'If the group chat closed, what could we carry out?',
    silent: { file: chat(', exports: yes') },
    offers: { file: chat('') },
  },
  {
    id: 'Q30',
    asks: { findings: [finding('commons', ['gardeners'], { attention: 0.94 })] },
    says: 'How much of what we send can still be read?',
    silent: { findings: [finding('commons', ['gardeners'], { attention: 0.5 })] },
    offers: {
      findings: [finding('commons', ['gardeners'], { attention: null }, { verdict: 'cannot-tell' })],
    },
  },
  {
    id: 'Q31',
    asks: {
      findings: [
        finding(
          'shift',
          [],
          {},
          { flags: [{ flag: 'loop-lost', evidence: [], shared: ['gardeners', 'core'] }] },
        ),
      ],
    },
    says: 'How will we hear from quiet members afterwards?',
    silent: { findings: shift({ stretch2: 0.6 }) },
  },
];

describe('B5 Places and tools', () => table(rows));
