import type { Passage, Provision } from '../model/document.ts'
import type { Problem } from '../model/text.ts'

/**
 * Doubts about the numbers of a tree: rows that jump, repeat or start again, labels given back to paragraphs that lost them.
 * @example numbering(raw, provisions)[0]?.message // 第五条 follows 第三条: …
 */
export function numbering(raw: string, provisions: readonly Provision[]): readonly Problem[] {
  const last = new Map<string, Provision>()
  return provisions.flatMap((provision) => {
    if (provision.label === null || provision.number === null) return []
    const row = rowOf(provision)
    const before = last.get(row)
    last.set(row, provision)
    return [...lostNumber(raw, provision), ...(before === undefined ? [] : compare(before, provision))]
  })
}

/** Articles count through the whole document, everything else below its parent. */
function rowOf({ kind, parent, id, label }: Provision): string {
  const annex = /^annex_[^_]+/.exec(id)?.[0] ?? ''
  const style = (label ?? '').replace(/[〇零一二三四五六七八九十百千\d０-９]+/g, '#').replace(/[（）()、．.]/g, '')
  const form = /[一-龥]/.test(label ?? '') ? 'han' : 'digit'
  return kind === 'article' ? `${annex}article` : `${parent ?? ''} ${kind} ${style} ${form}`
}

function lostNumber(raw: string, provision: Provision): readonly Problem[] {
  const label = provision.label ?? ''
  const written = raw.slice(provision.start, provision.start + label.length + 6).replace(/[\s*_#\u3000]/g, '')
  if (written.startsWith(label.slice(0, 2)) || written.startsWith(label)) return []
  const words = raw
    .slice(provision.start, provision.start + 16)
    .split('\n')[0]
    ?.trim()
  const message = `${label} is not in the text: given to ${words} by its neighbours; check the heading`
  return [problem(provision, 'NUMBER_LOST', message)]
}

function compare(before: Provision, after: Provision): readonly Problem[] {
  const [from, to] = [before.number ?? 0, after.number ?? 0]
  if (to === from + 1 || (to === from && /之/.test(after.label ?? ''))) return []
  // A list that starts again is a second list.
  if (to === 1 && from > 1 && after.kind !== 'article' && after.kind !== 'chapter') return []
  if (to === 1 && from > 1) return [problem(after, 'NUMBER_RESTARTS', restarts(before, after))]
  if (to === from) return [problem(after, 'NUMBER_REPEATED', `${after.label} stands twice: check the numbers`)]
  return [problem(after, 'NUMBER_MISSING', `${after.label} follows ${before.label}: check what stands between`)]
}

function restarts(before: Provision, after: Provision): string {
  return `${after.label} starts again behind ${before.label}: a second document may begin here; if so give it a file of its own`
}

/** One list that writes its labels in half and full width brackets. */
export function mixedBrackets(provisions: readonly Provision[]): readonly Problem[] {
  const openings = new Map<string, Provision>()
  const odd = new Map<string, Provision>()
  for (const provision of provisions) {
    if (!/^[（(]/.test(provision.label ?? '')) continue
    const key = `${provision.parent ?? ''} ${provision.kind}`
    const first = openings.get(key)
    if (first === undefined) openings.set(key, provision)
    else if (!odd.has(key) && first.label?.charAt(0) !== provision.label?.charAt(0)) odd.set(key, provision)
  }
  return [...odd].map(([key, provision]) => {
    const message = `${provision.label} and ${openings.get(key)?.label} are one list: brackets of two widths; check the text`
    return problem(provision, 'MIXED_BRACKETS', message)
  })
}

/** A number with nothing behind it: 第五条 and then 第六条. */
export function emptyProvisions(provisions: readonly Provision[], passages: readonly Passage[]): readonly Problem[] {
  const filled = new Set<string | null>([
    ...passages.map(({ provision }) => provision),
    ...provisions.map(({ parent }) => parent),
  ])
  return provisions
    .filter(({ id, label, heading, kind }) => label !== null && heading === null && kind !== 'annex' && !filled.has(id))
    .map((provision) =>
      problem(
        provision,
        'EMPTY_PROVISION',
        `${provision.label} holds nothing: its words may have got lost; compare with the printed text`,
      ),
    )
}

function problem({ start, end }: Provision, code: string, message: string): Problem {
  return { code, message, start, end }
}
