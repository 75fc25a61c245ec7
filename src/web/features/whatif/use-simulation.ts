/** The workers of the page: send what is asked, keep what has come so far, and end with the page. */
import { useEffect, useRef, useState } from 'react';
import type { View } from '#core/audience/view';
import type { ScenarioEnd } from '#core/simulate/report';
import type { Asked, Column, Copies, FromWorker, Rest, Shown, ToWorker } from './asked';
import simulateWorker from './simulate-worker.ts?shared-worker';
import { useWholeSpeech } from './whole-speech';

export interface Simulated {
  readonly shown: readonly Shown[];
  readonly columns: readonly Column[];
  /** 0 to 1. */
  readonly done: number;
  /** Of the same run; null until it is worked out. */
  readonly rest: Rest | null;
  /** The columns of which the rest tells: where the hand came to rest, for what takes long to draw. */
  readonly settled: readonly Column[];
  readonly list: readonly ScenarioEnd[];
  readonly copies: Copies;
  readonly trouble: string | null;
}

const NOTHING: Simulated = {
  shown: [],
  columns: [],
  done: 0,
  rest: null,
  settled: [],
  list: [],
  copies: { changes: {}, settings: {} },
  trouble: null,
};

/** Runs what is asked of a view. What was shown before stays until something newer has come. */
export function useSimulation(view: View, asked: Asked): Simulated & { readonly stop: () => void } {
  const [state, setState] = useState<Simulated>(NOTHING);
  const speech = useWholeSpeech();
  const worker = useRef<Worker | null>(null);
  const turn = useRef(0);
  const post = (message: ToWorker) => worker.current?.postMessage(message);
  useEffect(() => {
    const made = newWorker();
    made.onmessage = ({ data }: MessageEvent<FromWorker>) => {
      if (data.is === 'list') setState((before) => ({ ...before, list: data.list, copies: data.copies }));
      else if (data.turn === turn.current) setState((before) => next(before, data));
    };
    made.onerror = (event) => setState((before) => ({ ...before, trouble: event.message, done: 1 }));
    worker.current = made;
    const mate = mateFor(made);
    return () => {
      worker.current = null;
      made.terminate();
      mate?.terminate();
    };
  }, []);
  useEffect(() => {
    if (speech === null) return;
    setState((before) => ({ ...before, list: [] }));
    worker.current?.postMessage({ is: 'view', view: view.toJSON(), speech } satisfies ToWorker);
  }, [view, speech]);
  const wish = JSON.stringify(asked);
  // biome-ignore lint/correctness/useExhaustiveDependencies: a new view, and another language, are run anew as well
  useEffect(() => {
    if (speech === null) return;
    turn.current += 1;
    setState((before) => ({ ...before, done: 0 }));
    post({ is: 'run', turn: turn.current, asked: JSON.parse(wish) as Asked });
  }, [wish, view, speech]);
  return { ...state, stop: () => post({ is: 'stop' }) };
}

const newWorker = () => new Worker(simulateWorker, { type: 'module' });

/** A second worker to draw along with the first, where there is a processor for it. The first does not depend on it. */
function mateFor(first: Worker): Worker | null {
  if (!(navigator.hardwareConcurrency > 1)) return null;
  const mate = newWorker();
  const { port1, port2 } = new MessageChannel();
  first.postMessage({ is: 'mate', port: port1 } satisfies ToWorker, [port1]);
  mate.postMessage({ is: 'help', port: port2 } satisfies ToWorker, [port2]);
  return mate;
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
      return { ...before, rest: data.rest, settled: before.columns };
    case 'trouble':
      return { ...before, trouble: data.text, done: 1 };
  }
}
