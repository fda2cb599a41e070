import type { AlignedSide, AlignedText } from '../../model/alignment.ts'
import { bare } from '../likeness.ts'
import { shingle, type Shingled } from './shingles.ts'

/** A provision, prepared. */
export interface Trait {
  readonly source: AlignedText
  /** Place in its document, 0 to 1. */
  readonly at: number
  readonly shingled: Shingled
  readonly heading: string
  readonly under: string
  /** What it opens with: 申请领域类中心应具备下列条件. */
  readonly lead: Shingled
  /** Whether that leads into a list. */
  readonly leadsList: boolean
  readonly subjects: ReadonlySet<string>
  readonly ownNames: readonly string[]
}

/** The provisions of one side, prepared for comparing. */
export function traitsOf({ texts, ownNames }: AlignedSide): readonly Trait[] {
  return texts.map((source, index) => ({
    source,
    at: texts.length < 2 ? 0 : index / (texts.length - 1),
    shingled: shingle(source.text, ownNames),
    heading: bare(source.heading ?? '', ownNames),
    under: bare(source.under ?? '', ownNames),
    lead: shingle(leadOf(source), ownNames),
    leadsList: LIST_LEAD.test(source.text),
    subjects: new Set(source.subjects),
    ownNames,
  }))
}

/** The words that lead into a list, else the first clause, with the second where the first is short. */
const LIST_LEAD = /^[^。；：:;\n]{4,80}(?=[：:])/
const FIRST_CLAUSE = /^[^。；：:;，,\n]{0,80}(?:(?<=^.{0,7})，[^。；：:;，,\n]{0,40})?/

function leadOf({ text }: AlignedText): string {
  return (LIST_LEAD.exec(text) ?? FIRST_CLAUSE.exec(text))?.[0] ?? ''
}
