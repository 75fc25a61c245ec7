/** `incentives` as a sentence about arrangements, never about motives. */
import { calledAll } from '#core/analyses/says/names';
import type { View } from '#core/audience/view';
import type { Id } from '#core/model/fact';
import { type Message, message } from '#core/words/message';

const NONE = message('finding.incentives.none', 'Nothing that is written down pulls against what we share.');
const SOME = message(
  'finding.incentives.some',
  '{count, plural, one {One arrangement} other {# arrangements}} may pull against what we share, around {things}.',
);

export function sayIncentives(view: View, flags: readonly { readonly evidence: readonly Id[] }[]): Message {
  if (flags.length === 0) return NONE();
  const things = new Set(flags.flatMap((one) => one.evidence));
  const named = [...things].filter((id) => {
    const section = view.thing(id)?.section;
    return (
      section === 'pools' || section === 'activities' || section === 'quantities' || section === 'baskets'
    );
  });
  return SOME({ count: flags.length, things: calledAll(view, named.length > 0 ? named : [...things]) });
}
