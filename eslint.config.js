import { fileURLToPath } from 'node:url'
import boundaries from 'eslint-plugin-boundaries'
import { createTypeScriptImportResolver } from 'eslint-import-resolver-typescript'
import { importX } from 'eslint-plugin-import-x'
import svelte from 'eslint-plugin-svelte'
import tseslint from 'typescript-eslint'
import importTable from './scripts/check/import-table.json' with { type: 'json' }

/** Packages of the two stores and of the search index. */
const DATABASES = ['@ladybugdb/core', 'neo4j-driver', 'libsql']

const PARSER = fileURLToPath(new URL('./scripts/check/svelte-parser.cjs', import.meta.url))

/** The import table of the README, as policies: a folder may import itself and what its row lists, nothing else. */
const policies = Object.entries(importTable).map(([from, to]) => ({
  from: { element: { type: from } },
  allow: { to: { element: { types: { anyOf: to } } } },
}))

export default tseslint.config(
  { ignores: ['dist', 'node_modules', '.tiaolan', '.cache', 'web/graphql/schema.d.ts'] },
  ...tseslint.configs.recommended,
  ...svelte.configs.recommended,
  {
    files: ['**/*.svelte', '**/*.svelte.ts'],
    languageOptions: { parserOptions: { parser: tseslint.parser } },
  },
  {
    plugins: { boundaries, 'import-x': importX },
    settings: {
      'boundaries/elements': Object.keys(importTable).map((folder) => ({ type: folder, pattern: folder })),
      'import/resolver': { typescript: true },
      'import-x/resolver-next': [createTypeScriptImportResolver()],
      'import-x/extensions': ['.ts', '.js', '.svelte'],
      'import-x/parsers': { '@typescript-eslint/parser': ['.ts'], [PARSER]: ['.svelte'] },
    },
    rules: {
      'import-x/no-cycle': 'error',
      '@typescript-eslint/no-explicit-any': 'error',
      '@typescript-eslint/consistent-type-imports': 'error',
      '@typescript-eslint/no-unused-vars': ['error', { argsIgnorePattern: '^_', varsIgnorePattern: '^_' }],
      'max-params': ['error', 3],
      'no-restricted-syntax': [
        'error',
        { selector: 'TSEnumDeclaration', message: 'Use a readonly union instead of an enum.' },
      ],
    },
  },
  {
    files: Object.keys(importTable).map((folder) => `${folder}/**/*.{ts,svelte}`),
    rules: { 'boundaries/dependencies': ['error', { default: 'disallow', policies }] },
  },
  {
    files: ['server/**/*.ts', 'scripts/**/*.ts', 'web/**/*.{ts,svelte}'],
    rules: {
      'no-restricted-exports': ['error', { restrictDefaultExports: { direct: true } }],
      'no-restricted-imports': [
        'error',
        { paths: DATABASES.map((name) => ({ name, message: 'Only server/graph knows a database.' })) },
      ],
    },
  },
  {
    files: ['web/**/*.{ts,svelte}'],
    rules: {
      'no-restricted-imports': [
        'error',
        {
          patterns: [{ group: ['**/server/**'], message: 'The GraphQL schema is the border between web and server.' }],
        },
      ],
    },
  },
  { files: ['server/graph/**/*.ts'], rules: { 'no-restricted-imports': 'off' } },
  { files: ['**/*.cjs'], rules: { '@typescript-eslint/no-require-imports': 'off' } },
  { files: ['test/**/*.ts'], rules: { 'max-params': 'off' } },
)
