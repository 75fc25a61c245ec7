import { describe } from 'vitest';
import { finding, type Row, table } from '#core/questions/testing';

const worth = (keys: string) => `worth:\n  - {id: w1, ${keys}, text: Three balconies grow beans.}\n`;
const openDay = 'activities:\n  open-day: {name: Open day, for: {gardeners: 1}}\n';
const matrix = (cells: (number | null)[][]) => ({
  kind: 'hours',
  verdict: 'traced',
  matrix: { rows: ['gardeners'], cols: ['gardeners', 'street'], cells },
});

const rows: readonly Row[] = [
  {
    id: 'Q12',
    asks: {},
    says: 'What has someone done differently because of us?',
    silent: { file: worth('for: street, because: {how: told}') },
    offers: { file: worth('for: street') },
  },
  {
    id: 'Q13',
    asks: { file: openDay },
    says: 'How do we know what the gardeners value?',
    silent: {
      file: `${openDay}voices:\n  v1: {about: open-day, type: worth, by: gardeners, text: We like it.}\n`,
    },
    offers: { file: `${openDay}${worth('for: gardeners, because: {how: told}')}` },
  },
  {
    id: 'Q13',
    asks: { file: 'activities:\n  open-day: {name: Open day, for: {street: 1}}\n' },
    says: 'How do we know what the street values?',
    silent: { file: 'activities:\n  open-day: {name: Open day, for: {ana: 1}}\n' },
  },
  {
    id: 'Q14',
    asks: { file: worth('for: street, cycle: immediate') },
    says: 'What happened after the good conversation?',
    silent: { file: worth('for: street, cycle: applied') },
    offers: { file: worth('for: street') },
  },
  {
    id: 'Q15',
    asks: { findings: [finding('who-bears', [], {}, matrix([[40, 60]]))] },
    says: 'Part of what we bear reaches outsiders. What does that mean to us?',
    silent: { findings: [finding('who-bears', [], {}, matrix([[80, 20]]))] },
    offers: { findings: [finding('who-bears', [], {}, { ...matrix([[1, null]]), verdict: 'reach' })] },
  },
  {
    id: 'Q16',
    asks: { file: worth('for: gardeners, sign: "-"') },
    says: 'For whom might taking part cost more than it brings?',
    silent: { file: worth('for: gardeners') },
  },
];

describe('B3 Worth', () => table(rows));
