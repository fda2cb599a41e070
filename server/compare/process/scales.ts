import type { Sentence } from '../../model/comparison.ts'
import type { EvaluationScale, GradeStanding, ReadScale } from '../../model/process.ts'
import type { Span } from '../../model/text.ts'

/**
 * A scale as the text has it: where it is declared, and which grades pass, by what follows from each, else by its word.
 * @example readScale(scale, text).standings[3] // { grade: '差', standing: 'fail', why: 'consequence' }
 */
export function readScale({ grades, consequences }: EvaluationScale, text: string): ReadScale {
  const place = placeOf(grades, text)
  const standings = grades.map((grade) => {
    const effects = consequences.filter((one) => one.grade === grade && !NO_EFFECT.test(one.effect))
    return standingOf(
      grade,
      effects.map(({ effect }) => effect),
    )
  })
  const whole =
    grades.length > 1 && place !== null && (DECLARES.test(text.slice(place.start, place.end)) || hasBothEnds(standings))
  return { grades, declared: whole, place, standings }
}

/** Quotas and how a grade comes about are no consequence of it. */
export const NO_EFFECT = /比例|(?:评估|考核|评价|验收)?结果(?:直接)?(?:确定|评定|认定)?为|评为|定为|视为[“"]?不?合格/

/** How hard an effect is: withdrawal 3, rectification 2, a warning 1, none 0. */
export function severityOf(effect: string): number {
  return SEVERITIES.find(([, pattern]) => pattern.test(effect))?.[0] ?? 0
}

const SEVERITIES: readonly (readonly [number, RegExp])[] = [
  [3, /撤销|取消|不再列入|不再享受|摘牌|淘汰|终止|退出|收回|追回|撤回/],
  [2, /整改|限期|暂缓|停止|降级/],
  [1, /通报|约谈|警告/],
]
const FAVOURS = /支持|保留|进入下一|奖励|推荐|优先|给予|予以|纳入|晋升|表彰/
const PASSES = /^(?:优|良|较好|合格|通过|达标|称职|满意|基本合格|基本通过|基本达标|基本称职|守信|A)/
const FAILS = /^(?:不|未|差|较差|失信)/

function standingOf(grade: string, effects: readonly string[]): GradeStanding {
  const hardest = Math.max(0, ...effects.map(severityOf))
  const kept = effects.some((effect) => /保留/.test(effect))
  if (hardest === 3 && !kept && !effects.some((effect) => severityOf(effect) === 2))
    return { grade, standing: 'fail', why: 'consequence' }
  if (hardest >= 2) return { grade, standing: 'conditional', why: 'consequence' }
  if (effects.some((effect) => FAVOURS.test(effect))) return { grade, standing: 'pass', why: 'consequence' }
  if (FAILS.test(grade)) return { grade, standing: 'fail', why: 'word' }
  if (PASSES.test(grade)) return { grade, standing: 'pass', why: 'word' }
  return { grade, standing: 'unknown', why: null }
}

function hasBothEnds(standings: readonly GradeStanding[]): boolean {
  return standings.some(({ standing }) => standing === 'pass') && standings.some(({ standing }) => standing !== 'pass')
}

const DECLARES = /分为|分成|划分|设|[等档][级次]|等[：:]/
/** So many characters may lie between two grades of one list. */
const APART = 40
const TRIES = 200

/** The first place that has all the grades in order, from the start of its sentence to the end. */
function placeOf(grades: readonly string[], text: string): Span | null {
  const [first] = grades
  if (first === undefined) return null
  let found: Span | null = null
  for (
    let at = text.indexOf(first), tries = 0;
    at >= 0 && tries < TRIES;
    at = text.indexOf(first, at + 1), tries += 1
  ) {
    const end = isGradeAt(text, at, first) ? endOf(grades, text, at) : null
    if (end === null) continue
    const place = sentenceAround(text, at, end)
    if (DECLARES.test(text.slice(place.start, place.end))) return place
    found ??= place
  }
  return found
}

/** Where the last of the grades ends, each within reach of the one before it; null where one is missing. */
function endOf(grades: readonly string[], text: string, from: number): number | null {
  let end = from
  for (const grade of grades) {
    const at = text.slice(0, end + APART + grade.length).indexOf(grade, end)
    if (at < 0) return null
    end = at + grade.length
  }
  return end
}

/** 优 is a grade in “优” and in 优、良, not in 优势. */
function isGradeAt(text: string, at: number, grade: string): boolean {
  return (
    grade.length > 1 || (/[“"、和为分成设：:\s]/.test(text.charAt(at - 1)) && /[”"、和\s]/.test(text.charAt(at + 1)))
  )
}

function sentenceAround(text: string, from: number, to: number): Span {
  const stop = (at: number) => /[。；\n]/.test(text.charAt(at)) || at >= text.length
  let [start, end] = [from, to]
  // A single line break is a broken line, two are the end of a paragraph.
  const isBreak = (at: number) =>
    stop(at) && (text.charAt(at) !== '\n' || text.charAt(at + 1) === '\n' || text.charAt(at - 1) === '\n')
  while (start > 0 && !isBreak(start - 1)) start -= 1
  while (end < text.length && !isBreak(end)) end += 1
  while (/\s/.test(text.charAt(start))) start += 1
  return { start, end }
}

/** 优秀 › 良好 › 较差. */
export function scaleWords({ grades, declared }: ReadScale): Sentence {
  const order = grades.join(' › ')
  if (declared) return { zh: `${order}（${grades.length} 级）`, en: `${order} (${grades.length} grades)` }
  return {
    zh: `只点名 ${grades.join('、')}，未载明全部等级`,
    en: `names only ${grades.join(', ')}, not the whole scale`,
  }
}
