/**
 * Reads a community file for a command and shows it as one audience may see it, on one day. Every mistake of the file is
 * told in one pass; every mistake of the call is a `CallError` that says what would be right.
 */
import type { Call, CallError, World } from '#cli/command';
import { callError, meant, WRONG, WRONG_FILE } from '#cli/wrong';
import { audienceOf, knownAudiences } from '#core/audience/audience';
import { disclose } from '#core/audience/disclose';
import type { View } from '#core/audience/view';
import { nearest } from '#core/file/nearest';
import { parse } from '#core/file/parse';
import type { Problem } from '#core/file/problem';
import { resolve } from '#core/file/resolve';
import { type Community, describedDay } from '#core/model/community';
import { type Day, isoDay, middleDay } from '#core/model/dates';
import type { Head } from '#core/report';

export interface Loaded {
  readonly path: string;
  readonly text: string;
  /** Null where the file has errors. */
  readonly community: Community | null;
  readonly problems: readonly Problem[];
}

/** Reads and understands a file. Never throws for what is in it. */
export async function load(path: string, world: World): Promise<Loaded> {
  const text = await readText(path, world);
  const { community, problems } = resolve(parse(text, { file: path }));
  return {
    path,
    text,
    problems,
    community: problems.some((one) => one.severity === 'error') ? null : community,
  };
}

async function readText(path: string, world: World): Promise<string> {
  try {
    return await world.read(path);
  } catch (error) {
    throw whyUnreadable(path, (error as NodeJS.ErrnoException).code);
  }
}

function whyUnreadable(path: string, code: string | undefined): CallError {
  switch (code) {
    case 'ENOENT':
    case 'ENOTDIR':
      return callError(WRONG_FILE.absent({ path }), WRONG_FILE.givePath());
    case 'EISDIR':
      return callError(WRONG_FILE.folder({ path, file: `${path.replace(/[\\/]$/, '')}/community.yaml` }));
    case 'EACCES':
    case 'EPERM':
      return callError(WRONG_FILE.locked({ path }));
    default:
      return callError(WRONG_FILE.unreadable({ path, why: code ?? WRONG_FILE.noReason().text }));
  }
}

/** What a command works with: a view where the file is in order, and the head of its answer in any case. */
export interface Looked {
  readonly loaded: Loaded;
  readonly view: View | null;
  readonly head: Head;
}

/** The file of a call, seen by the audience and from the day that the call names. */
export async function look(call: Call, world: World): Promise<Looked> {
  const [path, ...rest] = call.words;
  if (path === undefined) throw callError(WRONG_FILE.which(), WRONG_FILE.givePath());
  if (rest.length > 0) throw callError(WRONG_FILE.one({ rest: rest.join(' ') }));
  return lookAt(path, call, world);
}

/** As `look`, with the path given. */
export async function lookAt(path: string, call: Call, world: World): Promise<Looked> {
  const asked = dayOption(call, 'as-of');
  const audience = call.options.get('audience') ?? 'stewards';
  const loaded = await load(path, world);
  const { community } = loaded;
  if (community === null) {
    return {
      loaded,
      view: null,
      head: { potluck: 1, community: null, asOf: asked === null ? null : isoDay(asked), audience },
    };
  }
  if (audienceOf(community, audience) === null) throw unknownAudience(community, audience);
  const day = asked ?? describedDay(community) ?? world.today();
  const view = disclose(community, { audience, day });
  return { loaded, view, head: { potluck: 1, community: community.id, asOf: isoDay(day), audience } };
}

function unknownAudience(community: Community, audience: string): CallError {
  const known = knownAudiences(community);
  return callError(
    WRONG.noAudience({ community: community.id, audience }),
    meant(nearest(audience, known)),
    WRONG.knows({ known: known.join(', ') }),
  );
}

/** A date of the call; a partial one means its middle. Null where the option is absent. */
export function dayOption(call: Call, name: string): Day | null {
  const text = call.options.get(name);
  if (text === undefined) return null;
  const day = middleDay(text);
  if (day === null)
    throw callError(WRONG.date({ name, given: text === '' ? WRONG.nothingFirst().text : text }));
  return day;
}

/** Checks the options that every command takes, for those commands that have no use for them. */
export function checkCommon(call: Call): void {
  dayOption(call, 'as-of');
}
