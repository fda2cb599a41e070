/** The words right before a place that say in which document it is: 本条例, 同法, 《…》, 刑法. */
export interface DocumentWords {
  /** `same` is a document named before, `derived` what implements it (其实施细则). */
  readonly kind: 'own' | 'same' | 'derived' | 'named'
  /** Without the brackets of a title. */
  readonly name: string
  /** Whether the name stood in 《》. */
  readonly titled: boolean
  readonly start: number
}

/**
 * The document named right before `at`, or null when none is. `names` are the titles and short names that the text gives
 * to other documents, longest first: they tell where a bare name begins.
 * @example documentBefore('单位犯刑法第三百条', 4, [])?.name // 刑法
 */
export function documentBefore(text: string, at: number, names: readonly string[]): DocumentWords | null {
  const before = text.slice(Math.max(0, at - LONGEST), at).replace(LINK, '')
  const end = before.length
  const offset = Math.max(0, at - LONGEST)
  const words = (kind: DocumentWords['kind'], name: string, titled = false) => ({
    kind,
    name,
    titled,
    start: offset + end - name.length,
  })
  const own = OWN.exec(before.slice(-14))?.[0]
  if (own !== undefined) return words('own', own)
  const same = SAME.exec(before.slice(-10))?.[0]
  if (same !== undefined) return words('same', same)
  const other = OTHER.exec(before.slice(-40))?.[0]
  if (other !== undefined) {
    if (other.startsWith('其')) return words('derived', other)
    return other.endsWith('号')
      ? words('named', other.replace(LEADS, ''))
      : words(other.startsWith('原') ? 'named' : 'same', other)
  }
  const title = TITLE.exec(before)
  if (title?.[1] !== undefined) return { kind: 'named', name: title[1], titled: true, start: offset + title.index }
  const bare = bareName(before.slice(-40), names)
  return bare === null ? null : words('named', bare)
}

const LONGEST = 220
/** 《…》的第三条, 刑法中第三条, 刑法分则第三章 */
const LINK = /(?:[的中之]|总则|分则)$/

const KINDS =
  '条例|办法|规定|细则|规则|决定|意见|章程|准则|方案|通知|标准|制度|规范|规程|导则|公约|解释|修正案|协定|条约|安排|守则|指引|大纲|法典|通则|法'
const OWN = new RegExp(`(?<!基)本[\\u4e00-\\u9fff]{0,6}?(?:${KINDS})$`)
/** 合同法 is no 同法. */
const SAME = new RegExp(`(?:(?<![合共])同|该|上述)(?:${KINDS})$`)
/** 其实施细则, 原办法, 国务院令第279号, 公司章程: named by what they are. */
const OTHER =
  /(?:其实施(?:条例|细则|办法)|原(?:条例|办法|规定|细则)|[\u4e00-\u9fff]{2,14}(?:令第\d{1,5}号|[〔[［（(]\d{4}[〕\]］）)]\d{1,5}号)|(?<!本)(?:合同|协议|章程|规约|公约|条约|协定))$/
const TITLE = /《([^《》]{1,120}(?:《[^《》]{1,80}》[^《》]{0,60})?)》(?:[（(][^（）()]{0,60}[）)])?$/

/** Words that end like a law and are none. */
const NO_LAW =
  /(?:[办方做违合非执司立依无用守普手看想说疗书枪技算魔语句乘除加减戏兵军家宗国][法]|有关法|相关法|其他法|等法|行政法|部门法|下位法|上位法|实体法|程序法|成文法|刑事法)$/
const LAW =
  /[\u4e00-\u9fff]{1,24}(?:法典|宪法|法例|法|法实施(?:条例|细则|办法)|民法[通总]则|修正案（[一二三四五六七八九十]{1,3}）)$/
/** Words that lead to a law's name and are no part of one; the name begins behind the last. */
const LEADS = new RegExp(
  `^.*(?:${[
    '[依按]照|[依根]据|行使|超过|达到|指定|认定|提交|修[正订改][前后]|遵照|[参比]照|违反|违背|触犯|适用|符合|构成|属于|具[有备]|执行|实施|规避|引用|援引|涉嫌|收到|主张|通过|对于|关于',
    '犯(?!罪)|对(?!外|抗)|经(?![济营纪])|(?<![国所公私共])有|(?<![高中])等|[与和及或者以按依据除由将在是但为受被把的了致如即若因并且在]',
  ].join('|')})(?!.?$)`,
)

/** Codes and laws of procedure, whose short names no other law's name ends with. */
const CODES =
  /(?:宪法|刑法|民法典|民法[通总]则|民事诉讼法|刑事诉讼法|行政诉讼法|国家赔偿法|行政(?:处罚|许可|强制|复议)法|劳动合同法|企业破产法)$/

/** A law by its name without brackets: one that the text names elsewhere, else what stands behind the last leading word. */
function bareName(before: string, names: readonly string[]): string | null {
  if (!/[法典宪例则定释办约]$/.test(before) && !before.endsWith('）')) return null
  const known = names.find((name) => before.endsWith(name))
  const run = LAW.exec(before)?.[0]
  if (run === undefined || NO_LAW.test(run)) return known ?? null
  const full = /中华人民共和国(?!.*中华人民共和国).*$/.exec(run)?.[0]
  const bare = full ?? known ?? CODES.exec(run)?.[0] ?? run.replace(LEADS, '')
  return bare.length < 2 ? null : bare
}
