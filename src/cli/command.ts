/** What a command of the command line is, and the world it is given: nothing here touches disk, clock or screen itself. */
import type { Day } from '#core/model/dates';

/** 0 done, 1 the file has problems or a check did not hold, 2 the call was wrong. */
export type ExitCode = 0 | 1 | 2;

/** The world of a command, given by the door, so that tests can give another. */
export interface World {
  /** Results. */
  readonly out: (text: string) => void;
  /** Results that are no text. */
  readonly outBytes: (bytes: Uint8Array) => void;
  /** Problems and progress. */
  readonly err: (text: string) => void;
  /** The text of a file. Throws an error with a Node code (`ENOENT`, `EISDIR`, `EACCES`). */
  readonly read: (path: string) => Promise<string>;
  readonly write: (path: string, content: string | Uint8Array) => Promise<void>;
  readonly today: () => Day;
  /** Characters on a line. */
  readonly columns: number;
  /** Of this Potluck. */
  readonly version: string;
  /** Rules that embed the typefaces in a picture. */
  readonly fontFaces: () => Promise<string>;
  /** The same for the letters of one text. */
  readonly typefaces: () => Promise<(text: string, what: 'picture' | 'page') => string>;
  /** A drawing as PNG, so many dots wide; twice the drawing unless said. */
  readonly paint: (svg: string, width?: number) => Promise<Uint8Array>;
  /** Runs `saying` in a language, such as `es`; null where it is not spoken. */
  readonly speaking: (language: string, saying: () => Promise<ExitCode>) => Promise<ExitCode | null>;
  /** Runs the application until somebody ends it. */
  readonly serve: (options: {
    readonly port: string | undefined;
    readonly data: string | undefined;
    readonly host: string | undefined;
    readonly site: string | undefined;
    readonly trustsProxy: boolean;
    readonly json: boolean;
  }) => Promise<ExitCode>;
}

export interface Option {
  readonly name: string;
  /** What the value is called in the help; null where the option takes none. */
  readonly value: string | null;
  readonly says: string;
}

/** The words of a call, sorted. */
export interface Call {
  readonly words: readonly string[];
  readonly options: ReadonlyMap<string, string>;
}

export interface Command {
  readonly name: string;
  /** `FILE [ID…]` */
  readonly takes: string;
  /** One line of the help of `potluck`. */
  readonly answers: string;
  /** A paragraph or two for `potluck NAME --help`; like all that help says, ICU for `message`. */
  readonly about: string;
  /** What stands in the paragraph in braces, in the language that is spoken. */
  readonly fills?: () => Readonly<Record<string, string>>;
  readonly options: readonly Option[];
  readonly examples: readonly string[];
  readonly run: (call: Call, world: World) => Promise<ExitCode>;
}

/** The call was wrong: told in a sentence, with what would be right. Ends with exit code 2. */
export class CallError extends Error {}

/** Options of every command. */
export const COMMON: readonly Option[] = [
  { name: 'as-of', value: 'DATE', says: 'the day to see the community from: 2009, 2009-10 or 2009-10-08' },
  { name: 'audience', value: 'ID', says: 'who asks; stewards unless said' },
  { name: 'lang', value: 'LANG', says: 'the language of the answer: en, es, fr, nl, pt or sw' },
  { name: 'json', value: null, says: 'the answer as JSON' },
  { name: 'help', value: null, says: 'this text' },
];
