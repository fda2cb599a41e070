import { modalsIn, type Modal } from '../grammar/modals.ts'
import type { Modality } from '../model/facts.ts'
import type { ModalityTerm } from '../model/vocabulary.ts'

/** How a clause binds, and by which word. */
export interface Force {
  readonly modality: Modality
  /** The modal word as written; null where the clause carries none. */
  readonly modal: Modal | null
  /** Whether bare clauses that follow in the sentence go on the same way. */
  readonly carries: boolean
  /** What told it: `modal 不得`, `verb 批准`. */
  readonly rule: string
}

export interface Setting {
  readonly modalities: readonly ModalityTerm[]
  /** An organ, or 国家, acts: its 支持 is a duty. */
  readonly byOrgan: boolean
  /** A heading or lead-in says that aims, principles or classes follow. */
  readonly descriptive: boolean
  /** A lead-in lists the tasks of a board or committee. */
  readonly tasks: boolean
}

/**
 * How a clause binds: by its first modal word, else by its verb (批准 power, 分为 declaration), else as a plain duty.
 * @example forceOf('不得弄虚作假', setting).modality // prohibition
 */
export function forceOf(words: string, setting: Setting): Force {
  const modal = firstModal(words, setting.modalities)
  const spoken = modal && modalityOf(words, modal, setting)
  if (modal && spoken) return { modality: spoken, modal, carries: true, rule: `modal ${modal.word}` }
  const verb = VERBS.find(([, pattern]) => pattern.test(words))
  if (verb && !(verb[0] === 'encouragement' && setting.byOrgan))
    return { modality: verb[0], modal: null, carries: verb[2], rule: `verb ${verb[1].exec(words)?.[0] ?? ''}` }
  if (setting.descriptive) return { modality: 'declaration', modal: null, carries: true, rule: 'under aims or classes' }
  return setting.tasks
    ? { modality: 'power', modal: null, carries: true, rule: 'task of a body' }
    : { modality: 'obligation', modal: null, carries: true, rule: 'plain act' }
}

/** 应参加而不参加: a modal word of what did not happen is none; one inside quotation marks neither. */
function firstModal(words: string, terms: readonly ModalityTerm[]): Modal | null {
  return (
    modalsIn(words, terms).find(
      ({ from, to, word }) =>
        !/^[^，]{1,12}而[不未]/.test(words.slice(to)) &&
        !quoted(words, from) &&
        !(word === '应' && OWED.test(words.slice(0, from))),
    ) ?? null
  )
}

/** 处应出资金额…的罚款, 所应承担的: what is owed. */
const OWED = /[处所按其]$/

function quoted(words: string, at: number): boolean {
  return words.lastIndexOf('“', at) > words.lastIndexOf('”', at)
}

/** 鼓励 and 支持 encourage at the head of a clause; inside one they are what somebody does. */
const ENCOURAGING =
  /^(?:并|但|同时)?(?:国家|本省|本市|我省|我市|省|市)?(?:优先|积极|大力|重点|引导并?|继续)*(?:鼓励|支持|倡导|提倡|引导)/
const PREFERRING = /^(?:并|同时)?优先(?:支持|鼓励|推荐|安排|考虑|给予|纳入)/

function modalityOf(words: string, modal: Modal, { byOrgan }: Setting): Modality | null {
  if (modal.modality !== 'encouragement') return modal.modality as Modality
  if (/^(?:引导并)?(?:国家|本省|本市)?鼓励/.test(words) || PREFERRING.test(words)) return 'encouragement'
  return !byOrgan && ENCOURAGING.test(words) ? 'encouragement' : null
}

type Verb = readonly [Modality, RegExp, boolean]

/** Verbs that say how a clause without a modal word binds; the last field: whether bare clauses behind go on so. */
const VERBS: readonly Verb[] = [
  [
    'obligation',
    /以[^，]{1,30}为[^，]{0,8}依据$|(?:报告|备案)制度$|(?:报告|方案|材料|申请书|计划书?|章程)[^，]{0,6}内容[^，]{0,4}包括/,
    true,
  ],
  [
    'declaration',
    /实行[^，]{0,60}(?:制|制度)$|^本[^，]{1,10}施行|(?:起|同时)(?:施行|实施|废止)|有效期(?:限)?(?:为|至|自|[\d一二三四五六七八九十])|(?:予以|同时)废止/,
    false,
  ],
  [
    'declaration',
    /分为|划分为|是指|所称|视为|视同|(?:内容|范围|类型|对象|形式|方式|主体)(?:主要)?包括|由[^，]{2,60}(?:组成|构成)|作为[^，]{2,40}(?:依据|参考|条件)$/,
    false,
  ],
  [
    'declaration',
    /另有规定|从其规定|适用本|另行(?:制定|规定)|^[^，]{2,16}期(?:一般)?为?\d|以[^，]{1,12}为[^，]{0,6}周期|每[^，]{1,4}为[^，]{0,4}周期/,
    false,
  ],
  ['declaration', /定位于|定位为|致力于|(?:^|[^认变改要只还就总或但既凡不于像])是(?!否)[^，]{2,}/, true],
  ['declaration', /以[^，]{2,40}为[^，的]{0,6}(?:使命|任务|目标|宗旨|核心|重点)$/, true],
  ['declaration', /由[^，]{2,60}牵头(?:建设|组建|$)/, true],
  ['encouragement', /^(?:针对[^，]{0,20})?探索(?!建立|出)/, false],
  ['prohibition', /^不存在/, false],
  ['permission', /^(?:依法)?享受/, true],
  [
    'power',
    /负责解释|统一命名|动态调整|不再列入|^(?!对)[^，]*(?:确定|认定|评定)为|拟?确定[^，]{2,40}名单|^(?:并)?(?:决定|裁定)|(?:取消|撤销|收回|吊销|暂扣|注销)[^，]{0,30}(?:资格|认定|称号|证书?|执照|批复|许可)|取消其|予以撤销|追回|没收|责令|罚款|警告/,
    false,
  ],
  [
    'power',
    /^(?:[^，]{0,16})?(?:批准|审批|审定|聘任|任命|解聘)(?!后|建设|组建|的|机关|部门|文号|文件|手续|权限)|论证后批准|(?:下达|发文)[^，]{0,4}批准|具有[^，]{0,8}自主权|有权|^(?:“[^”]+”的)?(?:纳入|列入)|将其(?:列入|纳入)|委托[^，]{2,30}负责/,
    false,
  ],
]
