import type { Clause } from './statements.ts'

/** What the list is that a clause stands in, from the words of its lead-in. */
export type ListKind =
  /** 主要职责是： — what somebody has to do. */
  | 'tasks'
  /** 有权采取下列措施： — what somebody may do. */
  | 'powers'
  /** 不得有下列行为： — what nobody may do. */
  | 'prohibited'
  /** 应履行下列义务：, 按照以下程序： — duties and steps. */
  | 'duties'
  /** 应具备以下条件： — what has to be so. */
  | 'conditions'
  /** 分为两类：, 重点领域： — what things are. */
  | 'description'
  /** 提交下列材料：, 有下列情形之一的： — parts of the sentence above. */
  | 'parts'

/** The headings and the list that a clause stands in, chapters left out. */
export interface Surroundings {
  /** Nearest first. */
  readonly headings: readonly string[]
  readonly list: ListKind | null
}

/**
 * @example surroundingsOf(clause).list // conditions
 */
export function surroundingsOf({ place }: Clause): Surroundings {
  const [own, ...above] = (place?.levels ?? []).filter(({ id }) => !/(?:^|__)(?:chp|sec|part)_\d+$/.test(id))
  const headings = [own, ...above].flatMap((level) => (level && level.heading !== '' ? [level.heading] : []))
  const lead = above.find((level) => level.lead !== '')?.lead ?? ''
  return { headings, list: listOf(lead) ?? (CONDITIONS.test(headings[0] ?? '') ? 'conditions' : null) }
}

const CONDITIONS = /条件|资格|要求$|准入/

type ListRule = readonly [ListKind, RegExp]

const LISTS: readonly ListRule[] = [
  ['prohibited', /(?:不得|禁止|严禁)[^。：]{0,24}(?:行为|活动|情形)?(?:之一)?的?[：:]$/],
  [
    'powers',
    /(?:可以|有权|可)(?:依法)?(?:采取|行使|享有|要求|实施)[^。：，]{0,10}(?:下列|以下|如下)[^。：，]{0,10}[：:]$/,
  ],
  ['parts', /(?:下列|以下|如下)[^。：]{0,12}(?:情形|行为|情况)之一[^。]*[：:]$/],
  ['tasks', /(?:任务|职责|职权|权力|工作)(?:如下|是|为|包括|有)?[：:]$/],
  [
    'parts',
    /(?:材料|文件|资料|情[形况](?:之一)?的?|证明|产品|人员|项目|内容|方式|形式|事项|对象|因素|奖励|处罚)(?:如下|是|为|包括|有|采取|进行)?[：:]$/,
  ],
  [
    'duties',
    /(?:义务|程序|步骤|措施|规定|流程|办法|原则|做到|处理|管理|执行)(?:如下|是|为|有|组建|办理|进行)?[：:]$|按照?(?:以下|下列)程序[^。]{0,6}[：:]$/,
  ],
  ['conditions', /(?:条件|要求|资格|标准)(?:之一)?的?[：:]$/],
  ['description', /(?:分为[^。]*|领域|类别?|目标|定位)[：:]$/],
  ['parts', /(?:下列|以下|如下)[^。]{0,30}[：:]$|之一的?[：:]$/],
]

function listOf(lead: string): ListKind | null {
  return LISTS.find(([, pattern]) => pattern.test(lead))?.[0] ?? null
}
