/** Finds the command, reads its words, runs it, and turns every outcome into an exit code. No stack trace reaches a person. */
import { readArguments } from '#cli/arguments';
import { CallError, type Command, type ExitCode, type World } from '#cli/command';
import { commands } from '#cli/commands/index';
import { helpFor, overview } from '#cli/help';
import { callError, meant, WRONG } from '#cli/wrong';
import { nearest } from '#core/file/nearest';

/** Runs one call: the words after `potluck`. Help and mistakes too are told in the language of `--lang`. */
export async function run(words: readonly string[], world: World): Promise<ExitCode> {
  const language = languageIn(words);
  const code = language === null ? null : await world.speaking(language, () => attempt(words, world));
  // One that is not spoken is itself a mistake of the call.
  return code ?? attempt(words, world);
}

/** Where `--lang` stands, before the words are sorted; -1 where it does not. */
function placeOfLanguage(words: readonly string[]): number {
  const at = words.findIndex((word) => word === '--' || /^--lang(?:=|$)/.test(word));
  return words[at] === '--' ? -1 : at;
}

function languageIn(words: readonly string[]): string | null {
  const at = placeOfLanguage(words);
  return at < 0 ? null : (words[at]?.split('=')[1] ?? words[at + 1] ?? null);
}

function withoutLanguage(words: readonly string[]): readonly string[] {
  const at = placeOfLanguage(words);
  return at < 0 ? words : words.toSpliced(at, words[at] === '--lang' ? 2 : 1);
}

async function attempt(words: readonly string[], world: World): Promise<ExitCode> {
  try {
    return await dispatch(words, world);
  } catch (error) {
    if (error instanceof CallError) {
      world.err(`potluck: ${error.message}\n`);
      return 2;
    }
    // Ours, not theirs. The text goes to them all the same, for they have to tell us; the trace does not.
    const what = error instanceof Error ? error.message : String(error);
    world.err(`potluck: ${WRONG.ours({ what }).text}\n`);
    return 2;
  }
}

async function dispatch(words: readonly string[], world: World): Promise<ExitCode> {
  const [asks, about] = withoutLanguage(words);
  if (asks === undefined || asks === '--help' || asks === '-h' || (asks === 'help' && about === undefined)) {
    world.out(overview(commands));
    return 0;
  }
  const [first, ...rest] = words;
  if (first === '--version') {
    world.out(`${world.version}\n`);
    return 0;
  }
  const command = find(asks === 'help' ? (about ?? '') : (first ?? ''));
  if (asks === 'help' || rest.some((word) => word === '--help' || word === '-h')) {
    world.out(helpFor(command, world.columns));
    return 0;
  }
  const call = readArguments(command, rest);
  const language = call.options.get('lang');
  if (language === undefined) return command.run(call, world);
  const code = await world.speaking(language, () => command.run(call, world));
  // Told in English: nothing else was asked for that could be spoken.
  if (code === null)
    throw new CallError(
      `${language || 'no language'} is not spoken here. There are: en, es, fr, nl, pt, sw.`,
    );
  return code;
}

function find(name: string): Command {
  const command = commands.find((one) => one.name === name);
  if (command !== undefined) return command;
  const near = nearest(
    name,
    commands.map((one) => one.name),
  );
  throw callError(
    WRONG.noCommand({ name }),
    meant(near === null ? null : `potluck ${near}`),
    WRONG.runForAll(),
  );
}
