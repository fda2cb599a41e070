import type { Meta, Provision } from '../model/document.ts'
import type { Problem } from '../model/text.ts'
import type { Block } from './blocks.ts'
import type { Regions } from './regions.ts'

interface Source {
  readonly raw: string
  readonly blocks: readonly Block[]
  readonly regions: Regions
  readonly meta: Meta
  readonly provisions: readonly Provision[]
}

/**
 * What is doubtful about a text: noise, foreign words, numbers that jump or repeat, labels that got lost, what was not found.
 * @example findProblems(source)[0] // { code: 'NUMBER_MISSING', message: '第五条 does not follow 第三条', … }
 */
export function findProblems(source: Source): readonly Problem[] {
  return [
    ...whole(source),
    ...noise(source),
    ...foreignWords(source),
    ...doubles(source),
    ...numbering(source),
    ...brackets(source),
  ]
}

/** A text without any provision of a regulation is accepted, and said to be none. */
function whole({ meta, provisions }: Source): readonly Problem[] {
  const missing = [
    ...(provisions.some(({ label }) => label !== null) ? [] : ['articles or numbered sections']),
    ...(meta.title === null ? ['a title'] : []),
  ]
  if (missing.length === 0) return []
  const message = `found no ${missing.join(' and no ')}: the text may be no regulation; check the file`
  return [{ code: 'NO_REGULATION', message, start: null, end: null }]
}

function noise({ regions }: Source): readonly Problem[] {
  return regions.noise.map(({ start, end, clean }) => ({
    code: 'NOISE',
    message: `${clean.text} belongs to no sentence: left out as noise of recognition`,
    start,
    end,
  }))
}

const AND = /(?<=[\u4e00-\u9fff])[ \t]*\band\b[ \t]*(?=[\u4e00-\u9fff])/g

function foreignWords({ raw }: Source): readonly Problem[] {
  return [...raw.matchAll(AND)].map((hit) => {
    const start = hit.index + hit[0].indexOf('and')
    return { code: 'FOREIGN_WORD', message: 'and between Chinese words: read as 和', start, end: start + 3 }
  })
}

/** Signs and words that stand twice by mistake: ，，, 的的, 次年年; 目的的, 标的的 and 当年年底 are words. */
const DOUBLED = /([，。；：、])\1|(?<![目标])的的|(?<=[次当本上下])年年(?![底初末度检审报均终中龄内产])/g

function doubles({ raw }: Source): readonly Problem[] {
  return [...raw.matchAll(DOUBLED)].map((hit) => ({
    code: 'DOUBLED',
    message: `${hit[0]} stands twice: check the text`,
    start: hit.index,
    end: hit.index + hit[0].length,
  }))
}

/** Rows of siblings whose numbers jump or repeat, and labels given back to paragraphs that lost them. */
function numbering({ raw, provisions }: Source): readonly Problem[] {
  const last = new Map<string, Provision>()
  const lastArticle: { article: Provision | null } = { article: null }
  return provisions.flatMap((provision) => {
    const row = rowOf(provision)
    if (provision.label === null || provision.number === null) return []
    const lost = raw.slice(provision.start, provision.start + provision.label.length + 4)
    const inferred = !startsWithLabel(lost, provision.label)
      ? [
          problem(
            provision,
            'NUMBER_LOST',
            `${provision.label} is not in the text: given to ${raw
              .slice(provision.start, provision.start + 16)
              .split('\n')[0]
              ?.trim()} by its neighbours`,
          ),
        ]
      : []
    const before = last.get(row)
    last.set(row, provision)
    lastArticle.article = provision.kind === 'article' ? provision : lastArticle.article
    return [...inferred, ...(before === undefined ? [] : compare(before, provision))]
  })
}

/** Articles count through the whole document, everything else below its parent. */
function rowOf({ kind, parent, id, label }: Provision): string {
  const annex = /^annex_[^_]+/.exec(id)?.[0] ?? ''
  const style = (label ?? '').replace(/[〇零一二三四五六七八九十百千\d０-９]+/, '#').replace(/[（）()、．.]/g, '')
  const form = /[一-龥]/.test(label ?? '') ? 'han' : 'digit'
  return kind === 'article' ? `${annex}article` : `${parent ?? ''} ${kind} ${style} ${form}`
}

function startsWithLabel(text: string, label: string): boolean {
  const bare = text.replace(/[\s*_#\u3000]/g, '')
  return bare.startsWith(label.slice(0, 2)) || bare.startsWith(label)
}

function compare(before: Provision, after: Provision): readonly Problem[] {
  const [from, to] = [before.number ?? 0, after.number ?? 0]
  if (to === from + 1 || (to === from && /之/.test(after.label ?? ''))) return []
  // A list that starts again is a second list.
  if (to === 1 && after.kind !== 'article' && after.kind !== 'chapter') return []
  if (to === from) return [problem(after, 'NUMBER_REPEATED', `${after.label} stands twice: check the numbers`)]
  return [problem(after, 'NUMBER_MISSING', `${after.label} follows ${before.label}: check what stands between`)]
}

function problem({ start, end }: Provision, code: string, message: string): Problem {
  return { code, message, start, end }
}

/** One list that writes its labels in half and full width brackets. */
function brackets({ provisions }: Source): readonly Problem[] {
  const openings = new Map<string, Provision>()
  const odd = new Map<string, Provision>()
  for (const provision of provisions) {
    if (!/^[（(]/.test(provision.label ?? '')) continue
    const key = provision.parent ?? ''
    const first = openings.get(key)
    if (first === undefined) openings.set(key, provision)
    else if (!odd.has(key) && first.label?.charAt(0) !== provision.label?.charAt(0)) odd.set(key, provision)
  }
  return [...odd].map(([key, provision]) => {
    const message = `${provision.label} and ${openings.get(key)?.label} are one list: brackets of two widths`
    return problem(provision, 'MIXED_BRACKETS', message)
  })
}
