import { spawnSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import fc from 'fast-check'
import { afterAll, describe, expect, it } from 'vitest'
import { blocksOf, runsOf } from '../../scripts/inspect/blocks.ts'
import { type Mark, marksOf, overlapsOf } from '../../scripts/inspect/marks.ts'
import { drawPage } from '../../scripts/inspect/page.ts'
import { drawTerminal } from '../../scripts/inspect/terminal.ts'
import { viewOf } from '../../scripts/inspect/view.ts'
import { extract } from '../../server/app/pipeline.ts'
import { loadVocabulary } from '../../server/app/vocabulary.ts'
import type { Extraction } from '../../server/model/extraction.ts'
import { readText } from '../../server/text/plain.ts'

const FILE = 'data/regulations/sx-2023-tic/text.txt'
const vocabulary = loadVocabulary()
const RAW = readText(readFileSync(FILE), FILE)
const READ = extract(RAW, vocabulary)

const folder = mkdtempSync(join(tmpdir(), 'tiaolan-inspect-'))
afterAll(() => rmSync(folder, { recursive: true }))

function inspect(...args: readonly string[]) {
  return spawnSync(process.execPath, ['--import', 'tsx', 'scripts/inspect.ts', ...args], { encoding: 'utf8' })
}

describe('the blocks of a text', () => {
  it('joined are the text, and each is in the provision that the tree has there', () => {
    const blocks = blocksOf(RAW.text, READ.provisions)
    expect(blocks.map(({ start, end }) => RAW.text.slice(start, end)).join('')).toBe(RAW.text)
    expect(blocks.flatMap(({ opens }) => opens)).toEqual(READ.provisions)
    const wrong = blocks.filter(({ start, provision }) => {
      const around = READ.provisions.filter((one) => one.start <= start && start < one.end)
      return around.at(-1) !== (provision ?? undefined)
    })
    expect(wrong).toEqual([])
  })

  it('are cut into runs that keep every character and know the marks on it', () => {
    const span = fc.tuple(fc.nat(40), fc.nat(40)).map(([one, other]) => ({
      ...{ start: Math.min(one, other), end: Math.max(one, other) + 1 },
      ...{ kind: 'norm' as const, says: '', rule: null },
    }))
    fc.assert(
      fc.property(
        fc.array(span, { maxLength: 8 }),
        fc.nat(20),
        fc.integer({ min: 1, max: 30 }),
        (marks, start, length) => {
          const runs = runsOf({ start, end: start + length }, marks)
          expect([runs[0]?.start, runs.at(-1)?.end]).toEqual([start, start + length])
          for (const [at, run] of runs.entries()) {
            if (at > 0) expect(run.start).toBe(runs[at - 1]?.end)
            for (let here = run.start; here < run.end; here += 1) {
              expect(marks.filter((one) => one.start <= here && here < one.end).length).toBe(run.marks.length)
            }
          }
        },
      ),
    )
  })
})

describe('the marks of a reading', () => {
  it('are all facts that have a place', () => {
    const { thresholds, citations, references, norms, procedure, funding, topics } = READ
    const consequences = READ.evaluation.flatMap((scale) => scale.consequences)
    const lists = [thresholds, citations, references, norms, procedure, funding, topics, consequences]
    const counted = marksOf(READ).filter(({ kind }) => kind !== 'criterion' && kind !== 'problem')
    expect(counted).toHaveLength(lists.reduce((sum, list) => sum + list.length, 0))
  })

  it('that share characters with another of their kind are told', () => {
    const at = (start: number, end: number): Mark => ({ kind: 'threshold', start, end, says: '', rule: null })
    const [one, two, three] = [at(0, 5), at(3, 8), at(8, 9)]
    expect(overlapsOf([one, two, three])).toEqual([[one, two]])
    expect(overlapsOf([one, { ...two, kind: 'norm' }, three])).toEqual([])
  })
})

describe('the view on a terminal', () => {
  const read: Extraction = {
    ...READ,
    thresholds: READ.thresholds.map((one) => ({ ...one, rule: `rule of ${one.start}` })),
  }

  it('has below each piece of the text the facts in it, with what was read and by which rule', () => {
    const drawn = drawTerminal(viewOf(read, RAW.text, ['threshold']), { colour: false, width: 100 })
    expect(drawn).toContain('threshold   “公示期 5 个工作日” 公示期 = 5 workday')
    for (const { start, end } of read.thresholds) expect(drawn).toContain(` ← rule of ${start}  [${start},${end})`)
    expect(drawn).not.toContain('norm ')
    expect(drawn).not.toContain('\u001b')
  })

  it('keeps to its width and every character of the articles', () => {
    const drawn = drawTerminal(viewOf(READ, RAW.text, []), { colour: false, width: 60 })
    const wide = (line: string) => [...line].reduce((sum, letter) => sum + (/[\u2e80-\uffef]/.test(letter) ? 2 : 1), 0)
    const body = drawn.slice(drawn.indexOf('第一条'), drawn.indexOf('\nroles'))
    expect(body.split('\n').filter((line) => !line.includes('─') && wide(line) > 60)).toEqual([])
    const squash = (text: string) => text.replace(/[^\p{L}\p{N}]/gu, '')
    const last = READ.provisions.at(-1)
    expect(squash(drawn)).toContain(squash(RAW.text.slice(last?.start, last?.end)).slice(-40))
  })

  it('is in colours only where it is asked for', () => {
    expect(drawTerminal(viewOf(READ, RAW.text), { colour: true, width: 100 })).toContain('\u001b[30;43m公示期')
  })
})

describe('the page', () => {
  const page = drawPage(viewOf(READ, RAW.text))

  it('needs no scripts and nothing from elsewhere', () => {
    expect(page).not.toMatch(/<script|<link|<img|@import|url\(|https?:/)
  })

  it('leads from every fact to its place and back', () => {
    const ids = new Set([...page.matchAll(/ id="([mf]\d+)"/g)].map(([, id]) => id))
    const links = [...page.matchAll(/href="#([mf]\d+)"/g)].map(([, id]) => id)
    expect(links.length).toBeGreaterThan(300)
    expect(links.filter((id) => !ids.has(id))).toEqual([])
  })

  it('shows what a text says as words, never as markup', () => {
    const raw = readText(Buffer.from('<b>某某</b>办法\n第一条 固定人员<i>不少于50人&lt;。\n'), 'a.txt')
    const drawn = drawPage(viewOf(extract(raw, vocabulary), raw.text))
    expect(drawn).not.toMatch(/<[bi]>(?:某某|不少于)/)
    expect(drawn).toContain('&amp;lt')
  })

  it('is light enough for a law of 100 kB', () => {
    const long = readText(Buffer.from(RAW.text.repeat(8)), 'long.txt')
    const drawn = drawPage(viewOf(extract(long, vocabulary), long.text))
    expect(Buffer.byteLength(long.text)).toBeGreaterThan(100_000)
    expect(Buffer.byteLength(drawn)).toBeLessThan(2_000_000)
  })
})

describe('npm run inspect', () => {
  it('prints a text for a reader that is no terminal', () => {
    const { status, stdout } = inspect(FILE, '--kind', 'threshold,citation')
    expect(status).toBe(0)
    expect(stdout).toContain('─ chapter 第一章 总则 › article 第一条 › paragraph  chp_1__art_1__para_1')
    expect(stdout).toContain('citation    “《国家技术创新中心建设运行管理办法(暂行)》” models')
  })

  it('writes a page', () => {
    const out = join(folder, 'page.html')
    expect(inspect(FILE, '--html', out).stdout).toBe(`written    ${out}\n`)
    expect(readFileSync(out, 'utf8')).toMatch(/^<!doctype html>/)
  })

  it.each([
    [[], /^name one file/],
    [['a.txt', 'b.txt'], /^name one file/],
    [['nothing.txt'], /^nothing\.txt does not exist: check the path$/m],
    [[FILE, '--kind', 'numbers'], /^there is no kind numbers: choose among threshold, citation/],
  ] as const)('refuses %j in words', (args, message) => {
    const { status, stdout, stderr } = inspect(...args)
    expect([status, stdout]).toEqual([1, ''])
    expect(stderr).toMatch(message)
  })
})
