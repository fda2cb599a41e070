import { spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { extract } from '../../server/app/pipeline.ts'
import type { RawText } from '../../server/model/text.ts'
import type { Vocabulary } from '../../server/model/vocabulary.ts'
import { repeated, spreadOf, timed } from './spread.ts'

export interface GrowthFigures {
  /** Reading of one long law, cut at several lengths: bytes of UTF-8 and milliseconds. */
  readonly points: readonly { readonly bytes: number; readonly ms: number }[]
  /** Slope of log time over log length from the second point to the last: 1 is linear. */
  readonly exponent: number
  /** `npm run extract` of a law of 10 MB, a process of its own: milliseconds and the most memory it held, in MB. */
  readonly largest: { readonly ms: number; readonly peak: number }
}

const SIZES = [10_000, 100_000, 1_000_000] as const

/** Time of reading a law of 10 kB, 100 kB and 1 MB, made of the same articles, numbered through. */
export async function benchGrowth(texts: readonly RawText[], vocabulary: Vocabulary): Promise<GrowthFigures> {
  const points = []
  for (const size of SIZES) {
    const raw = longLaw(texts, size)
    const ms = spreadOf(await repeated(3, () => timed(() => extract(raw, vocabulary)))).median
    points.push({ bytes: Buffer.byteLength(raw.text), ms })
  }
  const [, from, to] = points
  const exponent = from && to ? Math.log(to.ms / from.ms) / Math.log(to.bytes / from.bytes) : Number.NaN
  return { points, exponent, largest: await benchLargest(texts) }
}

/** Runs a command in this process and says at its end how much memory it held at most, in kB. */
const MEASURED = `process.on('exit', () => console.error('peak', process.resourceUsage().maxRSS))
await import('./scripts/extract.ts')`

async function benchLargest(texts: readonly RawText[]): Promise<GrowthFigures['largest']> {
  const folder = mkdtempSync(join(tmpdir(), 'tiaolan-bench-long-'))
  const file = join(folder, 'long.txt')
  writeFileSync(file, longLaw(texts, 10_000_000).text)
  const node = ['--import', 'tsx', '--input-type=module', '--eval', MEASURED, 'extract', file]
  let said = ''
  const ms = await timed(() => {
    said = spawnSync(process.execPath, node, { stdio: ['ignore', 'ignore', 'pipe'], encoding: 'utf8' }).stderr
  })
  rmSync(folder, { recursive: true })
  return { ms, peak: Number(/^peak (\d+)$/m.exec(said)?.[1] ?? Number.NaN) / 1024 }
}

/** A law of about `bytes` bytes from the articles of the texts, each once before any comes again, numbered through. */
export function longLaw(texts: readonly RawText[], bytes: number): RawText {
  const articles = texts.flatMap(articlesOf)
  const lines = ['某某省综合管理办法', '']
  let size = 0
  for (let n = 1; size < bytes && articles.length > 0; n++) {
    const line = `第${String(n)}条　${articles[(n - 1) % articles.length] ?? ''}`
    size += Buffer.byteLength(line) + 1
    lines.push(line)
  }
  return { name: 'long.txt', text: lines.join('\n'), format: 'txt', encoding: 'utf-8', sha256: '' }
}

/** The articles' words without their labels; headings of chapters stay behind. */
function articlesOf({ text }: RawText): readonly string[] {
  const bodies = text.split(/^[#* \t\u3000]*第[一二三四五六七八九十百零〇0-9]{1,6}条[*：: \t\u3000]*/m).slice(1)
  return bodies.map((body) => body.replace(/\n[#* \u3000]*第[一二三四五六七八九十]{1,4}[章节][^\n]*/g, '').trim())
}
