import type { Column, Procedures, Stage, Step, StepTime } from '../../graphql/process.ts'
import type { Messages } from '../../messages/messages.ts'
import { nameIn } from '../names.ts'

type Lang = 'zh' | 'en'

/** Short names of the columns by id. */
export function namesOf(columns: readonly Column[], lang: Lang): ReadonlyMap<string, string> {
  return new Map(columns.map((column) => [column.id, nameIn(column, columns, lang)]))
}

export function labelOf(it: { readonly label: string; readonly labelEn: string }, lang: Lang): string {
  return lang === 'en' ? it.labelEn : it.label
}

export function stepsOf(procedures: Procedures, instrument: string): readonly Step[] {
  return procedures.procedures.find((one) => one.instrument === instrument)?.steps ?? []
}

/** The steps of a cell, in text order. */
export function stepsIn(procedures: Procedures, cell: Stage['cells'][number]): readonly Step[] {
  const ids = new Set(cell.steps)
  return stepsOf(procedures, cell.instrument).filter(({ id }) => ids.has(id))
}

/** A time in canonical words: at most 20 working days; the unit is the text's own, never converted. */
export function timeIn({ kind, value, unit, from }: StepTime, m: Messages): string {
  const words = m.procedure
  const name = words.timeKinds[kind as keyof typeof words.timeKinds]
  const count =
    value === null || unit === null ? '' : ` ${value} ${words.timeUnits[unit as keyof typeof words.timeUnits]}`
  const start = from === null ? '' : `${m.code === 'en' ? ', ' : '，'}${words.from(from)}`
  return `${name}${count}${start}`
}

/** The text's own words without layout spaces. */
export function plain(words: string): string {
  return words.replace(/\s+/g, '').replace(/\*\*/g, '')
}
