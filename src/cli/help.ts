/** The help: one screen for everything, one page for each command; in the language that is spoken. Names stay as they are typed. */
import { COMMON, type Command, type Option } from '#cli/command';
import { commands } from '#cli/commands/index';
import { beside, wrap } from '#cli/layout';
import { message } from '#core/words/message';

const SAYS = {
  potluck: message('command.potluck', 'Potluck: who brings what, and who carries what is called free.'),
  how: message(
    'command.how',
    'potluck COMMAND --help tells how. Every command takes --json, --as-of DATE and --audience ID. A first look:',
  ),
  options: message('command.options', 'Options'),
  optional: message('command.optional', '[options]'),
  examples: message('command.examples', 'For example'),
  ends: message(
    'command.ends',
    'Results go to standard output, problems to standard error. Exit code: 0 done, 1 the file has problems or a check did not hold, 2 the call was wrong.',
  ),
} as const;

/** The ids of what help says of a command, for translators: `command.story.about`, `command.story.option.out`. */
const idOf = (command: Command, what: string) => `command.${command.name}.${what}`;

const isCommon = (option: Option) => COMMON.includes(option);

const answersOf = (command: Command) => message(idOf(command, 'answers'), command.answers);
const aboutOf = (command: Command) => message(idOf(command, 'about'), command.about);
const saysOf = (command: Command, option: Option) =>
  message(
    isCommon(option) ? `command.option.${option.name}` : idOf(command, `option.${option.name}`),
    option.says,
  );

// Named now, so that everything that help can say is known to translators as soon as this is loaded.
for (const command of commands) {
  answersOf(command);
  aboutOf(command);
  for (const option of [...command.options, ...COMMON]) saysOf(command, option);
}

/** `potluck` alone: fits 24 lines of 80 characters. What a command takes is told by its own help. */
export function overview(all: readonly Command[]): string {
  const width = 4 + Math.max(...all.map((command) => command.name.length));
  const lines = all.map((command) => beside(`  ${command.name}`, answersOf(command)().text, width, 80));
  return `${[
    wrap(SAYS.potluck().text, 80),
    '',
    ...lines,
    '',
    wrap(SAYS.how().text, 80),
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
  const lines = options.map((option, at) =>
    beside(labels[at] ?? '', saysOf(command, option)().text, width, columns),
  );
  const parts = [
    `potluck ${callOf(command)}${options.length > 0 ? ` ${SAYS.optional().text}` : ''}`,
    wrap(aboutOf(command)(command.fills?.()).text, columns),
    `${SAYS.options().text}\n${lines.join('\n')}`,
    `${SAYS.examples().text}\n${command.examples.map((example) => `  ${example}`).join('\n')}`,
    wrap(SAYS.ends().text, columns),
  ];
  return `${parts.join('\n\n')}\n`;
}
