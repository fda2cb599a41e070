import { existsSync, readdirSync, renameSync, rmSync, statSync, utimesSync } from 'node:fs'
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
  const [started, fresh] = [new Date(), `${BUILT}.${process.pid}`]
  try {
    // Loaded only here: a start that has nothing to build does not wait for the bundler.
    const { build } = await import('vite')
    await build({ root: PROJECT, logLevel: 'warn', build: { outDir: fresh, emptyOutDir: true } })
    // What is edited while it builds is newer than the page.
    utimesSync(join(fresh, 'index.html'), started, started)
    replace(fresh)
  } finally {
    rmSync(fresh, { recursive: true, force: true })
  }
  return true
}

/** A server that starts meanwhile sees the old page or the new one. */
function replace(fresh: string): void {
  const old = `${fresh}.old`
  if (existsSync(BUILT)) renameSync(BUILT, old)
  renameSync(fresh, BUILT)
  rmSync(old, { recursive: true, force: true })
}

/** Latest change of files and folders; a folder changes when a file in it comes or goes. */
function newest(paths: readonly string[]): number {
  return Math.max(0, ...paths.filter((path) => existsSync(path)).map(newestIn))
}

function newestIn(path: string): number {
  const stats = statSync(path)
  const within = stats.isDirectory() ? newest(readdirSync(path).map((name) => join(path, name))) : 0
  return Math.max(stats.mtimeMs, within)
}
