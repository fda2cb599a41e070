import { wholeDocNumber } from '../grammar/doc-numbers.ts'
import type { CleanText } from '../model/text.ts'
import type { Block } from './blocks.ts'
import { clip } from './clip.ts'
import type { Regions } from './regions.ts'
import { isBodyName, isDateLine, isHistory } from './shapes.ts'

/**
 * The authorities that issued a document: its letterhead, else its signature, else the title of the notice that carries it,
 * else the history of a law. Addressees and recipients of copies are none.
 * @example readIssuers(regions) // ['某省民政厅', '某省教育厅']
 */
export function readIssuers(regions: Regions): readonly string[] {
  for (const read of [letterhead, signature, carrierTitle, history, decree]) {
    const found = [...new Set(read(regions))]
    if (found.length > 0) return found
  }
  return []
}

/** Names above the number and the title: 某省民政厅 文件. */
function letterhead({ front, titleBlocks }: Regions): readonly string[] {
  const head = front.slice(0, 8)
  if (titleBlocks[0] !== undefined && (front[0]?.start ?? 0) > titleBlocks[0].start) return []
  const end = head.findIndex(({ clean: { text } }) => /文件$/.test(text) && isBodyName(text.replace(/文件$/, '')))
  if (end < 0) return []
  const names: string[] = []
  for (const { clean } of head) {
    const name = clean.text.replace(/文件$/, '')
    if (!isBodyName(name)) break
    names.push(...apart(clip(clean, 0, name.length)))
  }
  return names
}

/** Names directly above a date that stands alone, before the annexed text or at the end. */
function signature({ front, body, back }: Regions): readonly string[] {
  return signedIn(front) ?? signedIn(back) ?? signedIn(body.slice(-4)) ?? []
}

function signedIn(blocks: readonly Block[]): readonly string[] | null {
  for (let at = blocks.length - 1; at > 0; at--) {
    if (!isDateLine(blocks[at]?.clean.text ?? '')) continue
    const names: string[] = []
    for (let above = at - 1; above >= 0 && isBodyName(blocks[above]?.clean.text ?? ''); above--) {
      const block = blocks[above]
      if (block === undefined || block.label !== null) break
      names.unshift(...apart(block.clean))
    }
    if (names.length > 0) return names
  }
  return null
}

/** Names on one line, told apart by the space between them; the letters of a spaced name (科 技 部) belong together. */
function apart({ text, offsets }: CleanText): readonly string[] {
  const pieces: string[] = []
  let from = 0
  for (let at = 1; at < text.length; at++) {
    if ((offsets[at] ?? 0) - (offsets[at - 1] ?? 0) < 2) continue
    pieces.push(text.slice(from, at))
    from = at
  }
  pieces.push(text.slice(from))
  return pieces.every((piece) => piece.length >= 3 && isBodyName(piece)) ? pieces : [text]
}

const BY_TITLE = /^([^《》]{3,60}?)(?:关于|印发|转发|发布|公布)/

/** 某省民政厅关于印发《…》的通知 */
function carrierTitle({ front, titleBlocks }: Regions): readonly string[] {
  for (const block of [...front.slice(0, 10), ...titleBlocks]) {
    const hit = /(?:通知|意见|决定|公告|通告|批复|函|命令|办法|规定)(?:（[^）]*）)?$/.test(block.clean.text)
      ? BY_TITLE.exec(block.clean.text)
      : null
    const names = namesIn(hit?.[1] ?? '')
    if (names.length > 0) return names
  }
  return []
}

const SUFFIX = '人民政府办公厅|人民政府|管理局|委员会办公室|委员会|办公厅|办公室|总局|部|厅|局|署|院|委|会|社|法院'
/** The shortest name that another name, a mark or the end follows. */
const NAME = new RegExp(
  `[^、，\\s]{2,28}?(?:${SUFFIX})(?=$|[、，和与\\s]|(?!常务|办公)[^、，的]{2,20}(?:部|厅|局|委|院|会|署))`,
  'g',
)

/** Names that follow each other without a mark, as layout leaves them: 民政部教育部. */
function namesIn(text: string): readonly string[] {
  const names = [...text.matchAll(NAME)].map(([name]) => name.replace(/^[和与]/, ''))
  return names.join('').length >= text.replace(/[、，和与\s]/g, '').length && names.every(isBodyName) ? names : []
}

const ADOPTING = /日[）)]?\s*([^《》，。]{2,40}?)(?:第[^第]{1,12}(?:届|次)|令|公布|发布|颁布)/

/** 2005年9月30日某省第十届人民代表大会常务委员会第二十次会议通过: 某省人民代表大会常务委员会. */
function history({ front }: Regions): readonly string[] {
  for (const {
    clean: { text },
  } of front) {
    if (!isHistory(text)) continue
    const plain = text.replace(/第[〇零一二三四五六七八九十百\d]+届/, '')
    const name = ADOPTING.exec(plain)?.[1]?.replace(/^(?:经|由)/, '') ?? ''
    if (isBodyName(name)) return [name.replace(/审判委员会$|检察委员会$/, '')]
  }
  return []
}

/** 中华人民共和国卫生部令1992年第24号 */
function decree({ front }: Regions): readonly string[] {
  const number = front.map(({ clean }) => wholeDocNumber(clean.text)).find((text) => text !== null)
  const name = /^([^〔\[（(\d]{2,30}?)令/.exec(number ?? '')?.[1] ?? ''
  return isBodyName(name) ? [name] : []
}
