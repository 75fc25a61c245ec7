/** How the web application is built. Nothing is inlined, because the page is served without permission for inline code. */
import { fileURLToPath } from 'node:url';
import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';

const here = (path) => fileURLToPath(new URL(path, import.meta.url));

export default defineConfig({
  root: here('src/web'),
  base: '/',
  cacheDir: here('node_modules/.vite'),
  plugins: [react()],
  resolve: { conditions: ['potluck-source', 'module', 'browser', 'development|production'] },
  build: {
    outDir: here('dist/web'),
    emptyOutDir: true,
    manifest: true,
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    target: ['es2022', 'chrome109', 'firefox110', 'safari16'],
    reportCompressedSize: false,
  },
  server: {
    host: '127.0.0.1',
    port: 4321,
    strictPort: true,
    proxy: { '/api': 'http://127.0.0.1:4322', '/healthz': 'http://127.0.0.1:4322' },
  },
});
