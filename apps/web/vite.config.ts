import { fileURLToPath } from 'node:url';
import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';

const at = (path: string) => fileURLToPath(new URL(path, import.meta.url));

/** Where `vite` (development only) finds the API. */
const api = process.env['ZENMEBAN_API'] ?? 'http://127.0.0.1:3000';

export default defineConfig({
  root: at('.'),
  plugins: [react()],
  resolve: {
    alias: {
      '@zenmeban/domain/engine': at('../../libs/domain/engine/index.ts'),
      '@zenmeban/domain/search': at('../../libs/domain/search/index.ts'),
    },
  },
  build: {
    outDir: at('../../dist/web'),
    emptyOutDir: true,
    manifest: true,
    // Nothing inline: the server's Content-Security-Policy forbids data: fonts and scripts.
    assetsInlineLimit: 0,
    rolldownOptions: {
      input: { app: at('index.html'), ack: at('ack.html') },
      // What the first page needs comes as one file: in the dozens that its sharing with the others would make, it is larger.
      output: { codeSplitting: { groups: [{ name: 'shared', test: /[\\/]src[\\/]router\.tsx$/ }] } },
    },
  },
  // The API takes writes only from its own pages, so a forwarded one says that it is.
  server: { proxy: { '/api': { target: api, changeOrigin: true, headers: { origin: api } } } },
});
