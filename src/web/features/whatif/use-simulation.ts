/** The worker of the page: sends what is asked, keeps what has come so far, and ends with the page. */
import { useEffect, useRef, useState } from 'react';
import type { View } from '#core/audience/view';
import type { ScenarioEnd } from '#core/simulate/report';
import type { Asked, Column, FromWorker, Rest, Shown, ToWorker } from './asked';

export interface Simulated {
  readonly shown: readonly Shown[];
  readonly columns: readonly Column[];
  /** 0 to 1. */
  readonly done: number;
  /** Of the same run; null until it is worked out. */
  readonly rest: Rest | null;
  readonly list: readonly ScenarioEnd[];
  readonly trouble: string | null;
}

const NOTHING: Simulated = { shown: [], columns: [], done: 0, rest: null, list: [], trouble: null };

/** Runs what is asked of a view. What was shown before stays until something newer has come. */
export function useSimulation(view: View, asked: Asked): Simulated {
  const [state, setState] = useState<Simulated>(NOTHING);
  const worker = useRef<Worker | null>(null);
  const turn = useRef(0);
  const post = (message: ToWorker) => worker.current?.postMessage(message);
  useEffect(() => {
    const made = new Worker(new URL('./simulate-worker.ts', import.meta.url), { type: 'module' });
    made.onmessage = ({ data }: MessageEvent<FromWorker>) => {
      if (data.is === 'list') setState((before) => ({ ...before, list: data.list }));
      else if (data.turn === turn.current) setState((before) => next(before, data));
    };
    made.onerror = (event) => setState((before) => ({ ...before, trouble: event.message, done: 1 }));
    worker.current = made;
    return () => {
      worker.current = null;
      made.terminate();
    };
  }, []);
  useEffect(() => {
    setState((before) => ({ ...before, list: [] }));
    worker.current?.postMessage({ is: 'view', view: view.toJSON() } satisfies ToWorker);
  }, [view]);
  const wish = JSON.stringify(asked);
  // biome-ignore lint/correctness/useExhaustiveDependencies: a new view is run anew as well
  useEffect(() => {
    turn.current += 1;
    setState((before) => ({ ...before, done: 0 }));
    post({ is: 'run', turn: turn.current, asked: JSON.parse(wish) as Asked });
  }, [wish, view]);
  return state;
}

function next(before: Simulated, data: Exclude<FromWorker, { is: 'list' }>): Simulated {
  switch (data.is) {
    case 'columns': {
      // Fans of the former run stand until those of this one are drawn: nothing flickers while a slider moves.
      const columns = data.columns.map((column, at) =>
        column.runs === 0 ? { ...column, fans: before.columns[at]?.fans ?? {} } : column,
      );
      return { ...before, shown: data.shown, columns, done: data.done, trouble: null };
    }
    case 'rest':
      return { ...before, rest: data.rest };
    case 'trouble':
      return { ...before, trouble: data.text, done: 1 };
  }
}
