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
  const hit = headingTitle(blocks, start) ??
    matchedTitle(blocks, carried) ??
    titleAbove(blocks, start) ??
    firstTitle(blocks, start) ?? { title: null, from: 0, to: 0 }
  return undecorated(wholeTitle(blocks, hit))
}

/** A title whose lower lines alone were found, where a line above has it whole: layout broke it when it wrote it again. */
function wholeTitle(blocks: readonly Block[], hit: TitleHit): TitleHit {
  const part = squash(hit.title ?? '')
  const whole = blocks.slice(0, hit.from).find((block, at) => {
    const text = squash(block.clean.text)
    const below = blocks
      .slice(at + 1, hit.to)
      .map(({ clean }) => squash(clean.text))
      .join('')
    return (
      block.label === null && part !== '' && text.length > part.length && text.endsWith(part) && below.endsWith(text)
    )
  })
  return whole === undefined ? hit : { ...hit, title: whole.clean.text }
}

const DECREE = /[（(][^（）()]*(?:\d{4}年\d{1,2}月|令第?)[^（）()]*(?:号|发布|公布|通过|修订|修正|施行|批准)[）)]$/

/**
 * （1996年5月17日某部令第48号发布） behind a title tells its history, a number there is the document's; 《 》 around the
 * whole are no part of it.
 */
function undecorated(hit: TitleHit): TitleHit {
  const title = hit.title?.replace(DECREE, '').replace(NUMBER, '') ?? null
  return {
    ...hit,
    title: title === null ? null : (/^《([^《》]+(?:〈[^〉]*〉[^《》]*)?)》$/.exec(title)?.[1] ?? title),
  }
}

const NUMBER =
  /(?<=[法例定则法知见案复函告划要程令议释])[（(]?[\u4e00-\u9fff]{2,10}[〔［[【]\d{4}[〕］\]】]第?\d{1,5}号[）)]?$/

/** Index of the block that opens the structure: the first chapter or article of a law, else the first outline label. */
export function structureStart(blocks: readonly Block[]): number {
  const articles = blocks.filter((block) => block.label?.form === 'article').length
  const law = articles < 2 ? -1 : blocks.findIndex((block) => LAW_FORMS.has(block.label?.form ?? ''))
  const first = law >= 0 ? law : blocks.findIndex((block) => block.label !== null && block.label.number === 1)
  const contents = blocks.findIndex((block, at) => at < first && isContents(block.clean.text))
  if (contents >= 0) return contents
  return first < 0 ? blocks.length : first
}

const LAW_FORMS: ReadonlySet<string> = new Set(['part', 'subpart', 'chapter', 'section', 'article'])

/** A markdown heading of the first level that names a document. */
function headingTitle(blocks: readonly Block[], start: number): TitleHit | null {
  const from = blocks.findIndex((block, at) => at < start && block.level === 1 && block.label === null)
  if (from < 0 || from > 6) return null
  const text = blocks[from]?.clean.text ?? ''
  return CARRIES.test(text) || !isTitleLike(text) ? null : { title: text, from, to: from + 1 }
}

const CARRIES = /(?:印发|转发|发布|公布|颁布|批转|下发|颁发)/
const CARRIER =
  /(?:印发|转发|发布|公布|颁布|批转|下发|颁发)[^《》“]{0,30}?(?:[《“](.{3,120}?)[》”](?=的通知|的公告|的决定|的命令|的通告|$|等|》|,|，|（)|([^《》]{4,80}?)的(?:通知|公告|决定|命令|通告)$)/
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

/** The lines below the notice that repeat a title it carries; a page writes it above the notice too, so the last one counts. */
function matchedTitle(blocks: readonly Block[], carried: readonly string[]): TitleHit | null {
  for (const wanted of new Set(carried.map(squash))) {
    const hits = blocks.flatMap((_, from) => matchAt(blocks, from, wanted) ?? [])
    const opening = hits.filter(({ to }) => opensText(blocks, to))
    const hit = opening.at(-1) ?? hits[0]
    if (hit !== undefined) return withTail(blocks, hit)
  }
  return null
}

const MOST_TITLE_LINES = 4

function matchAt(blocks: readonly Block[], from: number, wanted: string): TitleHit | null {
  if (blocks[from]?.label !== null || !isTitleLine(blocks[from])) return null
  let text = ''
  for (let to = from + 1; to <= Math.min(from + MOST_TITLE_LINES, blocks.length); to++) {
    if (blocks[to - 1]?.label !== null) return null
    text += blocks[to - 1]?.clean.text ?? ''
    const squashed = squash(text)
    if (squashed === wanted) return { title: text, from, to }
    if (!wanted.startsWith(squashed)) return null
  }
  return null
}

/** The text begins below: its first label is a first one. */
function opensText(blocks: readonly Block[], from: number): boolean {
  const label = blocks.slice(from, from + FARTHEST_FRONT).find((block) => block.label !== null)?.label
  return label?.number === 1
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
      index < 12 &&
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
  if (isIssuerAbove(blocks, from)) from--
  const to = endOfTitle(blocks, from, at + 1)
  const title = blocks
    .slice(from, to)
    .map(({ clean }) => clean.text)
    .join('')
  return { title, from, to }
}

/** 某省人民政府 on the line above 关于…的意见 belongs to the title, unless a letterhead or number stands between. */
function isIssuerAbove(blocks: readonly Block[], from: number): boolean {
  const above = blocks[from - 1]
  return above?.label === null && /^关于/.test(blocks[from]?.clean.text ?? '') && isBodyName(above.clean.text)
}

/** A title that a line end broke inside its last words goes on below: …若干问题的规 / 定. */
function endOfTitle(blocks: readonly Block[], from: number, to: number): number {
  let text = blocks
    .slice(from, to)
    .map(({ clean }) => clean.text)
    .join('')
  if (endsLikeTitle(text)) return to
  for (let next = to; next < Math.min(to + 2, blocks.length); next++) {
    const block = blocks[next]
    if (block === undefined || block.label !== null || !isContinuation(block.clean.text)) return to
    text += block.clean.text
    if (endsLikeTitle(text)) return next + 1
  }
  return to
}

function isContinuation(text: string): boolean {
  return text.length <= 60 && !/[。；：:]/.test(text) && !isHistory(text) && !isBodyName(text) && !isAddressee(text)
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
  const text = tail === undefined ? '' : tail.label === null ? tail.clean.text : numberTail(tail, blocks[hit.to + 1])
  if (tail?.label === null ? !isTitleTail(text) : text === '') return hit
  return { title: `${hit.title ?? ''}${text}`, from: hit.from, to: hit.to + 1 }
}

/** （二） alone below a title counts the document, and is no item. */
function numberTail({ label, clean }: Block, next: Block | undefined): string {
  const isAlone = label?.form === 'hanParen' && clean.text === '' && next?.label?.form !== 'hanParen'
  return isAlone ? label.text.replace('(', '（').replace(')', '）') : ''
}

function squash(text: string): string {
  return text
    .replace(/[\s《》〈〉“”"、]/g, '')
    .replace(/[（(]/g, '(')
    .replace(/[）)]/g, ')')
}
