import type { CleanText } from '../model/text.ts'
import type { Block } from './blocks.ts'
import { carrierOf } from './carrier.ts'
import { clip } from './clip.ts'
import { headerField } from './header-fields.ts'
import { eventsOf } from './history.ts'
import type { Regions } from './regions.ts'
import { isBodyName, isDocNumberLine } from './shapes.ts'
import { signatureOf } from './signature.ts'

/**
 * The authorities that issued a document: its letterhead, else its signature, else its decree, else the title of the notice
 * that carries it, else the history of a law. Addressees and recipients of copies are none.
 * @example readIssuers(regions) // ['某省民政厅', '某省教育厅']
 */
export function readIssuers(regions: Regions): readonly string[] {
  const carrier = carrierOf(regions)
  for (const read of [letterhead, signature, decree, carrierTitle, history, forwarded, field]) {
    const found = [...new Set(read(regions, carrier).map(plainName))]
    if (found.length > 0) return found
  }
  return []
}

/** The State Council and the Military Commission are known by their short names. */
function plainName(name: string): string {
  return name.replace(/^中华人民共和国(?=国务院|中央军事委员会)/, '')
}

/** Names above the number and the title: 某省民政厅 文件. */
function letterhead({ titleBlocks }: Regions, carrier: readonly Block[]): readonly string[] {
  const head = carrier.slice(0, 8)
  if (titleBlocks[0] !== undefined && (carrier[0]?.start ?? 0) > titleBlocks[0].start) return []
  const end = head.findIndex(({ clean: { text } }) => /文件$/.test(text) && isBodyName(text.replace(/文件$/, '')))
  if (end < 0) return []
  const names: string[] = []
  for (const { clean } of head) {
    const name = clean.text.replace(/文件$/, '')
    if (isBodyName(name)) names.push(...apart(clip(clean, 0, name.length)))
    else if (names.length > 0) break
  }
  return names
}

/** Names directly above a date that stands alone, before the annexed text or at the end. */
function signature({ body, back }: Regions, carrier: readonly Block[]): readonly string[] {
  for (const blocks of [carrier, back, body.slice(-6)]) {
    const signed = signatureOf(blocks)
    if (signed !== null && signed.names.length > 0) return signed.names.flatMap(apart)
  }
  return []
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

const BY_TITLE = /^([^《》“]{3,80}?)(?:关于|印发|转发|发布|公布|批转|修改)/
const ISSUED =
  /(?:通知|意见|决定|决议|公告|通告|批复|答复|函|命令|办法|规定|解释|安排|纲要|规划|方案)[》”]?(?:（[^）]*）)*$/

/** 某省民政厅关于印发《…》的通知 */
function carrierTitle({ titleBlocks }: Regions, carrier: readonly Block[]): readonly string[] {
  const title = titleBlocks.map(({ clean }) => clean.text).join('')
  const texts = [...carrier.slice(0, 14).map(({ clean }) => clean.text), title]
  for (const [at, text] of texts.entries()) {
    const whole = ISSUED.test(text)
      ? text
      : ISSUED.test(text + (texts[at + 1] ?? ''))
        ? text + (texts[at + 1] ?? '')
        : ''
    const names = namesIn(BY_TITLE.exec(whole)?.[1] ?? '')
    if (names.length > 0) return names
  }
  return []
}

const SUFFIX =
  '人民政府办公厅|人民政府|管理局|委员会办公室|委员会|办公厅|办公室|总局|部(?![门分队])|厅|局|署|院|委(?!员)|会(?![计议保])|社(?!会)|法院|检察院|银行|中央|领导小组'
/** The shortest name that another name, a mark or the end follows. */
const NAME = new RegExp(
  `[^、，\\s]{2,28}?(?:${SUFFIX})(?=$|[、，和与\\s]|(?!常务|办公|委员)[^、，的]{2,20}(?:部|厅|局|委|院|会|署|行))`,
  'g',
)

/** Names that follow each other without a mark, as layout leaves them: 民政部教育部. */
function namesIn(text: string): readonly string[] {
  const names = [...text.matchAll(NAME)].map(([name]) => name.replace(/^[和与]/, ''))
  const bare = text.replace(/等(?:[\d一二三四五六七八九十]+)?部门$/, '').replace(/[、，和与\s]/g, '')
  return names.join('').length >= bare.length && names.every(isBodyName) ? names : []
}

/** 中华人民共和国某部令 above 第80号; names of several above a line that says 令 alone. */
function decree(_: Regions, carrier: readonly Block[]): readonly string[] {
  const at = carrier.findIndex(({ clean: { text }, label }) => label === null && isDecreeLine(bare(text)))
  const line = bare(carrier[at]?.clean.text ?? '')
  const own = /^([^〔[（(\d]{2,80}?)(?:第[^号]{1,8}号)?(?:令|公告|通告)/.exec(line)?.[1] ?? ''
  const names = own === '' ? namesAbove(carrier, at) : own.split('、')
  return names.every(isBodyName) ? names : []
}

function bare(text: string): string {
  return text.replace(/\s/g, '').replace(/^[（(](?=\D)(.*)[）)]$/, '$1')
}

function isDecreeLine(text: string): boolean {
  return (
    text.length <= 90 &&
    (/^[^，。；：《》]{0,60}(?:令|公告|通告)$/.test(text) || (isDocNumberLine(text) && /令|公告|通告/.test(text)))
  )
}

function namesAbove(blocks: readonly Block[], at: number): readonly string[] {
  const names: string[] = []
  for (let above = at - 1; above >= 0 && isBodyName(blocks[above]?.clean.text ?? ''); above--) {
    names.unshift(...apart(blocks[above]?.clean ?? { text: '', offsets: [] }))
  }
  return names
}

/** 2005年9月30日某省第十届人民代表大会常务委员会第二十次会议通过: an assembly that adopted, else who made it public. */
function history({ titleBlocks }: Regions, carrier: readonly Block[]): readonly string[] {
  const events = eventsOf([...titleBlocks, ...carrier])
  const first = events.filter(({ isAmendment }) => !isAmendment)
  const told = first.length > 0 ? first : events
  const event =
    told.find(({ kind, names }) => kind === 'adopted' && /人民代表大会/.test(names.join())) ??
    told.find(({ kind, names }) => kind === 'published' && names.length > 0) ??
    told.find(({ kind, names }) => kind === 'adopted' && names.length > 0)
  return event?.names ?? []
}

const SENT_ON = /将([^，。；《“]{3,60}?)(?:文件|联合|印发|发布|制定|下发|《|“|关于)/

/** 现将某部、某局文件“关于印发…的通知”转发给你们: the notice inside names nobody, the one that forwards it does. */
function forwarded({ front }: Regions, carrier: readonly Block[]): readonly string[] {
  const outer = front.slice(0, front.length - carrier.length)
  for (const { clean } of outer) {
    const names = /转发|批转/.test(clean.text) ? namesIn(SENT_ON.exec(clean.text)?.[1] ?? '') : []
    if (names.length > 0) return names
  }
  return []
}

function field(_: Regions, carrier: readonly Block[]): readonly string[] {
  const names = (headerField(carrier, 'issuer') ?? '').split(/[、，,;；\s]+/).filter((name) => name !== '')
  return names.every(isBodyName) ? names : []
}
