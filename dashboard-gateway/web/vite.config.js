import { defineConfig } from 'vitest/config';

// The gateway that the development server stands in front of: the fake in dev/ or a real one.
const gateway = process.env.VIGIL_GATEWAY_URL ?? 'http://127.0.0.1:8080';

export default defineConfig({
  build: {
    outDir: '../target/classes/static',
    emptyOutDir: true,
    target: 'es2022',
    // Fonts stay files of their own, so that they are cached and need no data: in the content policy.
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
  },
  server: {
    port: 5173,
    // The lengths of the block codec's codes are read from where the server reads them.
    fs: { allow: ['.', '../../common-schema/src'] },
    proxy: {
      '/api': { target: gateway, changeOrigin: true },
      '/ws': { target: gateway, changeOrigin: true, ws: true },
    },
  },
  // One worker without isolation: the tests share nothing, and start-up is most of their time.
  test: { include: ['test/**/*.test.ts'], pool: 'threads', isolate: false, maxWorkers: 1 },
});
