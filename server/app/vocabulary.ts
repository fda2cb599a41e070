import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { Failure } from '../model/failure.ts'
import type { Vocabulary } from '../model/vocabulary.ts'

const FOLDER = fileURLToPath(new URL('../../data/vocabulary', import.meta.url))

/** The closed lists of `data/vocabulary`. */
export function loadVocabulary(folder: string = FOLDER): Vocabulary {
  const list = (name: string) => {
    const file = join(folder, `${name}.json`)
    return existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')) : missing(file)
  }
  return {
    metrics: list('metrics'),
    topics: list('topics'),
    aspects: list('aspects'),
    roles: list('roles'),
    units: list('units'),
    jurisdictions: list('jurisdictions'),
    modalities: list('modalities'),
  }
}

function missing(file: string): never {
  throw new Failure('VOCABULARY_MISSING', `${file} is missing: restore it from the repository`)
}
