import { fileURLToPath } from 'node:url'
import { svelte } from '@sveltejs/vite-plugin-svelte'
import { defineConfig } from 'vite'

const SERVER = `http://127.0.0.1:${process.env['PORT'] ?? 4400}`

export default defineConfig({
  plugins: [svelte()],
  publicDir: 'web/public',
  build: {
    outDir: 'dist/web',
    emptyOutDir: true,
    target: 'es2022',
    // Everything is a file of its own: the content security policy allows no data: URLs.
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    // How long plugins took is of no use to the person who starts the server.
    rolldownOptions: { checks: { pluginTimings: false } },
  },
  // The library that writes Excel files zips in a way that the content security policy forbids.
  resolve: {
    alias: [{ find: /^fflate$/, replacement: fileURLToPath(new URL('./web/exports/zip.ts', import.meta.url)) }],
  },
  // Workers load their libraries in parts, as the page does.
  worker: { format: 'es' },
  server: { proxy: { '/graphql': SERVER } },
})
