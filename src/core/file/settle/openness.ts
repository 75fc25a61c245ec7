/** The levels of `openness` apart from what is said about them, and both together again for printing. */
import type { StatedLevel, WrittenCommunity } from '#core/file/shape/community';
import type { Community, OpennessNote } from '#core/model/community';
import type { Level } from '#core/model/things';

type Stated = WrittenCommunity['openness'];

/** Levels by audience and kind; `opennessNotes` only where something is said about one. */
export function settleOpenness(written: Stated): Pick<Community, 'openness' | 'opennessNotes'> {
  const openness: Record<string, Record<string, Level>> = {};
  const notes: Record<string, Record<string, OpennessNote>> = {};
  for (const [audience, kinds] of Object.entries(written)) {
    const levels: Record<string, Level> = {};
    for (const [kind, stated] of Object.entries(kinds)) {
      levels[kind] = typeof stated === 'string' ? stated : stated.level;
      if (typeof stated === 'string') continue;
      notes[audience] = { ...notes[audience], [kind]: { from: stated.from, because: stated.because } };
    }
    openness[audience] = levels;
  }
  return Object.keys(notes).length === 0 ? { openness } : { openness, opennessNotes: notes };
}

/** As it is written: a level alone where nothing is said about it. */
export function writtenOpenness({
  openness,
  opennessNotes,
}: Pick<Community, 'openness' | 'opennessNotes'>): Stated {
  const stated = (audience: string, kind: string, level: Level): StatedLevel => {
    const note = opennessNotes?.[audience]?.[kind];
    return note === undefined ? level : { level, ...note };
  };
  return Object.fromEntries(
    Object.entries(openness).map(([audience, kinds]) => [
      audience,
      Object.fromEntries(Object.entries(kinds).map(([kind, level]) => [kind, stated(audience, kind, level)])),
    ]),
  );
}
