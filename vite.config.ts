import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';

/** The renderer: one page, the same bundle in Electron's window and in Chromium's. Served by the core. */
export default defineConfig({
  root: 'renderer',
  base: '/',
  plugins: [react()],
  build: {
    outDir: '../dist/renderer',
    emptyOutDir: true,
    target: 'chrome130',
    chunkSizeWarningLimit: 1500,
    assetsInlineLimit: 0,
  },
});
