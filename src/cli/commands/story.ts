/** `potluck story`: the model in plain words. */
import { answer, tellable } from '#cli/answer';
import type { Command } from '#cli/command';
import { wrap } from '#cli/layout';
import { storyReport } from '#core/report';

export const story: Command = {
  name: 'story',
  takes: 'FILE',
  answers: 'the model in plain words',
  about:
    'Tells who brings what and who carries what is called free, on one day, in a few sentences, the most important first. With --json every sentence comes with the facts it stands on.',
  options: [],
  examples: [
    'potluck story cases/km4dev/community.yaml --as-of 2009',
    'potluck story my.yaml --audience public',
  ],
  run: (call, world) =>
    answer(call, world, {
      json: (view, { loaded }) => storyReport(view, tellable(loaded, view)),
      text: (view) =>
        `${wrap(
          storyReport(view)
            .sentences.map((sentence) => sentence.text)
            .join(' '),
          world.columns,
        )}\n`,
      empty: { sentences: [] },
    }),
};
