/** What goes out: to the public, to guests, to anybody who is not among those who say "we". */
import type { View } from '#core/audience/view';
import { speak } from '#core/story/names';
import { counted, gathered, isOutside, isPaid, type Stream, whatAll } from '#core/story/streams';
import { type Told, tell } from '#core/story/told';
import { inTurn, listed } from '#core/words/lists';
import { message } from '#core/words/message';
import { capital } from '#core/words/nouns';

const RECEIVES = message(
  'story.out.receives',
  '{who} {many, select, yes {receive} other {receives}} {gifts}',
);
const GIFT = message('story.out.gift', '{what}{ends, select, yes {,} other {}} from {source}');
const OUT = message('story.out', '{phrases}.');
const PAID = message(
  'story.out.paid',
  'Paid out of {source}: {phrases}{counted, select, none {; the amounts are not known} part {; part of it without a number} hidden {; how much is not shown here} other {}}.',
);
const PAYEE = message('story.out.payee', '{what} to {who}');

function gift(view: View, stream: Stream): string {
  const what = whatAll(view, stream.flows);
  return GIFT({
    what,
    ends: / (?:from|to|for|with)$/.test(what) ? 'yes' : 'no',
    source: speak(view, stream.from).text,
  }).text;
}

/** One sentence on gifts that leave, one for each pool or activity that pays somebody. */
export function out(view: View): readonly Told[] {
  const leaving = view.countedFlows.filter(
    (flow) => isOutside(view, flow.to) && !isOutside(view, flow.from) && flow.from !== 'made',
  );
  const given = leaving.filter((flow) => !isPaid(view, flow));
  const paid = view.countedFlows.filter(
    (flow) => flow.form === 'pay' && view.get('parties', flow.to) !== null && !isOutside(view, flow.from),
  );
  const sentences: Told[] = [];
  if (given.length > 0) {
    const phrases = [...new Set(given.map((flow) => flow.to))].map((id) => {
      const who = speak(view, id);
      const streams = gathered(given.filter((flow) => flow.to === id));
      const gifts = streams.map((stream) => gift(view, stream));
      return RECEIVES({ who: who.text, many: who.many ? 'yes' : 'no', gifts: listed(gifts, 4) }).text;
    });
    sentences.push(
      tell(
        0.6,
        OUT({ phrases: capital(inTurn(phrases, 3)) }),
        given.flatMap((flow) => [flow.id, flow.to]),
      ),
    );
  }
  for (const source of [...new Set(paid.map((flow) => flow.from))]) {
    const flows = paid.filter((flow) => flow.from === source);
    const phrases = gathered(flows).map(
      (stream) => PAYEE({ what: whatAll(view, stream.flows), who: speak(view, stream.to).text }).text,
    );
    const params = {
      source: speak(view, source).text,
      phrases: inTurn(phrases, 4),
      counted: counted(view, flows),
    };
    sentences.push(tell(0.5, PAID(params), [source, ...flows.map((flow) => flow.id)]));
  }
  return sentences;
}
