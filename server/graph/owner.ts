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

/** Gives up a file that the engine did not open: the note beside it may be another process's. */
export function unclaim(file: string): void {
  held.delete(file)
}

export function release(file: string): void {
  unclaim(file)
  rmSync(ownerFile(file), { force: true })
}
