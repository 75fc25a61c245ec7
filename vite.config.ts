/** How the web application is built: from src/web into dist/web, every file on its own so that a strict CSP holds. */
import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';

const server = process.env.POTLUCK_API ?? 'http://127.0.0.1:4321';

export default defineConfig({
  root: 'src/web',
  publicDir: 'public',
  plugins: [react()],
  resolve: { conditions: ['potluck-source', 'module', 'browser', 'development|production'] },
  server: { port: 4322, proxy: { '/api': server, '/healthz': server } },
  build: {
    outDir: '../../dist/web',
    emptyOutDir: true,
    target: 'es2022',
    // Nothing inline: fonts and pictures are files, so that the policy needs no `data:`.
    assetsInlineLimit: 0,
    manifest: true,
    rolldownOptions: {
      output: {
        // Fonts keep their names, so that the page can ask for them before the styles have been read.
        assetFileNames: (asset) =>
          asset.names.some((name) => name.endsWith('.woff2')) ? 'assets/[name][extname]' : 'assets/[name]-[hash][extname]',
      },
    },
  },
});
