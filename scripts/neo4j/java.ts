import { spawnSync } from 'node:child_process'
import { existsSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import { Failure } from '../../server/model/failure.ts'

/** Neo4j 5 runs on these; newer ones only by chance, so they come last. */
const BEST = [21, 17]

/** The java to run Neo4j with: of JAVA_HOME, the path and the system's folders, the version it was made for. */
export function findJava(environment: NodeJS.ProcessEnv = process.env): string {
  const found = candidates(environment)
    .map((java) => ({ java, version: versionOf(java) }))
    .filter(({ version }) => version >= 17)
    .sort((a, b) => rank(a.version) - rank(b.version))
  if (!found[0]) {
    throw new Failure('JAVA_MISSING', 'Java 17 or 21 is missing: install it (apt install openjdk-17-jre-headless)')
  }
  return found[0].java
}

function candidates({ JAVA_HOME }: NodeJS.ProcessEnv): readonly string[] {
  const folders = ['/usr/lib/jvm', '/Library/Java/JavaVirtualMachines'].filter((folder) => existsSync(folder))
  const installed = folders.flatMap((folder) =>
    readdirSync(folder).flatMap((name) => [join(folder, name), join(folder, name, 'Contents', 'Home')]),
  )
  const homes = [...(JAVA_HOME ? [JAVA_HOME] : []), ...installed].map((home) => join(home, 'bin', 'java'))
  return [...homes.filter((java) => existsSync(java)), 'java']
}

function rank(version: number): number {
  const place = BEST.indexOf(version)
  return place === -1 ? version : place
}

/** `openjdk version "17.0.15"` → 17; 0 where there is none. */
function versionOf(java: string): number {
  const { stderr } = spawnSync(java, ['-version'], { encoding: 'utf8' })
  return Number(/version "(\d+)/u.exec(stderr ?? '')?.[1] ?? 0)
}
