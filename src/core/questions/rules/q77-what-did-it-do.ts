/** Q77: a decision is past the day on which it was to be looked at again. */
import { inLanguage } from '#core/model/fact';
import { quoted } from '#core/questions/called';
import { defineQuestion } from '#core/questions/define';
import { monthsSince } from '#core/questions/reading';
import { wording } from '#core/questions/wording';
import { sayAt } from '#core/words/dates';
import { message } from '#core/words/message';

const SOMETHING = message('question.Q77.something', 'something together');

const say = wording('Q77', {
  asks: 'We decided {decision}. What did it do?',
  why: 'We meant to look at it again {date}.',
  offer: 'We cannot tell whether {decision} is due for a second look. Is it worth finding out?',
  missing: 'No day was set for looking at it again.',
});

export const q77 = defineQuestion({
  id: 'Q77',
  block: 'B11',
  reads: [],
  trigger: 'a decision past its review',
  followUps: ['Q36'],
  tender: false,
  asks: (view) =>
    view.decisions
      .filter((one) => one.state === 'open' || one.state === 'decided')
      .flatMap((one) => {
        const decision = quoted(view, inLanguage(one.text), SOMETHING().text);
        const ground = { about: [one.id], evidence: [one.id] };
        const months = monthsSince(one.reviewOn, view.day);
        if (months === null) return [say.offer({ ...ground, distance: 0.4 }, { decision })];
        if (months <= 0) return [];
        return [
          say.ask(
            { ...ground, distance: Math.min(1, 0.5 + months / 24) },
            { decision, date: sayAt(one.reviewOn) },
          ),
        ];
      }),
});
