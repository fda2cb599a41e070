import type { Provision } from '../model/document.ts'

/**
 * Where each provision stands, as a lawyer writes it, by id: 第十条第（二）项, 第三条第二款, 附件1, 二（三）2.
 * Chapters and sections are left out below an article, as in quotations of statutes.
 */
export function pinpoints(provisions: readonly Provision[]): ReadonlyMap<string, string> {
  const byId = new Map(provisions.map((provision) => [provision.id, provision]))
  const alone = onlyParagraphs(provisions)
  const written = (provision: Provision) =>
    chain(provision, byId)
      .filter(({ id }) => !alone.has(id))
      .map(name)
      .join('')
  return new Map(provisions.map((provision) => [provision.id, written(provision) || name(provision)]))
}

/** An article of one paragraph is quoted without it: 第十条第（二）项. */
function onlyParagraphs(provisions: readonly Provision[]): ReadonlySet<string> {
  const paragraphs = new Map<string | null, Provision[]>()
  for (const provision of provisions) {
    if (provision.kind !== 'paragraph') continue
    paragraphs.set(provision.parent, [...(paragraphs.get(provision.parent) ?? []), provision])
  }
  return new Set([...paragraphs.values()].flatMap((found) => (found.length === 1 ? found.map(({ id }) => id) : [])))
}

/** From the provision upwards to the article, annex or top, outermost first. */
function chain(provision: Provision, byId: ReadonlyMap<string, Provision>): readonly Provision[] {
  const found: Provision[] = [provision]
  let parent = provision.parent === null ? undefined : byId.get(provision.parent)
  while (parent && !WHOLE.has(found[0]?.kind ?? '')) {
    found.unshift(parent)
    parent = parent.parent === null ? undefined : byId.get(parent.parent)
  }
  return found
}

/** Kinds that are quoted without what holds them: articles are numbered through, annexes stand alone. */
const WHOLE: ReadonlySet<string> = new Set(['article', 'annex'])

function name(provision: Provision): string {
  const label = bare(provision.label)
  if (provision.kind === 'paragraph') return provision.number === null ? '' : `第${chinese(provision.number)}款`
  if (provision.kind === 'item') return counted(label, provision.number, '项')
  if (provision.kind === 'subitem') return counted(label, provision.number, '目')
  return label || bare(provision.heading)
}

/** 第（二）项; items set off by a dash have no label of their own and are counted. */
function counted(label: string, number: number | null, kind: string): string {
  if (/[\p{N}\p{L}]/u.test(label)) return `第${label}${kind}`
  return number === null ? '' : `第${chinese(number)}${kind}`
}

/** A label in full width and without the mark that ends it: (二) is （二）, 2. is 2. */
function bare(text: string | null): string {
  return (text ?? '')
    .replace(/\s+/gu, '')
    .replace(/[.．、]$/u, '')
    .replace(/\(/gu, '（')
    .replace(/\)/gu, '）')
}

const DIGITS = '零一二三四五六七八九'

/** 1 to 99 in Chinese; paragraphs of an article do not go further. */
function chinese(number: number): string {
  if (number > 99) return String(number)
  const tens = Math.floor(number / 10)
  const ones = number % 10 === 0 ? '' : (DIGITS[number % 10] ?? '')
  if (tens === 0) return DIGITS[number] ?? ''
  return `${tens === 1 ? '' : DIGITS[tens]}十${ones}`
}
