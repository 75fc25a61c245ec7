/**
 * A second look at what an audience is shown, by another way than the one that withheld it: every withheld figure is bounded
 * by linear programming, for a stranger and for whoever gave most of it. What is found too narrow is a mistake of ours.
 */
import { audienceOf } from '#core/audience/audience';
import { type Bounds, linearBounds, type System } from '#core/audience/protect/linear';
import { bridgesOf } from '#core/audience/protect/network';
import { slackFor } from '#core/audience/protect/rules';
import type { Laid } from '#core/audience/protect/tables';
import { tablesFor } from '#core/audience/protect/totals';
import { redactor } from '#core/audience/redact';
import { visibleIds } from '#core/audience/visible';
import type { Community } from '#core/model/community';
import type { Id } from '#core/model/fact';

export interface TooNarrow {
  readonly kind: Id;
  /** `row → col`, `row →`, `→ col` or `→`: a cell, a total, the total of all. */
  readonly figure: string;
  /** Who could tell; null: anybody. */
  readonly by: Id | null;
}

export interface Audit {
  /** How many bounds were looked at. */
  readonly looked: number;
  readonly narrow: readonly TooNarrow[];
}

/**
 * Bounds every withheld figure of an audience.
 *
 * @param bounds the solver; `highsBounds` of the server is independent of ours.
 * @throws RangeError where the community knows no such audience.
 */
export function auditDisclosure(
  community: Community,
  audienceId: string,
  bounds: Bounds = linearBounds,
): Audit {
  const audience = audienceOf(community, audienceId);
  if (audience === null) throw new RangeError(`No audience ${audienceId}.`);
  const visible = visibleIds(community, audience);
  const by = redactor(community.parties, visible, new Map(), [], () => false, audience);
  const narrow: TooNarrow[] = [];
  let looked = 0;
  for (const table of tablesFor(community, audience, visible, by).laid) {
    const network = { vertices: table.vertices, arcs: table.figures };
    for (const arc of bridgesOf(network, table.withheld))
      narrow.push({ kind: table.kind, figure: nameOf(table, arc), by: null });
    for (const arc of table.withheld)
      for (const who of [null, mostOf(table, arc)]) {
        if (who === undefined) continue;
        looked += 1;
        if (isNarrow(table, arc, who, bounds))
          narrow.push({ kind: table.kind, figure: nameOf(table, arc), by: who });
      }
  }
  return { looked, narrow };
}

/** Who gave most of a figure; undefined where nobody did. */
function mostOf(table: Laid, arc: number): Id | undefined {
  let most: Id | undefined;
  const parts = table.figures[arc]?.parts ?? new Map<Id, number>();
  for (const [id, much] of parts) if (most === undefined || much > (parts.get(most) ?? 0)) most = id;
  return most;
}

function isNarrow(table: Laid, arc: number, who: Id | null, bounds: Bounds): boolean {
  const own = (at: number): number => (who === null ? 0 : (table.figures[at]?.parts.get(who) ?? 0));
  const truth = (table.figures[arc]?.value ?? 0) - own(arc);
  if (truth <= 1e-9) return false;
  const hidden = [...table.withheld];
  const [low, high] = bounds(systemOf(table, hidden, own), new Map([[hidden.indexOf(arc), 1]]));
  const slack = slackFor(truth);
  return high - truth < slack - 1e-6 || truth - low < Math.min(truth, slack) - 1e-6;
}

/** Only what is withheld is unknown: at each vertex the rest says what must come in less what goes out. */
function systemOf(table: Laid, hidden: readonly number[], own: (arc: number) => number): System {
  const known = Array.from({ length: table.vertices }, (_, vertex) => {
    const terms = new Map<number, number>();
    let right = 0;
    table.figures.forEach((figure, arc) => {
      const sign = (figure.to === vertex ? 1 : 0) - (figure.from === vertex ? 1 : 0);
      if (sign === 0) return;
      const at = hidden.indexOf(arc);
      right -= sign * (at < 0 ? figure.value : own(arc));
      if (at >= 0) terms.set(at, sign);
    });
    return { terms, least: right, most: right };
  }).filter((one) => one.terms.size > 0);
  return { amounts: hidden.length, known };
}

function nameOf(table: Laid, arc: number): string {
  const { cells, rows, cols } = table;
  const cell = cells[arc];
  if (cell !== undefined) return `${cell.row} → ${cell.col}`;
  const row = rows[arc - cells.length];
  if (row !== undefined) return `${row} →`;
  const col = cols[arc - cells.length - rows.length];
  return col === undefined ? '→' : `→ ${col}`;
}
