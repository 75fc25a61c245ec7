/** How many streams have an amount: of those that hold on the day of the view. Counts; adds up nothing. */
import type { View } from '#core/audience/view';
import { readingOn } from '#core/model/rate';

export interface AmountsKnown {
  /** Streams with a number, or with the word that there is none. */
  readonly known: number;
  readonly all: number;
}

/** Counts the flows of the view's day. `some` and a covered amount are not known; `none` is. */
export function amountsKnown(view: View): AmountsKnown {
  const known = view.flows.filter((flow) => {
    const amount = readingOn(flow.amount, view.day)?.value;
    return !view.isCovered(flow.id) && (amount?.is === 'known' || amount?.is === 'none');
  });
  return { known: known.length, all: view.flows.length };
}
