import type { Cell, Piece, Sheet } from '../../exports/sheet.ts'
import type { Alignment, Pair } from '../../graphql/documents.ts'
import type { Messages } from '../../messages/messages.ts'
import { percent } from '../../parts/figures.ts'
import type { Route } from '../../route.ts'
import { matchWords, placeOf } from './pairs.ts'
import { permalink } from './permalink.ts'
import { quotesOf, sourceOf, wordsOf } from './pins.ts'

/** What is on the screen: the alignment and the pairs that the filter leaves. */
export interface Shown {
  readonly alignment: Alignment
  readonly pairs: readonly Pair[]
  readonly names: { readonly left: string; readonly right: string }
  /** Whether both are versions of one text. */
  readonly versions: boolean
  readonly route: Route
  readonly asOf: string
  readonly origin: string
  readonly title: string
  /** What the head of the page says, and the filter that is on. */
  readonly notes: readonly string[]
}

/** The alignment as it is drawn, for every kind of file: a 对照表 of two columns with what was put in and taken out. */
export function sheetOf(shown: Shown, m: Messages): Sheet {
  const { alignment, pairs, names, route, asOf, origin, title, notes } = shown
  const sourced = (it: Alignment['left']) => sourceOf(it, { route, origin, validity: m.validity[it.validity] })
  return {
    title,
    lang: route.lang,
    address: origin + permalink(route, alignment, asOf),
    asOf,
    fingerprint: alignment.fingerprint,
    notes,
    columns: [
      { key: 'leftPlace', label: m.align.columns.place(names.left), width: 9, role: 'head' },
      { key: 'left', label: names.left, detail: alignment.left.title, width: 34, role: 'base' },
      { key: 'rightPlace', label: m.align.columns.place(names.right), width: 9 },
      { key: 'right', label: names.right, detail: alignment.right.title, width: 34 },
      { key: 'match', label: m.align.columns.match, width: 7 },
      { key: 'score', label: m.align.columns.score, width: 5 },
      { key: 'reason', label: m.align.columns.reason, width: 14 },
      { key: 'inherited', label: m.align.columns.inherited, width: 6 },
    ],
    rows: pairs.map((pair) => rowOf(pair, shown, m)),
    sources: [sourced(alignment.left), sourced(alignment.right)],
  }
}

function rowOf(pair: Pair, { alignment, route, versions }: Shown, m: Messages): readonly Cell[] {
  const quotes = quotesOf(pair, alignment)
  const side = (which: 'left' | 'right'): Cell => {
    const quote = pair[which] === null ? undefined : quotes[which === 'left' || pair.left === null ? 0 : 1]
    if (quote === undefined) return { text: m.align.none }
    return pair.match === 'ADAPTED' ? { pieces: piecesOf(pair, which) } : { text: wordsOf(pair, which) }
  }
  const match = matchWords(pair, m, versions)
  return [
    { text: placeOf(pair.left) },
    side('left'),
    { text: placeOf(pair.right) },
    side('right'),
    { text: pair.part ? `${match}${m.align.columns.part}` : match },
    { number: pair.score },
    { text: route.lang === 'en' ? pair.reasonEn : pair.reason },
    pair.inherited === null ? {} : { text: percent(pair.inherited) },
  ]
}

/** One side of the difference: what stays, and what was taken out of it or put into it. */
function piecesOf({ diff }: Pair, side: 'left' | 'right'): readonly Piece[] {
  const [own, other] = side === 'left' ? (['delete', 'insert'] as const) : (['insert', 'delete'] as const)
  return diff.flatMap(({ op, text, left }): readonly Piece[] => {
    if (op === other) return []
    return [{ op: op === own ? own : 'equal', text: side === 'left' ? (left ?? text) : text }]
  })
}
