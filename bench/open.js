/** Bundles `bench/inside.js` from the sources, so that rooms which the library does not export can be measured. */
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';

const root = join(import.meta.dirname, '..');
/** Where the bundle stands once `openInside` was here. */
export const insideFile = join(root, 'dist', '.bench', 'inside.mjs');

export async function openInside() {
  const { rolldown } = await import('rolldown');
  const bundle = await rolldown({
    cwd: root,
    input: 'bench/inside.js',
    platform: 'node',
    external: (id) => !/^[.#/]/.test(id) && !/^[a-zA-Z]:[\\/]/.test(id),
    resolve: { conditionNames: ['potluck-source', 'node', 'import', 'default'] },
    onLog() {},
  });
  await bundle.write({ file: insideFile, format: 'esm', codeSplitting: false });
  await bundle.close();
  return import(pathToFileURL(insideFile).href);
}
