import type { Meta, Provision } from './document.ts'
import type {
  Citation,
  Eligibility,
  Evaluation,
  Funding,
  Norm,
  Reference,
  Role,
  Step,
  Threshold,
  TopicMark,
} from './facts.ts'
import type { Problem, Span } from './text.ts'

/** Everything that was read from one file: the contract of `npm run extract`, version 1. */
export interface Extraction {
  readonly contract: 1
  readonly source: { readonly name: string; readonly sha256: string; readonly length: number }
  readonly meta: Meta
  readonly provisions: readonly Provision[]
  readonly thresholds: readonly Threshold[]
  readonly citations: readonly Citation[]
  readonly references: readonly Reference[]
  readonly roles: readonly Role[]
  readonly norms: readonly Norm[]
  readonly procedure: readonly Step[]
  readonly eligibility: readonly Eligibility[]
  readonly evaluation: readonly Evaluation[]
  readonly funding: readonly Funding[]
  readonly topics: readonly TopicMark[]
  readonly problems: readonly Problem[]
  /** Running headers, footers and page numbers in the raw text of a paged medium; absent where there are none. */
  readonly furniture?: readonly Span[]
}

/** A regulation ready for the graph: its stable id, its raw text and what was read from it. */
export interface Regulation {
  readonly id: string
  readonly raw: string
  readonly extraction: Extraction
}
