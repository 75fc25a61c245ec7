/** Bundles `bench/inside.js` from the sources, so that rooms which the library does not export can be measured. */
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { rolldown } from 'rolldown';

const root = join(import.meta.dirname, '..');

export async function openInside() {
  const bundle = await rolldown({
    cwd: root,
    input: 'bench/inside.js',
    platform: 'node',
    external: (id) => !/^[.#/]/.test(id) && !/^[a-zA-Z]:[\\/]/.test(id),
    resolve: { conditionNames: ['potluck-source', 'node', 'import', 'default'] },
    onLog() {},
  });
  const file = join(root, 'dist', '.bench', 'inside.mjs');
  await bundle.write({ file, format: 'esm', codeSplitting: false });
  await bundle.close();
  return import(pathToFileURL(file).href);
}
