import react from '@vitejs/plugin-react';
import { defineConfig } from 'vitest/config';
import { lighterMap } from './build/lighterMap.ts';
import { precompress } from './build/precompress.ts';
import { mockApi } from './mock/plugin.ts';

// The policy that src/Lrs/Pages/PagesEndpoints.cs sends, so that a preview shows what it would forbid.
const contentSecurityPolicy =
  "default-src 'none'; script-src 'self'; style-src 'self'; font-src 'self'; img-src 'self' data:; connect-src 'self'; " +
  "base-uri 'none'; form-action 'self'; frame-ancestors 'none'";

export default defineConfig({
  plugins: [react(), mockApi(), lighterMap(), precompress()],
  build: {
    // Nothing is inlined as data: URLs: the policy allows scripts, styles and fonts from this host only.
    assetsInlineLimit: 0,
    chunkSizeWarningLimit: 700,
    emptyOutDir: true,
    rolldownOptions: {
      output: {
        // What every page needs, and what every chart needs, in one piece each: smaller than many, and kept by browsers when only pages change.
        codeSplitting: {
          groups: [
            { name: 'frame', test: /node_modules[\\/](react|react-dom|scheduler|react-router|i18next|react-i18next|@tanstack)[\\/]/ },
            { name: 'charts', test: /node_modules[\\/](echarts|zrender)[\\/]/ },
          ],
        },
      },
    },
  },
  preview: { headers: { 'Content-Security-Policy': contentSecurityPolicy } },
  test: { environment: 'node', include: ['{src,build}/**/*.test.ts'] },
});
