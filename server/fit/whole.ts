import type { Profile, Verdict } from '../model/fit.ts'
import { counted, type Counts, countsOf, type Judge, type Judged, setAside } from './judge.ts'
import type { Requirements, Tree } from './requirements.ts'
import { allOf, anyOf } from './verdicts.ts'

/** What a profile makes of one instrument. */
export interface Fit {
  readonly id: string
  readonly verdict: Verdict
  readonly counts: Counts
  /** The track that is counted: the profile's, or the one that fits best; null where the text has none. */
  readonly track: string | null
  /** Its trees in text order; those of another track than the profile's do not apply. */
  readonly trees: readonly { readonly tree: Tree; readonly judged: Judged }[]
  /** Sum of the failed amounts' gaps, each as a share of what is demanded; 1 for what has no amount. */
  readonly distance: number
}

/**
 * The verdict of one instrument: what holds for every track, and one of its tracks, which are alternatives where the
 * profile names none.
 * @example fitOf(requirements, profile, judge).verdict // 'FAIL'
 */
export function fitOf({ id, trees }: Requirements, profile: Profile, judge: Judge): Fit {
  const isOpen = ({ track }: Tree): boolean => track === null || profile.track === null || track === profile.track
  const judged = trees.map((tree) => {
    const result = judge.judged(tree.root, profile)
    return { tree, judged: isOpen(tree) ? result : setAside(result) }
  })
  const common = judged.filter(({ tree }) => tree.track === null)
  const tracks = [...new Set(trees.filter(isOpen).flatMap(({ track }) => track ?? []))]
  const ways = tracks.map((track) => wayOf([...common, ...judged.filter(({ tree }) => tree.track === track)], track))
  const best = ways.toSorted(compareWays)[0] ?? wayOf(common, null)
  return { id, ...best, verdict: verdictOf(trees, profile, judge), trees: judged }
}

/** The verdict of `fitOf` alone. */
export function verdictOf(trees: readonly Tree[], profile: Profile, judge: Judge): Verdict {
  const of = (wanted: string | null): Verdict =>
    allOf(trees.filter(({ track }) => track === wanted).map(({ root }) => judge.verdict(root, profile)))
  const tracks = [...new Set(trees.flatMap(({ track }) => track ?? []))]
  const open = profile.track === null ? tracks : tracks.filter((track) => track === profile.track)
  return allOf([of(null), anyOf(open.map(of))])
}

type Way = Pick<Fit, 'counts' | 'track' | 'distance'>

function wayOf(judged: readonly { readonly judged: Judged }[], track: string | null): Way {
  const results = judged.map((one) => one.judged)
  const failed = results.flatMap(counted).filter(({ verdict }) => verdict === 'FAIL')
  return { counts: countsOf(results), track, distance: failed.reduce((sum, one) => sum + distanceOf(one), 0) }
}

function compareWays(one: Way, two: Way): number {
  return one.counts.FAIL - two.counts.FAIL || one.counts.UNKNOWN - two.counts.UNKNOWN || one.distance - two.distance
}

/** Of alternatives the nearest, of what must all be met the sum. */
function distanceOf({ requirement, outcome, parts, verdict }: Judged): number {
  if (verdict !== 'FAIL') return 0
  if (requirement.kind === 'any') return Math.min(...parts.map(distanceOf))
  if (parts.length > 0) return parts.reduce((sum, part) => sum + distanceOf(part), 0)
  if (requirement.kind !== 'test' || !('threshold' in requirement.test) || outcome?.gap == null) return 1
  const { value } = requirement.test.threshold
  return outcome.gap / (Math.abs(value) || 1)
}
