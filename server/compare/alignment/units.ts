import type { AlignedText } from '../../model/alignment.ts'

/** A provision of the tree, in text order. */
export interface UnitNode {
  readonly id: string
  readonly kind: string
  readonly label: string | null
  readonly heading: string | null
  readonly parent: string | null
  readonly start: number
  readonly end: number
}

/** A fact at a place, with the keys of what it speaks of. */
export interface UnitSubject {
  readonly start: number
  readonly end: number
  readonly keys: readonly string[]
}

export interface UnitWords {
  /** A provision's own words by its id, without those of its parts. */
  readonly wordings: ReadonlyMap<string, string>
  readonly subjects: readonly UnitSubject[]
}

/**
 * What is aligned of a text: its articles; in a plan its sections of the second level, or of the first where it has no
 * second; and annexes. The unit's own label is left out of its words, its parts begin lines of their own.
 */
export function unitsOf(nodes: readonly UnitNode[], { wordings, subjects }: UnitWords): readonly AlignedText[] {
  const byId = new Map(nodes.map((node) => [node.id, node]))
  const parents = new Set(nodes.filter(({ kind }) => UNITS.has(kind)).map(({ parent }) => parent))
  const units = nodes.filter((node) => UNITS.has(node.kind) && !isInside(node, byId) && !holdsUnits(node, parents))
  const [inside, about] = [within(units, nodes), within(units, subjects)]
  return units.map((unit, at) => ({
    id: unit.id,
    label: unit.label,
    heading: unit.heading,
    under: byId.get(unit.parent ?? '')?.heading ?? null,
    text: wordsOf(unit, inside[at] ?? [], wordings),
    subjects: [...new Set((about[at] ?? []).flatMap(({ keys }) => keys))],
  }))
}

const UNITS: ReadonlySet<string> = new Set(['article', 'outline1', 'outline2', 'annex'])

/** 第十条 with 一、 in it is one unit, not two. */
function isInside({ parent }: UnitNode, byId: ReadonlyMap<string, UnitNode>): boolean {
  for (let above = byId.get(parent ?? ''); above; above = byId.get(above.parent ?? '')) {
    if (above.kind === 'article' || above.kind === 'outline2') return true
  }
  return false
}

function holdsUnits({ id, kind }: UnitNode, parents: ReadonlySet<string | null>): boolean {
  return kind !== 'article' && parents.has(id)
}

function wordsOf(unit: UnitNode, inside: readonly UnitNode[], wordings: ReadonlyMap<string, string>): string {
  return inside
    .map((node) => (node === unit ? withoutLabel : whole)(wordings.get(node.id) ?? '', node.label))
    .filter((words) => words !== '')
    .join('\n')
}

interface Span {
  readonly start: number
  readonly end: number
}

/** What lies within each unit, in its order: one walk along both, as units stand one behind the other. */
function within<T extends Span>(units: readonly Span[], spans: readonly T[]): readonly (readonly T[])[] {
  const sorted = spans.toSorted((one, two) => one.start - two.start || two.end - one.end)
  let at = 0
  return units.map(({ start, end }) => {
    while ((sorted[at]?.start ?? Infinity) < start) at += 1
    const found: T[] = []
    for (let next = at; (sorted[next]?.start ?? Infinity) < end; next += 1) {
      const span = sorted[next]
      if (span !== undefined && span.end <= end) found.push(span)
    }
    return found
  })
}

function whole(words: string): string {
  return words
}

/** The words behind the label; spaces inside the label do not matter. */
function withoutLabel(words: string, label: string | null): string {
  const signs = [...(label ?? '').replace(/\s/g, '')]
  let at = 0
  for (const sign of signs) {
    while (/\s/.test(words.charAt(at))) at += 1
    if (words.charAt(at) !== sign) return words
    at += 1
  }
  return words.slice(at).trim()
}
