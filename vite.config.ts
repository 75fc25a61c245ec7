/** How the web application is built: from src/web into dist/web, every file on its own so that a strict CSP holds. */
import { join } from 'node:path';
import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';
import { slimWords } from './scripts/slim-words.js';

const server = process.env.POTLUCK_API ?? 'http://127.0.0.1:4321';

/** The pages: the rooms, and the one of phones in a round, which is small and has no rooms. */
const PAGES = ['index.html', 't.html'].map((page) => join(import.meta.dirname, 'src/web', page));

/** What speaks: needed by both pages, so that the small one does not fetch what the rooms share. */
const SPEAKING =
  /node_modules\/@lingui\/|src\/(?:core\/(?:words\/(?:message|speech|fill)|model\/fact)|web\/shared\/(?:words|language))\.ts$|locale\/(?:names|read)\.json$/;

/** What every room of a community needs of our own. */
const SHARED =
  /src\/(?:core\/(?:model|words|audience)\/[\w-]+|web\/shared\/(?:api|arrived|use-community|naming|kind-look|marks|day-chooser|edits|words|language|format|doors|eyes|me|dialog|explain|evidence|live|draft|tube))\.tsx?$/;

export default defineConfig({
  root: 'src/web',
  publicDir: 'public',
  plugins: [slimWords(), react()],
  resolve: { conditions: ['potluck-source', 'module', 'browser', 'development|production'] },
  server: {
    port: 4322,
    proxy: { '/api': server, '/healthz': server, '/docs': server, '/embed': server, '/paper.css': server },
  },
  build: {
    outDir: '../../dist/web',
    emptyOutDir: true,
    target: 'es2022',
    // Nothing inline: fonts and pictures are files, so that the policy needs no `data:`.
    assetsInlineLimit: 0,
    manifest: true,
    rolldownOptions: {
      input: PAGES,
      output: {
        // Few files for what every room needs: on a thin line each further one costs a way there and back.
        codeSplitting: {
          groups: [
            { name: 'react', test: /node_modules\/(?:react|react-dom|scheduler)\//, priority: 3 },
            { name: 'speaking', test: SPEAKING, priority: 2 },
            { name: 'frame', test: /node_modules\/@tanstack\//, priority: 1 },
            { name: 'shared', test: SHARED },
            { name: 'passkey', test: /node_modules\/@simplewebauthn\// },
            { name: 'squares', test: /node_modules\/uqr\// },
          ],
        },
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
