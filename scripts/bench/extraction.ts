import { readdirSync, readFileSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { extract } from '../../server/app/pipeline.ts'
import { readSource } from '../../server/app/source.ts'
import { loadVocabulary } from '../../server/app/vocabulary.ts'
import { Failure } from '../../server/model/failure.ts'
import type { RawText } from '../../server/model/text.ts'
import { benchGrowth, type GrowthFigures } from './growth.ts'
import { repeated, spreadOf, timed, type Spread } from './spread.ts'

export interface ExtractionFigures {
  readonly folder: string
  readonly texts: number
  readonly characters: number
  /** Milliseconds per million characters. */
  readonly extraction: Spread
  /** Milliseconds per million characters to cut the same texts into words with the engine's own segmenter. */
  readonly segmenter: Spread
  readonly growth: GrowthFigures
}

interface Corpus {
  readonly folder: string
  readonly runs: number
  /** Texts are taken in the order of their names until this many characters are together. */
  readonly characters: number
}

/** Time of reading everything from texts that are in memory already; no database. */
export async function benchExtraction({ folder, runs, characters }: Corpus): Promise<ExtractionFigures> {
  const vocabulary = loadVocabulary()
  const texts = await textsOf(folder, characters)
  const total = texts.reduce((sum, { text }) => sum + text.length, 0)
  const perMillion = (ms: number) => (ms / total) * 1e6
  // The first reading warms the engine up and is not counted.
  texts.slice(0, 5).forEach((raw) => extract(raw, vocabulary))
  const readings = await repeated(runs, () => timed(() => texts.forEach((raw) => extract(raw, vocabulary))))
  const cuts = await repeated(runs, () => timed(() => texts.forEach(({ text }) => countWords(text))))
  return {
    folder,
    texts: texts.length,
    characters: total,
    extraction: spreadOf(readings.map(perMillion)),
    segmenter: spreadOf(cuts.map(perMillion)),
    growth: await benchGrowth(texts, vocabulary),
  }
}

const SEGMENTER = new Intl.Segmenter('zh', { granularity: 'word' })

function countWords(text: string): number {
  let words = 0
  for (const { isWordLike } of SEGMENTER.segment(text)) words += isWordLike ? 1 : 0
  return words
}

async function textsOf(folder: string, characters: number): Promise<readonly RawText[]> {
  const texts: RawText[] = []
  let total = 0
  for (const file of filesIn(folder)) {
    if (total >= characters) break
    const raw = await readSource(file, (path) => Promise.resolve(readFileSync(path)))
    texts.push(raw)
    total += raw.text.length
  }
  if (texts.length === 0) throw new Failure('NO_TEXTS', `no .txt or .md in ${folder}: give a folder of regulations`)
  return texts
}

/** Texts of a folder and its folders, by name. */
export function filesIn(folder: string): readonly string[] {
  if (!statSync(folder, { throwIfNoEntry: false })?.isDirectory()) {
    throw new Failure('NO_FOLDER', `${folder} is no folder: give one with regulations in .txt or .md`)
  }
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((name) => /\.(txt|md)$/.test(name))
    .sort()
    .map((name) => join(folder, name))
}
