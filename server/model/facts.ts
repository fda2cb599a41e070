import type { Span } from './text.ts'

/** What was found by a rule: `rule` names the frame, word or table row that fired (`frame:不少于`), for a person who asks why. */
export interface Found {
  readonly rule?: string
}

/** A fact always points at its words: `quote === raw.slice(start, end)`. */
export interface Quoted extends Span, Found {
  readonly quote: string
}

export type Comparator = '>=' | '>' | '<=' | '<' | '=' | 'between'
export type Aggregation = 'each' | 'sum' | 'mean'
export type Purpose =
  'eligibility' | 'governance' | 'procedure' | 'evaluation' | 'funding' | 'sanction' | 'target' | 'validity' | 'other'
export type Strength = 'must' | 'should' | 'encouraged' | 'informative'

export type ApplicantType = 'enterprise' | 'university' | 'research_institute' | 'technology_institution'

/** A quantified requirement in canonical units (CNY, ratio, year …), with the words it came from. */
export interface Threshold extends Quoted {
  readonly provision: string
  readonly metric: string
  readonly metricKey: string | null
  readonly comparator: Comparator
  readonly value: number
  readonly upper: number | null
  /** Canonical unit of `upper` where it differs from `unit`: 15日以上6个月以下. */
  readonly upperUnit?: string
  readonly unit: string
  readonly unitText: string
  /** ISO 8601 duration: P3Y for 近3年. */
  readonly window: string | null
  /** P1Y for 每年, `term` for 每届. */
  readonly per: string | null
  readonly aggregation: Aggregation | null
  /** The words of the condition: 建设单位是企业的. */
  readonly appliesIf: string | null
  /** The same string for alternatives joined by 或. */
  readonly alternativeGroup: string | null
  readonly purpose: Purpose
  readonly strength: Strength
  readonly hedge: string | null
  /** The track it belongs to, in the words of the text (综合类, 领域类); null when it holds for every track. */
  readonly track: string | null
  /** The types of applicant it binds; empty when it binds all. */
  readonly applicantTypes: readonly ApplicantType[]
  /** The row of the comparison that a person put it in, by id or by a name of its own; absent or null when a rule decides. */
  readonly row?: string | null
}

export type CitationRelation = 'basis' | 'models' | 'implements' | 'repeals' | 'applies' | 'issues' | 'mentions'

/** A mention of another document; `kind` tells documents from forms and from the document itself. */
export interface Citation extends Quoted {
  readonly provision: string | null
  readonly title: string
  readonly docNumber: string | null
  readonly relation: CitationRelation
  readonly kind: 'document' | 'form' | 'self'
}

export interface ReferenceTarget {
  readonly article: number | null
  readonly paragraph: number | null
  readonly item: number | null
  readonly subitem: number | null
  readonly annex: number | null
  readonly chapter: number | null
  /** The provision found there; null when it does not exist or the document is another one. */
  readonly id: string | null
  readonly exists: boolean | null
}

/** A reference to a place in a document: 第十条第二款, 前款, 本条第一项. */
export interface Reference extends Quoted {
  readonly provision: string | null
  readonly scope: 'internal' | 'external'
  readonly document: string | null
  readonly targets: readonly ReferenceTarget[]
}

export interface Role extends Found {
  readonly key: string | null
  readonly name: string
  readonly aliases: readonly string[]
  readonly kind: string
}

export type Modality = 'obligation' | 'prohibition' | 'permission' | 'power' | 'encouragement' | 'declaration'

/** Who must, may, may not or is encouraged to do what. */
export interface Norm extends Quoted {
  readonly provision: string
  readonly bearer: string | null
  readonly modality: Modality
  readonly action: string
  /** The modal word as written (应, 须, 鼓励 …); null where the text carries none. */
  readonly modal: string | null
}

/** A condition tree over thresholds (by index) and criteria that an official judges. */
export type Condition =
  | { readonly all: readonly Condition[] }
  | { readonly any: readonly Condition[] }
  | { readonly not: Condition }
  | { readonly if: string; readonly then: Condition; readonly else?: Condition }
  | { readonly threshold: number }
  | ({ readonly criterion: string } & Span & Found)

export interface Eligibility extends Found {
  readonly track: string
  readonly provision: string
  readonly logic: Condition
}

export interface Step extends Span, Found {
  readonly track: string
  readonly order: number
  readonly name: string | null
  readonly actor: string | null
  readonly action: string
  readonly duration: string | null
  readonly provision: string
}

export interface Consequence extends Span, Found {
  readonly grade: string | null
  readonly effect: string
  readonly provision: string
}

export interface Evaluation {
  readonly grades: readonly string[]
  readonly cycle: string | null
  readonly consequences: readonly Consequence[]
}

export interface Funding extends Span, Found {
  readonly what: string
  readonly provision: string
}

/**
 * A sentence or clause under one topic of the closed list, used to line documents up. `aspect` narrows the topic to one
 * requirement of the vocabulary (legal_person, director_fulltime …) where the words speak of it.
 */
export interface TopicMark extends Quoted {
  readonly topic: string
  readonly aspect: string | null
  readonly provision: string
  /** The modal word as written (应, 原则上应, 鼓励, 可以 …); null where the clause carries none. */
  readonly modal: string | null
  /** Rank of that word on the modality ladder: 1 strongest; null without a modal word. */
  readonly rank: number | null
  /** Words that say the matter is settled elsewhere (另行制定), null otherwise. */
  readonly delegated: string | null
  readonly track: string | null
  readonly applicantTypes: readonly ApplicantType[]
  /** The row of the comparison that a person put it in; see Threshold. */
  readonly row?: string | null
}
