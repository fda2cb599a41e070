import type { CleanText } from '../model/text.ts'
import { findDates, wholeDate } from '../grammar/dates.ts'
import { wholeDocNumber } from '../grammar/doc-numbers.ts'

/** What a short line of a document is, told by its form alone; all take clean text or a trimmed line. */

/** 目录, 目　录 */
export function isContents(text: string): boolean {
  return /^目\s*[录次]\s*[：:]?$/.test(text)
}

/** （此件公开发布）, （此件主动公开） */
export function isDisclosure(text: string): boolean {
  return /^[（(]?(?:此件|本件|信息公开)[^，。]{0,16}[）)]?$/.test(text)
}

/** At most two spaces apart, so that the steps cannot share out a long run of them. */
const ANNEX_MARK =
  /^附\s{0,2}[件录表图]?\s{0,2}(?:[0-9０-９]{1,2}|[一二三四五六七八九十]{1,3}|[A-Z])?\s{0,2}[：:．.、]?$/
const ANNEX_TITLE =
  /^附\s{0,2}[件录表图]?\s{0,2}(?:[0-9０-９]{1,2}|[一二三四五六七八九十]{1,3}|[A-Z])?(?:\s{1,2}[：:．.、]?|[：:．.、])\s{0,2}[^\s：:．.、]|^附[件录表图]?(?:[0-9０-９]{1,2}|[一二三四五六七八九十]{1,3}|[A-Z])?《/

/** 附件1, 附件：, 附, 附录B: the line that opens an annex and says nothing else. */
export function isAnnexMark(text: string): boolean {
  return ANNEX_MARK.test(text)
}

/** 附件1：申请表; a list of annexes begins the same way. */
export function isAnnexTitle(text: string): boolean {
  return ANNEX_TITLE.test(text) && !/[。；]/.test(text)
}

/** Clean text with one space where the raw text has space between two characters: 附件1 申请表. */
export function spaced({ text, offsets }: CleanText): string {
  return [...text]
    .map((char, at) => (at > 0 && (offsets[at] ?? 0) - (offsets[at - 1] ?? 0) > 1 ? ` ${char}` : char))
    .join('')
}

/** 抄送：…, 主题词：…, 2019年5月6日印发: the block of copies and printing at a document's end. */
export function isCopies(text: string): boolean {
  return (
    /^(?:抄\s*[送报]|分\s*送|报\s*送[：:]|主题词|印发机关|（?共印|校对[：:]|联系人[：:]|信息公开选项|相关(?:解读|链接|文件|政策|新闻|阅读|附件)[：:]|附件下载|责任编辑|上一篇|下一篇|扫一扫)/.test(
      text,
    ) || isPrinted(text)
  )
}

/** 某省民政厅办公室 2019年5月6日印发 */
export function isPrinted(text: string): boolean {
  return text.length <= 80 && /(?:印发|印制|印)$/.test(text) && findDates(text).length === 1
}

/** 国发〔2020〕1号 and nothing else. */
export function isDocNumberLine(text: string): boolean {
  return text.length < 90 && wholeDocNumber(text) !== null
}

export function isDateLine(text: string): boolean {
  return wholeDate(text.replace(/\s+/g, '')) !== null
}

/** 各有关单位：, 各省、自治区、直辖市人民政府，国务院各部委： */
export function isAddressee(text: string): boolean {
  return (
    /[：:]$/.test(text) &&
    /^(?:各|有关|省|市|区|县|州|本|厅|局|驻|国务院|你|在|机关|相关|[^，。；]{2,30}[：:]$)/.test(text) &&
    !/[。；]/.test(text) &&
    !/(?:如下|修改|规定|意见|事项|通知|内容|要求|包括|决定)[：:]$/.test(text)
  )
}

const ADOPTED = /(?:通过|生效|公布|发布|颁布|颁发|修正|修订|修改|批准|施行|实施|废止|印发|备案)/

/** 1997年7月31日某某令第226号 */
const DECREED = /^[^，。；]{6,60}(?:令|公告)第?[^，。；]{1,12}号[）)]?$/
const BY_DATE = /^[（(]?(?:[一二][〇零○\d一二三四五六七八九]{3}|\d{4})\s*年/
const BY_WORD = /^[（(]?(?:根据|自|经)/

/** 2005年9月30日某省…会议通过: the history under a law's title, in brackets or not. */
export function isHistory(written: string): boolean {
  if (written.length > 400 || /。./.test(written)) return false
  const text = halfWidth(written)
  const told = BY_DATE.test(text)
    ? ADOPTED.test(text.slice(-90)) || DECREED.test(text)
    : BY_WORD.test(text) && ADOPTED.test(text.slice(-12))
  return told && findDates(text).length > 0
}

/** 2005年9月30日某省第十届人民代表大会常务委员会第: a history that a line end broke off. */
export function isOpenHistory(written: string): boolean {
  const text = halfWidth(written)
  if (text.length > 400 || text.length < 10 || /[。：；]/.test(text) || !(BY_DATE.test(text) || BY_WORD.test(text)))
    return false
  const tells = /[届次会议院府令委部局公通审《]/.test(text.replace(/^[^日]*日/, ''))
  return tells && findDates(text).length > 0 && !HISTORY_END.test(text)
}

function halfWidth(text: string): string {
  return text.replace(/[０-９]/g, (digit) => digit.normalize('NFKC'))
}

const HISTORY_END = new RegExp(`(?:${ADOPTED.source})[）)]?$|[）)]$|施行[。]?$`)

const BODY_NAME =
  /(?:部|委|局|厅|署|院|会|府|办|社|处|所|行|室|中心|公司|集团|大学|学院|法院|检察院|办公室|委员会|人民政府|管理局|兵团|联合会|协会|组织部|宣传部|领导小组|指挥部|联席会议|总局|总队|支队|海关|中央|银行|联盟|军区|政治部|国务院)$/

/** The name of an authority: 某省民政厅, 教育部. */
export function isBodyName(text: string): boolean {
  return (
    text.length >= 3 &&
    text.length <= 30 &&
    BODY_NAME.test(text) &&
    !/[，。；：、《》（）\d]/.test(text) &&
    !/^(?:关于|为|附|根据|第)/.test(text)
  )
}

/** What a line can open that never goes on with the line before it. */
export function isOpening(text: string): boolean {
  const bare = text.replace(/[*_#]+/g, '').trim()
  return (
    isDateLine(bare) ||
    isAnnexMark(bare) ||
    isAnnexTitle(bare) ||
    isCopies(bare) ||
    isContents(bare) ||
    isDisclosure(bare) ||
    wholeDocNumber(bare) !== null
  )
}

const KIND_NOUNS =
  '办法|规定|条例|细则|方案|通知|意见|决定|公告|通告|批复|函|纲要|规划|指南|规程|规则|标准|准则|章程|法|目录|计划|措施|政策|要点|制度|预案|解释|答复|决议|命令|令|守则|规范|导则|指引|清单|大纲|公约|议定书|若干问题|程序|职责|倡议书|解读|宣言|报告|公报|说明|提纲|须知|安排|总则|举措|条件|任务|通报|请示|会议纪要|纪要|名单|协定|法典|宪法|修正案|补充规定|暂行规定'
const TITLE_END = new RegExp(`(?:${KIND_NOUNS})(?:[（(〔\\[][^（）()〔〕\\[\\]]{1,20}[）)〕\\]]){0,3}[》”]?$`)

/** Ends in a kind of document: …管理办法（试行）. */
export function endsLikeTitle(text: string): boolean {
  return TITLE_END.test(text)
}

/** A short line without a sentence: what a title can be. */
export function isTitleLike(text: string): boolean {
  if (text.length < 3 || text.length > 90 || /[。；：:？]/.test(text) || /，.*，/.test(text)) return false
  if (/^，|^\d{4}年(?:\d{1,2}月\d{1,2}日|[^《]*(?:印发|发布|公布|颁布)的)/.test(text)) return false
  return (
    !isDateLine(text) &&
    !isHistory(text) &&
    !isDisclosure(text) &&
    !isContents(text) &&
    !isAnnexMark(text) &&
    !isCopies(text) &&
    wholeDocNumber(text) === null &&
    !isBodyName(text.replace(/(?:文件|令|公告|通告)$/, ''))
  )
}

/** （试行）, (2016—2020年) on a line of its own goes on with the title above it. */
export function isTitleTail(text: string): boolean {
  return (
    /^[（(〔](?:[^（）()]{2,8}|[^（）()]{0,12}\d[^（）()]{0,12})[）)〕]$/.test(text) &&
    !/令第|号[）)]$|年.{0,8}月.{0,8}日/.test(text) &&
    !isDateLine(text) &&
    !isDisclosure(text)
  )
}
