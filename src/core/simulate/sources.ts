/** Where a number of the simulation is from, as a sentence; what is described, edited or a rule of thumb has words of its own. */
import { type Message, message } from '#core/words/message';

const says = message(
  'simulate.source',
  '{source, select, volunteers {Volunteering in America 2008: about one in three lost a year} size {Rule of thumb; that size works both ways after Butler 2001} trust {Slovic 1993; contested} moves {Rule of thumb; one account of over half lost in four moves (Cravens)} law {Odlyzko and Tilly 2005} other {Given in the file, under simulation}}',
);

/** As the equations have them. */
const KEYS: Readonly<Record<string, string>> = {
  'Volunteering in America 2008: about one in three lost a year': 'volunteers',
  'heuristic; opposing size effects after Butler 2001': 'size',
  'Slovic 1993; contested': 'trust',
  'heuristic; one anecdote of over half lost in four moves (Cravens)': 'moves',
  'Odlyzko and Tilly 2005': 'law',
  'simulation.parameters': 'file',
};

/** The sentence of a source; null for `heuristic`, `described`, `edited here` and what is none. */
export function sourceSaid(source: string): Message | null {
  const key = KEYS[source];
  return key === undefined ? null : says({ source: key });
}
