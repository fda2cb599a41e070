import { createHash } from 'node:crypto'
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { PROJECT } from './config.ts'

/** Everything that decides what is read from a text. */
const STAGES = ['model', 'grammar', 'text', 'document', 'facts', 'corrections']
const RULES = [...STAGES.map((stage) => `server/${stage}`), 'data/vocabulary']
const JOINER = 'server/app/pipeline.ts'

/** Changes when a rule or a word changes: texts are then read again at the next start. 3 ms for all rules. */
export function readerFingerprint(project: string = PROJECT): string {
  const hash = createHash('sha256')
  for (const file of [...RULES.flatMap((folder) => filesIn(join(project, folder))), join(project, JOINER)]) {
    hash.update(file.slice(project.length)).update(readFileSync(file))
  }
  return hash.digest('hex').slice(0, 16)
}

function filesIn(folder: string): readonly string[] {
  const entries = readdirSync(folder, { recursive: true, withFileTypes: true })
  return entries
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
    .sort()
}
