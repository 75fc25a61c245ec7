/** The workers of the page: send what is asked, keep what has come so far, and end with the page. */
import { useEffect, useRef, useState } from 'react';
import type { View } from '#core/audience/view';
import type { ScenarioEnd } from '#core/simulate/report';
import type { Tip } from '#core/simulate/tips';
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
  /** The column of which the rest tells. */
  readonly about: number;
  /** The columns of that run: where the hand came to rest, for what takes long to draw. */
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
  about: 0,
  settled: [],
  list: [],
  copies: { changes: {}, settings: {} },
  trouble: null,
};

export interface Asking {
  readonly stop: () => void;
  /** All that a column says; never, where a newer run begins before. */
  readonly restOf: (about: number) => Promise<Rest>;
  /** How far a parameter can go in it. */
  readonly tipOf: (about: number, parameter: string) => Promise<Tip>;
}

/**
 * Runs what is asked of a view, and tells about one of the columns. What was shown before stays until something newer has
 * come.
 */
export function useSimulation(view: View, asked: Asked, about: number): Simulated & Asking {
  const [state, setState] = useState<Simulated>(NOTHING);
  const speech = useWholeSpeech();
  const worker = useRef<Worker | null>(null);
  const turn = useRef(0);
  const open = useRef<((answer: Rest | Tip) => void)[]>([]);
  const post = (message: ToWorker) => worker.current?.postMessage(message);
  const ask = (of: number, parameter: string | null) =>
    new Promise<Rest | Tip>((answered) => {
      const number = open.current.push(answered) - 1;
      post({ is: 'ask', turn: turn.current, number, about: of, parameter });
    });
  const restOf = (of: number) => ask(of, null) as Promise<Rest>;
  useEffect(() => {
    const made = newWorker();
    made.onmessage = ({ data }: MessageEvent<FromWorker>) => {
      if (data.is === 'list') setState((before) => ({ ...before, list: data.list, copies: data.copies }));
      else if (data.turn !== turn.current) return;
      else if (data.is === 'answer') open.current[data.number]?.(data.answer);
      else setState((before) => next(before, data));
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
    open.current = [];
    setState((before) => ({ ...before, done: 0 }));
    post({ is: 'run', turn: turn.current, asked: JSON.parse(wish) as Asked, about });
  }, [wish, view, speech]);
  const { rest, done, about: toldAbout } = state;
  const isOther = rest !== null && done === 1 && toldAbout !== about;
  // biome-ignore lint/correctness/useExhaustiveDependencies: asked once for each that the reader turns to
  useEffect(() => {
    if (isOther)
      void restOf(about).then((other) => setState((before) => ({ ...before, rest: other, about })));
  }, [isOther, about]);
  return {
    ...state,
    stop: () => post({ is: 'stop' }),
    restOf,
    tipOf: (of, parameter) => ask(of, parameter) as Promise<Tip>,
  };
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

function next(before: Simulated, data: Exclude<FromWorker, { is: 'list' | 'answer' }>): Simulated {
  switch (data.is) {
    case 'columns': {
      // Fans of the former run stand until those of this one are drawn: nothing flickers while a slider moves.
      const columns = data.columns.map((column, at) =>
        column.runs === 0 ? { ...column, fans: before.columns[at]?.fans ?? {} } : column,
      );
      return { ...before, shown: data.shown, columns, done: data.done, trouble: null };
    }
    case 'rest':
      return { ...before, rest: data.rest, about: data.about, settled: before.columns };
    case 'trouble':
      return { ...before, trouble: data.text, done: 1 };
  }
}
