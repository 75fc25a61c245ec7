/** The help: one screen for everything, one page for each command. */
import { COMMON, type Command } from '#cli/command';
import { beside, wrap } from '#cli/layout';

/** `potluck` alone: fits 24 lines of 80 characters. What a command takes is told by its own help. */
export function overview(commands: readonly Command[]): string {
  const width = 4 + Math.max(...commands.map((command) => command.name.length));
  const lines = commands.map((command) => `  ${command.name}`.padEnd(width) + command.answers);
  return `${[
    'Potluck: who brings what, and who carries what is called free.',
    '',
    ...lines,
    '',
    'potluck COMMAND --help tells how. Every command takes --json, --as-of DATE and',
    '--audience ID. A first look:',
    '  potluck story cases/km4dev/community.yaml --as-of 2009',
  ].join('\n')}\n`;
}

const callOf = (command: Command) => `${command.name} ${command.takes}`.trim();

/** `potluck NAME --help`. */
export function helpFor(command: Command, columns: number): string {
  const options = [...command.options, ...COMMON];
  const labels = options.map(
    (option) => `  --${option.name}${option.value === null ? '' : ` ${option.value}`}`,
  );
  const width = Math.max(...labels.map((label) => label.length)) + 2;
  const parts = [
    `potluck ${callOf(command)}${options.length > 0 ? ' [options]' : ''}`,
    wrap(command.about, columns),
    `Options\n${options.map((option, at) => beside(labels[at] ?? '', option.says, width, columns)).join('\n')}`,
    `For example\n${command.examples.map((example) => `  ${example}`).join('\n')}`,
    wrap(
      'Results go to standard output, problems to standard error. Exit code: 0 done, 1 the file has problems or a check did not hold, 2 the call was wrong.',
      columns,
    ),
  ];
  return `${parts.join('\n\n')}\n`;
}
