/** Where a person's data lives when nobody says otherwise: one folder under the user's data directory. */
import { homedir } from 'node:os';
import { join, resolve } from 'node:path';

/** The data folder by the custom of the system: XDG on Linux, Application Support on macOS, AppData on Windows. */
export function dataFolder(
  given: string | undefined,
  env: Readonly<Record<string, string | undefined>>,
  platform: string,
): string {
  if (given !== undefined) return resolve(given);
  const home = env['HOME'] ?? homedir();
  if (platform === 'darwin') return join(home, 'Library', 'Application Support', 'potluck');
  if (platform === 'win32') return join(env['APPDATA'] ?? join(home, 'AppData', 'Roaming'), 'potluck');
  const xdg = env['XDG_DATA_HOME'];
  // The XDG rule: a path that is not absolute is to be ignored.
  return join(xdg?.startsWith('/') ? xdg : join(home, '.local', 'share'), 'potluck');
}
