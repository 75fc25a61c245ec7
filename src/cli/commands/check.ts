/** `potluck check`: every problem of every file. */
import { json } from '#cli/answer';
import type { Command } from '#cli/command';
import { checkCommon, load } from '#cli/load';
import { problemsText, tally } from '#cli/problems';
import { callError, WRONG_FILE } from '#cli/wrong';

export const check: Command = {
  name: 'check',
  takes: 'FILE…',
  answers: 'every problem of every file',
  about:
    'Reads the files and tells all their mistakes in one pass, each with its place, what was expected and a mend. Warnings do not fail the check.',
  options: [],
  examples: ['potluck check my.yaml', 'potluck check cases/*/community.yaml --json'],
  run: async (call, world) => {
    checkCommon(call);
    if (call.words.length === 0) throw callError(WRONG_FILE.which(), WRONG_FILE.giveMore());
    // All are read before anything is told, so that a wrong path says only that.
    const files = [];
    for (const path of call.words) files.push(await load(path, world));
    const problems = files.flatMap((file) => file.problems);
    for (const file of files) {
      if (file.problems.length > 0) world.err(`${problemsText(file.problems, file.text, world.columns)}\n`);
    }
    if (call.options.has('json')) world.out(json({ potluck: 1, files: call.words, problems }));
    else world.out(files.map((file) => `${file.path}: ${tally(file.problems)}\n`).join(''));
    return problems.some((problem) => problem.severity === 'error') ? 1 : 0;
  },
};
