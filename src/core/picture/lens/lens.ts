/**
 * A lens: one way of looking at a picture that is already drawn. It says of each group what to mark it with and what
 * that means, in words; it moves nothing and decides no colour. One lens at a time.
 */
import type { Id } from '#core/model/fact';
import type { Group, Scene } from '#core/picture/scene';
import type { Message } from '#core/words/message';

export type LensName = 'bears' | 'loops' | 'gaps' | 'openness' | 'shift';
export const LENSES: readonly LensName[] = ['bears', 'loops', 'gaps', 'openness', 'shift'];

/** Of how many ways of marking a lens may choose; each is a colour, a pattern and a letter. */
export const TONES = 6;

export interface LensMark {
  /** 0 to 5: a colour with its pattern. Null: nothing lies under it. */
  readonly tone: number | null;
  /** One or two letters, or a sign, in a small circle beside it. Null: none. */
  readonly badge: string | null;
  /** What the mark means here, added to the name of the group for those who listen. */
  readonly says: Message | null;
  /** A hollow ring in place of a filled one: something is missing. */
  readonly hollow: boolean;
}

export interface LensRow {
  readonly key: string;
  readonly tone: number | null;
  readonly badge: string | null;
  readonly hollow: boolean;
  /** Whole sentences, each to stand by itself. */
  readonly says: readonly Message[];
  /** Groups that choosing the row shows. */
  readonly groups: readonly Id[];
}

export interface Lens {
  readonly name: LensName;
  /** By id of group. What is not in it is drawn faint. */
  readonly marks: ReadonlyMap<Id, LensMark>;
  readonly legend: readonly LensRow[];
  /** Where the lens has nothing to show, why. */
  readonly empty: Message | null;
}

/** Signs and streams of the picture that stand for a fact. Loops are not looked through. */
export function groupsOf(made: Scene, fact: Id): readonly Group[] {
  return made.groups.filter(
    (group) =>
      group.kind !== 'loop' && group.kind !== 'serves' && (group.id === fact || group.facts.includes(fact)),
  );
}

/** The letter of the n-th thing of a legend: A, B, C … */
export function letter(nth: number): string {
  return String.fromCharCode(65 + (nth % 26));
}
