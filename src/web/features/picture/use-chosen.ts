/** What is chosen in the picture: one thing, or several together. The address and the search may ask for one. */

import { useEffect, useMemo, useState } from 'react';
import type { View } from '#core/audience/view';
import type { Id } from '#core/model/fact';
import { useHere } from '../../shared/way';

const NONE: readonly Id[] = [];

export interface Chosen {
  readonly at: string | undefined;
  readonly one: Id | null;
  /** Further things; empty unless one was chosen first. */
  readonly also: readonly Id[];
  /** All of them. */
  readonly all: readonly Id[];
  readonly choose: (id: Id | null) => void;
  /** Chooses one more, or lets that one go. */
  readonly toggle: (id: Id) => void;
}

export function useChosen(view: View): Chosen {
  const { search, state } = useHere();
  const { at } = search;
  // Each going from the search is a new wish, even to where one has been.
  const { wish } = state;
  const [one, setOne] = useState<Id | null>(() => (at !== undefined && view.thing(at) !== null ? at : null));
  const [also, setAlso] = useState<readonly Id[]>(NONE);
  // biome-ignore lint/correctness/useExhaustiveDependencies: only a new wish chooses; a changed view does not.
  useEffect(() => {
    if (at === undefined || view.thing(at) === null) return;
    setOne(at);
    setAlso(NONE);
  }, [at, wish]);
  const all = useMemo(() => (one === null ? NONE : [one, ...also]), [one, also]);
  return {
    at,
    one,
    also,
    all,
    choose: (id) => {
      setOne(id);
      setAlso(NONE);
    },
    toggle: (id) => {
      if (one === null) setOne(id);
      else if (id === one) {
        setOne(also[0] ?? null);
        setAlso(also.slice(1));
      } else setAlso(also.includes(id) ? also.filter((other) => other !== id) : [...also, id]);
    },
  };
}
