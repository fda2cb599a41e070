import type { ApplicantType } from '../model/facts.ts'

const TYPES: readonly (readonly [ApplicantType, string])[] = [
  ['enterprise', '企业|公司'],
  ['university', '高校|高等学校|高等院校|大学|院校'],
  ['research_institute', '科研院所|科研机构|研究院所?|研究所|科研单位'],
  ['technology_institution', '技术机构'],
]
const NAMED = TYPES.map(([type, words]) => [type, new RegExp(words)] as const)
const AT_END = TYPES.map(([type, words]) => [type, new RegExp(`(?:${words})等?$`)] as const)
const OF_TYPE = /(?:[是为属系以由])(非?)([^，。；]{0,40}?)(?:的|为主体|牵头|单独|$)/

/**
 * The types of applicant that the words of a condition select; empty when they select none.
 * @example applicantTypes('建设单位是高校、科研院所的') // ['university', 'research_institute']
 */
export function applicantTypes(words: string | null): readonly ApplicantType[] {
  const hit = words === null ? null : OF_TYPE.exec(words)
  if (hit === null) return []
  const named = typesIn(hit[2] ?? '')
  if (named.length === 0 || hit[1] === '') return named
  return TYPES.map(([type]) => type).filter((type) => !named.includes(type))
}

/**
 * The types that a noun phrase with this end may be of: 行业龙头企业 is an enterprise, 中央和省属科研院所 an institute. Empty
 * when its last word names no type.
 * @example typesOfPhrase('双一流和特色骨干等高等院校') // ['university']
 */
export function typesOfPhrase(phrase: string): readonly ApplicantType[] {
  return AT_END.some(([, pattern]) => pattern.test(phrase)) ? typesIn(phrase) : []
}

function typesIn(words: string): readonly ApplicantType[] {
  return NAMED.filter(([, pattern]) => pattern.test(words)).map(([type]) => type)
}
