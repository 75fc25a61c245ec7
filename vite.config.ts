/** How the web application is built: from src/web into dist/web, every file on its own so that a strict CSP holds. */
import { join } from 'node:path';
import { defineConfig } from 'vite';
import { PARCELS } from './scripts/parcels.js';
import { sharedWorker } from './scripts/shared-worker.js';
import { slimWords } from './scripts/slim-words.js';

const server = process.env.POTLUCK_API ?? 'http://127.0.0.1:4321';

/** The pages: the rooms, and the one of phones in a round, which is small and has no rooms. */
const PAGES = ['index.html', 't.html'].map((page) => join(import.meta.dirname, 'src/web', page));

/** Written as for React, run by Preact: a sixth of the weight (docs/decisions/preact.md). */
const PREACT = [
  { find: /^react-dom\/client$/, replacement: 'preact/compat/client' },
  { find: /^react\/jsx-(dev-)?runtime$/, replacement: 'preact/compat/jsx-runtime' },
  { find: /^react(-dom)?$/, replacement: 'preact/compat' },
];

/**
 * What the bundler would tell and we mean: libraries mark what is for browsers, which all of it is here; parts that are
 * fetched late may travel with one that is not; and how long its plugins take.
 */
const AS_MEANT = new Set(['MODULE_LEVEL_DIRECTIVE', 'INEFFECTIVE_DYNAMIC_IMPORT', 'PLUGIN_TIMINGS']);

export default defineConfig({
  root: 'src/web',
  publicDir: 'public',
  plugins: [slimWords(), sharedWorker()],
  resolve: { conditions: ['potluck-source', 'module', 'browser', 'development|production'], alias: PREACT },
  server: {
    port: 4322,
    proxy: { '/api': server, '/healthz': server, '/docs': server, '/embed': server, '/paper.css': server },
  },
  build: {
    outDir: '../../dist/web',
    emptyOutDir: true,
    target: 'es2022',
    modulePreload: { polyfill: false },
    // Nothing inline: fonts and pictures are files, so that the policy needs no `data:`.
    assetsInlineLimit: 0,
    manifest: true,
    rolldownOptions: {
      onLog: (level, log, tell) => (AS_MEANT.has(log.code ?? '') ? undefined : tell(level, log)),
      input: PAGES,
      output: {
        codeSplitting: { groups: PARCELS },
        // Words of languages are named for what they are: they come only where they are spoken.
        chunkFileNames: (chunk) => {
          const words = /\/locale\/([a-z]{2})\/([a-z]+)\.json$/.exec(chunk.facadeModuleId ?? '');
          return words === null
            ? 'assets/[name]-[hash].js'
            : `assets/words-${words[1]}-${words[2]}-[hash].js`;
        },
        // Fonts keep their names: they never change without a new version of theirs.
        assetFileNames: (asset) =>
          asset.names.some((name) => name.endsWith('.woff2'))
            ? 'assets/[name][extname]'
            : 'assets/[name]-[hash][extname]',
      },
    },
  },
});
