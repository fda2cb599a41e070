/** A word of one side or of both, and the key by which it is compared; later a run of them. */
export interface Edit {
  readonly op: 'equal' | 'insert' | 'delete'
  readonly one: string
  readonly two: string
  readonly key: string
}

/**
 * Words put in or taken out, moved to where they read as a whole: of A。B。 and A。X。B。 the insertion is X。 and not 。X.
 * A run may move over words that equal its own; it goes where it begins or ends a line, a sentence or a clause.
 */
export function slidRuns(edits: readonly Edit[]): readonly Edit[] {
  const slid = [...edits]
  let at = 0
  while (at < slid.length) {
    const end = endOfRun(slid, at)
    if (slid[at]?.op !== 'equal') slide(slid, { start: at, end })
    at = Math.max(end, at + 1)
  }
  return slid
}

interface Run {
  readonly start: number
  readonly end: number
}

function endOfRun(edits: readonly Edit[], start: number): number {
  let end = start
  while (end < edits.length && edits[end]?.op === edits[start]?.op) end += 1
  return end
}

/** Only a run between equal words can move: another change beside it would be torn from it. */
function slide(edits: Edit[], { start, end }: Run): void {
  if ((edits[start - 1]?.op ?? 'equal') !== 'equal' || (edits[end]?.op ?? 'equal') !== 'equal') return
  let [back, ahead] = [0, 0]
  while (isSameWord(edits, start - 1 - back, end - 1 - back)) back += 1
  while (isSameWord(edits, end + ahead, start + ahead)) ahead += 1
  const steps = Array.from({ length: back + ahead + 1 }, (_, step) => step - back)
  const best = steps.reduce(
    (one, two) => (worth(edits, { start, end }, two) > worth(edits, { start, end }, one) ? two : one),
    0,
  )
  if (best !== 0) move(edits, { start, end }, best)
}

function isSameWord(edits: readonly Edit[], at: number, other: number): boolean {
  return edits[at]?.op === 'equal' && edits[at]?.key === edits[other]?.key
}

/** How well a run reads that begins behind one word and ends with another. */
const WORTH: readonly (readonly [RegExp, number])[] = [
  [/\n\s*$/u, 4],
  [/[。！？]\s*$/u, 3],
  [/[；：;:]\s*$/u, 2],
  [/[，、,]\s*$/u, 1],
]

function worth(edits: readonly Edit[], { start, end }: Run, step: number): number {
  const wordAt = (at: number): string => edits[at]?.two || edits[at]?.one || '\n'
  return valueOf(wordAt(start + step - 1)) + valueOf(wordAt(end + step - 1))
}

function valueOf(word: string): number {
  return WORTH.find(([sign]) => sign.test(word))?.[1] ?? 0
}

/** The run as before, some equal words further on (or back): they change places with equal words of its own. */
function move(edits: Edit[], { start, end }: Run, step: number): void {
  const op = edits[start]?.op ?? 'equal'
  const [from, to] = [Math.min(start, start + step), Math.max(end, end + step)]
  const piece = edits.slice(from, to)
  const side = op === 'insert' ? 'two' : 'one'
  const other = op === 'insert' ? 'one' : 'two'
  const own = piece.map((edit) => edit[side])
  const others = piece.filter((edit) => edit.op === 'equal').map((edit) => edit[other])
  let taken = 0
  for (const [place, edit] of piece.entries()) {
    const isRun = from + place >= start + step && from + place < end + step
    const words = { [side]: own[place] ?? '', [other]: isRun ? '' : (others[taken++] ?? '') }
    edits[from + place] = { op: isRun ? op : 'equal', one: words['one'] ?? '', two: words['two'] ?? '', key: edit.key }
  }
}
