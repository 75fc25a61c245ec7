/** How a command about one file ends: the answer on standard output, its problems on standard error, and the exit code. */
import type { Call, ExitCode, World } from '#cli/command';
import { type Loaded, type Looked, look, lookAt } from '#cli/load';
import { problemsText } from '#cli/problems';
import type { View } from '#core/audience/view';
import type { Problem } from '#core/file/problem';

/** JSON as every command prints it. */
export function json(value: unknown): string {
  return `${JSON.stringify(value, null, 2)}\n`;
}

export interface Answering {
  /** The JSON where the file is in order. */
  readonly json: (view: View, looked: Looked) => unknown;
  /** The JSON of a file with errors: the same shape with nothing in it. */
  readonly empty: Readonly<Record<string, unknown>>;
  /** For a person. */
  readonly text: (view: View, looked: Looked) => string;
}

/**
 * The problems that may stand in an answer for this audience. A warning quotes the file, so what is made for others than
 * stewards carries none; whoever made it reads them on standard error.
 */
export function tellable(loaded: Loaded, view: View): readonly Problem[] {
  return view.audience === 'stewards' ? loaded.problems : [];
}

/** Answers about the file of the call. Errors in it: nothing is computed, exit 1. Warnings: exit 0. */
export async function answer(
  call: Call,
  world: World,
  answering: Answering,
  path?: string,
): Promise<ExitCode> {
  const looked = path === undefined ? await look(call, world) : await lookAt(path, call, world);
  const { loaded, view } = looked;
  // Computed before anything is told, so that a wrong call says only what is wrong with it.
  const asJson = call.options.has('json');
  const told =
    view === null ? null : asJson ? json(answering.json(view, looked)) : answering.text(view, looked);
  if (loaded.problems.length > 0) world.err(problemsText(loaded.problems, loaded.text, world.columns));
  if (told === null) {
    if (asJson) world.out(json({ ...looked.head, ...answering.empty, problems: loaded.problems }));
    return 1;
  }
  world.out(told);
  return 0;
}
