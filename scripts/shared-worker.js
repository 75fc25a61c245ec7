/**
 * For Vite: a worker that shares its parts with the page. Vite packs a worker with a copy of all that it imports; here
 * it is one more way into the same build, so that what page and worker both need is fetched and compiled once.
 * `import address from './x-worker.ts?shared-worker'` gives the worker's address.
 */
import { dirname, resolve } from 'node:path';

const MARK = '?shared-worker';

/** Vite's plugin; `root` is the folder that the server of developers serves. */
export function sharedWorker() {
  let building = false;
  let root = '';
  return {
    name: 'shared-worker',
    enforce: 'pre',
    configResolved(config) {
      building = config.command === 'build';
      root = config.root;
    },
    resolveId(id, importer) {
      return id.endsWith(MARK) && importer !== undefined ? `\0${resolve(dirname(importer), id)}` : null;
    },
    load(id) {
      if (!id.startsWith('\0') || !id.endsWith(MARK)) return null;
      const file = id.slice(1, -MARK.length);
      if (!building) return `export default ${JSON.stringify(file.slice(root.length))};`;
      const worker = this.emitFile({ type: 'chunk', id: file, name: 'simulate-worker' });
      return `export default import.meta.ROLLUP_FILE_URL_${worker};`;
    },
  };
}
