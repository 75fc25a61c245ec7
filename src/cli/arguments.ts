/** Sorts the words of a call into options and the rest. Every mistake is a `CallError` that says what is known instead. */
import { type Call, type CallError, COMMON, type Command } from '#cli/command';
import { callError, given, meant, WRONG } from '#cli/wrong';
import { nearest } from '#core/file/nearest';

/** Reads the words that follow a command's name. `--` ends the options. */
export function readArguments(command: Command, words: readonly string[]): Call {
  const known = new Map([...command.options, ...COMMON].map((option) => [option.name, option]));
  const options = new Map<string, string>();
  const rest: string[] = [];
  let ended = false;
  for (let at = 0; at < words.length; at += 1) {
    const word = words[at] ?? '';
    if (ended || word === '-' || !word.startsWith('-')) {
      rest.push(word);
      continue;
    }
    if (word === '--') {
      ended = true;
      continue;
    }
    const [name = '', inline] = splitOnce(word === '-h' ? '--help' : word);
    const option = known.get(name);
    if (option === undefined) throw unknownOption(command, word, [...known.keys()]);
    if (options.has(option.name)) throw callError(WRONG.twice({ name: option.name }));
    if (option.value === null) {
      if (inline !== undefined) throw callError(WRONG.noValue({ name: option.name, given: inline }));
      options.set(option.name, '');
      continue;
    }
    const value = inline ?? words[at + 1];
    if (value === undefined || (inline === undefined && value.startsWith('--'))) {
      throw callError(WRONG.needsValue({ name: option.name, value: option.value }));
    }
    if (inline === undefined) at += 1;
    options.set(option.name, value);
  }
  return { words: rest, options };
}

function splitOnce(word: string): [string, string | undefined] {
  const text = word.replace(/^--?/, '');
  const at = text.indexOf('=');
  return at < 0 ? [text, undefined] : [text.slice(0, at), text.slice(at + 1)];
}

function unknownOption(command: Command, word: string, known: readonly string[]): CallError {
  const near = nearest(word.replace(/^-+/, '').split('=')[0] ?? '', known);
  return callError(
    WRONG.noOption({ command: command.name, word }),
    meant(near === null ? null : `--${near}`),
    WRONG.knows({ known: known.map((name) => `--${name}`).join(', ') }),
  );
}

/** A whole number of an option, from `least` up; the default where the option is absent. */
export function numberOption(call: Call, name: string, otherwise: number, least = 0): number {
  const text = call.options.get(name);
  if (text === undefined) return otherwise;
  const value = Number(text);
  if (!/^\d+$/.test(text) || !Number.isSafeInteger(value) || value < least) {
    throw callError(WRONG.numberFrom({ name, least: String(least), given: given(text) }));
  }
  return value;
}
