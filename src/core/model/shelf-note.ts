/** What a community's file says of its place on a shelf (`x-shelf`). Read from what was disclosed; decides nothing. */

export interface ShelfNote {
  /** `case`: from public pages. `template`: a pattern to begin from. `synthetic`: invented, and labelled so. `illustrative`: real, and not one of the seed's. */
  readonly label: string | null;
  readonly invented: boolean;
  readonly summary: string | null;
  /** Days at which it shows a different economy. */
  readonly snapshots: readonly string[];
}

/** The note among the extensions (`x-…`) of a file; anything that is not as it should be counts as not said. */
export function shelfNoteOf(x: Readonly<Record<string, unknown>>): ShelfNote {
  const note = x['x-shelf'] as
    | { label?: unknown; synthetic?: unknown; summary?: unknown; snapshots?: unknown }
    | null
    | undefined;
  const label = note?.label ?? x['x-label'];
  return {
    label: typeof label === 'string' ? label : null,
    invented: note?.synthetic === true || label === 'synthetic',
    summary: typeof note?.summary === 'string' ? note.summary : null,
    snapshots: Array.isArray(note?.snapshots) ? note.snapshots.map(String) : [],
  };
}
