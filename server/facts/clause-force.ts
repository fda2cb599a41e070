import { topicOf } from '../grammar/subjects.ts'
import type { Vocabulary } from '../model/vocabulary.ts'
import { ORGANS, type Bearer } from './backstage.ts'
import { forceOf, type Force } from './modality.ts'
import { surroundingsOf } from './settings.ts'
import { statesAct, type Clause } from './statements.ts'

/** What the clauses before have left standing. */
export interface Standing {
  readonly bearer: Bearer | null
  readonly force: Force | null
  readonly norm: { readonly force: Force } | null
  readonly scene: Clause | null
  /** The sentence lists tasks: 主要职责是…. */
  readonly tasks: boolean
  /** The sentence counts up what something consists of: 内容包括：…；…. */
  readonly lists: boolean
}

interface Among {
  readonly modalities: Vocabulary['modalities']
  readonly standing: Standing
}

/**
 * How a clause binds where it stands; null where it states no norm: a bare condition, a part of a list, a fragment.
 * @example clauseForce(clause, true, { modalities, standing })?.modality // obligation
 */
export function clauseForce(clause: Clause, named: boolean, { modalities, standing: running }: Among): Force | null {
  const words = clause.words.replace(LISTS_TASKS, '')
  if (words.length < 4 || ANNOUNCES.test(clause.words) || isCase(clause)) return null
  const { headings, list } = surroundingsOf(clause)
  const kind = running.bearer?.kind ?? null
  const body = kind === 'governance-body' || kind === 'position'
  const force = forceOf(words, {
    modalities,
    byOrgan: kind !== null && ORGANS.has(kind),
    descriptive: PRINCIPLES.test(headings[0] ?? '') || list === 'description',
    tasks: body && (running.tasks || list === 'tasks'),
  })
  if (force.modal !== null) return force
  if (list === 'prohibited') return PROHIBITED
  if (list === 'parts') return force.modality === 'power' && running.scene !== null ? force : null
  if (list === 'conditions' && running.norm === null && !CONDUCT.test(words)) return null
  if (force.modality === 'power' && !named && running.norm?.force.modal?.modality === 'obligation')
    return running.norm.force
  if (running.lists) return null
  if (force.modality !== 'obligation' || (named && topicOf(words) === null)) return force
  if (running.force?.modality === 'prohibition' && /^并/.test(words)) return force
  if (running.force?.carries) return { ...running.force, modal: null, rule: carried(running.force) }
  if (list === 'powers') return { ...force, modality: 'permission', rule: 'list of powers' }
  return list === 'tasks' || running.norm !== null || statesAct(words) ? force : null
}

/** 主要职责是, 其任务如下: what the words open. */
export const LISTS_TASKS = /^(?:其)?(?:主要|具体)?(?:任务|职责|职权)(?:如下|是|为|包括|有)?[：:]?/
const PRINCIPLES = /指导思想|原则|目标|定位$|总体要求|总体思路|布局重点|重点领域|布局领域/
/** Clauses among conditions that somebody has to do, not to be. */
const CONDUCT = /给予|提供|承诺|签署|签订|开展|支持|严格遵守|^不存在|先行|一般采取|由[^，]*(?:牵头|建设)|全职/
const ANNOUNCES =
  /^[^，]{0,12}(?:程序|领域|如下|职责|任务|内容)(?:为|是)?$|^[^，]{2,16}(?:是|(?<!行)为|如下)$|按照?(?:以下|下列|如下)程序/
const PROHIBITED: Force = { modality: 'prohibition', modal: null, carries: true, rule: 'list of what is prohibited' }

/** 擅自转让的；: one of the cases that the sentence above counts up. */
function isCase({ words, mark, place }: Clause): boolean {
  return words.endsWith('的') && mark !== '，' && place?.levels[0]?.id.includes('item_') === true
}

function carried({ rule }: Force): string {
  return rule.startsWith('carried on from') ? rule : `carried on from ${rule}`
}
