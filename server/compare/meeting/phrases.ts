/**
 * The words of a rule that tell what it is about: without the formulas that every rule of its kind has (违反本条例规定,
 * 处…罚款, 责令改正, amounts). Formulas leave a comma, so that no word arises across the gap.
 * @example toldBy('违反本条例第九条规定，擅自占用绿地的，由主管部门责令改正，处五百元罚款') // '，擅自占用绿地的，，，'
 */
export function toldBy(text: string): string {
  return withoutFormulas(text).replace(SMALL_WORDS, '，')
}

function withoutFormulas(text: string): string {
  return FORMULAS.reduce((rest, formula) => rest.replace(formula, '，'), text)
}

/** An amount with the words that frame it: 在十五日内, 五百元以上. */
const AMOUNT =
  /在?[第每近满超约]?[\d.点〇零一二三四五六七八九十百千万亿两半%％]{1,12}个?(?:工作日|日|天|月|年|周|小时|分钟|万元|亿元|元|倍|名|人|次|周岁|岁|户|米|厘米|平方米|项|家)(?:以上|以下|以内|之内|内)?/g

const FORMULAS = [
  /(?:违反|依照|按照|根据|依据|符合)(?:了)?(?:本(?:条例|办法|规定|法|规则|细则)|前|上述|该|《[^《》]{1,40}》)[^，。；：]{0,50}?(?:规定|要求)(?:之一)?(?:的)?/g,
  /(?:违反)?(?:本(?:条例|办法|规定|法|规则|细则)|前)?第[^，。；：的]{1,40}[条款项](?:[^，。；：]{0,10}?规定)?(?:之一)?(?:的)?/g,
  /(?:有|具有|符合)(?:下列|以下|前款|上述)[^，。；：]{0,30}?(?:之一|情形|行为|条件)(?:的)?/g,
  /由[^，。；：]{2,60}?(?=责令|给予|予以|处以|处|没收|依法|依照|按照|依据|吊销|暂扣|收缴)/g,
  /(?:可以)?(?:并|应当)?处(?:以)?[^，。；：]{0,40}?(?:罚款|罚金)/g,
  /责令(?:其)?(?:限期|立即|停止违法行为)?(?:改正|整改)|(?:依法)?(?:给予|予以)(?:警告|处罚|处分|行政处罚|行政处分)|限期改正/g,
  AMOUNT,
  /违法行为|停产(?:停业|整治|整顿)|停业整顿|情节(?:较轻|轻微|较重|严重)的?|(?:逾期|拒)(?:仍)?[不未][^，。；]{0,4}改正的?|(?:直接负责的)?主管人员|直接责任人员/g,
]

/** Words of every rule. */
const SMALL_WORDS =
  /(?:法律|行政法规|法规)[、和]?(?:法规|规章)?|有关规定|国家有关|应当|必须|不得|可以|或者|以及|下列|按照|依照|规定|情形|本(?:条例|办法|法|规定|市|省|行政区域)/g

/** Words of a penalty. A duty of an office to punish (负责查处) is none. */
const PENALTY =
  /处[^，。；]{0,40}(?:罚款|罚金)|处以|处警告|责令|(?:给予|予以)[^，。；]{0,12}(?:警告|处分|处罚|通报)|没收|吊销|暂扣/
/** Words of answering for something, which duties have too. */
const ANSWERING = /追究[^，。；]{0,14}责任|依法承担|治安管理处罚/
const OFFICE = /负责|职责|履行|制定|权限/

/** Whether a statement says what follows from breaking a rule; `topic` is the topic of its heading. */
export function isPenalty(text: string, topic: string): boolean {
  if (OFFICE.test(text)) return false
  const isHeaded = topic === 'liability' || /违反/.test(text)
  return PENALTY.test(text) ? isHeaded || /的[，,]/.test(text) : isHeaded && ANSWERING.test(text)
}

/** A penalty that goes on with the offence before it: 逾期不改正的, 情节严重的, 对单位处…. */
const GOES_ON =
  /^[，,\s]*(?:逾期|拒不|情节|其中|对?(?:单位|个人|企业)|对(?:其|该)?(?:直接)?(?:负责|责任)|经[^，]{0,12}(?:仍|后|拒)|仍|造成|构成|再次|屡教|并|处|没收|有违法所得|违法所得|两次|二次|受到)/

/** 警告后仍不改正的: what was not mended was told before. */
const MENDING = /^[^，。；]{0,12}(?:不|未|拒)[^，。；]{0,6}(?:改正|整改|履行|缴纳|恢复|拆除)(?:的)?[，,]/

/** Whether a penalty names an offence of its own. */
export function namesOffence(text: string): boolean {
  if (MENDING.test(text)) return false
  if (/违反/.test(text)) return true
  return !GOES_ON.test(text) && /[^，。；：\s]{4,}的(?:[，,：:]|$)/.test(text)
}

/**
 * The clauses in which a penalty tells its offence: 擅自占用绿地的.
 * @example offenceIn('违反本条例第九条规定，擅自占用绿地的，由主管部门责令改正') // ['擅自占用绿地']
 */
export function offenceIn(text: string): readonly string[] {
  const end = PENAL_VERB.exec(text)?.index ?? text.length
  const lead = withoutFormulas(text.slice(0, end))
  return clausesOf(lead).filter((clause) => clause.length > 3 && !NAMELESS.test(clause))
}

/** It names no offence. */
const NAMELESS = /[因在于将由并自]$|^违反[^，]{0,6}规定$|^(?:逾期|拒)不?[^，]{0,8}$/

const PENAL_VERB =
  /由[^，。；：]{2,60}?(?:责令|给予|予以|处|没收|依法|依照|按照|依据|吊销)|责令|处(?:以)?[^，。；]{0,40}罚款|给予|没收|吊销/

/** The clauses of a text, each without the 的 that ends a case. */
export function clausesOf(text: string): readonly string[] {
  return text
    .split(/[，,；;。：:\n]+/)
    .map((clause) => clause.trim().replace(/的$/, ''))
    .filter((clause) => clause !== '')
}

const LONGEST = 22

/** A clause without formulas and amounts, cut where it gets long: short enough to head a row. */
export function shortened(clause: string): string {
  const told = FORMULAS.reduce((rest, formula) => rest.replace(formula, ''), clause).replace(
    /^[，并且或及和、\s]+|[，、\s]+$/g,
    '',
  )
  const words = (told.length >= 5 && !/[因在于将由并自]$/.test(told) ? told : clause).replace(/的$/, '')
  return words.length > LONGEST ? `${words.slice(0, LONGEST)}…` : words
}

/** The first clause that tells something, short enough to head a row. */
export function headPhrase(clauses: readonly string[]): string {
  return shortened(clauses.find((clause) => clause.length >= 4) ?? clauses[0] ?? '')
}
