import type { Block } from './blocks.ts'
import { endsLikeTitle, isAddressee, isBodyName, isContents, isHistory, isTitleLike, isTitleTail } from './shapes.ts'

/** The title of the regulation itself and the blocks it stands in, half-open. */
export interface TitleHit {
  readonly title: string | null
  readonly from: number
  readonly to: number
}

/**
 * Finds the title of the regulation itself: not that of the notice that carries it.
 * @example findTitle(blocks).title // 某省社区服务管理办法（试行）
 */
export function findTitle(blocks: readonly Block[]): TitleHit {
  const start = structureStart(blocks)
  const carried = carriedTitles(blocks.slice(0, start))
  return undecorated(
    headingTitle(blocks, start) ??
      matchedTitle(blocks, carried) ??
      titleAbove(blocks, start) ??
      firstTitle(blocks, start) ?? { title: null, from: 0, to: 0 },
  )
}

const DECREE = /[（(][^（）()]*(?:\d{4}年|令第?)[^（）()]*(?:号|发布|公布|通过|修订|修正|施行|批准)[）)]$/

/** （1994年8月29日卫生部令第36号发布） behind a title tells its history and is no part of it. */
function undecorated(hit: TitleHit): TitleHit {
  return { ...hit, title: hit.title?.replace(DECREE, '') ?? null }
}

/** Index of the block that opens the structure: the first chapter or article of a law, else the first outline label. */
function structureStart(blocks: readonly Block[]): number {
  const articles = blocks.filter((block) => block.label?.form === 'article').length
  const law = articles < 2 ? -1 : blocks.findIndex((block) => LAW_FORMS.has(block.label?.form ?? ''))
  const first = law >= 0 ? law : blocks.findIndex((block) => block.label !== null && block.label.number === 1)
  const contents = blocks.findIndex((block, at) => at < first && isContents(block.clean.text))
  if (contents >= 0) return contents
  return first < 0 ? blocks.length : first
}

const LAW_FORMS: ReadonlySet<string> = new Set(['part', 'chapter', 'section', 'article'])

/** A markdown heading of the first level that names a document. */
function headingTitle(blocks: readonly Block[], start: number): TitleHit | null {
  const from = blocks.findIndex((block, at) => at < start && block.level === 1 && block.label === null)
  if (from < 0 || from > 6) return null
  const text = blocks[from]?.clean.text ?? ''
  return CARRIES.test(text) || !isTitleLike(text) ? null : { title: text, from, to: from + 1 }
}

const CARRIES = /(?:印发|转发|发布|公布|颁布|批转|下发|颁发)/
const CARRIER =
  /(?:印发|转发|发布|公布|颁布|批转|下发|颁发)[^《》]{0,30}?(?:《(.{3,120}?)》(?=的通知|的公告|的决定|的命令|的通告|$|等|》|,|，|（)|([^《》]{4,80}?)的(?:通知|公告|决定|命令|通告)$)/
const ADOPTED =
  /《([^《》]{3,90}(?:〈[^〉]*〉[^《》]{0,30})?)》(?:（[^）]{1,30}）)?(?:已经?|业经|现予|，?现|已由|已于)/g

/** Titles that the text before the regulation says it carries. */
function carriedTitles(front: readonly Block[]): readonly string[] {
  return front.slice(0, FARTHEST_FRONT).flatMap(({ clean: { text } }) => {
    const carrier = CARRIER.exec(text)
    const named = text.length <= LONGEST_TITLE ? (carrier?.[1] ?? carrier?.[2] ?? null) : null
    return [...(named === null ? [] : [named]), ...[...text.matchAll(ADOPTED)].flatMap((hit) => hit[1] ?? [])]
  })
}

const FARTHEST_FRONT = 40
const LONGEST_TITLE = 160

/** The lines below the notice that repeat a title it carries. */
function matchedTitle(blocks: readonly Block[], carried: readonly string[]): TitleHit | null {
  const wanted = carried.map(squash)
  for (let from = 0; from < blocks.length; from++) {
    if (blocks[from]?.label !== null || !isTitleLine(blocks[from])) continue
    let text = ''
    for (let to = from + 1; to <= Math.min(from + 4, blocks.length); to++) {
      if (blocks[to - 1]?.label !== null) break
      text += blocks[to - 1]?.clean.text ?? ''
      if (wanted.includes(squash(text))) return withTail(blocks, { title: text, from, to })
    }
  }
  return null
}

function isTitleLine(block: Block | undefined): boolean {
  return (
    block !== undefined &&
    block.clean.text.length <= LONGEST_TITLE &&
    !/[《。]/.test(block.clean.text.slice(0, 1)) &&
    !CARRIES.test(block.clean.text)
  )
}

/** The nearest title above the structure of a law. */
function titleAbove(blocks: readonly Block[], start: number): TitleHit | null {
  for (let at = start - 1; at >= Math.max(0, start - FARTHEST_TITLE); at--) {
    const text = blocks[at]?.clean.text ?? ''
    if (blocks[at]?.label !== null) continue
    if (isTitleTail(text) && at > 0 && isTitleLike(blocks[at - 1]?.clean.text ?? '')) continue
    if (isTitleLike(text) && endsLikeTitle(text) && !isHistory(text)) return withTail(blocks, withHead(blocks, at))
  }
  return null
}

const FARTHEST_TITLE = 60

/** The first line that can be a title at all. */
function firstTitle(blocks: readonly Block[], start: number): TitleHit | null {
  const at = blocks.findIndex(
    ({ clean, label }, index) =>
      index < Math.max(1, start) &&
      index < 6 &&
      label === null &&
      isTitleLike(clean.text) &&
      !isAddressee(clean.text) &&
      !isBodyName(clean.text),
  )
  return at < 0 ? null : withTail(blocks, withHead(blocks, at))
}

/** A title over several lines: the lines above that have not come to a kind of document yet. */
function withHead(blocks: readonly Block[], at: number): TitleHit {
  let from = at
  const own = blocks[at]?.clean.text ?? ''
  while (from > 0 && at - from < 2 && isUnfinishedTitle(blocks[from - 1], own)) from--
  const title = blocks
    .slice(from, at + 1)
    .map(({ clean }) => clean.text)
    .join('')
  return { title, from, to: at + 1 }
}

function isUnfinishedTitle(block: Block | undefined, below: string): boolean {
  if (block === undefined || block.label !== null) return false
  const { text } = block.clean
  if (text.length > 40 || !isTitleLike(text) || endsLikeTitle(text)) return false
  return (
    /(?:关于|的|和|与|、|暨)$/.test(text) ||
    /^(?:的|和|与|及|关于)/.test(below) ||
    below.length <= 6 ||
    (/^关于|关于/.test(text) && !/关于/.test(below))
  )
}

/** （试行） below the title belongs to it. */
function withTail(blocks: readonly Block[], hit: TitleHit): TitleHit {
  const tail = blocks[hit.to]
  if (tail === undefined || tail.label !== null || !isTitleTail(tail.clean.text)) return hit
  return { title: `${hit.title ?? ''}${tail.clean.text}`, from: hit.from, to: hit.to + 1 }
}

function squash(text: string): string {
  return text
    .replace(/[\s《》〈〉“”"]/g, '')
    .replace(/[（(]/g, '(')
    .replace(/[）)]/g, ')')
}
