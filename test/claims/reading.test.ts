import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { extract } from '../../server/app/pipeline.ts'
import { loadVocabulary } from '../../server/app/vocabulary.ts'
import { FORMS } from '../../server/corrections/fact-forms.ts'
import { parseCorrections } from '../../server/corrections/format.ts'
import { readText } from '../../server/text/plain.ts'

const PAGE = readFileSync('docs/reading.md', 'utf8')
const { scripts } = JSON.parse(readFileSync('package.json', 'utf8')) as { scripts: Record<string, string> }

/** The fenced blocks of one language. */
function blocks(language: string): readonly string[] {
  return [...PAGE.matchAll(new RegExp(`^\`\`\`${language}\\n([^]*?)^\`\`\``, 'gm'))].map(([, block]) => block ?? '')
}

describe('docs/reading.md', () => {
  it('names only scripts, flags, files and folders that exist', () => {
    const named = [...PAGE.matchAll(/npm run (?:--silent )?([a-z0-9:]+)/g)].map(([, name]) => name ?? '')
    expect(named.filter((name) => !(name in scripts))).toEqual([])
    const paths = [...PAGE.matchAll(/(?:data|server|test|scripts|docs)\/[\w./-]*\w/g)].map(([path]) => path)
    expect(paths.filter((path) => !existsSync(path))).toEqual([])
    const sources = readdirSync('scripts').filter((file) => file.endsWith('.ts'))
    const code = sources.map((file) => readFileSync(`scripts/${file}`, 'utf8')).join('\n')
    const flags = [...PAGE.matchAll(/(?<=[\s`])--([a-z]+)/g)].map(([, flag]) => flag ?? '')
    expect(flags.filter((flag) => flag !== 'silent' && !code.includes(`--${flag} `))).toEqual([])
  })

  it('lists the kinds of corrections with all their fields', () => {
    const rows = PAGE.split('\n').map((line) => line.replace(/\s+/g, ' '))
    const missing = Object.entries(FORMS).filter(([kind, fields]) => {
      const row = rows.find((line) => line.startsWith(`| \`${kind}\` |`)) ?? ''
      return !row.includes(
        `| ${Object.keys(fields)
          .map((field) => `\`${field}\``)
          .join(' ')} `,
      )
    })
    expect(missing.map(([kind]) => kind)).toEqual([])
  })

  it('lists the problems that corrections raise', () => {
    const code = ['outcome', 'apply', 'list-change'].map((file) =>
      readFileSync(`server/corrections/${file}.ts`, 'utf8'),
    )
    const codes = new Set(code.join('').match(/CORRECTION_[A-Z_]+/g))
    expect([...codes].filter((name) => !PAGE.includes(`\`${name}\``))).toEqual([])
  })

  it('shows a corrections file that is right, hash and all', () => {
    const shown = blocks('json').find((block) => block.includes('"corrections"')) ?? ''
    const { corrections, bad } = parseCorrections(JSON.parse(shown))
    expect([corrections.length, bad]).toEqual([1, []])
  })

  it('shows an example that reads as it says, before and after', () => {
    const text = /<<'END'\n([^]*?)END\n/.exec(blocks('sh').join('\n'))?.[1] ?? ''
    const vocabulary = loadVocabulary()
    const [metric, unit] = blocks('json').map((block) => JSON.parse(block))
    const read = (more: object) =>
      extract(readText(Buffer.from(text), 'example.txt'), { ...vocabulary, ...more }).thresholds.map(
        ({ quote, metricKey }) => [quote, metricKey],
      )
    expect(read({})).toContainEqual(['馆藏图书不少于5万册', null])
    expect(read({}).map(([quote]) => quote)).not.toContain('展柜不少于20节')
    const after = read({ metrics: [...vocabulary.metrics, metric], units: [...vocabulary.units, unit] })
    expect(after).toContainEqual(['馆藏图书不少于5万册', 'library_volumes'])
    expect(after).toContainEqual(['展柜不少于20节', null])
  })
})
