import type { Passage } from '../model/document.ts'
import type { JurisdictionTerm } from '../model/vocabulary.ts'
import { carrierOf } from './carrier.ts'
import type { Regions } from './regions.ts'
import { isAddressee, isHistory } from './shapes.ts'

interface Source {
  readonly title: string | null
  readonly docNumber: string | null
  readonly issuers: readonly string[]
  readonly regions: Regions
  readonly passages: readonly Passage[]
  readonly jurisdictions: readonly JurisdictionTerm[]
}

/**
 * The jurisdiction that a document names: in its title, its issuers, its number, its history or, where it only says 本省,
 * the province that its text names most. ISO 3166-2; cities answer with their province.
 * @example readJurisdiction(source) // CN-GD
 */
export function readJurisdiction(source: Source): string | null {
  const { title, docNumber, issuers, regions } = source
  const places = placeFinder(source.jurisdictions)
  const history = regions.front.filter(({ clean }) => isHistory(clean.text)).map(({ clean }) => clean.text.slice(0, 60))
  const carrier = carrierOf(regions)
    .slice(0, 6)
    .map(({ clean }) => clean.text)
    .filter((text) => text.length < 90 && !isAddressee(text))
  return (
    places.inHead(title ?? '') ??
    firstOf(issuers, places.inHead) ??
    firstOf(carrier, places.inHead) ??
    places.byNumber(docNumber) ??
    firstOf(history, places.inText) ??
    nationalOf([title ?? '', docNumber ?? '', ...issuers, ...history]) ??
    fromText(source.passages, places)
  )
}

function firstOf(texts: readonly string[], read: (text: string) => string | null): string | null {
  for (const text of texts) {
    const found = read(text)
    if (found !== null) return found
  }
  return null
}

interface Places {
  /** A place that a title or name begins with. */
  readonly inHead: (text: string) => string | null
  readonly inText: (text: string) => string | null
  readonly byNumber: (docNumber: string | null) => string | null
  readonly counts: (text: string) => ReadonlyMap<string, number>
}

const FINDERS = new WeakMap<readonly JurisdictionTerm[], Places>()

/** The finder of one list of terms is prepared once. */
function placeFinder(terms: readonly JurisdictionTerm[]): Places {
  const known = FINDERS.get(terms)
  if (known !== undefined) return known
  const finder = preparePlaces(terms)
  FINDERS.set(terms, finder)
  return finder
}

function preparePlaces(terms: readonly JurisdictionTerm[]): Places {
  const local = terms.filter(({ level }) => level !== 'national')
  const codes = codesOf(terms)
  const names = new Map(
    local.flatMap((term) => [term.zh, ...term.aliases].map((name) => [name, codes.get(term.key) ?? term.key] as const)),
  )
  const pattern = new RegExp([...names.keys()].sort((a, b) => b.length - a.length).join('|'), 'g')
  const hits = (text: string) =>
    [...text.matchAll(pattern)].map((hit) => ({ at: hit.index, code: names.get(hit[0]) ?? '' }))
  const abbreviations = new Map(
    local.flatMap(({ abbreviation, key }) =>
      abbreviation === null ? [] : [...abbreviation].map((char) => [char, codes.get(key) ?? key] as const),
    ),
  )
  return {
    inHead: (text) =>
      hits(text.slice(0, 40)).find(({ at }) => at === 0 || /(?:^|关于|印发|《|共|、)$/.test(text.slice(0, at)))?.code ??
      null,
    inText: (text) => hits(text)[0]?.code ?? null,
    byNumber: (docNumber) => {
      const whole = hits(docNumber ?? '').find(({ at }) => at === 0)
      return (
        whole?.code ?? (YEARLY.test(docNumber ?? '') ? (abbreviations.get(docNumber?.charAt(0) ?? '') ?? null) : null)
      )
    },
    counts: (text) => tally(hits(text).map(({ code }) => code)),
  }
}

/** 皖政〔2020〕1号: the first letter is the province's; a decree writes the whole name. */
const YEARLY = /[〔［\[【（(]/

/** Each jurisdiction's ISO code: its own, or that of the province above it. */
function codesOf(terms: readonly JurisdictionTerm[]): ReadonlyMap<string, string> {
  const byKey = new Map(terms.map((term) => [term.key, term]))
  const codeOf = (term: JurisdictionTerm): string => {
    const above = term.parent === null ? undefined : byKey.get(term.parent)
    return term.level === 'national' || term.level === 'province' || above === undefined ? term.key : codeOf(above)
  }
  return new Map(terms.map((term) => [term.key, codeOf(term)]))
}

function tally(codes: readonly string[]): ReadonlyMap<string, number> {
  const counts = new Map<string, number>()
  for (const code of codes) counts.set(code, (counts.get(code) ?? 0) + 1)
  return counts
}

const NATIONAL =
  /^(?:中华人民共和国|国务院|国[发办函科卫环财人税教知市食药农水土林海外法信体民统计测管中][\u4e00-\u9fff]{0,8}[〔［[【（]|国家|全国人民代表大会|全国人大|中共中央|中央|最高人民|(?![省市县区州])[\u4e00-\u9fff]{2,12}部(?:$|[关印、]))|^[\u4e00-\u9fff]{2,10}(?:总局|总署)$|国务院(?:第|令|公布|批准|发布)|全国人民代表大会|中华人民共和国/

function nationalOf(texts: readonly string[]): string | null {
  return texts.some((text) => NATIONAL.test(text)) ? 'CN' : null
}

const LOCAL =
  /本省|我省|全省|本市|我市|全市|本自治区|本区|我区|全区|本县|我县|全县|本镇|本校|我校|(?<=^|[，。；、：经报由和与])省[^、，。；级政直自辖]{2,8}厅/g
const OF_THE_STATE =
  /国务院|中华人民共和国|全国|各省、自治区、直辖市|国家[\u4e00-\u9fff]{2,12}(?:局|委|总局|部门|委员会)|(?:主管|负责|指导)全国|省级[\u4e00-\u9fff]{2,12}部门|[省、]自治区、直辖市/g

/** A text that names no place in its title: the place it names most where it speaks of 本省, the state where it speaks to all. */
function fromText(passages: readonly Passage[], places: Places): string | null {
  const text = passages
    .filter(({ part }) => part !== 'annex')
    .map(({ clean }) => clean.text)
    .join('\n')
  const local = text.match(LOCAL)?.length ?? 0
  const national = text.match(OF_THE_STATE)?.length ?? 0
  if (local === 0) return national > 0 ? 'CN' : null
  const [first, second] = [...places.counts(text)].sort((a, b) => b[1] - a[1])
  if (first !== undefined && first[1] > 1 && first[1] > (second?.[1] ?? 0)) return first[0]
  return national > 2 * local ? 'CN' : null
}
