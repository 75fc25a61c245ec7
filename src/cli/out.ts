/** Writes what a command made into the file that the call names; where that cannot be, says so as a mistake of the call. */
import { CallError, type World } from '#cli/command';

/** Writes text or bytes, and tells on standard error that it did. */
export async function writeOut(world: World, path: string, content: string | Uint8Array): Promise<void> {
  try {
    await world.write(path, content);
  } catch (error) {
    const why = (error as NodeJS.ErrnoException).code ?? 'the system does not tell why';
    throw new CallError(`${path} cannot be written (${why}). Choose another place with --out.`);
  }
  world.err(`Wrote ${path}.\n`);
}
