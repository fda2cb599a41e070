import { boundAfter, boundBefore } from '../grammar/comparators.ts'
import { isoDuration, perOf, windowOf } from '../grammar/durations.ts'
import { frameOf, NOTHING, single, stretch } from './frame.ts'
import type { Place, Placed, Reading } from './frame.ts'

/** 近3年, 申报前1年度: the window of other bounds. */
export function readWindow({ text, quantities, index }: Place, quantity: Placed): Reading | null {
  const iso = windowOf(text, quantity)
  // 连续两年未使用的 states its own amount; 连续两年不少于100万元 looks at two years.
  const next = quantities[index + 1]
  const leadsOn = next !== undefined && !/[，。；：]/.test(text.slice(quantity.end, next.start))
  if (text.slice(quantity.start - 2, quantity.start) === '连续' && !leadsOn) return null
  if (iso === null) return null
  const looksBack = index === quantities.length - 1 && LOOKS_BACK.test(text.slice(quantity.end, quantity.end + 30))
  if (looksBack) return { frame: { ...single(quantity, '<=', frameOf(text, quantity)), bare: false }, used: 1 }
  const lasts = next === undefined && /^(?:连续|持续)/.test(text.slice(quantity.end, quantity.end + 2))
  if (lasts) return { frame: single(quantity, '=', frameOf(text, quantity)), used: 1 }
  return { frame: { kind: 'window', at: stretch(quantity), iso }, used: 1 }
}

/** 近三年内无违法记录 demands a clean record of three years; there is no other number that it could be the window of. */
const LOOKS_BACK =
  /^[以之]?内(?:[^，,]|，[^，。；]{0,20}(?:无|没有|未|曾))|^[^，。；]{0,16}(?:无|没有|未[^，。；]{0,4}(?:受|发生|出现|有|被)|不存在|不曾)/

const EVERY = /每(?:间?隔|满)?$/
const ONCE = /^[^，。；：]{0,16}[一1][次届轮]/

const CYCLE = /^(?:为|[^，。；：、]{0,8}周期)/

/** 每3年进行一次评估 · 每五年对…进行评估 · 每3年为一个周期: the period is the amount. */
export function readCycle({ text, quantities, index }: Place, quantity: Placed): Reading | null {
  if (quantity.kind !== 'period') return null
  const after = text.slice(quantity.end, quantity.end + 20)
  const every = EVERY.test(text.slice(Math.max(0, quantity.start - 3), quantity.start))
  const once = every ? ONCE.test(after) : /^[\u4e00-\u9fff]{2}[一1]次/.test(after)
  const next = quantities[index + 1]
  const alone = next === undefined || /[，。；：]/.test(text.slice(quantity.end, next.start))
  const isRate = once && next?.unit === 'time' && (boundBefore(text, next) ?? boundAfter(text, next)) !== null
  // 每两个月至少更新一次 bounds the times, not the period.
  if (every && (isRate || (once && quantity.value === 0.5))) return NOTHING
  // 每半年报告一次 is a rate as 每年 is; 每两年不少于两个月 counts something else.
  if (!(every ? once || alone || CYCLE.test(after) : once) || (quantity.value === 0.5 && once)) return null
  const per = once ? isoDuration(quantity.value, quantity.unit) : null
  const used = once && next?.unit === 'time' ? 2 : 1
  return { frame: { ...single(quantity, '=', frameOf(text, quantity)), per }, used }
}

/** 三年累计投入不少于1000万元 */
const SUMMED = /^[的内]?(?:累计|合计|共计|总共)[^，。；]{0,20}$/

/** 三年内发表论文30篇以上: with a bound of its own kind behind it, a period with 内 is the window of that bound. */
export function readPlainWindow({ text, quantities, index }: Place, quantity: Placed): Reading | null {
  const next = quantities[index + 1]
  if (quantity.kind !== 'period' || next === undefined || !['count', 'money'].includes(next.kind)) return null
  const gap = text.slice(quantity.end, next.start)
  const within =
    /^(?:以内|之内|内)[^。；，]{0,30}，?[^。；，]{0,30}$/.test(gap) &&
    !/[应须不]|罚|禁止|取消|处以?|撤销|责令|吊销|暂停/.test(gap)
  if (!within && !SUMMED.test(gap)) return null
  if (/[自起]$/.test(text.slice(Math.max(0, quantity.start - 1), quantity.start))) return null
  const bound = boundAfter(text, next) ?? boundBefore(text, next)
  const iso = bound === null ? null : isoDuration(quantity.value, quantity.unit)
  return iso === null ? null : { frame: { kind: 'window', at: stretch(quantity), iso }, used: 1 }
}

/** 每年进行一次: one time in each period. */
export function readOnceEvery({ text, sentence }: Place, quantity: Placed): Reading | null {
  if (quantity.unit !== 'time') return null
  const words = text.slice(Math.max(sentence.from, quantity.start - 40), quantity.start)
  const clause = words.slice(Math.max(...['，', '；', '：'].map((mark) => words.lastIndexOf(mark))) + 1)
  if (/每[\d一二两三四五六七八九十]+[^，。；：、]{0,14}$/.test(clause)) return NOTHING
  if (perOf(clause) === null) return null
  return { frame: { ...single(quantity, '=', frameOf(text, quantity)), per: perOf(clause) }, used: 1 }
}
