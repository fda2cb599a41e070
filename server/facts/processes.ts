import { surroundingsOf } from './settings.ts'
import type { Clause } from './statements.ts'

/**
 * Whether every act of a passage is a step, tell-tale acts are, only acts of applications and their fate, only acts handed
 * on, or none.
 */
export type Process = 'all' | 'acts' | 'frames' | 'handed' | 'none'

const PROCESS_HEADINGS =
  /程序|流程|步骤|申报|申请|评审|论证|启动建设|验收|评定|认定办法|受理|审批|办理|组织实施|实施步骤|后续评估|年度考核|备案管理|登记/
const NO_PROCESS =
  /条件|资格|目标|原则|指导思想|定位|保障|支持|政策|意义|任务|内容|要求|范围|对象|名额|^(?:加强|强化|健全|完善|营造|加大|推进|推动|提高|切实|加快|深化|优化)/

/**
 * By the list, the heading and the chapter that a clause stands in.
 * @example processOf(clause) // all, under 申报程序
 */
export function processOf(clause: Clause): Process {
  const { headings, list } = surroundingsOf(clause)
  if (/(?:程序|流程|步骤)(?:为|是|如下)?[：:]./.test(clause.passage.clean.text)) return 'all'
  if ((list === 'parts' || list === 'duties') && CASES.test(leadOf(clause))) return 'frames'
  if (list === 'conditions' || list === 'parts' || list === 'description' || list === 'prohibited') return 'none'
  if (list === 'tasks') return 'handed'
  if (list === 'duties' && PROCESS_LEAD.test(leadOf(clause))) return 'all'
  const telling = headings.find((heading) => PROCESS_HEADINGS.test(heading) || NO_PROCESS.test(heading))
  if (telling !== undefined) return PROCESS_HEADINGS.test(telling) && !NO_PROCESS.test(telling) ? 'all' : 'none'
  const above = (clause.place?.levels ?? []).map(({ heading }) => heading.replace(/\s/g, ''))
  if (/总则|职责|法律责任|罚则/.test(above.at(-1) ?? '')) return 'handed'
  return above.some((heading) => RUN_HEADINGS.test(heading)) ? 'acts' : 'frames'
}

/** Headings over what happens to an application, a project or a body in time. */
const RUN_HEADINGS =
  /程序|流程|申报|申请|受理|审批|审查|许可|登记|注册|备案|认定|评审|鉴定|验收|考核|评估|评价|组建|立项|评选|遴选/

/** 应当根据下列情况分别作出处理： each case has its act. */
const CASES = /(?:情[形况]|规定)[^。：]{0,12}(?:处理|办理|决定)[：:]$/
const PROCESS_LEAD = /程序|流程|步骤/

function leadOf({ place }: Clause): string {
  return place?.levels.slice(1).find(({ lead }) => lead !== '')?.lead ?? ''
}
