import type { Cell, Measure, Row } from '../../graphql/documents.ts'
import type { Messages } from '../../messages/messages.ts'
import { quantity } from '../../parts/figures.ts'

/** Why a cell stands to the base as it does, in the language of the interface; null for the base and for silence. */
export function reasonOf({ reason, reasonEn }: Cell, lang: 'zh' | 'en'): string | null {
  return lang === 'en' ? (reasonEn ?? reason) : reason
}

/** Why the cells of a row cannot be ordered; empty when they can. */
export function notComparable({ comparable, note, noteEn }: Row, lang: 'zh' | 'en', m: Messages): string {
  if (comparable) return ''
  return [m.compare.incomparable, (lang === 'en' ? (noteEn ?? note) : note) ?? ''].filter(Boolean).join(m.colon)
}

/** What a cell comes to beside its words: amounts in canonical units, and what is left to other rules. */
export function inEffect(cell: Cell, lang: 'zh' | 'en', m: Messages): string {
  const amounts = cell.thresholds.map((measure) => amountOf(measure, lang, m))
  const elsewhere = cell.delegated === null ? [] : [`${m.compare.delegated}${m.colon}${cell.delegated}`]
  return [...new Set([...amounts, ...elsewhere])].join('\n')
}

/** ≥ 1000 万元, with the period, the turn and the condition that belong to it. */
export function amountOf(measure: Measure, lang: 'zh' | 'en', m: Messages): string {
  return [quantity(measure, m.unit, lang), ...qualifiersOf(measure, m)].join(' · ')
}

/** Period, turn, way of counting, whom it binds and when, how firmly: what makes two equal numbers different demands. */
export function qualifiersOf(measure: Measure, m: Messages): readonly string[] {
  const { window, per, aggregation, appliesIf, track, applicantTypes, strength, hedge } = measure
  const types = applicantTypes.map((type) => word(m.compare.applicants, type))
  return [
    window === null ? '' : m.read.window(duration(window, m)),
    per === null ? '' : per === 'term' ? m.compare.perTerm : m.compare.per(duration(per, m)),
    aggregation === null ? '' : word(m.read.aggregation, aggregation),
    types.length === 0 ? '' : m.compare.only(types.join(m.and)),
    track ?? '',
    appliesIf ?? '',
    strength === 'must' || strength === 'should' ? '' : word(m.read.strength, strength),
    hedge === null ? '' : `“${hedge}”`,
  ].filter(Boolean)
}

const DURATION = /^P(?:(\d+)Y)?(?:(\d+)M)?(?:(\d+)D)?$/

/** P3Y is 3 年; other forms stay as they are. */
export function duration(iso: string, m: Messages): string {
  const [, years, months, days] = DURATION.exec(iso) ?? []
  const parts = [
    [years, 'year'],
    [months, 'month'],
    [days, 'day'],
  ] as const
  const told = parts.flatMap(([n, unit]) => (n === undefined ? [] : [`${n} ${m.unit[unit] ?? unit}`]))
  return told.length === 0 ? iso : told.join(' ')
}

function word(table: Readonly<Record<string, string>>, key: string): string {
  return table[key] ?? key
}
