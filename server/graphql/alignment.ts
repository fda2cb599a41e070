import { alignProvisions } from '../compare/alignment/align.ts'
import { diffWords } from '../compare/alignment/diff.ts'
import { inheritanceOf, type Inherited } from '../compare/alignment/inheritance.ts'
import { unitsOf, type UnitSubject } from '../compare/alignment/units.ts'
import { ownNamesOf } from '../compare/own-names.ts'
import type { AlignedPair, AlignedSide, DiffSegment } from '../model/alignment.ts'
import { heldInstruments } from './arguments.ts'
import { shortName } from './comparison.ts'
import type { Context } from './context.ts'
import { fingerprintOf } from './fingerprint.ts'
import type { InstrumentRow, ProvisionRow, RoleRow } from './loaders.ts'
import { viewed } from './views.ts'

export interface AlignmentArguments {
  readonly left: string
  readonly right: string
  readonly asOf?: string | null
}

/** Two instruments provision by provision, as the schema shows it; the words of a pair are compared when they are asked for. */
export async function alignment({ asOf, left, right }: AlignmentArguments, context: Context) {
  const date = asOf ?? context.today
  const made = await context.kept(`alignment ${JSON.stringify([left, right])}`, (load) =>
    align(left, right, { ...context, load }),
  )
  return {
    left: viewed(made.left, date),
    right: viewed(made.right, date),
    inherited: made.inherited,
    fingerprint: made.fingerprint,
    pairs: made.pairs.map((pair) => ({
      ...pair,
      left: pair.left && viewed(pair.left, date),
      right: pair.right && viewed(pair.right, date),
    })),
  }
}

async function align(left: string, right: string, context: Context) {
  const rows = await heldInstruments('left', [left], context)
  const others = await heldInstruments('right', [right], context)
  const [one, two] = [rows[0], others[0]]
  if (one === undefined || two === undefined) throw new Error('heldInstruments gives a row for each id')
  const [ones, twos] = await Promise.all([sideOf(one, [one, two], context), sideOf(two, [one, two], context)])
  const shares = inheritanceOf(twos.side, ones.side)
  const sides = { ones, twos, shares: new Map(shares.map(({ id, share }) => [id, share])) }
  const pairs = alignProvisions(ones.side, twos.side).map((pair) => pairView(pair, sides))
  const fingerprint = fingerprintOf([one, two], context.vocabulary)
  return { left: one, right: two, pairs, inherited: shareOf(shares), fingerprint }
}

export interface Read {
  readonly side: AlignedSide
  readonly provisions: ReadonlyMap<string, ProvisionRow>
  /** Words of each unit, by its id. */
  readonly texts: ReadonlyMap<string, string>
}

/** A document read for alignment: its units with their words, and its provisions by id. */
export async function sideOf(row: InstrumentRow, both: readonly InstrumentRow[], { load }: Context): Promise<Read> {
  const [provisions, wordings, clauses, thresholds, roles] = await Promise.all([
    load.provisions.load(row.id),
    load.wordings.load(row.id),
    load.clauses.load(row.id),
    load.thresholds.load(row.id),
    load.roles.load(row.id),
  ])
  const subjects: readonly UnitSubject[] = [
    ...clauses.map(({ start, end, topic, aspect }) => ({
      start,
      end,
      keys: aspect === null ? [topic] : [topic, aspect],
    })),
    ...thresholds.map(({ start, end, metricKey }) => ({ start, end, keys: metricKey === null ? [] : [metricKey] })),
  ]
  const name = shortName(row, both)
  // The place as the text writes it: the short name has a year where both are of one place.
  const place = { zh: row.jurisdictionName, en: row.jurisdictionNameEn }
  const names = ownNamesOf({ name: place, ownNames: [row.title], marks: clauses })
  const words = new Map(wordings.map(({ id, wording }) => [id, wording]))
  const texts = unitsOf(provisions, { wordings: words, subjects })
  return {
    side: { name, ownNames: [...names, ...othersOf(names, roles)], texts },
    texts: new Map(texts.map(({ id, text }) => [id, text])),
    provisions: new Map(provisions.map((provision) => [provision.id, provision])),
  }
}

/** 省创中心 is the document's own name: so is 省技术创新中心, by which a role of that name is also called. */
function othersOf(names: readonly string[], roles: readonly RoleRow[]): readonly string[] {
  const all = roles.map(({ name, aliases }) => [name, ...aliases])
  return all.filter((called) => called.some((one) => names.includes(one))).flat()
}

interface Sides {
  readonly ones: Read
  readonly twos: Read
  /** Of each provision on the right. */
  readonly shares: ReadonlyMap<string, number>
}

function pairView({ reason, passage, ...pair }: AlignedPair, { ones, twos, shares }: Sides) {
  return {
    ...pair,
    left: ones.provisions.get(pair.left ?? '') ?? null,
    right: twos.provisions.get(pair.right ?? '') ?? null,
    reason: reason.zh,
    reasonEn: reason.en,
    inherited: shares.get(pair.right ?? '') ?? null,
    sentence: passage !== null,
    diff: (): readonly DiffSegment[] => diffOf({ ...pair, passage }, ones, twos),
  }
}

/** Of a pair that one sentence makes, the words of that sentence; else of the whole provisions. */
function diffOf({ left, right, passage }: Omit<AlignedPair, 'reason'>, ones: Read, twos: Read) {
  const names = { left: ones.side.ownNames, right: twos.side.ownNames }
  if (passage !== null) return diffWords(passage.left, passage.right, names)
  return diffWords(ones.texts.get(left ?? '') ?? '', twos.texts.get(right ?? '') ?? '', names)
}

/** Of all characters, those that stand in the left text. */
export function shareOf(shares: readonly Inherited[]): number {
  const all = shares.reduce((sum, { characters }) => sum + characters, 0)
  const held = shares.reduce((sum, { characters, share }) => sum + characters * share, 0)
  return all === 0 ? 0 : Math.round((held / all) * 1000) / 1000
}
