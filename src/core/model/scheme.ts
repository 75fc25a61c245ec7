/** The default scheme: eleven blocks, nine revised from Osterwalder's canvas and two new (`domain.md`, section 2). */
import type { Block, Scheme } from '#core/model/community';

function block(id: string, name: string, asks: string, differs: string): Block {
  return { id, name, asks, differs };
}

export const DEFAULT_BLOCKS: readonly Block[] = [
  block('b1', 'Vision', 'What do we want to last; who cares enough?', 'Passion precedes the market.'),
  block('b2', 'Circles', 'Who takes part, at which distance?', 'Users are also makers.'),
  block(
    'b3',
    'Worth',
    'What changes for whom? Immediate, potential, applied, realised, reframing.',
    'Worth appears late and elsewhere.',
  ),
  block('b4', 'Ties', 'What trust, favours, old accounts?', 'Balance may stay open.'),
  block('b5', 'Places and tools', 'Where do we meet; who pays and holds keys?', 'The place shapes the work.'),
  block('b6', 'Doing', 'Which of the nine orientations, plus upkeep?', 'Upkeep is unpriced.'),
  block('b7', 'Commons and pockets', 'How did it become ours; who may use it?', 'Pooled, not owned.'),
  block('b8', 'Partners', 'Who supports; apart from or touching members?', 'The payer is not the recipient.'),
  block('b9', 'What it takes', 'All kinds; who bears it?', 'Mostly unbilled.'),
  block('b10', 'What comes back', 'All kinds; which loops renew energy?', 'Indirect and delayed.'),
  block('b11', 'Openness and rules', 'Who sees and decides; what is hard to say?', 'Transparency is work.'),
];

/** What `scheme: community`, and a file without `scheme`, mean. */
export const DEFAULT_SCHEME: Scheme = { id: 'community', version: 1, blocks: DEFAULT_BLOCKS, revised: [] };
