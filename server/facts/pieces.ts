import type { FindRoleNames } from '../grammar/role-names.ts'
import type { Span } from '../model/text.ts'
import { rawSpan } from '../model/text.ts'
import { leadsInto } from './bearers.ts'
import { handedOn } from './handing.ts'
import { setsScene, type Clause } from './statements.ts'

/** One act of a clause, with the scene before it; offsets are into the passage. */
export interface Piece {
  readonly from: number
  readonly to: number
  readonly clause: Clause
  readonly handed: boolean
}

/** 公示 is a step even where it only sets the scene: 向社会公示无异议后. */
function isScene(words: string, find: FindRoleNames): boolean {
  if (TERM.test(words) || WHOM.test(words)) return true
  return !/公示/.test(words) && !SERIES.test(words) && (setsScene(words) || leadsInto(words, find))
}

/** 登记机关应当自受理申请之日起20日内: the time of the act behind it, whatever modal word it carries. */
const TERM =
  /(?:自|从|在|于|收到|接到)[^，]{2,50}(?:日|天|月|年)(?:之|以)?内$|之日起[^，]{1,12}内$|于[^，]{4,40}(?:间|之?前)$/
/** 公示无异议的, 获得批准设立的机构: a condition and whom the next clause is about. */
const WHOM = /^(?!对|由|向)[^，]{2,60}(?:的|者)$|^(?:获得|取得|经|通过|符合|申请|申报|拟)[^，]{2,40}的[^，的]{2,12}$/

const SERIES = /^经过?([^，]{2,12}(?:、[^，、]{2,12})+)后/

/** A clause in its acts: what is handed on, what its own subject does, and the reviews of 经过A、B、C后. */
export function piecesOf(clauses: readonly Clause[], find: FindRoleNames): readonly Piece[] {
  const pieces: Piece[] = []
  let scene = null as Clause | null
  for (const clause of clauses) {
    const handed = handedOn(clause.words, find)
    if (handed.parts.length === 0 && clause.mark === '，' && isScene(clause.words, find)) {
      scene = scene?.segment === clause.segment ? scene : clause
      continue
    }
    const opened = scene !== null && scene.segment === clause.segment ? scene.at.from : clause.at.from
    scene = null
    pieces.push(...ownPieces(clause, { from: opened, to: clause.at.from + handed.ownWords }))
    for (const part of handed.parts) pieces.push(pieceAt(clause, part, true))
    if (handed.parts.length > 0 && handed.tail !== null)
      pieces.push(pieceAt(clause, { from: handed.tail, to: clause.words.length }, false))
  }
  return pieces
}

function pieceAt(clause: Clause, { from, to }: { from: number; to: number }, handed: boolean): Piece {
  return { from: clause.at.from + from, to: clause.at.from + to, clause, handed }
}

function ownPieces(clause: Clause, { from, to }: { from: number; to: number }): readonly Piece[] {
  if (to <= clause.at.from) return []
  const series = SERIES.exec(clause.words)
  const whole = { from, to, clause, handed: false }
  if (series?.[1] === undefined) return inTurn(whole)
  let at = clause.at.from + series[0].indexOf(series[1])
  const reviews = series[1].split('、').map((name) => {
    const piece = { from: at, to: at + name.length, clause, handed: true }
    at += name.length + 1
    return piece
  })
  return [...reviews, { ...whole, from: clause.at.from + series[0].length }]
}

const AFTER = /^(.{4,40}?(?:论证|评审|审核|审查|评估|验收|公示无异议))后(?=.{4,})/

/** 省科技厅组织专家论证后批准建设: one act after the other. */
function inTurn(piece: Piece): readonly Piece[] {
  const first = AFTER.exec(wordsOf(piece))?.[1]
  if (first === undefined) return [piece]
  const to = piece.from + first.length
  const behind = /^后，?/.exec(piece.clause.passage.clean.text.slice(to, to + 2))?.[0].length ?? 1
  return [
    { ...piece, to, handed: true },
    { ...piece, from: to + behind },
  ]
}

/** The words of an act. */
export function wordsOf({ clause, from, to }: Piece): string {
  return clause.passage.clean.text.slice(from, to)
}

/** The raw range of an act; `start` widens it to an earlier one. */
export function spanOf({ clause, from, to }: Piece, start: number | null): Span {
  const span = rawSpan(clause.passage.clean, from, to)
  return { start: start ?? span.start, end: span.end }
}
