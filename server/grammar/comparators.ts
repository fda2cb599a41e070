import type { Comparator } from '../model/facts.ts'
import type { UnitKind } from './units.ts'

/** A comparison as written, and where its words begin or end. */
export interface Bound {
  readonly comparator: Comparator
  readonly at: number
  /** 达到 and 最低 yield to what stands behind the number: 达到5项以上, 最低3人以上. */
  readonly weak: boolean
}

export interface NumberPlace {
  readonly start: number
  readonly end: number
  readonly kind: UnitKind
  /** Where the number before this one ends: a comparison in front of that is not of this number. */
  readonly floor?: number
}

/**
 * The comparison in front of a number: 不少于100人, 至少召开一次, 低于平均工资的50%.
 * @example boundBefore('人数不低于9人', { start: 5, end: 7, kind: 'count' }) // { comparator: '>=', at: 2, weak: false }
 */
export function boundBefore(text: string, number: NumberPlace): Bound | null {
  const from = Math.max(0, number.floor ?? 0, number.start - FARTHEST)
  const before = text.slice(from, number.start)
  for (const { comparator, pattern, weak, kinds } of BEFORE) {
    if (kinds !== undefined && !kinds.includes(number.kind)) continue
    const hit = pattern.exec(before)
    if (hit !== null) return { comparator, at: from + hit.index, weak: weak ?? false }
  }
  return null
}

/**
 * The comparison behind a number: 3人以上, 十五日内, 50%及以上, 十五日前. `at` is the end of its words.
 * @example boundAfter('2项及以上专利', { start: 0, end: 2, kind: 'count' }) // { comparator: '>=', at: 5, weak: false }
 */
export function boundAfter(text: string, number: NumberPlace): Bound | null {
  const after = text.slice(number.end, number.end + FARTHEST)
  for (const { comparator, pattern, kinds } of AFTER) {
    if (kinds !== undefined && !kinds.includes(number.kind)) continue
    const hit = pattern.exec(after)
    if (hit !== null) return { comparator, at: number.end + hit[0].length, weak: false }
  }
  return null
}

/** Words between a comparison and its number never reach farther; it also bounds the work for each number. */
const FARTHEST = 60

interface Rule {
  readonly comparator: Comparator
  readonly pattern: RegExp
  readonly weak?: boolean
  readonly kinds?: readonly UnitKind[]
}

const NOT = '[不未](?:得|应|能|可|宜|准|许|允许|会|要|予|应当)?'
const LESS = '(?:[低少小短早近窄轻浅慢弱][于於])'
const MORE = '(?:超[过過出]|[高多大长晚迟远宽重深快厚强][于於]|逾)'
const OR_EQUAL = '(?:或者?)?等[于於]'
const FILL =
  '(?:每[^，。；：\\d一二两三四五六七八九十百零]{1,5}|[人户年月日]均)?(?:人民币|等值|约|为|在|到|至|达|[:：±])?'
/** The base that stands between the comparison and a share of it: 不得低于最低工资标准的百分之八十. */
const BASE =
  '[^，。；：按]{1,48}(?:的|额|数|率|费|面积|资产|收入|价|款|标准|工资|资本|成本|投资|产值|年限|总量|总值|量|值|金)(?:[（(][^（）()]{1,8}[）)])?'
/** A verb or object between 至少 and its number: 至少召开一次, 最高给予50万元. */
const VERB = '[^，。；：\\d一二两三四五六七八九十百]{0,10}'

const EVERY = '[^，。；：\\d一二两三四五六七八九十百]{0,24}'

const SHARES: readonly UnitKind[] = ['ratio', 'multiple']

/** Ordered: the first rule that matches decides. */
const BEFORE: readonly Rule[] = [
  { ...rule('<=', `[不未](?:得|应|能)?早[于於][^，。；：、]{0,16}前$`), kinds: ['period'] },
  rule('>=', `等[于於]或者?[高大多长][于於]${FILL}$`),
  rule('<=', `等[于於]或者?[低小少短][于於]${FILL}$`),
  rule('>=', `(?:≥|≧|>=|${NOT}${LESS}|${MORE}${OR_EQUAL}|不下[于於])${FILL}$`),
  rule('<=', `(?:≤|≦|<=|${NOT}${MORE}|${LESS}${OR_EQUAL})${FILL}$`),
  rule('<', `(?:<|＜|${LESS}|[不未](?:足|满|滿|到|及|达到?|達到?))${FILL}$`),
  rule('>', `(?:>|＞|${MORE})${FILL}$`),
  { ...rule('>', '过$'), kinds: SHARES },
  { ...rule('>', '突破$'), kinds: ['money', 'ratio'] },
  { ...rule('>', '(?:企业|用户|人[口数]|[总数]量|总数|规模|能力)突破$'), kinds: ['count', 'measure'] },
  { ...weak('>=', `${NOT}${LESS}${BASE}$`), kinds: SHARES },
  { ...weak('<=', `${NOT}${MORE}${BASE}$`), kinds: SHARES },
  { ...weak('<', `(?:${LESS}|不足|未达到?)${BASE}$`), kinds: SHARES },
  { ...weak('>', `${MORE}${BASE}$`), kinds: SHARES },
  // 不得超出车把十五厘米
  { ...weak('<=', `${NOT}超[過过出][^，。；：、]{1,8}$`), kinds: ['measure'] },
  { ...weak('>=', `[≥≧]${BASE}$`), kinds: SHARES },
  { ...weak('<=', `[≤≦]${BASE}$`), kinds: SHARES },
  // Days before an event: 施工前十日; years before one are a window.
  { ...rule('>=', '提前$'), kinds: ['period'] },
  { ...weak('>=', '前$'), kinds: ['period'] },
  weak('>=', `(?:(?:年|已)?(?<![期届圆充])满|已滿|年滿|达到?|達到?)${FILL}$`),
  { ...weak('>=', `${NOT}${LESS}[^，。；：、]{1,30}后$`), kinds: ['period'] },
  { ...weak('<=', `${NOT}${MORE}[^，。；：、]{1,30}后$`), kinds: ['period'] },
  { ...weak('>', `${MORE}[^，。；：、]{1,16}(?:期限|期|时间|日期)$`), kinds: ['period'] },
  weak('>=', `至少每${EVERY}$`),
  weak('>=', `(?:至少|最少|最低(?!工资|生活|保障|价)|最短|起码|不少于)${VERB}$`),
  { ...weak('>=', `(?:至少|最少)${EVERY}$`), kinds: ['count', 'measure'] },
  weak(
    '<=',
    `(?:至多|最多|最高(?!人民|价|票价|法院)|最长|上限为|只能|只准|只可|只限于?|仅能|仅可|仅限于?|仅设|只设|限养|限购|限报)${VERB}$`,
  ),
  { ...weak('>=', `(?:达到?|達到?)${BASE}$`), kinds: SHARES },
  { ...weak('<=', '(?<![期年权时有上下界局无宽额极])限(?:报|推荐|申报|额)?$'), kinds: ['count'] },
  { ...weak('<=', '控制在$'), kinds: ['ratio', 'multiple', 'money', 'count', 'measure'] },
]

/** Remarks between a number and its comparison: 5万元（含）以下, 24小时（农村72小时）内. */
const REMARK = '(?:[（(][^（）()，。；]{1,16}[）)])?'
const INCLUDED = `[）)]?${REMARK}(?:及其?|或者?|含|并)?(?:[（(]含[）)])?`
const PERIODS: readonly UnitKind[] = ['period']
const PLACES: readonly UnitKind[] = ['period', 'measure']

const AFTER: readonly Rule[] = [
  // 75≤得分: the words behind the sign are what is measured.
  rule('>=', '^[≤≦](?=[\\u4e00-\\u9fff])'),
  rule('>', '^[<＜](?=[\\u4e00-\\u9fff])'),
  rule('<=', '^[≥≧](?=[\\u4e00-\\u9fff])'),
  rule('>=', `^${INCLUDED}以上`),
  { ...rule('>=', '^级(?:及)?以上'), kinds: ['measure'] },
  { ...rule('>=', '^的?多数'), kinds: ['ratio'] },
  rule('<=', `^${INCLUDED}以下(?!简称|统称|称|列)`),
  rule('<=', `^${INCLUDED}[以之]内`),
  { ...rule('<=', `^日?${REMARK}内(?![部容资外陆涵地]|设(?![置立定]))`), kinds: PERIODS },
  { ...rule('<=', '^[）)]内(?![部容资外陆涵地]|设(?![置立定]))'), kinds: PERIODS },
  {
    ...rule('<=', '^(?:的)?(?:期限|期间|时间|时限|范围)?(?:[以之]内|内(?![部容资外陆涵地]|设(?![置立定])))'),
    kinds: PLACES,
  },
  { ...rule('>=', '^(?:[以之]外|外(?![资部地汇籍国商观]))'), kinds: ['measure'] },
  { ...rule('>=', '^(?:[以之]前|前(?!提[条下是]|[款述置期项条者]))'), kinds: PERIODS },
  { ...rule('>=', '^(?:[以之]后|后(?![续期者代果]|方(?![可能准才])))'), kinds: PERIODS },
  { ...rule('>=', '^直?至终身'), kinds: PERIODS },
  rule('<=', '^(?:为限|封顶|为上限)'),
  { ...rule('<=', '^(?:为止|止)'), kinds: PERIODS },
  { ...rule('<=', '^的?[^，。；：、]{0,4}(?:工资|收入|租金|薪金|年薪)[^，。；：、]{0,2}以下'), kinds: PERIODS },
  rule('>=', '^(?:起步|为下限)'),
  rule('>=', '^(?:或者?|及)(?:多|若干|更多)'),
]

function rule(comparator: Comparator, pattern: string): Rule {
  return { comparator, pattern: new RegExp(pattern) }
}

function weak(comparator: Comparator, pattern: string): Rule {
  return { ...rule(comparator, pattern), weak: true }
}
