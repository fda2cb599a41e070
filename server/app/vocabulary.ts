import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { z } from 'zod'
import { Failure } from '../model/failure.ts'
import type {
  AspectTerm,
  JurisdictionTerm,
  MetricTerm,
  ModalityTerm,
  RoleTerm,
  TopicTerm,
  UnitTerm,
  Vocabulary,
} from '../model/vocabulary.ts'

const FOLDER = fileURLToPath(new URL('../../data/vocabulary', import.meta.url))

/**
 * The closed lists of `data/vocabulary`, checked against their types. A missing or broken list is a `Failure` that names the
 * file, the term and the field.
 * @example loadVocabulary().jurisdictions.find(({ key }) => key === 'CN-YN')?.abbreviation // 滇
 */
export function loadVocabulary(folder: string = FOLDER): Vocabulary {
  return {
    metrics: readList(folder, 'metrics', METRIC),
    topics: readList(folder, 'topics', TOPIC),
    aspects: readList(folder, 'aspects', ASPECT),
    roles: readList(folder, 'roles', ROLE),
    units: readList(folder, 'units', UNIT),
    jurisdictions: readList(folder, 'jurisdictions', JURISDICTION),
    modalities: readList(folder, 'modalities', MODALITY),
  }
}

const words = z.array(z.string().min(1))
const term = { key: z.string().min(1), zh: z.string().min(1), en: z.string().min(1) }
const example = z.string()

const METRIC: z.ZodType<MetricTerm> = z.strictObject({
  ...term,
  topic: z.string(),
  unit: z.string(),
  aliases: words,
  family: z.string().exactOptional(),
  familyLabel: z.strictObject({ zh: z.string(), en: z.string() }).exactOptional(),
  aggregation: z.enum(['each', 'sum', 'mean']).exactOptional(),
  ordered: z.boolean().exactOptional(),
  fixed: z.boolean().exactOptional(),
  share: z.strictObject({ of: z.string(), is: z.string() }).exactOptional(),
  requires: words.exactOptional(),
  excludes: words.exactOptional(),
  min: z.number().exactOptional(),
  max: z.number().exactOptional(),
  example,
})
const TOPIC: z.ZodType<TopicTerm> = z.strictObject({
  ...term,
  parent: z.string().nullable(),
  otherwise: z.boolean().exactOptional(),
  headings: words,
  words,
  example,
})
const ASPECT: z.ZodType<AspectTerm> = z.strictObject({
  ...term,
  topic: z.string(),
  words,
  excludes: words.exactOptional(),
  example,
})
const ROLE: z.ZodType<RoleTerm> = z.strictObject({ ...term, kind: z.string(), aliases: words, example })
const UNIT: z.ZodType<UnitTerm> = z.strictObject({
  ...term,
  canonical: z.string(),
  factor: z.number().positive(),
  aliases: words,
  example,
})
const JURISDICTION: z.ZodType<JurisdictionTerm> = z.strictObject({
  ...term,
  level: z.string(),
  parent: z.string().nullable(),
  abbreviation: z.string().nullable(),
  aliases: words,
})
const MODALITY: z.ZodType<ModalityTerm> = z.strictObject({
  ...term,
  modality: z.string(),
  rank: z.number().nullable(),
  words,
  not: words,
  example,
})

function readList<T>(folder: string, name: string, type: z.ZodType<T>): readonly T[] {
  const file = join(folder, `${name}.json`)
  const checked = z.array(type).safeParse(parseJson(file))
  if (checked.success) return checked.data
  const { path, message } = checked.error.issues[0] ?? { path: [], message: 'not a list' }
  throw new Failure('VOCABULARY_INVALID', `${file} at ${path.join('.') || 'the top'}: ${message}; correct the entry`)
}

function parseJson(file: string): unknown {
  try {
    return JSON.parse(readFileSync(file, 'utf8'))
  } catch (error) {
    const missing = error instanceof Error && 'code' in error && error.code === 'ENOENT'
    const advice = missing ? 'is missing: restore it from the repository' : `is no JSON (${String(error)}): correct it`
    throw new Failure(missing ? 'VOCABULARY_MISSING' : 'VOCABULARY_INVALID', `${file} ${advice}`, { cause: error })
  }
}
