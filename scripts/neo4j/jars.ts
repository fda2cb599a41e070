import { spawn } from 'node:child_process'
import { existsSync, mkdirSync, mkdtempSync, readFileSync, renameSync, rmSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { Failure } from '../../server/model/failure.ts'

const POM = fileURLToPath(new URL('./pom.xml', import.meta.url))
const CACHE = fileURLToPath(new URL('../../.cache/neo4j', import.meta.url))

export const NEO4J_VERSION = /<neo4j\.version>(.+)<\/neo4j\.version>/u.exec(readFileSync(POM, 'utf8'))?.[1] ?? ''

/** The folder with the server's jars, copied there by Maven at the first call (123 MB); `say` hears of it. */
export async function neo4jJars(say: (line: string) => void): Promise<string> {
  const folder = join(CACHE, NEO4J_VERSION)
  if (existsSync(folder)) return folder
  say(`copying Neo4j ${NEO4J_VERSION} from Maven Central to .cache/neo4j, once …`)
  mkdirSync(CACHE, { recursive: true })
  // Copied beside and renamed, so that a copy that was broken off is never taken for a whole one.
  const partial = mkdtempSync(join(CACHE, 'copying-'))
  try {
    await maven(['dependency:copy-dependencies', `-DoutputDirectory=${partial}`])
    if (!existsSync(folder)) renameSync(partial, folder)
  } finally {
    rmSync(partial, { recursive: true, force: true })
  }
  return folder
}

async function maven(goals: readonly string[]): Promise<void> {
  const child = spawn('mvn', ['--batch-mode', '--quiet', '--file', POM, ...goals], {
    cwd: dirname(POM),
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  let said = ''
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (chunk: Buffer) => (said += chunk.toString()))
  const status = await new Promise<number | null>((resolve, reject) => {
    child.on('error', reject)
    child.on('close', resolve)
  }).catch((error: unknown) => {
    throw new Failure('MAVEN_MISSING', 'Maven is missing: install it (apt install maven)', { cause: error })
  })
  if (status === 0) return
  const reason = said.split('\n').find((line) => line.includes('ERROR')) ?? said.trim().split('\n')[0] ?? ''
  throw new Failure('MAVEN_FAILED', `Maven could not copy Neo4j ${NEO4J_VERSION}: ${reason.trim()}`)
}
