import type { Provision } from '../model/document.ts'

/**
 * Where each provision stands, as a lawyer writes it, by id: 第十条第（二）项, 第三条第二款, 附件1, 二、（一）.
 * Chapters and sections are left out below an article, as in quotations of statutes.
 */
export function pinpoints(provisions: readonly Provision[]): ReadonlyMap<string, string> {
  const byId = new Map(provisions.map((provision) => [provision.id, provision]))
  return new Map(provisions.map((provision) => [provision.id, chain(provision, byId).map(name).join('')]))
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
  if (provision.kind === 'item') return label ? `第${label}项` : ''
  if (provision.kind === 'subitem') return label ? `第${label}目` : ''
  return label || bare(provision.heading)
}

function bare(text: string | null): string {
  return (text ?? '').replace(/\s+/gu, '').replace(/[.．]$/u, '')
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
