/**
 * A round: one question read, written about in silence, gathered, talked over, decided and recorded, after the nominal
 * group technique. Says which phase follows which and who may do what when. Keeps nothing, and there is no act that
 * makes an anonymous round an open one.
 */

/** In their order; a round goes through all of them, one after the other, or is given up by being closed. */
export const PHASES = [
  'read',
  'write',
  'gather',
  'clarify',
  'discuss',
  'decide',
  'record',
  'closed',
] as const;
export type Phase = (typeof PHASES)[number];

export const WAYS = ['consent', 'dots', 'score'] as const;
/** How a round decides: consent to one proposal, dots laid on options, or a score for each option. */
export type Way = (typeof WAYS)[number];

export type Actor = 'facilitator' | 'participant';

export type Act =
  | 'join'
  | 'write'
  | 'say-done'
  | 'reword'
  | 'offer-options'
  | 'set-timer'
  | 'choose'
  | 'record';

/** Who may do it, and in which phases. What is not here, nobody may do. */
const MAY: Readonly<Record<Act, { readonly by: Actor; readonly in: readonly Phase[] }>> = {
  join: { by: 'participant', in: ['read', 'write', 'gather', 'clarify', 'discuss', 'decide', 'record'] },
  write: { by: 'participant', in: ['write'] },
  'say-done': { by: 'participant', in: ['write'] },
  reword: { by: 'facilitator', in: ['gather', 'clarify'] },
  'offer-options': { by: 'facilitator', in: ['read', 'write', 'gather', 'clarify', 'discuss'] },
  'set-timer': {
    by: 'facilitator',
    in: ['read', 'write', 'gather', 'clarify', 'discuss', 'decide', 'record'],
  },
  choose: { by: 'participant', in: ['decide'] },
  record: { by: 'facilitator', in: ['record'] },
};

/** Whether somebody may do something in a phase. */
export function may(actor: Actor, act: Act, phase: Phase): boolean {
  const rule = MAY[act];
  return rule.by === actor && rule.in.includes(phase);
}

/** The phase after this one; null after the last. */
export function nextPhase(phase: Phase): Phase | null {
  return PHASES[PHASES.indexOf(phase) + 1] ?? null;
}

/** Whether a phase comes at or after another. */
export function isFrom(phase: Phase, since: Phase): boolean {
  return PHASES.indexOf(phase) >= PHASES.indexOf(since);
}

/** Options that may be chosen from: one proposal to consent to, or several to lay side by side. */
export const OPTIONS: Readonly<Record<Way, { readonly least: number; readonly most: number }>> = {
  consent: { least: 1, most: 1 },
  dots: { least: 2, most: 20 },
  score: { least: 2, most: 20 },
};

/** What stands of a round when somebody wants to move it on. */
export interface Standing {
  readonly phase: Phase;
  readonly way: Way;
  readonly anonymous: boolean;
  /** As it was set when the round was opened; see `leastOf`. */
  readonly k: number;
  /** How many have a place. */
  readonly joined: number;
  /** How many said that they are done writing. */
  readonly written: number;
  /** How many notes there are. */
  readonly notes: number;
  readonly options: number;
}

export interface Move {
  readonly from: Phase;
  readonly to: Phase;
  /** Goes on without the notes where too few were written; they are destroyed unread. */
  readonly without?: boolean;
}

export type Moved =
  /** `notes`: what becomes of what was written. */
  | { readonly ok: true; readonly to: Phase; readonly notes: 'kept' | 'released' | 'destroyed' }
  /** `moved`: it is in another phase by now. `wrong-phase`: that phase does not follow. */
  | { readonly ok: false; readonly why: 'moved' | 'wrong-phase' | 'too-few' | 'no-options' };

/** Whether a round may be moved on, and what becomes of its notes. Does not move it. */
export function move(round: Standing, { from, to, without = false }: Move): Moved {
  if (round.phase !== from) return { ok: false, why: 'moved' };
  if (from === 'closed' || (to !== 'closed' && to !== nextPhase(from)))
    return { ok: false, why: 'wrong-phase' };
  const unread = isFrom('write', from);
  if (to === 'closed') return { ok: true, to, notes: unread ? 'destroyed' : 'kept' };
  if (to === 'gather') {
    if (mayShow(round)) return { ok: true, to, notes: 'released' };
    return without ? { ok: true, to, notes: 'destroyed' } : { ok: false, why: 'too-few' };
  }
  if (to === 'decide') {
    const { least, most } = OPTIONS[round.way];
    if (round.options < least || round.options > most) return { ok: false, why: 'no-options' };
  }
  return { ok: true, to, notes: 'kept' };
}

/** Below so many nothing is shown (after Argyris and the statistical habit of three; a heuristic). */
export const LEAST = 3;
/** And in a circle of more than `LARGE`, where the few who speak stand out more. */
export const LEAST_IN_LARGE = 5;
export const LARGE = 30;

/** The threshold of a circle of so many people. */
export function leastFor(people: number): number {
  return people > LARGE ? LEAST_IN_LARGE : LEAST;
}

/** The threshold of a round: what was set, or what its size asks for, whichever is more; 1 where it is open. */
export function leastOf({ anonymous, k, joined }: Pick<Standing, 'anonymous' | 'k' | 'joined'>): number {
  return anonymous ? Math.max(k, leastFor(joined)) : 1;
}

/**
 * Whether what was written may be shown: enough people are done, and enough notes were written. One person's three notes
 * are not three people's, and three people of whom one wrote are not three either.
 */
export function mayShow(round: Standing): boolean {
  const least = leastOf(round);
  return round.written >= least && round.notes >= least;
}
