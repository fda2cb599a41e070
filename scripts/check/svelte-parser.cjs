// Lets the cycle check read components: svelte-eslint-parser with TypeScript inside <script lang="ts">.
const svelte = require('svelte-eslint-parser')
const typescript = require('@typescript-eslint/parser')

module.exports = {
  parseForESLint: (code, options) => svelte.parseForESLint(code, { ...options, parser: typescript }),
}
