import { execFileSync } from 'node:child_process'
import { existsSync, readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import importTable from '../../scripts/check/import-table.json' with { type: 'json' }

/** Spaces that align tables do not count. */
const README = readFileSync('README.md', 'utf8').replace(/ {2,}/g, ' ')
const PACKAGE = JSON.parse(readFileSync('package.json', 'utf8')) as {
  scripts: Record<string, string>
  dependencies: Record<string, string>
  devDependencies: Record<string, string>
}
const TRACKED = execFileSync('git', ['ls-files', '-z'], { encoding: 'utf8' }).split('\0').filter(Boolean)
const SOURCES = TRACKED.filter(
  (file) => /^(server|scripts|web)\/.*\.(ts|svelte|cypher|graphql)$/.test(file) && existsSync(file),
)

describe('the README', () => {
  it('names only npm scripts that exist', () => {
    const named = [...README.matchAll(/npm (?:run )?(?:--silent )?([a-z0-9:]+)/g)].map((match) => match[1]!)
    const builtIn = ['ci', 'install', 'start', 'test']
    expect(named.filter((name) => !(name in PACKAGE.scripts) && !builtIn.includes(name))).toEqual([])
  })

  it('names only folders and files that exist', () => {
    const named = [...README.matchAll(/`((?:data|scripts|server|web|test|docs)\/[\w./-]*)`/g)].map((match) => match[1]!)
    expect(named.filter((path) => !existsSync(path))).toEqual([])
  })

  it('names only flags that some script takes', () => {
    const scripts = SOURCES.filter((file) => file.startsWith('scripts/'))
      .map((file) => readFileSync(file, 'utf8'))
      .join('\n')
    const flags = [...README.matchAll(/(?<=[\s`])--([a-z][a-z-]+)/g)]
      .map((match) => match[1]!)
      .filter((f) => f !== 'silent')
    expect(flags.filter((flag) => !scripts.includes(flag))).toEqual([])
  })

  it('shows the import table that lint enforces', () => {
    const rows = Object.entries(importTable).map(
      ([from, to]) => `| \`${from}\` | ${to.map((t) => `\`${t}\``).join(' ') || '—'} |`,
    )
    expect(rows.filter((row) => !README.includes(row))).toEqual([])
  })
})

describe('the repository', () => {
  it('says in docs/decisions what each dependency saves', () => {
    const page = readFileSync('docs/decisions/dependencies.md', 'utf8')
    const names = [...Object.keys(PACKAGE.dependencies), ...Object.keys(PACKAGE.devDependencies)]
    expect(names.filter((name) => !page.includes(`\`${name}\``))).toEqual([])
  })

  it('pins exact versions and names no registry host', () => {
    const versions = Object.values({ ...PACKAGE.dependencies, ...PACKAGE.devDependencies })
    expect(versions.filter((version) => !/^\d+\.\d+\.\d+$/.test(version))).toEqual([])
    expect(readFileSync('package-lock.json', 'utf8')).not.toMatch(/"resolved": "http/)
  })

  it('locks the optional packages of every platform, which npm ci insists on', () => {
    const { packages } = JSON.parse(readFileSync('package-lock.json', 'utf8')) as {
      packages: Record<string, { optionalDependencies?: Record<string, string> }>
    }
    const wanted = Object.values(packages).flatMap((entry) => Object.keys(entry.optionalDependencies ?? {}))
    expect(
      wanted.filter((name) => !Object.keys(packages).some((path) => path.endsWith(`node_modules/${name}`))),
    ).toEqual([])
  })

  it('keeps the shipped regulations out of the rules', () => {
    const places = /云南|山西|河南|省创中心/
    const code = SOURCES.filter((file) => /^server\/.*\.ts$/.test(file))
    const hits = code.flatMap((file) =>
      readFileSync(file, 'utf8')
        .split('\n')
        .filter((line) => places.test(line) && !/^\s*(\/\/|\*|\/\*)/.test(line))
        .map((line) => `${file}: ${line.trim()}`),
    )
    expect(hits).toEqual([])
  })
})
