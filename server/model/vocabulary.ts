/** Closed lists of the field, edited as data in `data/vocabulary`, without touching code. */
export interface Vocabulary {
  readonly metrics: readonly MetricTerm[]
  readonly topics: readonly TopicTerm[]
  readonly aspects: readonly AspectTerm[]
  readonly roles: readonly RoleTerm[]
  readonly units: readonly UnitTerm[]
  readonly jurisdictions: readonly JurisdictionTerm[]
  readonly modalities: readonly ModalityTerm[]
}

export interface Term {
  readonly key: string
  readonly zh: string
  readonly en: string
}

/** What can be measured: `aliases` are head words as texts write them, longest wins. */
export interface MetricTerm extends Term {
  readonly topic: string
  readonly unit: string
  readonly aliases: readonly string[]
  /** Metrics of one measure family share a row of the comparison (rd_spend: yearly, total, average). */
  readonly family?: string
  /** Name of that row, on the family's first metric. */
  readonly familyLabel?: { readonly zh: string; readonly en: string }
  readonly aggregation?: 'each' | 'sum' | 'mean'
  /** False where more or less is neither stricter nor looser (a grant, a number of grades); otherwise the purpose decides. */
  readonly ordered?: boolean
  /** For a share: the metric of which it is one, and the metric that the part is. */
  readonly share?: { readonly of: string; readonly is: string }
  /** True for what nobody changes at will: an age. */
  readonly fixed?: boolean
  /** Words near the number that must occur, or must not, for the alias to mean this metric. */
  readonly requires?: readonly string[]
  readonly excludes?: readonly string[]
  /** Plausible bounds in the canonical unit. */
  readonly min?: number
  readonly max?: number
  readonly example: string
}

export interface TopicTerm extends Term {
  readonly parent: string | null
  /** True for the topic of what no heading and no word puts elsewhere. */
  readonly otherwise?: boolean
  /** Words of headings that open the topic, and words of the text that speak of it. */
  readonly headings: readonly string[]
  readonly words: readonly string[]
  readonly example: string
}

/** One qualitative requirement that documents can be lined up on: legal person, full-time director, annual report … */
export interface AspectTerm extends Term {
  readonly topic: string
  /** A clause speaks of the aspect when it holds one of these words, and none of `excludes`. */
  readonly words: readonly string[]
  readonly excludes?: readonly string[]
  readonly example: string
}

export interface RoleTerm extends Term {
  readonly kind: string
  readonly aliases: readonly string[]
  readonly example: string
}

/** A unit as written; `factor` takes a number to the canonical unit. */
export interface UnitTerm extends Term {
  readonly canonical: string
  readonly factor: number
  readonly aliases: readonly string[]
  readonly example: string
}

export interface JurisdictionTerm extends Term {
  /** national, province, prefecture, county. */
  readonly level: string
  readonly parent: string | null
  /** 简称 (滇, 晋, 豫). */
  readonly abbreviation: string | null
  readonly aliases: readonly string[]
}

export interface ModalityTerm extends Term {
  readonly modality: string
  /** Position on the ladder, the strongest is 1; null for words without a modality of their own. */
  readonly rank: number | null
  readonly words: readonly string[]
  /** Words that contain the modal characters without being modal: 相应, 供应, 可持续. */
  readonly not: readonly string[]
  readonly example: string
}
