import react from '@vitejs/plugin-react';
import { defineConfig } from 'vitest/config';
import { precompress } from './build/precompress.ts';
import { mockApi } from './mock/plugin.ts';

// The policy that src/Lrs/Pages/PagesEndpoints.cs sends, so that a preview shows what it would forbid.
const contentSecurityPolicy =
  "default-src 'none'; script-src 'self'; style-src 'self'; font-src 'self'; img-src 'self' data:; connect-src 'self'; " +
  "base-uri 'none'; form-action 'self'; frame-ancestors 'none'";

export default defineConfig({
  plugins: [react(), mockApi(), precompress()],
  build: {
    // Nothing is inlined as data: URLs: the policy allows scripts, styles and fonts from this host only.
    assetsInlineLimit: 0,
    chunkSizeWarningLimit: 700,
    emptyOutDir: true,
  },
  preview: { headers: { 'Content-Security-Policy': contentSecurityPolicy } },
  test: { environment: 'node', include: ['src/**/*.test.ts'] },
});
