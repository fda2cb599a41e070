import { rmSync, writeFileSync } from 'node:fs'

/** The note beside the graph that says which process holds it, for the message to the next one. */
export function ownerFile(file: string): string {
  return `${file}.pid`
}

export function claim(file: string): void {
  writeFileSync(ownerFile(file), `${process.pid}\n`)
}

export function release(file: string): void {
  rmSync(ownerFile(file), { force: true })
}
