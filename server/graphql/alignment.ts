import { alignProvisions } from '../compare/alignment/align.ts'
import { diffWords } from '../compare/alignment/diff.ts'
import { inheritanceOf, type Inherited } from '../compare/alignment/inheritance.ts'
import { unitsOf, type UnitSubject } from '../compare/alignment/units.ts'
import { ownNamesOf } from '../compare/own-names.ts'
import type { AlignedPair, AlignedSide, DiffSegment } from '../model/alignment.ts'
import { heldInstruments } from './arguments.ts'
import { shortName } from './comparison.ts'
import type { Context } from './context.ts'
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
  const pairs = alignProvisions(ones.side, twos.side).map((pair) => pairView(pair, { ones, twos, shares }))
  return { left: one, right: two, pairs, inherited: shareOf(shares) }
}

export interface Read {
  readonly side: AlignedSide
  readonly provisions: ReadonlyMap<string, ProvisionRow>
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
  const names = ownNamesOf({ name, ownNames: [row.title], marks: clauses })
  const words = new Map(wordings.map(({ id, wording }) => [id, wording]))
  return {
    side: {
      name,
      ownNames: [...names, ...othersOf(names, roles)],
      texts: unitsOf(provisions, { wordings: words, subjects }),
    },
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
  readonly shares: readonly Inherited[]
}

function pairView({ reason, ...pair }: AlignedPair, { ones, twos, shares }: Sides) {
  return {
    ...pair,
    left: ones.provisions.get(pair.left ?? '') ?? null,
    right: twos.provisions.get(pair.right ?? '') ?? null,
    reason: reason.zh,
    reasonEn: reason.en,
    inherited: shares.find(({ id }) => id === pair.right)?.share ?? null,
    diff: (): readonly DiffSegment[] => diffOf(pair, ones.side, twos.side),
  }
}

function diffOf({ left, right }: Omit<AlignedPair, 'reason'>, ones: AlignedSide, twos: AlignedSide) {
  const textOf = ({ texts }: AlignedSide, id: string | null) => texts.find((text) => text.id === id)?.text ?? ''
  return diffWords(textOf(ones, left), textOf(twos, right), { left: ones.ownNames, right: twos.ownNames })
}

/** Of all characters, those that stand in the left text. */
export function shareOf(shares: readonly Inherited[]): number {
  const all = shares.reduce((sum, { characters }) => sum + characters, 0)
  const held = shares.reduce((sum, { characters, share }) => sum + characters * share, 0)
  return all === 0 ? 0 : Math.round((held / all) * 1000) / 1000
}
