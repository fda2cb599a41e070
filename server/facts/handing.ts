import type { FindRoleNames, RoleName } from '../grammar/role-names.ts'
import type { Modality } from '../model/facts.ts'

/** An act inside a clause that another one does: 经X审核, 报X批准. Offsets are into the clause. */
export interface HandedPart {
  readonly from: number
  readonly to: number
  readonly bearer: string
  readonly modality: Modality
  readonly action: string
}

export interface Handed {
  /** Length of what stands before the first handed act; the whole clause when nothing is handed on. */
  readonly ownWords: number
  readonly parts: readonly HandedPart[]
  /** Where what stands behind the last handed act begins: 提出建设申请 in 经主管部门审核推荐后提出建设申请. */
  readonly tail: number | null
}

const THROUGH = /经(?!费|营|济|验|常|过|历|典|由)/g
const REVIEWS =
  /^[^，]{0,12}?(审核|审查|初审|审定|审批|同意|批准|推荐|研究|论证|评审|核准|确认|认可|商[^，]{2,16}提出|授权|考核|验收)[^，后]{0,12}/
const REPORTS = /(?:报送?|上报|提交|呈报)(?:至|给|请)?/g
const APPROVES = /^(?:予以|进行)?(批准|审批|备案|审定|核准|同意|审核)/
const DECIDES = /批准|审批|同意|核准|审定/

/**
 * The acts of others that a clause passes through: 经归口管理单位审核后报省科技厅批准 is two, each with its own bearer.
 * @example handedOn('经归口管理单位审核后报省科技厅批准', find).parts.map(({ bearer }) => bearer)
 */
export function handedOn(words: string, find: FindRoleNames): Handed {
  const names = find(words)
  const parts = [...through(words, names), ...reported(words, names)].sort((a, b) => a.from - b.from)
  const end = parts.at(-1)?.to
  const tail = end === undefined ? words.length : end + (JOINT.exec(words.slice(end))?.[0].length ?? 0)
  return { ownWords: parts[0]?.from ?? words.length, parts, tail: words.length - tail < 3 ? null : tail }
}

const JOINT = /^(?:后|通过后|并|，|无异议|再|方可)*/

function through(words: string, names: readonly RoleName[]): readonly HandedPart[] {
  if (!words.includes('经')) return []
  return [...words.matchAll(THROUGH)].flatMap(({ index }) => {
    const name = names.find(({ start }) => start > index && start - index <= 8)
    const act = name && REVIEWS.exec(words.slice(lastOf(words, names, name).end))
    if (!name || !act || QUALIFIES.test(act.input.slice(act[0].length))) return []
    const to = lastOf(words, names, name).end + act[0].length
    const modality: Modality = DECIDES.test(act[1] ?? '') ? 'power' : 'obligation'
    return [{ from: index, to, bearer: name.name, modality, action: act[1] ?? '' }]
  })
}

/** 经国务院批准设立的部门: the review only tells which one is meant. */
const QUALIFIES = /^[^，；]{0,24}的[^，；]/

/** 省级有关部门或州政府科技管理部门: the last of names joined by 或, 和, 、. */
function lastOf(words: string, names: readonly RoleName[], name: RoleName): RoleName {
  let at = names.indexOf(name)
  for (;;) {
    const here = names[at] ?? name
    const next = names[at + 1]
    if (next === undefined || !JOINED.test(words.slice(here.end, next.start))) return here
    at++
  }
}

const JOINED = /^(?:[、和或及与]|以及|或者)?$/

function reported(words: string, names: readonly RoleName[]): readonly HandedPart[] {
  if (!/[报交呈]/.test(words)) return []
  return [...words.matchAll(REPORTS)].flatMap(({ index, 0: verb }) => {
    const name = names.find(({ start }) => start === index + verb.length)
    const act = name && APPROVES.exec(words.slice(name.end))
    if (!name || !act || !DECIDES.test(act[1] ?? '')) return []
    return [{ from: index, to: name.end + act[0].length, bearer: name.name, modality: 'power', action: act[1] ?? '' }]
  })
}
