/** `favours` as sentences: something to thank for, not something to collect. */
import { called, calledAll } from '#core/analyses/says/names';
import type { View } from '#core/audience/view';
import type { Id } from '#core/model/fact';
import { type Message, message } from '#core/words/message';

const BACK = message(
  'finding.favours.back',
  'Of the favours among {parties}, about {share, number, percent} come back between the same two.',
);
const OPEN = message(
  'finding.favours.open',
  'Favours pass among {parties}; we cannot tell yet how large they are.',
);
const GIVES = message('finding.favours.gives', 'On paper, more favours come from {party} than go there.');
const RECEIVES = message(
  'finding.favours.receives',
  'On paper, more favours go to {party} than come from there.',
);
const EVEN = message('finding.favours.even', 'On paper, as many favours come from {party} as go there.');
const GIVE_OPEN = message(
  'finding.favours.give-open',
  'We cannot tell yet how favours from {party} compare with favours to {party}.',
);
const OWED = message('finding.favours.owed', 'Between {p} and {q}, more has come from {p}.');
const OWES = message('finding.favours.owes', 'Between {p} and {q}, more has come from {q}.');
const SQUARE = message('finding.favours.square', 'Between {p} and {q}, favours are even.');
const TWO_OPEN = message(
  'finding.favours.two-open',
  'There are favours between {p} and {q} whose size nobody noted.',
);

export function sayReciprocity(view: View, parties: readonly Id[], share: number | null): Message {
  const names = calledAll(view, parties);
  return share === null ? OPEN({ parties: names }) : BACK({ parties: names, share });
}

export function sayGive(view: View, party: Id, give: number | null): Message {
  const params = { party: called(view, party) };
  if (give === null) return GIVE_OPEN(params);
  if (Math.abs(give) < 0.005) return EVEN(params);
  return give > 0 ? GIVES(params) : RECEIVES(params);
}

export function sayBalanceOfTwo(view: View, p: Id, q: Id, balance: number | null): Message {
  const params = { p: called(view, p), q: called(view, q) };
  if (balance === null) return TWO_OPEN(params);
  if (Math.abs(balance) < 0.005) return SQUARE(params);
  return balance > 0 ? OWED(params) : OWES(params);
}
