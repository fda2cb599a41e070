/** What the picture needs of a step. */
export interface LaneStep {
  readonly id: string
  readonly stage: string
  readonly lane: string
  readonly track: string | null
  readonly hasTime: boolean
}

/** A column; links stay within a phase, and within a stage where a phase is no path (`running`). */
export interface LaneStage {
  readonly key: string
  readonly phase: string
}

export interface LaneCard {
  readonly id: string
  /** Index of the stage, from 0. */
  readonly column: number
  /** Pixels from the top of the picture. */
  readonly top: number
  readonly height: number
}

export interface LaneBand {
  readonly key: string
  readonly top: number
  readonly height: number
}

export interface LanePicture {
  readonly bands: readonly LaneBand[]
  readonly cards: readonly LaneCard[]
  /** From card to card in the order of the text; x counts columns, y pixels. */
  readonly links: readonly { readonly key: string; readonly path: string }[]
  readonly height: number
}

const CARD = 40
const TIMED = 58
const GAP = 5
const PAD = 7
const SMALLEST = 44
/** Share of a column between its edge and a card. */
const MARGIN = 0.04

/**
 * Cards of one procedure in lanes (rows) and stages (columns): lanes as high as their fullest cell, cards of a cell in text
 * order, links only where the next step of a track does not go back.
 * @example layLanes(steps, { stages, lanes }).cards[0]?.top // 7
 */
export function layLanes(
  steps: readonly LaneStep[],
  { stages: columns, lanes }: { readonly stages: readonly LaneStage[]; readonly lanes: readonly string[] },
): LanePicture {
  const stages = columns.map(({ key }) => key)
  const shown = steps.filter(({ stage, lane }) => stages.includes(stage) && lanes.includes(lane))
  const bands: LaneBand[] = []
  const cards: LaneCard[] = []
  let top = 0
  for (const key of lanes) {
    const own = shown.filter(({ lane }) => lane === key)
    if (own.length === 0) continue
    const heights = stages.map((stage, column) =>
      stack(
        own.filter((step) => step.stage === stage),
        { column, top, cards },
      ),
    )
    const height = Math.max(SMALLEST, ...heights)
    bands.push({ key, top, height })
    top += height
  }
  return { bands, cards, links: linksOf(shown, cards, columns), height: top }
}

interface Place {
  readonly column: number
  readonly top: number
  readonly cards: LaneCard[]
}

/** Puts the cards of a cell under one another; its height with the padding. */
function stack(steps: readonly LaneStep[], { column, top, cards }: Place): number {
  let at = top + PAD
  for (const { id, hasTime } of steps) {
    const height = hasTime ? TIMED : CARD
    cards.push({ id, column, top: at, height })
    at += height + GAP
  }
  return steps.length === 0 ? 0 : at - GAP + PAD - top
}

function linksOf(
  steps: readonly LaneStep[],
  cards: readonly LaneCard[],
  stages: readonly LaneStage[],
): LanePicture['links'] {
  const phaseOf = new Map(stages.map(({ key, phase }) => [key, phase === 'running' ? key : phase]))
  const byId = new Map(cards.map((card) => [card.id, card]))
  const tracks = [...new Set(steps.map(({ track }) => track))]
  return tracks.flatMap((track) => {
    const own = steps.filter((step) => step.track === track)
    return own.slice(1).flatMap(({ id, stage }, at) => {
      const before = own[at]
      const [from, to] = [byId.get(before?.id ?? ''), byId.get(id)]
      const isPath = phaseOf.get(before?.stage ?? '') === phaseOf.get(stage)
      return !isPath || from === undefined || to === undefined || to.column < from.column
        ? []
        : [{ key: id, path: pathOf(from, to) }]
    })
  })
}

/** Along the row and into the next card; within one column from card to card. */
function pathOf(from: LaneCard, to: LaneCard): string {
  if (from.column === to.column) {
    const x = from.column + 0.5
    const [start, end] = from.top < to.top ? [from.top + from.height, to.top] : [from.top, to.top + to.height]
    return `M${x} ${start}V${end}`
  }
  const [x1, y1] = [from.column + 1 - MARGIN, from.top + from.height / 2]
  const [x2, y2] = [to.column + MARGIN, to.top + to.height / 2]
  const turn = to.column
  return `M${x1} ${y1}H${turn}V${y2}H${x2}`
}
