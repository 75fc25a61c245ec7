/** `potluck disclose`: the file as an audience may see it, and what was withheld. */
import { answer, tellable } from '#cli/answer';
import type { Command } from '#cli/command';
import { wrap } from '#cli/layout';
import { disclosure } from '#core/report';

export const disclose: Command = {
  name: 'disclose',
  takes: 'FILE --audience ID',
  answers: 'the file as that audience may see it, and what was withheld',
  about:
    'Prints the community file as an audience may have it. What was withheld is told by kind and number, as comments at the end, so that the result is still a community file.',
  options: [],
  examples: [
    'potluck disclose my.yaml --audience public > public.yaml',
    'potluck disclose my.yaml --audience members --json',
  ],
  run: (call, world) =>
    answer(call, world, {
      json: (view, { loaded, head }) => ({
        ...head,
        ...disclosure(view, loaded.text),
        problems: tellable(loaded, view),
      }),
      text: (view, { loaded }) => {
        const { file, withheld } = disclosure(view, loaded.text);
        const said =
          withheld.length === 0
            ? `Nothing was withheld from ${view.audience}.`
            : `Withheld from ${view.audience}: ${withheld.map((one) => `${one.kind} ${one.count}`).join(', ')}.`;
        return `${file.trimEnd()}\n\n${wrap(said, 100, '# ')}\n`;
      },
      empty: { file: null, withheld: [] },
    }),
};
