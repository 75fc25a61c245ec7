/** Commands of the contract that are not there yet: they say so, and fail, rather than pretend. */
import { CallError, type Command } from '#cli/command';

function later(name: string, takes: string, answers: string): Command {
  return {
    name,
    takes,
    answers: `${answers} (later)`,
    about: `This command will answer: ${answers}. It comes with a later version of Potluck.`,
    options: [],
    examples: ['potluck'],
    run: async () => {
      throw new CallError(`potluck ${name} comes with a later version. It does nothing yet.`);
    },
  };
}

export const agenda = later('agenda', 'FILE', 'the leadership agenda');
