/** The round of this phone: joined once, heard live, and come back to after every drop. */
import { useCallback, useEffect, useRef, useState } from 'react';
import type { Counts, RoundState } from '../talk/round-types';
import { forgetPlace, keepPlace, type Place, readPlace } from './place';
import { Down, line, Refused } from './round-line';

/** Milliseconds until the line is tried again; each time twice as long, up to the longest. */
const FIRST_TRY = 500;
const LONGEST = 8_000;

export interface RoundHere {
  readonly state: RoundState | null;
  readonly place: Place | null;
  /** This person said that they are done writing. */
  readonly isDone: boolean;
  /** Why one cannot be here: no such round, or it is over; null where one can. */
  readonly refused: Refused | null;
  /** Whether the server is heard just now. */
  readonly isHeard: boolean;
  readonly change: (more: Partial<Place>) => void;
  readonly setDone: () => void;
}

export function useRound(token: string, onToken: (token: string) => void): RoundHere {
  const [state, setState] = useState<RoundState | null>(null);
  const [place, setPlace] = useState<Place | null>(() => readPlace(token));
  const [isDone, setDone] = useState(false);
  const [refused, setRefused] = useState<Refused | null>(null);
  const [isHeard, setHeard] = useState(true);
  const now = useRef(place);
  const take = useCallback((next: Place) => {
    now.current = next;
    keepPlace(next);
    setPlace(next);
  }, []);
  const change = useCallback(
    (more: Partial<Place>) => {
      if (now.current !== null) take({ ...now.current, ...more });
    },
    [take],
  );
  const found = useRef({ take, onToken });
  found.current = { take, onToken };

  useEffect(() => {
    const end = new AbortController();
    const hear = (next: RoundState) =>
      setState((before) => (before !== null && before.version > next.version ? before : next));
    /** The round's token; null where it is over. */
    const enter = async (): Promise<string | null> => {
      const here = now.current;
      if (here === null) {
        const joined = await line.join(token);
        if (end.signal.aborted) return joined.round;
        const again = readPlace(joined.round);
        const { round, seat, state: first } = joined;
        found.current.take(again ?? { round, id: first.round, seat, notes: [], choice: null });
        hear(joined.state);
        return joined.round;
      }
      const me = await line.me(here.round, here.seat).catch(lookBack);
      if (me === null) return null;
      const { seat, ...shared } = me;
      setDone(seat.written);
      if (here.id !== shared.round) found.current.take({ ...here, id: shared.round });
      hear(shared);
      return here.round;
    };
    /** There is no such place any more: what the round came to is still told to those who were in it. */
    const lookBack = async (error: unknown): Promise<null> => {
      const here = now.current;
      if (!(error instanceof Refused) || error.status !== 404 || here?.id === undefined) throw error;
      hear(await line.over(here.id));
      found.current.take({ round: here.round, id: here.id, seat: '', notes: [], choice: null });
      return null;
    };
    const refuse = (error: Refused) => {
      if (now.current !== null) forgetPlace(now.current.round);
      now.current = null;
      setRefused(error);
    };
    void keepTrying(end.signal, setHeard, async () => {
      try {
        const round = await enter();
        if (round === null) return;
        if (round !== token) found.current.onToken(round);
        await listen(round, end.signal, { hear, setState, setHeard }).catch((error: unknown) => {
          // It ended in this very moment: the next look says how.
          throw error instanceof Refused && error.status === 404 ? new Down() : error;
        });
      } catch (error) {
        if (!(error instanceof Refused) || error.code === 'ticket') throw error;
        if (error.status === 429) throw error;
        refuse(error);
      }
    });
    return () => end.abort();
  }, [token]);

  return { state, place, isDone, refused, isHeard, change, setDone: () => setDone(true) };
}

/** Does it again after it failed, later each time, until it came to its end or nobody waits for it. */
async function keepTrying(
  signal: AbortSignal,
  setHeard: (heard: boolean) => void,
  act: () => Promise<void>,
): Promise<void> {
  let wait = FIRST_TRY;
  while (!signal.aborted) {
    const began = Date.now();
    try {
      await act();
      return;
    } catch (error) {
      if (signal.aborted) return;
      setHeard(!(error instanceof Down));
      // A line that held for a while is tried at once again.
      if (Date.now() - began > LONGEST) wait = FIRST_TRY;
      await pause(wait, signal);
      wait = Math.min(LONGEST, wait * 2);
    }
  }
}

interface Ears {
  readonly hear: (state: RoundState) => void;
  readonly setState: (change: (before: RoundState | null) => RoundState | null) => void;
  readonly setHeard: (heard: boolean) => void;
}

/** Listens until the stream breaks (throws `Down`) or nobody waits for it any more. */
async function listen(round: string, signal: AbortSignal, { hear, setState, setHeard }: Ears): Promise<void> {
  const ticket = await line.ticket(round);
  if (signal.aborted) return;
  const source = new EventSource(`/api/rounds/events?ticket=${encodeURIComponent(ticket)}`);
  try {
    await new Promise<void>((done, broken) => {
      signal.addEventListener('abort', () => done(), { once: true });
      source.addEventListener('open', () => setHeard(true));
      source.addEventListener('state', (event: MessageEvent<string>) => {
        setHeard(true);
        hear(JSON.parse(event.data) as RoundState);
      });
      source.addEventListener('counts', (event: MessageEvent<string>) => {
        const { joined } = JSON.parse(event.data) as Counts;
        setState((before) => (before === null ? null : { ...before, joined }));
      });
      source.addEventListener('gone', () => broken(new Down()));
      // The stream is opened anew with a fresh ticket, after all was asked for that came meanwhile.
      source.addEventListener('error', () => broken(new Down()));
    });
  } finally {
    source.close();
  }
}

/** Waits so long, or until the phone says that the line is back. */
function pause(wait: number, signal: AbortSignal): Promise<void> {
  return new Promise((done) => {
    const end = () => {
      clearTimeout(timer);
      window.removeEventListener('online', end);
      done();
    };
    const timer = setTimeout(end, wait);
    window.addEventListener('online', end);
    signal.addEventListener('abort', end, { once: true });
  });
}
