import { rmSync, writeFileSync } from 'node:fs'

/** The note beside the graph that says which process holds it, for the message to the next one. */
export function ownerFile(file: string): string {
  return `${file}.pid`
}

/** Files that this process holds: the engine's own lock keeps out other processes only. */
const held = new Set<string>()

/** False when this process holds the file already. */
export function claim(file: string): boolean {
  if (held.has(file)) return false
  held.add(file)
  return true
}

/** Says to others who holds the file; after the engine has opened it. */
export function sign(file: string): void {
  writeFileSync(ownerFile(file), `${process.pid}\n`)
}

export function release(file: string): void {
  if (held.delete(file)) rmSync(ownerFile(file), { force: true })
}
