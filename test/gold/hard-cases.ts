import { readFileSync } from 'node:fs'

/** A place in the five regulations where a simple reading goes wrong. */
export interface HardCase {
  readonly id: string
  readonly file: string
  readonly start: number
  readonly end: number
  readonly quote: string
  readonly expected: string
}

export const CASES: readonly HardCase[] = readFileSync('test/gold/hard-cases.jsonl', 'utf8')
  .trim()
  .split('\n')
  .map((line) => JSON.parse(line) as HardCase)

/** The hard case of this id. */
export function caseOf(id: string): HardCase {
  const found = CASES.find((one) => one.id === id)
  if (found === undefined) throw new Error(`no hard case ${id}`)
  return found
}
