import { clauses, sentences, type Stretch } from '../grammar/clauses.ts'
import type { Provision, RegulationDocument } from '../model/document.ts'
import { rowsBehind } from './table-rows.ts'

/**
 * The scales that a text grades with, each from best to worst where the words have an order: declared (分为“优”“良”“中”
 * “差”四个档次), listed item by item, set by scores (90分以上为优秀), or else the grades that it names in passing.
 * @example scalesOf(document).declared // [['优秀', '良好', '合格', '不合格']]
 */
export function scalesOf(document: RegulationDocument): Scales {
  const bodies = document.passages.filter(({ part }) => part === 'body').map(({ clean }) => clean.text)
  const declared = [...bodies.flatMap(declaredScales), ...listedScales(document), ...bodies.flatMap(scoredScale)]
  const distinct = declared.filter((scale, i) => declared.findIndex((other) => `${other}` === `${scale}`) === i)
  const named = [...new Set(bodies.flatMap(namedGrades))].sort((a, b) => rank(a) - rank(b))
  return { declared: distinct.sort((a, b) => b.length - a.length), named }
}

export interface Scales {
  readonly declared: readonly (readonly string[])[]
  /** Grades that the text names without declaring a scale. */
  readonly named: readonly string[]
}

const WORDS =
  '优秀|优良|优等|良好|较好|中等|基本合格|不合格|合格|较差|基本称职|不称职|称职|胜任|不胜任|未通过|不通过|基本通过|通过|基本达标|不达标|未达标|达标|基本符合|不符合|符合|一般|满意|基本满意|不满意|守信|失信|诚信|优|良|中|差|好'
const SYMBOLS = '[A-E]{1,3}[级类等]?|[一二三四五][级等类]|[一二三四五1-5]星级?|[甲乙丙丁][级等类]|[ⅠⅡⅢⅣⅤ][级类]'
const GRADE = new RegExp(`^(?:${WORDS}|${SYMBOLS})$`)
const BEST_FIRST = `${WORDS}`.split('|')

/** Order of grade words by what they say; letters and numbers keep the order of the text. */
function rank(grade: string): number {
  const order = [/^优|^满意|^守信/, /^良|较好/, /^(?:合格|称职|通过|达标|中|一般)/, /^基本/, /^(?:不|未|较差|差|失信)/]
  const found = order.findIndex((pattern) => pattern.test(grade))
  return found < 0 ? BEST_FIRST.length : found
}

const ASSESSED =
  /(?:考核|评估|评价|验收|评审|考评|评定|认定|测评|绩效|信用|结果|等[级次]|档次|评级|结论|鉴定)[^，。；]{0,16}$/
const DIVIDED = /(?:分为|划分为|设为|设置为?|分成|分别为|设|分)[:：]?(.{3,90})$/
const TAIL = /(?:[0-9一二两三四五六七]个?)?(?:档次?|等[级次]|类别?|级别?|种)[^、]{0,8}$/
const ASIDE = /[（(][^（）()]*[）)]/g

function declaredScales(text: string): readonly (readonly string[])[] {
  if (!DIVIDES.test(text) || !RATES.test(text)) return []
  return sentences(text).flatMap((sentence) => {
    const parts = clauses(text, sentence)
    const plain = ({ from, to }: Stretch) => text.slice(from, to).replace(ASIDE, '')
    return parts.flatMap((part, index) => {
      const next = parts[index + 1]
      const opens = next !== undefined && text.charAt(part.to) === '：' && COLON.test(plain(part))
      const [before, list] = opens ? [plain(part), plain(next)] : dividedIn(plain(part))
      const grades = ASSESSED.test(before) ? listed(list) : []
      return grades.length > 1 && grades.every((grade) => GRADE.test(grade)) ? [grades] : []
    })
  })
}

/** Most paragraphs divide nothing, or rate nothing. */
const DIVIDES = /分为|分成|分别为|设|分|如下|[等级档类]：/
const RATES = /考核|评|验收|绩效|信用|等[级次]|档次|结果|结论|鉴定|测/

/** What is divided and into what. */
function dividedIn(words: string): readonly [string, string] {
  const hit = DIVIDED.exec(words)
  return hit?.[1] === undefined ? ['', ''] : [words.slice(0, hit.index), hit[1]]
}

/** 评估结果分为四个等级： with the grades behind the colon. */
const COLON = /[0-9一二两三四五六七以下]个?(?:等[级次]|档次?|级别|级|类)$|如下$/

/** “优”“良”“中”“差”, “优秀、良好、合格” and 优秀、良好和较差; 三级 as a grade, 三个等级 as their number. */
function listed(words: string): readonly string[] {
  return words
    .split(/[“”"'‘’、/]|和|与|及|或/)
    .map((grade, index, all) => (GRADE.test(grade) && index < all.length - 1 ? grade : withoutTail(grade)))
    .filter((grade) => grade !== '')
}

function withoutTail(grade: string): string {
  if (GRADE.test(grade)) return grade
  const plain = grade.replace(TAIL, '')
  return plain !== '' || /^[0-9一二两三四五六七]/.test(grade) ? plain : grade
}

/** 评估结果分为以下等次： with an item, or a row of a table, for each grade. */
function listedScales(document: RegulationDocument): readonly (readonly string[])[] {
  const { provisions, passages } = document
  const leads = passages.filter(
    ({ part, provision, clean }) => part === 'body' && provision !== null && OPENS.test(clean.text),
  )
  return leads.flatMap((lead) => {
    const items = provisions.filter(({ parent }) => parent === lead.provision).map((item) => gradeOf(item, passages))
    const rows = rowsBehind(document, lead).flatMap(({ passage, cells: [first] }) => {
      const words = first === undefined ? '' : passage.clean.text.slice(first.from, first.to)
      return GRADE.test(words) ? [words] : []
    })
    const grades = items.length > 1 ? items : rows
    return grades.length > 1 && grades.every((grade) => grade !== null) ? [grades] : []
  })
}

const OPENS = /(?:考核|评估|评价|验收|评定|绩效|信用)[^。]{0,40}(?:等[级次]|档次|级别|标准)[^。；]{0,12}：$/

function gradeOf({ id, heading }: Provision, passages: RegulationDocument['passages']): string | null {
  const words = heading ?? passages.find(({ provision }) => provision === id)?.clean.text ?? ''
  const first = words.replace(/^[“"]/, '').split(/[，。；：:（("”]/, 1)[0] ?? ''
  return GRADE.test(first) ? first : null
}

const SCORED = new RegExp(
  `\\d分[^，；。]{0,20}?(?:[为是]|评为|定为|确定为)[“"]?(${WORDS}|${SYMBOLS})(?=[”"，；。、）)的]|$)`,
  'g',
)

/** 90分以上为优秀，75分以上不足90分为良好…. */
function scoredScale(text: string): readonly (readonly string[])[] {
  if (!text.includes('分')) return []
  const grades = [...new Set([...text.matchAll(SCORED)].map((hit) => hit[1] ?? ''))]
  return grades.length > 1 ? [grades] : []
}

const NAMED =
  /(?<!竣工|消防|质量|环保|工程|检疫|检验|体检)(?:考核|评估|评价|验收|绩效)(?:结果)?(?:[为是]|评为|确定为)?[“"]?((?:(?:基本|不)?合格|优秀|良好|较差|不?达标|(?:基本|不)?称职)(?:[、和或](?:(?:基本|不)?合格|优秀|良好|较差|不?达标|(?:基本|不)?称职))*)/g

function namedGrades(text: string): readonly string[] {
  if (!/合格|优秀|良好|较差|达标|称职/.test(text)) return []
  return [...text.matchAll(NAMED)].flatMap((hit) => (hit[1] ?? '').split(/[、和或]/))
}
