import { describe, expect, test } from 'vitest';
import { asked, finding, type Row, table } from '#core/questions/testing';

const money = `activities:\n  open-day: {name: Open day, for: {street: 1}, needs: {venue: {name: Venue, amount: 100 EUR/month}}}\n`;
const rent = `${money}flows:\n  rent: {from: town, to: open-day, fulfils: venue, amount: 100 EUR/month}\n`;
const notes = (n: number) =>
  `voices:\n${Array.from({ length: n }, (_, i) => `  v${i}: {about: town, type: hard-to-raise, anonymous: true}\n`).join('')}`;
const tau = (value: number | null, verdict = 'measured') => [
  finding('openness', ['members'], { tau: value }, { kind: 'eur', verdict, more: { audience: 'members' } }),
];
const openness = 'openness:\n  members: {eur: aggregate}\n';
const pool = (deciders: string) => `pools:\n  kitty: {name: Kitty, kind: eur, holder: core${deciders}}
flows:
  pay: {from: kitty, to: ana, amount: 50 EUR/month, form: gift}
`;
const decision = (keys: string) =>
  `decisions:\n  d1: {text: Two key holders from April., state: open${keys}}\n`;

const rows: readonly Row[] = [
  {
    id: 'Q72',
    asks: { file: openness, findings: tau(0.25) },
    says: 'Which figures did we mean to show, and what makes it hard?',
    silent: { file: openness, findings: tau(0.5) },
    offers: { file: openness, findings: tau(null, 'cannot-tell') },
  },
  {
    id: 'Q73',
    asks: { file: money },
    says: 'What would make money easier to speak of?',
    silent: { file: rent },
    offers: {
      file: 'activities:\n  open-day: {name: Open day, for: {street: 1}, needs: {venue: {name: Venue, amount: unknown}}}\n',
    },
  },
  {
    id: 'Q74',
    asks: { file: notes(3) },
    says: 'Several find the town council hard to raise. Under which conditions could we?',
    silent: { file: notes(2) },
  },
  {
    id: 'Q75',
    asks: { file: 'tools:\n  chat: {name: Group chat, see: core}\n' },
    says: 'Who knows what others do not, and is there a reason?',
    silent: {},
  },
  {
    id: 'Q76',
    asks: { file: pool(', deciders: [core]') },
    says: 'When we decide on what touches us, who looks along?',
    silent: { file: pool(', deciders: [gardeners]') },
    offers: { file: pool('') },
  },
  {
    id: 'Q77',
    asks: { file: decision(', review-on: 2025-09-01') },
    says: 'We decided “Two key holders from April”. What did it do?',
    silent: { file: decision(', review-on: 2026-09-01') },
    offers: { file: decision('') },
  },
  {
    id: 'Q78',
    asks: { findings: [finding('agenda', [], {}, { flags: [{ flag: 'leg-off-twice', evidence: [] }] })] },
    says: 'Which leg got no attention lately?',
    silent: { findings: [finding('agenda', [], {}, { flags: [] })] },
  },
];

describe('B11 Openness and rules', () => {
  table(rows);

  test('Q74 wants five notes in a circle above thirty, and never says that there are fewer', () => {
    expect(asked('Q74', { file: `size: 40\n${notes(4)}` })).toEqual([]);
    expect(asked('Q74', { file: `size: 40\n${notes(5)}` })).toHaveLength(1);
  });
});
