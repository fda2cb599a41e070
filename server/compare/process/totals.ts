import type { Sentence } from '../../model/comparison.ts'
import type { PlacedStep, ProcessTotal, StepTime, TimeUnit } from '../../model/process.ts'
import { STAGES } from './stages.ts'

/**
 * How long the official side takes from the application to the certificate, for each track: a sum only where every place
 * of it states a time, else what is stated and how much is not. Days and working days are summed apart.
 */
export function totalsOf(steps: readonly PlacedStep[]): readonly ProcessTotal[] {
  const official = steps.filter(({ stage, lane }) => ENTRY.has(stage) && lane !== 'applicant' && stage !== 'arrange')
  const named = [...new Set(official.map(({ track }) => track))]
  // What holds for every track is no way in of its own where there are tracks.
  const tracks = named.length > 1 ? named.filter((track) => track !== EVERY_TRACK) : named
  return tracks.map((track) =>
    totalOf(
      track,
      official.filter((step) => step.track === track),
    ),
  )
}

/** For steps that hold in every track. */
export const EVERY_TRACK = 'general'

const ENTRY: ReadonlySet<string> = new Set(STAGES.filter(({ phase }) => phase === 'entry').map(({ key }) => key))

function totalOf(track: string, steps: readonly PlacedStep[]): ProcessTotal {
  const places = [...new Set(steps.map(placeOf))].map((place) => timesOf(steps.filter((one) => placeOf(one) === place)))
  const stated = places.filter((times) => times.length > 0)
  const counts = { places: places.length, without: places.length - stated.length }
  const sums = sumsOf(stated.flat())
  const kind = sums.length === 0 ? 'silent' : counts.without === 0 ? 'complete' : 'bounded'
  return { track, kind, sums, ...counts, sentence: sentenceOf({ kind, sums, ...counts }) }
}

function placeOf({ stage, lane }: PlacedStep): string {
  return `${stage} ${lane}`
}

type Figure = StepTime & {
  readonly value: number
  readonly unit: TimeUnit
  readonly kind: 'limit' | 'least' | 'period'
}

/** Of alternatives in one place (准予 and 不予) the longest counts, once for each unit. */
function timesOf(steps: readonly PlacedStep[]): readonly Figure[] {
  const figures = steps.flatMap(({ time, quote }) =>
    time !== null && isFigure(time) && !bindsOther(time, quote) ? [time] : [],
  )
  const units = [...new Set(figures.map(({ unit }) => unit))]
  return units.flatMap((unit) => {
    const longest = figures.filter((time) => time.unit === unit).sort((a, b) => b.value - a.value)[0]
    return longest === undefined ? [] : [longest]
  })
}

/** 告知申请人十日内…: the time is the applicant's. */
function bindsOther({ words }: StepTime, quote: string): boolean {
  const told = quote.replace(/\s+/g, '')
  return /(?:告知|通知|责令|要求)[^，；]{2,14}$/.test(
    told.slice(0, Math.max(0, told.indexOf(words.replace(/\s+/g, '')))),
  )
}

function isFigure(time: StepTime): time is Figure {
  return time.value !== null && time.unit !== null && ['limit', 'least', 'period'].includes(time.kind)
}

function sumsOf(figures: readonly Figure[]): ProcessTotal['sums'] {
  const sums = new Map<string, { unit: TimeUnit; value: number; kind: Figure['kind'] }>()
  for (const { unit, value, kind } of figures) {
    const key = `${unit} ${kind}`
    sums.set(key, { unit, kind, value: (sums.get(key)?.value ?? 0) + value })
  }
  return [...sums.values()]
}

const UNIT_NAMES: Readonly<Record<TimeUnit, Sentence>> = {
  workday: { zh: '个工作日', en: 'working days' },
  day: { zh: '日', en: 'days' },
  week: { zh: '周', en: 'weeks' },
  month: { zh: '个月', en: 'months' },
  year: { zh: '年', en: 'years' },
}
const KIND_NAMES: Readonly<Record<Figure['kind'], Sentence>> = {
  limit: { zh: '至多', en: 'at most' },
  least: { zh: '至少', en: 'at least' },
  period: { zh: '', en: '' },
}

function sentenceOf({ kind, sums, places, without }: Omit<ProcessTotal, 'track' | 'sentence'>): Sentence {
  const zh = sums.map((sum) => `${KIND_NAMES[sum.kind].zh}${sum.value}${UNIT_NAMES[sum.unit].zh}`).join(' + ')
  const en = sums.map((sum) => `${KIND_NAMES[sum.kind].en} ${sum.value} ${UNIT_NAMES[sum.unit].en}`.trim()).join(' + ')
  if (kind === 'silent')
    return { zh: `${places} 个办理环节均未载明期限`, en: `none of the ${places} official stages states a time` }
  if (kind === 'complete') return { zh: `合计${zh}`, en: `in total ${en}` }
  return {
    zh: `已载明 ${zh}；${places} 个办理环节中 ${without} 个未载明期限，总时长不能算出`,
    en: `stated: ${en}; ${without} of ${places} official stages state no time, so there is no total`,
  }
}
