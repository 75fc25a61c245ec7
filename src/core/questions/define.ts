/** What a question rule is: it reads findings and the view, asks one open sentence with evidence, and computes nothing. */
import type { Finding } from '#core/analyses/finding';
import type { View } from '#core/audience/view';
import type { Id } from '#core/model/fact';
import type { Message } from '#core/words/message';

export interface Asked {
  /** `ask`: the trigger holds. `offer`: cannot tell whether it does. */
  readonly state: 'ask' | 'offer';
  readonly message: Message;
  /** Why it is asked, as a sentence. */
  readonly why: Message;
  readonly evidence: readonly Id[];
  /** What it is about, to keep two askings of one rule apart. */
  readonly about: readonly Id[];
  /** Distance past the threshold, 0 to 1, for the order of questions. */
  readonly distance: number;
  /** The kind whose amounts decided it: how complete those are weighs in the order. */
  readonly kind?: Id;
}

export interface QuestionRule {
  /** `Q01` to `Q78`. */
  readonly id: string;
  /** Block of the default scheme, `B1` to `B11`. */
  readonly block: string;
  /** Ids of the analyses that it reads. */
  readonly reads: readonly string[];
  readonly trigger: string;
  readonly followUps: readonly string[];
  /** Needs care (money, who never gives): never shown to the public. */
  readonly tender: boolean;
  /** A question of strength or worth, fit to open a conversation. */
  readonly opens?: boolean;
  /** Asked because something is missing: not of an audience to whom hidden and missing look alike. */
  readonly ofAbsence?: boolean;
  /** About money: never the first one asked. */
  readonly money?: boolean;
  readonly asks: (view: View, findings: readonly Finding[]) => readonly Asked[];
}

/** A question as it leaves the core. */
export interface Question {
  readonly id: string;
  readonly text: string;
  readonly block: string;
  readonly why: string;
  readonly evidence: readonly Id[];
  readonly tender: boolean;
  readonly state: 'ask' | 'offer';
  readonly message: Message;
  readonly whyMessage: Message;
  readonly about: readonly Id[];
  readonly followUps: readonly string[];
  readonly score: number;
}

export function defineQuestion(rule: QuestionRule): QuestionRule {
  return rule;
}
