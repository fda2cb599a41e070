import { typesOfPhrase } from '../grammar/applicant-types.ts'
import type { ApplicantType } from '../model/facts.ts'
import type { JurisdictionTerm } from '../model/vocabulary.ts'

/** What the words of a condition without a number ask of a profile. */
export type Asked =
  /** Registered in a jurisdiction. */
  | { readonly by: 'place'; readonly jurisdiction: string }
  /** Of one of these types; `qualified` when the words ask for more (行业龙头企业). */
  | { readonly by: 'type'; readonly types: readonly ApplicantType[]; readonly qualified: boolean }
  /** A legal person: the body itself or those that carry it. */
  | { readonly by: 'legal person'; readonly of: 'body' | 'host'; readonly qualified: boolean }
  /** What an official judges. */
  | { readonly by: 'person' }

export interface CriterionContext {
  /** Where the instrument is in force. */
  readonly jurisdiction: string
  readonly jurisdictions: readonly JurisdictionTerm[]
  /** Whether it stands among alternatives that all name kinds of bodies: 企业；科研院所；高校. */
  readonly amongTypes: boolean
}

/**
 * What a criterion asks of a profile.
 * @example askedBy('第一依托单位须在本省注册', context) // { by: 'place', jurisdiction: 'CN-…' }
 */
export function askedBy(words: string, context: CriterionContext): Asked {
  return placeAsked(words, context) ?? legalPersonAsked(words) ?? typeAsked(words, context) ?? { by: 'person' }
}

const REGISTERED =
  /在([^，。；]{1,20}?)(?:行政区域|行政区划|区域|辖区|范围|地区)?(?:境内|内)?(?:依法)?(?:登记)?(?:注册|工商登记|登记设立|注册成立)/
const OWN_PROVINCE = /^(?:本省|我省|全省|省|本自治区|自治区)$/
const OWN_PLACE = /^(?:本市|我市|全市|市|本地|本行政|本辖)$/
const HOME = /^(?:中国|我国|国|中国大陆|大陆|中华人民共和国)$/

function placeAsked(words: string, { jurisdiction, jurisdictions }: CriterionContext): Asked | null {
  const name = REGISTERED.exec(words)?.[1]?.replace(/境$/, '')
  if (name === undefined) return null
  const asked = HOME.test(name)
    ? 'CN'
    : OWN_PLACE.test(name)
      ? jurisdiction
      : OWN_PROVINCE.test(name)
        ? provinceOf(jurisdiction, jurisdictions)
        : jurisdictions.find(({ zh, aliases }) => zh === name || aliases.includes(name) || shortOf(zh) === name)?.key
  return asked === undefined ? null : { by: 'place', jurisdiction: asked }
}

function shortOf(name: string): string {
  return name.replace(/(?:省|市|自治区|特别行政区)$/, '')
}

function provinceOf(key: string, terms: readonly JurisdictionTerm[]): string {
  const term = terms.find((one) => one.key === key)
  if (term === undefined || term.level === 'province' || term.parent === null) return key
  return provinceOf(term.parent, terms)
}

/** Whether a place is the asked one or lies in it. */
export function liesIn(place: string, asked: string, terms: readonly JurisdictionTerm[]): boolean {
  if (place === asked) return true
  const parent = terms.find(({ key }) => key === place)?.parent
  return parent ? liesIn(parent, asked, terms) : false
}

const COPULA = /(?:应当?|须|必须|要求)?(?:为|是|系|具有|具备|属于|采用)/
const LEGAL_PERSON = new RegExp(
  `^(.{0,20}?)${COPULA.source}([^，。；]{0,24}?)(?:独立的?(?:[^，。；的]{0,4})法人|法人)(?:实体|单位|资格|机构|地位|形式|主体)?(?:建立|设立|运行|运作)?$`,
)
const LATER = /期满|建成|逐步|争取|力争|先行/

function legalPersonAsked(words: string): Asked | null {
  const [, subject = '', qualities = ''] = LEGAL_PERSON.exec(words) ?? []
  if (!LEGAL_PERSON.test(words) || LATER.test(words)) return null
  return { by: 'legal person', of: HOST.test(subject) ? 'host' : 'body', qualified: qualities !== '' }
}

const HOST = /(?:单位|企业|机构|申[报请]人|申[报请]者)(?:要求|一般|原则上)?(?:应当?|须|必须)?$/
const IS_A = /^.{0,20}?(?:应当?|须|必须)?(?:为|是|系)([^，。；]+)$/
const OTHERS = /其中|成员|至少|一家|参与|合作|共建|联合/

function typeAsked(words: string, { amongTypes }: CriterionContext): Asked | null {
  const [, said] = IS_A.exec(words) ?? []
  const phrase = said ?? (amongTypes ? words : null)
  if (phrase === null || OTHERS.test(words)) return null
  const types = typesOfPhrase(phrase)
  return types.length === 0 ? null : { by: 'type', types, qualified: !BARE.test(phrase) }
}

/** The names of types alone. */
const BARE = /^(?:企业|公司|高校|高等学校|高等院校|大学|科研院所|科研机构|研究院|研究所|技术机构|等|或者?|和|、)+$/

/** Whether a phrase names a kind of body, whatever its lead. */
export function namesType(words: string): boolean {
  return typesOfPhrase(words.replace(/^.{0,8}?(?:应当?|须|必须)(?:为|是)/, '')).length > 0
}
