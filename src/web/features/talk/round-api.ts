/** What facilitators ask of the server about rounds. */
import { json, of, Refusal } from '../../shared/api';
import { spokenAt } from '../../shared/language';
import type { FacilitatorState, OpenRound, Phase, RoundLine } from './round-types';

const one = (community: string, round: string) => `${of(community)}/rounds/${encodeURIComponent(round)}`;
const post = <T>(path: string, body: unknown) => json<T>(path, { method: 'POST', body });

export interface Recorded {
  readonly outcome: 'decided' | 'not-now';
  readonly text: string;
  /** Ids of parties, or words. */
  readonly who?: readonly string[];
  readonly review?: string | null;
  readonly reasons?: string;
}

export const rounds = {
  list: async (community: string) => (await json<{ rounds: RoundLine[] }>(`${of(community)}/rounds`)).rounds,
  open: (community: string, round: OpenRound) =>
    post<{ id: string; link: string; code: string }>(`${of(community)}/rounds`, round),
  state: (community: string, round: string) => json<FacilitatorState>(one(community, round)),
  /** `without`: goes on although fewer than may be shown wrote; what was written is destroyed unread. */
  phase: (community: string, round: string, from: Phase, to: Phase, without = false) =>
    post<FacilitatorState>(`${one(community, round)}/phase`, { from, to, ...(without ? { without } : {}) }),
  paraphrase: (community: string, round: string, notes: readonly { id: string; text: string }[]) =>
    post<FacilitatorState>(`${one(community, round)}/paraphrase`, { notes }),
  options: (community: string, round: string, options: readonly string[]) =>
    post<FacilitatorState>(`${one(community, round)}/options`, { options }),
  timer: (community: string, round: string, seconds: number | null) =>
    json<FacilitatorState>(`${one(community, round)}/timer`, { method: 'PUT', body: { seconds } }),
  record: (community: string, round: string, record: Recorded) =>
    post<FacilitatorState>(`${one(community, round)}/record`, record),
  /** Writes the decision into the community's file; pressed twice it is written once. */
  keep: (community: string, round: string) =>
    post<{ decision: string; version: number }>(`${one(community, round)}/keep`, {}),
  /** Where minutes are: of one round, or of several of one meeting; with what was written in silence where that is wanted. */
  minutesAddress: (community: string, ids: readonly string[], withNotes = false) => {
    const [first = '', ...others] = ids;
    const query = new URLSearchParams({
      ...(others.length === 0 ? {} : { with: others.join(',') }),
      ...(withNotes ? { notes: '1' } : {}),
    }).toString();
    return spokenAt(`/api${one(community, first)}/minutes${query === '' ? '' : `?${query}`}`);
  },
  eventsAddress: (community: string, round: string) => `/api${one(community, round)}/events`,
};

/** Whether another facilitator moved the round meanwhile. */
export const wasMoved = (error: unknown): boolean => error instanceof Refusal && error.code === 'moved';
