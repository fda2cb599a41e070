/** A short name and the words it stands for. */
export interface Alias {
  readonly name: string
  readonly alias: string
}

/**
 * The short names that a text introduces: （以下简称X）, （简称“X”）, ，以下统称X.
 * @example findAliases('省级技术创新中心（以下简称创新中心）是…') // [{ name: '省级技术创新中心', alias: '创新中心' }]
 */
export function findAliases(text: string): readonly Alias[] {
  return [...text.matchAll(DEFINED)].flatMap((hit) => {
    const alias = (hit[2] ?? hit[3] ?? '').trim()
    if (alias === '') return []
    const name = antecedent(text.slice(Math.max(0, hit.index - LONGEST_NAME), hit.index), alias, hit[1] ?? '')
    return name === '' || name === alias ? [] : [{ name, alias }]
  })
}

const DEFINED =
  /（([^（）]{0,60}?[，、；])?(?:以下|下同|下)?(?:统|合|简|并)?(?:称为?|简称为?)[:：]?(?:[“"「]([^”"」]{2,20})[”"」]|([^“”"（）《》，；。]{2,20}))）/g
const LONGEST_NAME = 60

/** 加强省技术创新中心: the verb before a name is no part of it. */
const BEFORE_NAME =
  /^.*(?:[，。；：]|为了?|规范|加强|推进|促进|推动|加快|建设|深化|健全|完善|进一步|做好|对|由|向|将|经|报|根据|按照|依据|会同|设立|建立|成立|的(?=.{4,}))/

/**
 * The words right before the bracket: without the verb that governs them where the alias shortens them, else the whole
 * enumeration, since 归口管理单位 may stand for a list of organs.
 */
function antecedent(before: string, alias: string, inside: string): string {
  if (inside !== '') return `${/[^，。；和、]*$/.exec(before)?.[0] ?? ''}（${inside}以下简称${alias}）`
  const clause = /[^，。；：]*$/.exec(before)?.[0] ?? ''
  const last = /[^、]*$/.exec(clause.replace(BEFORE_NAME, ''))?.[0] ?? ''
  if (shortens(alias, last)) return trimTo(last, alias)
  return clause.replace(/^(?:由|向|经|对|报|以|将|与|和|及)/, '')
}

function shortens(alias: string, name: string): boolean {
  return alias.length < name.length && (name.endsWith(alias) || isShortFor(alias, name) || isSubsequence(alias, name))
}

/** The part of a name that begins where its short form begins: 规范国家技术创新中心 for 国创中心. */
function trimTo(name: string, alias: string): string {
  const at = name.indexOf(alias.charAt(0))
  return name.endsWith(alias) || at <= 0 || at > 6 ? name : name.slice(at)
}

/**
 * Whether one name is a shorter form of another: its characters stand in the other in the same order, both end alike and,
 * where both say so, begin at the same level (省, 市).
 * @example isShortFor('省科技厅', '某某省科学技术厅') // true
 */
export function isShortFor(short: string, long: string): boolean {
  if (short.length < 3 || short.length >= long.length || short.at(-1) !== long.at(-1)) return false
  if (!ORGAN.test(short)) return long.endsWith(short) && PLACE.test(long.slice(0, -short.length))
  return long.endsWith(short) || isSubsequence(short, long)
}

const ORGAN = /(?:[厅局委]|中心|实验室)$/
const PLACE = /^(?:国家|[\u4e00-\u9fff]{1,4}(?:省|市|自治区))$/

function isSubsequence(short: string, long: string): boolean {
  let at = -1
  for (const char of short) {
    at = long.indexOf(char, at + 1)
    if (at < 0) return false
  }
  return true
}
