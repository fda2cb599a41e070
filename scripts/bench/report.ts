import { cpus, totalmem } from 'node:os'
import type { AlignmentFigures } from './alignment.ts'
import type { ExtractionFigures } from './extraction.ts'
import type { Spread } from './spread.ts'
import type { ManyFigures } from './many.ts'
import type { Latency } from './questions.ts'
import type { StoreFigures } from './stores.ts'

export interface Figures {
  readonly command: string
  readonly date: string
  /** Average load of the machine before the run. */
  readonly load: number
  readonly extraction: ExtractionFigures
  readonly embedded: StoreFigures
  readonly neo4j: StoreFigures
  readonly many: ManyFigures
  readonly alignment: readonly AlignmentFigures[]
}

/** The page `docs/bench.md`: machine, date, command, and a table whose ratios hold on other machines too. */
export function reportOf(figures: Figures): string {
  const rows = [
    ...extractionRows(figures.extraction),
    ...storeRows(figures),
    ...manyRows(figures),
    ...figures.alignment.map(alignmentRow),
    ...pageRows(figures.embedded),
  ]
  return `${HEAD}
| | |
|---|---|
| command | \`${figures.command}\` |
| date | ${figures.date} |
| machine | ${machine()} |
| at work before | ${figures.load.toFixed(1)} processes on average over the last minute${figures.load > cpus().length ? ': **a busy machine, figures of time are too high**' : ''} |
| corpus of the extraction | ${corpus(figures.extraction)} |

| what | figure | against | ratio |
|---|---|---|---|
${rows.map((row) => `| ${row.join(' | ')} |`).join('\n')}

${NOTES}`
}

const HEAD = `# Measured figures

Written by \`npm run bench\`; every figure comes from one run on one machine, so read the ratios before the figures.
`

const NOTES = `Figures are medians with (lowest–highest) where they were taken more than once. *First answer* is the whole comparison
of the five regulations over HTTP, polled every 10 ms from the start of the process. A fresh home reads the five texts; a
later start finds the graph. Comparisons are asked one after the other on one connection, every field of the page, after a
fifth as many unmeasured ones. *Other arguments each time*: no two questions are alike (order of the columns, type of
applicant), so no answer is one that was given before; *the same again* is sent as it was the first time. The page's first load counts what the document names, gzipped, as it goes over the wire.
`

type Row = readonly [what: string, figure: string, against: string, ratio: string]

function extractionRows({ extraction, segmenter, growth }: ExtractionFigures): readonly Row[] {
  const [first, ...longer] = growth.points
  return [
    [
      'extraction, per million characters',
      spread(extraction, seconds),
      `cutting them into words (Intl.Segmenter), ${seconds(segmenter.median)}`,
      times(extraction.median, segmenter.median),
    ],
    ...longer.map(({ bytes, ms }): Row => [
      `one law of ${kilobytes(bytes)}`,
      seconds(ms),
      `a law of ${kilobytes(first?.bytes ?? 0)} of the same articles, ${seconds(first?.ms ?? 0)}`,
      times(ms, first?.ms ?? 0),
    ]),
    [
      'one law of 10 MB, a process of its own',
      seconds(growth.largest.ms),
      `${growth.largest.peak.toFixed(0)} MB of memory at most`,
      '',
    ],
    ['growth of the time with the length', `length to the power of ${growth.exponent.toFixed(2)}`, 'linear', ''],
  ]
}

function storeRows({ embedded, neo4j }: Figures): readonly Row[] {
  return [
    ['ingest of the five, embedded', spread(embedded.ingest, seconds), '', ''],
    [
      'ingest of the five, Neo4j',
      spread(neo4j.ingest, seconds),
      'embedded',
      times(neo4j.ingest.median, embedded.ingest.median),
    ],
    [
      'start to first answer, fresh home, embedded',
      seconds(embedded.freshStart),
      'limit 90 s',
      times(embedded.freshStart, 90_000),
    ],
    [
      'start to first answer, later, embedded',
      spread(embedded.laterStart, seconds),
      'limit 5 s',
      times(embedded.laterStart.median, 5000),
    ],
    [
      'start to first answer, fresh home, Neo4j',
      seconds(neo4j.freshStart),
      'embedded',
      times(neo4j.freshStart, embedded.freshStart),
    ],
    [
      'start to first answer, later, Neo4j',
      spread(neo4j.laterStart, seconds),
      'embedded',
      times(neo4j.laterStart.median, embedded.laterStart.median),
    ],
    [
      'comparison of the five, other arguments each time, embedded',
      latency(embedded.comparison.changed),
      'limit of p95 15 ms',
      times(embedded.comparison.changed.p95, 15),
    ],
    [
      'comparison of the five, the same again, embedded',
      latency(embedded.comparison.again),
      'limit of p95 15 ms',
      times(embedded.comparison.again.p95, 15),
    ],
    [
      'comparison of the five, other arguments each time, Neo4j',
      latency(neo4j.comparison.changed),
      'embedded, p50',
      times(neo4j.comparison.changed.p50, embedded.comparison.changed.p50),
    ],
    [
      'comparison of the five, the same again, Neo4j',
      latency(neo4j.comparison.again),
      'embedded, p50',
      times(neo4j.comparison.again.p50, embedded.comparison.again.p50),
    ],
    ['answer of the comparison', `${embedded.comparison.kilobytes.toFixed(0)} kB of JSON`, '', ''],
  ]
}

/** Limits of the first answer, by articles on each side: milliseconds. */
const LIMITS: Readonly<Record<number, number>> = { 40: 100, 1260: 5000 }

function alignmentRow({ articles, first }: AlignmentFigures): Row {
  const limit = LIMITS[articles] ?? Number.NaN
  const sides = `${String(articles)} × ${String(articles)} articles`
  return [
    `alignment of ${sides}, first answer`,
    spread(first, seconds),
    `limit ${seconds(limit)}`,
    times(first.median, limit),
  ]
}

function manyRows({ embedded, many }: Figures): readonly Row[] {
  const { held, five, wide } = many
  const graph = `in a graph of ${String(held)}, embedded`
  const columns = String(wide.columns)
  return [
    [
      `comparison of the five, other arguments each time, ${graph}`,
      latency(five.changed),
      'the five alone, p50; limit 2×',
      times(five.changed.p50, embedded.comparison.changed.p50),
    ],
    [
      `comparison of ${columns}, other arguments each time, ${graph}`,
      latency(wide.changed),
      'limit of p95 100 ms',
      times(wide.changed.p95, 100),
    ],
    [
      `comparison of ${columns}, the same again, ${graph}`,
      latency(wide.again),
      'limit of p95 100 ms',
      times(wide.again.p95, 100),
    ],
    [`answer of the comparison of ${columns}`, `${wide.kilobytes.toFixed(0)} kB of JSON`, '', ''],
  ]
}

function pageRows({ page }: StoreFigures): readonly Row[] {
  return [
    [
      'first load, scripts that the document names',
      kilobytes(page.script),
      'limit 120 kB',
      times(page.script, 120_000),
    ],
    ['scripts of all views and writers of files, each loaded when it is asked for', kilobytes(page.allScripts), '', ''],
    ['first load, styles and document', kilobytes(page.style + page.document), '', ''],
  ]
}

function machine(): string {
  const [cpu] = cpus()
  return `${String(cpus().length)} × ${cpu?.model.trim() ?? 'unknown processor'}, ${(totalmem() / 2 ** 30).toFixed(0)} GiB, ${process.platform} ${process.arch}, Node ${process.version}`
}

function corpus({ texts, characters }: ExtractionFigures): string {
  return `${String(texts)} texts, ${(characters / 1e6).toFixed(2)} million characters`
}

function spread({ median, min, max }: Spread, print: (value: number) => string): string {
  return `${print(median)} (${print(min)}–${print(max)})`
}

function seconds(value: number): string {
  return value < 100 ? `${value.toFixed(1)} ms` : `${(value / 1000).toFixed(2)} s`
}

function latency({ p50, p95 }: Latency): string {
  return `${p50.toFixed(1)} ms, p95 ${p95.toFixed(1)} ms`
}

function kilobytes(bytes: number): string {
  return `${(bytes / 1000).toFixed(1)} kB`
}

function times(value: number, against: number): string {
  const ratio = value / against
  return `${ratio >= 10 ? ratio.toFixed(0) : ratio.toFixed(2)}×`
}
