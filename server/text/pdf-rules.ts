import type { OPS as Operators, PDFPageProxy } from 'pdfjs-dist'

/** A line drawn on a page, along it or down it; points from the left and the top edge. */
export interface Rule {
  readonly across: boolean
  /** Height of a line across, distance from the left of a line down. */
  readonly at: number
  readonly from: number
  readonly to: number
}

type Matrix = readonly number[]

interface Box {
  readonly left: number
  readonly top: number
  readonly right: number
  readonly foot: number
}

/** In points: the thickest line of a table, the shortest one. */
const THICKEST = 2.5
const SHORTEST = 5

/**
 * The lines that a page draws: strokes, edges of stroked boxes, and boxes so thin that they are lines.
 * @example await rulesOn(page, OPS) // [{ across: true, at: 120, from: 85, to: 517 }, …]
 */
export async function rulesOn(page: PDFPageProxy, ops: typeof Operators): Promise<readonly Rule[]> {
  const { fnArray, argsArray } = await page.getOperatorList()
  const state: State = { matrix: page.getViewport({ scale: 1 }).transform, stack: [], path: [], rules: [] }
  const acts = actsOf(ops)
  fnArray.forEach((operator, at) => acts.get(operator)?.(state, argsArray[at]))
  return state.rules
}

interface State {
  matrix: Matrix
  readonly stack: Matrix[]
  path: readonly Box[]
  readonly rules: Rule[]
}

type Act = (state: State, args: unknown) => void

function actsOf(ops: typeof Operators): ReadonlyMap<number, Act> {
  const turn: Act = (state, args) => {
    if (isNumbers(args)) state.matrix = multiply(state.matrix, args)
  }
  const keep: Act = (state) => void state.stack.push(state.matrix)
  const back: Act = (state) => void (state.matrix = state.stack.pop() ?? state.matrix)
  const drop: Act = (state) => void (state.path = [])
  return new Map<number, Act>([
    [ops.save, keep],
    [ops.restore, back],
    [ops.transform, turn],
    [ops.paintFormXObjectBegin, (state, args) => [keep, turn].forEach((act) => act(state, first(args)))],
    [ops.paintFormXObjectEnd, back],
    [ops.constructPath, (state, args) => void (state.path = [...state.path, ...boxesOf(state.matrix, args, ops)])],
    [ops.endPath, drop],
    ...[ops.fill, ops.eoFill].map((operator) => [operator, paint(false)] as const),
    ...[ops.stroke, ops.closeStroke, ops.fillStroke, ops.eoFillStroke, ops.closeFillStroke, ops.closeEOFillStroke].map(
      (operator) => [operator, paint(true)] as const,
    ),
  ])
}

function first(args: unknown): unknown {
  return Array.isArray(args) ? args[0] : undefined
}

function isNumbers(value: unknown): value is readonly number[] {
  return Array.isArray(value) && value.every((one) => typeof one === 'number')
}

function paint(isStroke: boolean): Act {
  return (state) => {
    for (const box of state.path) state.rules.push(...(isStroke ? edgesOf(box) : [box]).flatMap(ruleOf))
    state.path = []
  }
}

function edgesOf({ left, top, right, foot }: Box): readonly Box[] {
  return [
    { left, right, top, foot: top },
    { left, right, top: foot, foot },
    { left, right: left, top, foot },
    { left: right, right, top, foot },
  ]
}

function ruleOf({ left, top, right, foot }: Box): readonly Rule[] {
  const [width, height] = [right - left, foot - top]
  if (height <= THICKEST && width >= SHORTEST) return [{ across: true, at: (top + foot) / 2, from: left, to: right }]
  if (width <= THICKEST && height >= SHORTEST) return [{ across: false, at: (left + right) / 2, from: top, to: foot }]
  return []
}

/** Boxes and single strokes of a path; curves are none. */
function boxesOf(matrix: Matrix, args: unknown, ops: typeof Operators): readonly Box[] {
  if (!Array.isArray(args) || !isNumbers(args[0]) || !isNumbers(args[1])) return []
  const [operators, numbers] = args
  const boxes: Box[] = []
  let at = 0
  let pen: readonly [number, number] = [0, 0]
  for (const operator of operators) {
    const [x = 0, y = 0, width = 0, height = 0] = numbers.slice(at, at + 4)
    if (operator === ops.rectangle) boxes.push(boxOf(matrix, [x, y], [x + width, y + height]))
    if (operator === ops.lineTo) boxes.push(boxOf(matrix, pen, [x, y]))
    if (operator === ops.moveTo || operator === ops.lineTo) pen = [x, y]
    at +=
      operator === ops.rectangle ? 4 : operator === ops.moveTo || operator === ops.lineTo ? 2 : lengthOf(operator, ops)
  }
  return boxes
}

function lengthOf(operator: number, ops: typeof Operators): number {
  return operator === ops.curveTo ? 6 : operator === ops.curveTo2 || operator === ops.curveTo3 ? 4 : 0
}

function boxOf(matrix: Matrix, a: readonly [number, number], b: readonly [number, number]): Box {
  const [[x1, y1], [x2, y2]] = [move(matrix, a), move(matrix, b)]
  return { left: Math.min(x1, x2), right: Math.max(x1, x2), top: Math.min(y1, y2), foot: Math.max(y1, y2) }
}

function move(
  [a = 1, b = 0, c = 0, d = 1, e = 0, f = 0]: Matrix,
  [x, y]: readonly [number, number],
): readonly [number, number] {
  return [a * x + c * y + e, b * x + d * y + f]
}

/** First `n`, then `m`. */
export function multiply(m: Matrix, n: Matrix): Matrix {
  const [a = 1, b = 0, c = 0, d = 1, e = 0, f = 0] = m
  const [g = 1, h = 0, i = 0, j = 1, k = 0, l = 0] = n
  return [a * g + c * h, b * g + d * h, a * i + c * j, b * i + d * j, a * k + c * l + e, b * k + d * l + f]
}
