import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { check } from 'recheck'
import ts from 'typescript'
import { describe, expect, it } from 'vitest'

interface Pattern {
  readonly place: string
  readonly source: string
  readonly flags: string
}

/** Every regular expression that stands in the server's code. */
const WRITTEN = filesIn('server').flatMap(patternsOf)

function filesIn(folder: string): readonly string[] {
  const names = readdirSync(folder, { recursive: true, encoding: 'utf8' })
  return names.filter((name) => name.endsWith('.ts')).map((name) => join(folder, name))
}

function patternsOf(file: string): readonly Pattern[] {
  const source = ts.createSourceFile(file, readFileSync(file, 'utf8'), ts.ScriptTarget.Latest, true)
  const found: Pattern[] = []
  const visit = (node: ts.Node): void => {
    if (ts.isRegularExpressionLiteral(node)) {
      const line = source.getLineAndCharacterOfPosition(node.getStart()).line + 1
      const end = node.text.lastIndexOf('/')
      found.push({ place: `${file}:${String(line)}`, source: node.text.slice(1, end), flags: node.text.slice(end + 1) })
    }
    ts.forEachChild(node, visit)
  }
  visit(source)
  return found
}

/** Every regular expression that the readers put together while they are loaded and read a text. */
async function builtPatterns(): Promise<readonly Pattern[]> {
  const built = new Map<string, Pattern>()
  const Original = globalThis.RegExp
  globalThis.RegExp = new Proxy(Original, {
    construct(target, args, made) {
      const pattern = Reflect.construct(target, args, made) as RegExp
      const [place] = new Error().stack?.match(/server\/[\w/.-]+:\d+/) ?? ['server']
      built.set(String(pattern), { place, source: pattern.source, flags: pattern.flags })
      return pattern
    },
  })
  try {
    const { extract } = await import('../../server/app/pipeline.ts')
    const { loadVocabulary } = await import('../../server/app/vocabulary.ts')
    const { readText } = await import('../../server/text/plain.ts')
    const vocabulary = loadVocabulary()
    for (const id of readdirSync('data/regulations')) {
      extract(readText(readFileSync(`data/regulations/${id}/text.txt`), 'text.txt'), vocabulary)
    }
  } finally {
    globalThis.RegExp = Original
  }
  return [...built.values()].filter(({ place }) => place !== 'server')
}

/**
 * The power of the text's length that matching may take: 1 for what is safe, infinite for the exponential ones. The automaton
 * is exact; what it cannot hold is tried by attacks, whose polynomial degrees say little where repetitions are bounded.
 */
async function degreeOf({ source, flags }: Pattern): Promise<number> {
  const exact = await check(source, flags, { checker: 'automaton', timeout: 2000 })
  const found = exact.status === 'unknown' ? await check(source, flags, { checker: 'fuzz', timeout: 1000 }) : exact
  if (found.status !== 'vulnerable') return 1
  if (found.complexity.type !== 'polynomial') return Infinity
  return found === exact ? found.complexity.degree : 1
}

/** Patterns meet sentences, which are short: the square of one is nothing, its cube or worse may be an attack. */
async function slowOnes(patterns: readonly Pattern[]): Promise<readonly string[]> {
  const slow: string[] = []
  const queue = [...patterns]
  const work = async () => {
    for (let next = queue.pop(); next !== undefined; next = queue.pop()) {
      const degree = await degreeOf(next)
      if (degree > 2) slow.push(`${next.place} /${next.source}/${next.flags} ^${String(degree)}`)
    }
  }
  await Promise.all([work(), work(), work()])
  return slow.toSorted()
}

const PATIENCE = 300_000

describe('patterns backtrack no more than with the square of a sentence', () => {
  it('where they stand in the code', { timeout: PATIENCE }, async () => {
    expect(WRITTEN.length).toBeGreaterThan(400)
    expect(await slowOnes(WRITTEN)).toEqual([])
  })

  it('where the readers put them together', { timeout: PATIENCE }, async () => {
    const built = await builtPatterns()
    expect(built.length).toBeGreaterThan(20)
    expect(await slowOnes(built)).toEqual([])
  })
})
