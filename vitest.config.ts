import { defineConfig } from 'vitest/config'

export default defineConfig({
  // One copy of the library, as under Node: the bundler would take its ESM build, Apollo Server takes the other.
  resolve: { alias: [{ find: /^graphql$/, replacement: 'graphql/index.js' }] },
  test: {
    include: ['test/**/*.test.ts'],
    testTimeout: 30_000,
    hookTimeout: 180_000,
    passWithNoTests: false,
  },
})
