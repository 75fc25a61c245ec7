/** Writes what a command made into the file that the call names; where that cannot be, says so as a mistake of the call. */
import type { World } from '#cli/command';
import { callError, WRONG_FILE } from '#cli/wrong';
import { message } from '#core/words/message';

const WROTE = message('command.wrote', 'Wrote {path}.');

/** Writes text or bytes, and tells on standard error that it did. */
export async function writeOut(world: World, path: string, content: string | Uint8Array): Promise<void> {
  try {
    await world.write(path, content);
  } catch (error) {
    const why = (error as NodeJS.ErrnoException).code ?? WRONG_FILE.untold().text;
    throw callError(WRONG_FILE.unwritable({ path, why }));
  }
  world.err(`${WROTE({ path }).text}\n`);
}
