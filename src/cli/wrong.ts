/**
 * What can be wrong with a call, as sentences in the language that is spoken; each says what would be right. They follow
 * `potluck:`, so they begin small. Names of commands and options stay as they are typed.
 */
import { CallError } from '#cli/command';
import { analysisIds, type UnknownAnalysis } from '#core/report';
import { type Message, message } from '#core/words/message';

const wrong = (id: string, icu: string) => message(`command.wrong.${id}`, icu);

/** Words and the call. */
export const WRONG = {
  noCommand: wrong('no-command', 'there is no command {name}.'),
  runForAll: wrong('run-for-all', 'Run potluck for all of them.'),
  near: wrong('near', 'Did you mean {near}?'),
  knows: wrong('knows', 'It knows: {known}.'),
  are: wrong('are', 'There are: {known}.'),
  ours: wrong(
    'ours',
    'this should not have happened: {what}\nPlease report it with the file that caused it; nothing was changed.',
  ),
  twice: wrong('twice', '--{name} is given twice. Give it once.'),
  noValue: wrong('no-value', '--{name} takes no value; {given} was given.'),
  needsValue: wrong('needs-value', '--{name} needs a value: --{name} {value}.'),
  noOption: wrong('no-option', 'potluck {command} does not know {word}.'),
  numberFrom: wrong('number-from', '--{name} takes a whole number from {least} up; {given} was given.'),
  numberTo: wrong('number-to', '--{name} takes a whole number up to {most}, not {given}.'),
  date: wrong('date', '--{name} takes a date: 2009, 2009-10 or 2009-10-08. {given} is none.'),
  dates: wrong('dates', '--as-of takes dates with commas between: 2007,2012 or 2009-10-08. {given} is none.'),
  nothing: wrong('nothing', 'nothing'),
  nothingFirst: wrong('nothing-first', 'Nothing'),
  noAudience: wrong('no-audience', '{community} knows no audience {audience}.'),
  noMeasure: wrong('no-measure', 'there is no measure {id}.'),
  whichMeasure: wrong('which-measure', 'which measure?'),
  oneMeasure: wrong('one-measure', 'one measure at a time; {rest} is too much.'),
  noFormat: wrong('no-format', 'there is no format {id}.'),
  whichFormat: wrong('which-format', 'which format? {call}; there are: {known}.'),
} as const;

/** Files. */
export const WRONG_FILE = {
  which: wrong('which-file', 'which file?'),
  whichCall: wrong('which-file-call', 'which file? {call}.'),
  givePath: wrong('give-path', 'Give the path of a community file, such as cases/km4dev/community.yaml.'),
  giveMore: wrong('give-more', 'Give one or more community files.'),
  whichOnes: wrong(
    'which-files',
    'which files? Give two to six, such as cases/km4dev/community.yaml cases/euforic/community.yaml.',
  ),
  one: wrong('one-file', 'one file at a time; {rest} is too much.'),
  noneTaken: wrong('no-files', 'potluck serve takes no files; {rest} is too much.'),
  absent: wrong('no-file', 'there is no file {path}.'),
  folder: wrong('folder', '{path} is a folder. Give the file in it, such as {file}.'),
  locked: wrong('locked', '{path} may not be read by you. Ask its owner for the right to read it.'),
  unreadable: wrong('unreadable', '{path} cannot be read ({why}).'),
  noReason: wrong('no-reason', 'for a reason the system does not tell'),
  unknown: wrong('unknown', 'unknown'),
  unwritable: wrong('unwritable', '{path} cannot be written ({why}). Choose another place with --out.'),
  untold: wrong('untold', 'the system does not tell why'),
  empty: wrong('empty-table', '{path} is empty. Give a table with a head and a row for each stream.'),
  notJson: wrong('not-json', '{path} is not JSON: {why}'),
} as const;

/** What single commands take. */
export const WRONG_USE = {
  add: wrong('add', 'add takes a file and a sentence in quotes.'),
  sidesMost: wrong('sides-most', '{most} at most can stand side by side; {count} were given.'),
  sidesAlone: wrong(
    'sides-alone',
    'one alone cannot be compared. Give another file, or several days: {call}.',
  ),
  sidesDays: wrong('sides-days', '{files} files and {days} days: give one day for all, or one for each.'),
  picks: wrong('picks', '--pick takes measures with commas between, such as robust,dep.'),
  meetingText: wrong('meeting-text', '--meeting is told as text, or as JSON with --json.'),
  month: wrong('month', '--month takes a month such as 2026-12; {given} is none.'),
  agendaFormat: wrong('agenda-format', '--format takes text, md or ics; {given} is none.'),
  minutes: wrong('minutes', '--minutes takes a whole number from 10 to 1440; {given} is none.'),
  minutesAlone: wrong('minutes-alone', '--minutes goes with --meeting.'),
  theme: wrong('theme', '--theme takes light, dark or print; {given} is none.'),
  map: wrong('map', '--map takes FIELD=HEAD with commas between; {given} is none. Fields: {fields}.'),
  mostScenarios: wrong(
    'most-scenarios',
    'at most {most} scenarios can stand beside each other; {count} were given.',
  ),
  mostParameters: wrong(
    'most-parameters',
    'at most {most} parameters can be asked for at once; {count} were given.',
  ),
  noParameter: wrong('no-parameter', 'there is no parameter {id}.'),
  parametersListed: wrong('parameters-listed', 'The assumptions in --json list them.'),
  noScenario: wrong('no-scenario', 'there is no scenario {id}.'),
  coreScenario: wrong('core-scenario', 'the small core has no scenarios; its parameters may hold changes.'),
  oneParameters: wrong('one-parameters', 'one file of parameters at a time; {rest} is too much.'),
  badParameters: wrong('bad-parameters', 'the parameters cannot be used.'),
  expected: wrong('expected', '{at}: expected {what}'),
  theFile: wrong('the-file', 'the file'),
} as const;

/** A mistake of the call: whole sentences, one after the other; null is none. */
export function callError(...sentences: readonly (Message | null)[]): CallError {
  return new CallError(sentences.flatMap((one) => (one === null ? [] : [one.text])).join(' '));
}

/** What was probably meant. */
export function meant(near: string | null): Message | null {
  return near === null ? null : WRONG.near({ near });
}

/** That there is no such measure, with those that there are. */
export function noMeasure({ id, nearest }: UnknownAnalysis): CallError {
  return callError(WRONG.noMeasure({ id }), meant(nearest), WRONG.are({ known: analysisIds().join(', ') }));
}

/** What was given to an option, where it may be nothing. */
export const given = (text: string): string => (text === '' ? WRONG.nothing().text : text);
