/** `commons` as sentences. */
import { called } from '#core/analyses/says/names';
import type { View } from '#core/audience/view';
import type { Id } from '#core/model/fact';
import { type Message, message } from '#core/words/message';

const WEARS = message(
  'finding.commons.wears',
  'Of the wear on {commons}, about {share, number, percent} is renewed.',
);
const KEPT = message('finding.commons.kept', 'What wears at {commons} is renewed at least as fast.');
const UPKEEP_OPEN = message(
  'finding.commons.upkeep-open',
  'We cannot tell yet whether {commons} is renewed as fast as it wears.',
);
const PRESSED = message('finding.commons.pressed', 'More is taken from {commons} than can regrow.');
const REGROWS = message('finding.commons.regrows', 'What is taken from {commons} can regrow.');
const PRESS_OPEN = message(
  'finding.commons.press-open',
  'We cannot tell yet whether {commons} can regrow what is taken from it.',
);
const SENT = message(
  'finding.commons.sent',
  'To read all of it would take about {share, number, percent} of the time there is to read: {thing}.',
);
const SENT_OPEN = message(
  'finding.commons.sent-open',
  'We cannot tell yet whether all that is sent can be read: {thing}.',
);

export function sayUpkeep(view: View, pool: Id, upkeep: number | null): Message {
  const commons = called(view, pool);
  if (upkeep === null) return UPKEEP_OPEN({ commons });
  return upkeep < 1 ? WEARS({ commons, share: upkeep }) : KEPT({ commons: called(view, pool) });
}

export function sayPress(view: View, pool: Id, press: number | null): Message {
  const commons = called(view, pool);
  if (press === null) return PRESS_OPEN({ commons });
  return press > 1 ? PRESSED({ commons }) : REGROWS({ commons: called(view, pool) });
}

export function sayAttention(view: View, thing: Id, share: number | null): Message {
  return share === null
    ? SENT_OPEN({ thing: called(view, thing) })
    : SENT({ thing: called(view, thing), share });
}
