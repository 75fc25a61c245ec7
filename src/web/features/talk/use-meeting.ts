/** The meeting as it is proposed and as it was arranged. The arrangement is kept in this browser, one a community. */
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import {
  type ArrangedItem,
  type ArrangedMeeting,
  arrange,
  type MeetingDraft,
  moved,
} from '#core/talk/arrange';
import type { MeetingItem } from '#core/talk/meeting';
import { json, newChangeId, of } from '../../shared/api';
import { useDraft } from '../../shared/draft';
import type { CommunityHere } from '../../shared/use-community';
import { answersOf } from '../questions/standing';

export type Proposed = MeetingItem & { readonly text: string };
export type Item = ArrangedItem<Proposed>;

interface Proposal {
  readonly items: readonly Proposed[];
  readonly left: readonly { readonly id: string; readonly because: 'block' | 'enough' }[];
}

/** What is kept of a meeting beside its order: when it begins, as `19:00`, or empty. */
export interface Kept extends MeetingDraft {
  readonly at: string;
}

const EMPTY: Kept = { minutes: 90, at: '', order: [], dropped: [], own: [], given: {} };

/** The length within what the proposal takes; minutes. */
export const LENGTHS = { least: 10, most: 600 } as const;

export interface Meeting {
  readonly arranged: ArrangedMeeting<Proposed> | null;
  readonly error: Error | null;
  readonly draft: Kept;
  /** Questions that did not fit. */
  readonly left: number;
  readonly isChanged: boolean;
  readonly change: (more: Partial<Kept>) => void;
  readonly move: (id: string, by: number) => void;
  readonly give: (id: string, minutes: number) => void;
  readonly drop: (item: Item) => void;
  readonly add: (text: string, minutes: number) => void;
  readonly asProposed: () => void;
}

export function useMeeting({ id, on, view }: CommunityHere): Meeting {
  const [draft, setDraft, dropDraft] = useDraft<Kept>(`meeting.${id}`, EMPTY);
  const picks = Object.entries(answersOf(view))
    .filter(([, answer]) => answer.state === 'agenda')
    .map(([key]) => key)
    .join(',');
  const { data, error } = useQuery({
    queryKey: ['community', id, 'meeting', on, draft.minutes, picks],
    queryFn: () =>
      json<Proposal>(`${of(id)}/meeting`, {
        query: { 'as-of': on, minutes: String(draft.minutes), picks },
      }),
    placeholderData: keepPreviousData,
  });
  const arranged = data === undefined ? null : arrange(data.items, draft);
  const ids = (arranged?.items ?? []).filter((one) => !isEnd(one)).map((one) => one.id);
  const change = (more: Partial<Kept>) => setDraft({ ...draft, ...more });
  return {
    arranged,
    error,
    draft,
    left: data?.left.length ?? 0,
    isChanged:
      draft.order.length + draft.dropped.length + draft.own.length + Object.keys(draft.given).length > 0,
    change,
    move: (item, by) => change({ order: moved(ids, item, by) }),
    give: (item, minutes) => change({ given: { ...draft.given, [item]: minutes } }),
    drop: (item) =>
      item.own === null
        ? change({ dropped: [...draft.dropped, item.id] })
        : change({ own: draft.own.filter((one) => one.id !== item.id) }),
    add: (text, minutes) =>
      change({ own: [...draft.own, { id: `own-${newChangeId().slice(0, 8)}`, text, minutes }] }),
    asProposed: () => {
      dropDraft();
      setDraft({ ...EMPTY, minutes: draft.minutes, at: draft.at });
    },
  };
}

export const isEnd = (item: Pick<Item, 'sort'>): boolean =>
  item.sort === 'decision' || item.sort === 'not-now';

/** When an item begins: `19:20` where the meeting has an hour, else minutes from its beginning as `0:20`. */
export function clock(at: string, starts: number): string {
  const [hours = 0, minutes = 0] = at === '' ? [] : at.split(':').map(Number);
  const all = hours * 60 + minutes + starts;
  const hour = Math.floor(all / 60) % 24;
  const rest = String(all % 60).padStart(2, '0');
  return at === '' ? `${hour}:${rest}` : `${String(hour).padStart(2, '0')}:${rest}`;
}
