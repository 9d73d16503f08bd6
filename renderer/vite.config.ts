import react from '@vitejs/plugin-react';
import { defineConfig, type Plugin } from 'vite';

/**
 * The screen as plain files. Addresses are relative, so that `app://` and `http://127.0.0.1` serve the same build, and
 * nothing is written inline, since the CSP allows neither inline scripts nor inline styles. Run from the project's root.
 */
export default defineConfig({
  root: 'renderer',
  base: './',
  plugins: [react(), paintAfterStart()],
  worker: { format: 'es' },
  build: {
    outDir: '../dist/renderer',
    emptyOutDir: true,
    target: 'chrome130',
    // A `data:` font or worker would be refused by the CSP.
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    sourcemap: false,
    chunkSizeWarningLimit: 1300,
    rolldownOptions: {
      // In one chunk, so that zod is told not to compile before any schema is made, whichever chunk makes it.
      output: { codeSplitting: { groups: [{ name: 'zod', test: /node_modules[\\/]zod[\\/]|renderer[\\/]no-eval\.ts$/ }] } },
    },
  },
});

/** The first paint waits for the entry, which sets scheme and language: no flash of the wrong one, no inline script. */
function paintAfterStart(): Plugin {
  return {
    name: 'paint-after-start',
    transformIndexHtml: {
      order: 'post',
      handler: (html) => html.replaceAll('<script type="module"', '<script blocking="render" type="module"'),
    },
  };
}
