/** A world for tests of commands: files in memory, a fixed day, and everything that was said. For tests only. */
import type { ExitCode, World } from '#cli/command';
import { run } from '#cli/run';
import { dayOf } from '#core/model/dates';
import { paint } from '#server/paint';
import { speaking, speechOf } from '#server/speech';
import { embeddedTypefaces, typefacesFor } from '#server/typefaces';

export interface Said {
  readonly code: ExitCode;
  readonly out: string;
  readonly err: string;
  /** Files that were written. */
  readonly written: ReadonlyMap<string, string>;
  /** Bytes that went to standard output or into a file. */
  readonly bytes: readonly Uint8Array[];
}

/** Runs a call on these files. `null` is a folder, an error code stands for a file that cannot be read. */
export async function call(
  words: readonly string[],
  files: Readonly<Record<string, string | null>> = {},
  columns = 80,
): Promise<Said> {
  let out = '';
  let err = '';
  const written = new Map<string, string>();
  const bytes: Uint8Array[] = [];
  const world: World = {
    out: (text) => {
      out += text;
    },
    outBytes: (some) => void bytes.push(some),
    err: (text) => {
      err += text;
    },
    read: async (path) => {
      const text = files[path];
      if (text === undefined) throw Object.assign(new Error('no such file'), { code: 'ENOENT' });
      if (text === null) throw Object.assign(new Error('a folder'), { code: 'EISDIR' });
      return text;
    },
    write: async (path, content) => {
      if (path.startsWith('locked/')) throw Object.assign(new Error('locked'), { code: 'EACCES' });
      if (typeof content === 'string') written.set(path, content);
      else bytes.push(content);
    },
    today: () => dayOf(2026, 11, 22) ?? 0,
    columns,
    version: '0.0.0',
    fontFaces: async () => embeddedTypefaces(),
    typefaces: async () => typefacesFor,
    paint,
    speaking: async (language, saying) => {
      const speech = await speechOf(language);
      return speech === null ? null : speaking(speech, saying);
    },
    serve: async () => 0,
  };
  const code = await run(words, world);
  return { code, out, err, written, bytes };
}

/** A small community of which every number is easy to work out. */
export const GARDEN = `potluck: 1
id: garden
name: The garden
as-of: 2026-03-01
see: public
kinds:
  hours: {unit: h, law: perishable}
parties:
  core: {name: Core group, type: circle, circle: core, inside: true, size: 5}
  gardeners: {name: Gardeners, type: circle, circle: active, inside: true, size: 35}
  street: {name: The street, type: public}
activities:
  open-day:
    name: Open day
    for: {gardeners: 0.7, street: 0.3}
    price: free
    needs:
      hosting: {amount: 30 h/month, grows: 1}
flows:
  turns: {from: gardeners, to: open-day, fulfils: hosting, amount: 24 h/month, form: turn}
  planning: {from: core, to: open-day, amount: 10 h/month, form: gift, see: core}
`;
