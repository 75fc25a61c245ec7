/** Where the things of each section name other things: one table, so that no door forgets a field. */
import type { Section } from '#core/model/fact';

/**
 * `end`: one of the two ends of the fact. `one`: a single reference that is dropped when hidden. `party`: a single
 * reference to a party that becomes its circle. `list`: many parties. `facts`: many facts, hidden ones dropped.
 * `pair`: two ends. `weights`: a map from id to weight. `of`: the thing that this one is part of.
 */
export type ReferenceKind = 'end' | 'one' | 'party' | 'list' | 'facts' | 'pair' | 'weights' | 'of';

export interface Reference {
  readonly key: string;
  readonly as: ReferenceKind;
}

const field = (as: ReferenceKind, ...keys: readonly string[]): Reference[] =>
  keys.map((key) => ({ key, as }));

export const REFERENCES: Readonly<Record<Section, readonly Reference[]>> = {
  vision: field('list', 'authors'),
  parties: field('party', 'in'),
  roles: field('list', 'heldBy'),
  pools: [...field('party', 'holder'), ...field('list', 'deciders'), ...field('facts', 'pockets')],
  pockets: [...field('of', 'pool'), ...field('facts', 'allowed')],
  activities: [...field('weights', 'for', 'usedBy'), ...field('one', 'serves'), ...field('facts', 'needs')],
  needs: field('of', 'activity'),
  flows: [...field('end', 'from', 'to'), ...field('one', 'fulfils', 'compensates', 'for')],
  accounts: field('end', 'who', 'towards'),
  baskets: [
    ...field('end', 'sponsor'),
    ...field('facts', 'includes', 'income'),
    ...field('one', 'dependsOn'),
  ],
  trials: field('facts', 'gave'),
  influences: field('end', 'from', 'to'),
  quantities: [],
  ties: [...field('pair', 'between'), ...field('party', 'bridge')],
  movements: field('end', 'from', 'to'),
  tools: [...field('list', 'keys'), ...field('party', 'payer')],
  worth: [...field('one', 'about'), ...field('party', 'for')],
  voices: [...field('one', 'about'), ...field('party', 'by')],
  decisions: [...field('list', 'by'), ...field('facts', 'about')],
  history: field('facts', 'changes'),
  walls: [...field('pair', 'between'), ...field('party', 'bridge')],
  scenarios: [],
};

/** Fields that hold free words of people. */
export const FREE_TEXT: Readonly<Record<Section, readonly string[]>> = {
  vision: ['text'],
  parties: [],
  roles: [],
  pools: ['entry', 'use', 'limits', 'oursBecause'],
  pockets: [],
  activities: ['orientation'],
  needs: [],
  flows: ['strings'],
  accounts: ['about'],
  baskets: ['strings', 'reporting'],
  trials: ['about', 'hoped'],
  influences: ['condition'],
  quantities: [],
  ties: [],
  movements: [],
  tools: [],
  worth: ['text'],
  voices: ['text'],
  decisions: ['text', 'question', 'reasons', 'objections'],
  history: ['text'],
  walls: [],
  scenarios: [],
};

/** Fields whose readings carry evidence of their own. */
export const READINGS: Readonly<Partial<Record<Section, readonly string[]>>> = {
  parties: ['size', 'energy', 'available', 'reads'],
  pools: ['stock', 'wears', 'renews'],
  pockets: ['share'],
  needs: ['amount'],
  flows: ['amount'],
  ties: ['trust'],
  movements: ['amount'],
};
