/** Q36: a trial is past the day on which it was to be looked at. */
import { called } from '#core/questions/called';
import { defineQuestion } from '#core/questions/define';
import { monthsSince } from '#core/questions/reading';
import { wording } from '#core/questions/wording';
import { sayAt } from '#core/words/dates';

const say = wording('Q36', {
  asks: 'What did {trial} teach: stop, repeat, make regular?',
  why: 'We meant to look at it {date}; nothing is written down yet.',
  offer: 'We cannot tell whether it is time to look at {trial}. Is it worth finding out?',
  missing: 'No day was set for looking at {trial}.',
});

export const q36 = defineQuestion({
  id: 'Q36',
  block: 'B6',
  reads: [],
  trigger: 'a trial past its review',
  followUps: ['Q37'],
  tender: false,
  asks: (view) =>
    view.trials
      .filter((trial) => trial.outcome === 'unknown')
      .flatMap((trial) => {
        const ground = { about: [trial.id], evidence: [trial.id, ...trial.gave] };
        const params = { trial: called(view, trial.id) };
        const months = monthsSince(trial.reviewOn, view.day);
        if (months === null) return [say.offer({ ...ground, distance: 0.4 }, params)];
        if (months <= 0) return [];
        return [
          say.ask(
            { ...ground, distance: Math.min(1, 0.5 + months / 24) },
            { ...params, date: sayAt(trial.reviewOn) },
          ),
        ];
      }),
});
