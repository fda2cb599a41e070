import type { Condition, Threshold } from '../model/facts.ts'
import { allOf } from './condition-clauses.ts'
import { conditionsOf } from './conditions.ts'
import { cellPassage, type Row } from './table-rows.ts'

/**
 * The conditions that the rows of a table set: each cell under a class of applicants (企业, 高校) holds for that class, other
 * cells hold for all; the first cell of a row says what is measured.
 * @example tableConditions(rows, thresholds) // [{ if: '企业', then: { threshold: 0 } }]
 */
export function tableConditions(rows: readonly Row[], thresholds: readonly Threshold[]): readonly Condition[] {
  const [first, ...rest] = rows
  if (first === undefined) return []
  const header = isHeader(first) ? wordsOf(first) : null
  const data = header === null ? rows : rest
  const classes = header?.map((words) => (CLASS.test(words) ? words : null)) ?? []
  const byClass = new Map<string | null, Condition[]>()
  for (const row of data) {
    for (const [index, cell] of row.cells.entries()) {
      const condition = index === 0 && row.cells.length > 1 ? null : cellCondition(row, cell, thresholds)
      const name = classes.length === row.cells.length ? (classes[index] ?? null) : null
      if (condition !== null) byClass.set(name, [...(byClass.get(name) ?? []), condition])
    }
  }
  return [...byClass].flatMap(([name, conditions]): readonly Condition[] => {
    const then = allOf(conditions)
    if (then === null) return []
    return name === null ? conditions : [{ if: name, then }]
  })
}

const CLASS = /^[^，。；：]{0,10}(?:企业|高校|高等学校|院校|院所|科研机构|事业单位|社会组织|机构|个人|[^分种各]类|型)$/
/** A cell that sets nothing. */
const EMPTY = /^(?:无|—+|-+|\/|不限|不作要求|无要求|序号|\d{1,2}|备注)?$/

function isHeader({ passage, cells }: Row): boolean {
  return (
    cells.every(({ from, to }) => to - from <= LONGEST_TITLE) && !/\d|不少于|不低于|具有|应当/.test(passage.clean.text)
  )
}

const LONGEST_TITLE = 12

function wordsOf({ passage, cells }: Row): readonly string[] {
  return cells.map(({ from, to }) => passage.clean.text.slice(from, to))
}

function cellCondition(
  { passage }: Row,
  cell: Row['cells'][number],
  thresholds: readonly Threshold[],
): Condition | null {
  const words = passage.clean.text.slice(cell.from, cell.to)
  return EMPTY.test(words) ? null : allOf(conditionsOf({ passage: cellPassage(passage, cell), thresholds }))
}
