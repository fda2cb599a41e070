import { createHash } from 'node:crypto'
import type { Provision } from '../../server/model/document.ts'
import type { Regulation } from '../../server/model/extraction.ts'
import type { Citation, CitationRelation, Condition, Reference, Threshold } from '../../server/model/facts.ts'
import type { Span } from '../../server/model/text.ts'

/** A small regulation with one fact of every kind, made by hand: what a reader would have made of its text. */
export interface Sample {
  readonly id: string
  readonly title: string
  readonly docNumber?: string
  readonly jurisdiction?: string
  readonly effectiveFrom?: string
  readonly articles: readonly string[]
  /** Words of the text that name another document, and how: 《某某办法》（甲〔2020〕1号）. */
  readonly cites?: readonly Cited[]
  /** Words that set a threshold on `staff`, with its value. */
  readonly sets?: readonly (readonly [quote: string, value: number])[]
  readonly repeals?: readonly { readonly title: string; readonly docNumber: string | null }[]
}

export interface Cited {
  readonly quote: string
  readonly title: string
  readonly docNumber?: string
  readonly relation?: CitationRelation
}

export function sample(given: Sample): Regulation {
  const raw = `${given.title}\n${given.articles.join('\n')}\n`
  const provisions = given.articles.flatMap((article, index) => articleAt(raw, article, index))
  const place = (quote: string) => placed(raw, provisions, quote)
  const first = provisions[0]
  if (!first) throw new Error('a sample has at least one article')
  const whole = { start: first.start, end: first.end, quote: raw.slice(first.start, first.end) }
  const thresholds = (given.sets ?? []).map(([quote, value]) => thresholdOf(place(quote), value))
  return {
    id: given.id,
    raw,
    extraction: {
      contract: 1,
      source: { name: `${given.id}.txt`, sha256: createHash('sha256').update(raw).digest('hex'), length: raw.length },
      meta: {
        title: given.title,
        docNumber: given.docNumber ?? null,
        issuers: ['某厅'],
        issuedOn: '2020-01-01',
        amendedOn: null,
        effectiveFrom: given.effectiveFrom ?? null,
        effectiveUntil: null,
        effectiveUntilBasis: null,
        stage: null,
        jurisdiction: given.jurisdiction ?? null,
        repeals: given.repeals ?? [],
      },
      provisions,
      thresholds,
      citations: (given.cites ?? []).map((cited) => citationOf(place(cited.quote), cited)),
      references: [internal(whole, first.id, 1), internal(whole, first.id, 99), external(whole, first.id)],
      roles: [
        { key: 'authority', name: '主管部门', aliases: ['某厅'], kind: 'authority' },
        { key: null, name: `${given.id}专家组`, aliases: [], kind: 'expert' },
      ],
      norms: [{ ...whole, provision: first.id, bearer: '某厅', modality: 'obligation', action: '管理', modal: '应' }],
      procedure: [
        {
          ...whole,
          provision: first.id,
          track: '',
          order: 1,
          name: '申报',
          actor: '主管部门',
          action: '受理',
          duration: null,
        },
      ],
      eligibility: [{ track: '领域类', provision: first.id, logic: logicOf(thresholds, whole) }],
      evaluation: [
        {
          grades: ['优', '差'],
          cycle: 'P3Y',
          consequences: [{ ...whole, grade: '差', effect: '撤销', provision: first.id }],
        },
      ],
      funding: [{ what: '补助', provision: first.id, start: whole.start, end: whole.end }],
      topics: [
        {
          ...whole,
          provision: first.id,
          topic: 'staff',
          aspect: null,
          modal: '应',
          rank: 1,
          delegated: null,
          track: '领域类',
          applicantTypes: ['enterprise'],
        },
      ],
      problems: [{ code: 'SAMPLE', message: 'made by hand', start: null, end: null }],
    },
  }
}

/** The article and the items it lists: （一）…；（二）…。 */
function articleAt(raw: string, article: string, index: number): readonly Provision[] {
  const start = raw.indexOf(article)
  const id = `art_${index + 1}`
  const label = /^第.+?条/u.exec(article)?.[0] ?? null
  const head = { kind: 'article', label, number: index + 1, heading: null, parent: null } as const
  const items = [...article.matchAll(/（[一二三]）[^；。]+[；。]/gu)].map((found, at): Provision => {
    const from = start + found.index
    const item = { kind: 'item', label: found[0].slice(0, 3), number: at + 1, heading: null, parent: id } as const
    return { ...item, id: `${id}__item_${at + 1}`, start: from, end: from + found[0].length }
  })
  return [{ ...head, id, start, end: start + article.length }, ...items]
}

interface Placed extends Span {
  readonly quote: string
  readonly provision: string
}

function placed(raw: string, provisions: readonly Provision[], quote: string): Placed {
  const start = raw.indexOf(quote)
  const provision = provisions.find((each) => each.start <= start && start < each.end)
  if (!provision) throw new Error(`the sample does not say ${quote}`)
  return { quote, start, end: start + quote.length, provision: provision.id }
}

function thresholdOf(place: Placed, value: number): Threshold {
  const unset = { upper: null, window: null, per: null, aggregation: null, appliesIf: null, alternativeGroup: null }
  const measure = {
    metric: '人员',
    metricKey: 'staff',
    comparator: '>=',
    value,
    unit: 'person',
    unitText: '人',
  } as const
  const force = { purpose: 'eligibility', strength: 'must', hedge: null, track: null, applicantTypes: [] } as const
  return { ...place, ...unset, ...measure, ...force }
}

function citationOf(place: Placed, { title, docNumber, relation }: Cited): Citation {
  return { ...place, title, docNumber: docNumber ?? null, relation: relation ?? 'mentions', kind: 'document' }
}

const NOWHERE = { article: null, paragraph: null, item: null, subitem: null, annex: null, chapter: null }

function internal(at: Span & { readonly quote: string }, provision: string, article: number): Reference {
  const exists = article === 1
  const target = { ...NOWHERE, article, id: exists ? 'art_1' : null, exists }
  return { ...at, provision, scope: 'internal', document: null, targets: [target] }
}

function external(at: Span & { readonly quote: string }, provision: string): Reference {
  const target = { ...NOWHERE, article: 1, id: null, exists: null }
  return { ...at, provision, scope: 'external', document: '总办法', targets: [target] }
}

function logicOf(thresholds: readonly Threshold[], { start, end }: Span): Condition {
  const criterion = { criterion: '有能力', start, end }
  const leaves = thresholds.map((_, threshold): Condition => ({ threshold }))
  return { all: [{ any: [...leaves, criterion] }, { if: '是企业的', then: criterion, else: { not: criterion } }] }
}
