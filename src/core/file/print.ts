/**
 * Writes a file. A draft that nobody changed gives its own text back, byte for byte; a changed document keeps its
 * comments and order. A community without a draft (disclosed, or imported) is written out anew.
 */
import { type Document, parseDocument } from 'yaml';
import type { Draft } from '#core/file/draft';
import { layout } from '#core/file/layout';
import { readAmount } from '#core/file/read-amount';
import { writtenOpenness } from '#core/file/settle/openness';
import { plainAmount } from '#core/file/shape/amounts';
import { community as communityShape } from '#core/file/shape/community';
import { CURRENT_VERSION } from '#core/file/upgrade';
import type { Amount } from '#core/model/amount';
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
  const { positions, calendar, kinds, x, opennessNotes: _notes, ...rest } = community;
  const plain = withoutPlainKinds(rest, kinds);
  const written = communityShape.writeFrom(
    {
      ...plain,
      potluck: CURRENT_VERSION,
      kinds: kinds
        .filter((kind) => kind.declared)
        .map(({ rival, law, ...kind }) => ({ ...kind, law, rival: rival === isRival(law) ? null : rival })),
      calendar: calendarOf(calendar),
      openness: writtenOpenness(community),
      picture: Object.keys(positions).length === 0 ? null : { positions },
    },
    { community: { ...community, needs: plain.needs } },
  );
  return layout({ ...written, ...x });
}

/** A kind that the unit of an amount tells anyway is not written. */
function withoutPlainKinds(
  community: Omit<Community, 'kinds' | 'positions' | 'calendar' | 'x'>,
  kinds: Community['kinds'],
) {
  const told = (kind: string | null, amount: Amount | undefined): string | null => {
    const again = amount === undefined ? null : readAmount(String(plainAmount(amount)));
    if (again === null || 'mistake' in again || again.amount.unit === null) return kind;
    const fitting = kinds.filter((one) => one.unit === amount?.unit);
    return fitting.length === 1 && fitting[0]?.id === kind ? null : kind;
  };
  return {
    ...community,
    flows: community.flows.map((flow) => ({ ...flow, kind: told(flow.kind, flow.amount[0]?.value) })),
    needs: community.needs.map((need) => ({ ...need, kind: told(need.kind, need.amount[0]?.value) })),
  };
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
