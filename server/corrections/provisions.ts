import type { Provision } from '../model/document.ts'

/** The innermost provision that holds an offset; null outside the tree. */
export function innermost(provisions: readonly Provision[], offset: number): Provision | null {
  return provisions.findLast(({ start, end }) => start <= offset && offset < end) ?? null
}
