import type { Aggregation } from '../model/facts.ts'

interface Summing {
  /** The words of the bound. */
  readonly words: string
  /** The words of its clause before it. */
  readonly before: string
  readonly window: string | null
  readonly per: string | null
  readonly money: boolean
}

/**
 * How the amounts of a bound are put together: summed up, averaged, or each for itself; null when the words do not say.
 * @example aggregationOf({ words: '累计投入', before: '累计投入', window: 'P3Y', per: null, money: true }) // sum
 */
export function aggregationOf({ words, before, window, per, money }: Summing): Aggregation | null {
  if (/累计|合计|共计|总计/.test(words)) return 'sum'
  if (MEAN.test(words)) return 'mean'
  if (EACH_HERE.test(before) || (window !== null && per !== null && ISO.test(per))) return 'each'
  return money && window !== null && /总(?:投入|额|量|数|支出|收入|经费|投资)/.test(words) ? 'sum' : null
}

/** 平均工资 and 平均水平 are what a share is taken of, no way of counting. */
const MEAN = /平均(?!水平|工资|消费|寿命|线|地权|价|成本|利润率|产值的|收入的)|年均|均值/

/** Rates in time; 每人 and 每平方米 count in units. */
const ISO = /^P/

/** 甲、乙两类人员各不少于3人 */
const EACH_HERE = /(?:各|(?<!平|人|年|日|户|月)均)(?:应当?|须|必须|为|有|不)?$/
