import { inheritedFrom } from '../compare/alignment/inheritance.ts'
import { shareOf, sideOf } from './alignment.ts'
import { heldInstruments } from './arguments.ts'
import { MOST_COLUMNS, onlyNational } from './comparison.ts'
import type { Context } from './context.ts'
import { badInput } from './errors.ts'
import type { InstrumentRow } from './loaders.ts'
import { viewed } from './views.ts'

export interface InheritanceArguments {
  readonly instruments: readonly string[]
  readonly parent?: string | null
  readonly asOf?: string | null
}

/** How much of each instrument stands in the parent, provision by provision; the parent itself is left out. */
export async function inheritance({ asOf, ...args }: InheritanceArguments, context: Context) {
  const date = asOf ?? context.today
  const made = await context.kept(`inheritance ${JSON.stringify(args)}`, (load) => inherit(args, { ...context, load }))
  return made.map(({ instrument, parent, share, provisions }) => ({
    instrument: viewed(instrument, date),
    parent: viewed(parent, date),
    share,
    provisions: provisions.map((one) => ({ ...one, provision: viewed(one.provision, date) })),
  }))
}

async function inherit({ instruments, parent }: Omit<InheritanceArguments, 'asOf'>, context: Context) {
  const asked = [...new Set(instruments)]
  if (asked.length > MOST_COLUMNS) {
    throw badInput('instruments', `${String(asked.length)} are too many at once: name at most ${String(MOST_COLUMNS)}`)
  }
  const rows = await heldInstruments('instruments', asked, context)
  const base = await parentOf(parent ?? onlyNational(rows), context)
  const others = rows.filter(({ id }) => id !== base.id)
  const parentSide = await sideOf(base, rows, context)
  const held = inheritedFrom(parentSide.side)
  return Promise.all(others.map((row) => heldAgainst(base, row, { held, context })))
}

async function parentOf(id: string | null, context: Context): Promise<InstrumentRow> {
  if (id === null) throw badInput('parent', 'no single national text is among the instruments: name the parent')
  const [row] = await heldInstruments('parent', [id], context)
  if (row === undefined) throw new Error('heldInstruments gives a row for each id')
  return row
}

interface Against {
  readonly held: ReturnType<typeof inheritedFrom>
  readonly context: Context
}

async function heldAgainst(parent: InstrumentRow, row: InstrumentRow, { held, context }: Against) {
  const read = await sideOf(row, [parent, row], context)
  const shares = held(read.side)
  const provisions = shares.flatMap(({ id, ...figures }) => {
    const provision = read.provisions.get(id)
    return provision ? [{ provision, ...figures }] : []
  })
  return { instrument: row, parent, share: shareOf(shares), provisions }
}
