/** `potluck disclose`: the file as an audience may see it, and what was withheld. */
import { answer, tellable } from '#cli/answer';
import type { Command } from '#cli/command';
import { wrap } from '#cli/layout';
import { type Disclosure, disclosure } from '#core/report';
import { message } from '#core/words/message';

const SAYS = {
  all: message('command.disclose.all', 'Nothing was withheld from stewards.'),
  left: message(
    'command.disclose.left',
    'What {audience} may not know of is left out here, and not counted.',
  ),
  none: message('command.disclose.none', 'Of what {audience} may see, nothing was covered.'),
  covered: message('command.disclose.covered', 'Covered in what {audience} may see: {covered}.'),
} as const;

/**
 * What was covered, and that more may be missing: whole facts that an audience may not know of are left out uncounted, so
 * that nobody can be told that there are none.
 */
function withheldWords(audience: string, withheld: Disclosure['withheld']): string {
  if (audience === 'stewards' && withheld.length === 0) return SAYS.all().text;
  const covered = withheld.map(
    ({ kind, count, why }) =>
      `${kind} ${count}${why === undefined ? '' : ` (${why.text.replace(/\.$/, '')})`}`,
  );
  const rest =
    covered.length === 0 ? SAYS.none({ audience }) : SAYS.covered({ audience, covered: covered.join(', ') });
  return `${SAYS.left({ audience }).text} ${rest.text}`;
}

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
        return `${file.trimEnd()}\n\n${wrap(withheldWords(view.audience, withheld), 100, '# ')}\n`;
      },
      empty: { file: null, withheld: [] },
    }),
};
