/**
 * Writes a file. A draft that nobody changed gives its own text back, byte for byte; a changed document keeps its
 * comments and order. A community without a draft (disclosed, or imported) is written out anew.
 */
import { type Document, parseDocument, stringify } from 'yaml';
import type { Draft } from '#core/file/draft';
import { community as communityShape } from '#core/file/shape/community';
import { CURRENT_VERSION } from '#core/file/upgrade';
import type { Community } from '#core/model/community';

const STYLE = { lineWidth: 0, flowCollectionPadding: false } as const;

/** The text of a draft: its own where its document was not changed. */
export function print(draft: Draft): string {
  if (!draft.touched() || draft.document === null) return draft.text;
  const now = documentText(draft.document);
  const before = documentText(
    parseDocument(draft.text, { uniqueKeys: false, prettyErrors: false, logLevel: 'error' }),
  );
  return now === before ? draft.text : now;
}

function documentText(document: Document): string {
  // A document with errors refuses to be written; its text is then the best that there is.
  return document.errors.length > 0 ? '' : document.toString(STYLE);
}

/**
 * Writes a community as YAML: every fact that it holds, in the order of the reference, amounts as they were written.
 * Reading the text again gives an equal community.
 */
export function printCommunity(community: Community): string {
  const { positions, calendar, kinds, x, ...rest } = community;
  const written = communityShape.writeFrom(
    {
      ...rest,
      potluck: CURRENT_VERSION,
      kinds: kinds
        .filter((kind) => kind.declared)
        .map(({ rival, law, ...kind }) => ({ ...kind, law, rival: rival === isRival(law) ? null : rival })),
      calendar: calendarOf(calendar),
      picture: Object.keys(positions).length === 0 ? null : { positions },
    },
    { community },
  );
  return stringify({ ...written, ...x }, { ...STYLE, aliasDuplicateObjects: false, version: '1.2' });
}

function isRival(law: Community['kinds'][number]['law']): boolean {
  return law === 'conserved' || law === 'perishable';
}

function calendarOf(calendar: Community['calendar']): Record<string, unknown> | null {
  const { seasonMonths, workdayHours } = calendar;
  const workday = {
    is: 'known',
    shape: 'exact',
    least: workdayHours,
    likely: workdayHours,
    most: workdayHours,
    unit: 'h',
    per: null,
    text: `${workdayHours} h`,
  };
  const written = {
    season: seasonMonths === 3 ? null : seasonMonths,
    workday: workdayHours === 8 ? null : workday,
  };
  return written.season === null && written.workday === null ? null : written;
}
