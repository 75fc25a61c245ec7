import { describe } from 'vitest';
import { finding, type Row, table } from '#core/questions/testing';

const vision = (more = '') => `vision:\n  v: {text: Anyone can grow food., since: 2025-06${more}}\n`;
const work = (open: string, walk: string) => `${vision()}
activities:
  open-day: {name: Open day, serves: v}
  walk: {name: Market stall, for: {street: 1}}
flows:
  f1: {from: gardeners, to: open-day, amount: ${open}}
  f2: {from: gardeners, to: walk, amount: ${walk}}
`;

const rows: readonly Row[] = [
  {
    id: 'Q01',
    asks: {},
    says: 'What would we like still to be true of us in five years?',
    silent: { file: vision() },
    offers: { file: 'vision:\n  v: {text: Anyone can grow food.}\n' },
  },
  {
    id: 'Q02',
    asks: { file: work('60 h/month', '40 h/month') },
    says: 'How does the market stall serve what we are here for?',
    silent: { file: work('60 h/month', '5 h/month') },
    offers: { file: work('60 h/month', 'some h/month') },
  },
  {
    id: 'Q03',
    asks: { file: 'vision:\n  v: {text: Food for all.}\n  w: {text: A quiet place.}\n' },
    says: 'Where do our pictures of the future differ, and does it matter?',
    silent: { file: vision() },
  },
  {
    id: 'Q04',
    asks: {
      file: `${vision(', horizon: 2031')}pools:\n  kitty: {kind: eur, holder: core}\n`,
      findings: [finding('runway', ['kitty'], { months: 5 })],
    },
    says: 'What must last longest, and what keeps it going today?',
    silent: { file: vision(), findings: [finding('runway', ['kitty'], { months: 5 })] },
    offers: {
      file: vision(', horizon: 2031'),
      findings: [finding('runway', ['kitty'], { months: null }, { verdict: 'cannot-tell' })],
    },
  },
];

describe('B1 Vision', () => table(rows));
