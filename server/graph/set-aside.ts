import { mkdirSync, readdirSync, renameSync, rmSync } from 'node:fs'
import { join } from 'node:path'

/**
 * Moves the files of an embedded graph that cannot be read, and its index, to `home/set-aside`, so that a new one can be
 * made in their place; what was set aside before goes. Returns the folder.
 */
export function setAsideGraph(home: string): string {
  const folder = join(home, 'set-aside')
  rmSync(folder, { recursive: true, force: true })
  mkdirSync(folder, { recursive: true })
  const files = readdirSync(home).filter((name) => /^(graph\.lbug|words\.sqlite)/.test(name))
  for (const name of files) renameSync(join(home, name), join(folder, name))
  return folder
}
