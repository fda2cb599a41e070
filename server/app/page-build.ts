import { existsSync, readdirSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { PROJECT } from './config.ts'

/** Where the built page lies. */
export const BUILT = join(PROJECT, 'dist/web')

/** What the page is built from. */
const SOURCES = ['web', 'index.html', 'vite.config.ts', 'package-lock.json'].map((name) => join(PROJECT, name))

/** Builds the page when there is none, or when one of its sources is newer. True when it was built. */
export async function buildPage(): Promise<boolean> {
  const built = join(BUILT, 'index.html')
  if (existsSync(built) && newest(SOURCES) <= statSync(built).mtimeMs) return false
  // Loaded only here: a start that has nothing to build does not wait for the bundler.
  const { build } = await import('vite')
  await build({ root: PROJECT, logLevel: 'warn', configFile: join(PROJECT, 'vite.config.ts') })
  return true
}

function newest(paths: readonly string[]): number {
  return Math.max(0, ...paths.filter((path) => existsSync(path)).map(newestIn))
}

function newestIn(path: string): number {
  const stats = statSync(path)
  if (!stats.isDirectory()) return stats.mtimeMs
  return newest(readdirSync(path).map((name) => join(path, name)))
}
