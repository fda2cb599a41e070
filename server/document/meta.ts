import type { Meta, Passage, Stage } from '../model/document.ts'
import type { JurisdictionTerm } from '../model/vocabulary.ts'
import { readAmended, readEvents, readIssue } from './issue.ts'
import { readIssuers } from './issuers.ts'
import { readJurisdiction } from './jurisdiction.ts'
import { readOwnNumber } from './own-number.ts'
import type { Regions } from './regions.ts'
import { readRepeals } from './repeals.ts'
import { readValidity } from './validity.ts'

export interface MetaSource {
  readonly regions: Regions
  readonly passages: readonly Passage[]
  readonly jurisdictions: readonly JurisdictionTerm[]
}

/**
 * What a document says of itself; null where it does not say.
 * @example readMeta(source).effectiveUntil // 2028-06-30, derived from 有效期五年
 */
export function readMeta({ regions, passages, jurisdictions }: MetaSource): Meta {
  const { title } = regions
  const docNumber = readOwnNumber(regions)
  const issuers = readIssuers(regions)
  const issuedOn = readIssue(regions)
  return {
    title,
    docNumber,
    issuers,
    issuedOn,
    amendedOn: readAmended(regions, issuedOn),
    ...readValidity(passages, { issuedOn, ...readEvents(regions) }),
    stage: stageOf(title),
    jurisdiction: readJurisdiction({ title, docNumber, issuers, regions, passages, jurisdictions }),
    repeals: readRepeals(passages),
  }
}

function stageOf(title: string | null): Stage | null {
  const hit = /试行|暂行/.exec(title ?? '')
  return hit === null ? null : hit[0] === '试行' ? '试行' : '暂行'
}
