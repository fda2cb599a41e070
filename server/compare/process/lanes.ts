import type { Sentence } from '../../model/comparison.ts'
import type { LaneKey, ProcessRole, ProcessStep, StageKey } from '../../model/process.ts'

/** The lanes in the order in which an application climbs. */
export const LANES: readonly { readonly key: LaneKey; readonly label: Sentence }[] = [
  { key: 'applicant', label: { zh: '申请与建设方', en: 'Applicant and holder' } },
  { key: 'recommender', label: { zh: '审核推荐单位', en: 'Recommending body' } },
  { key: 'expert', label: { zh: '专家与第三方', en: 'Experts and third parties' } },
  { key: 'authority', label: { zh: '主管部门', en: 'Authority in charge' } },
  { key: 'government', label: { zh: '政府', en: 'Government' } },
  { key: 'public', label: { zh: '社会公示', en: 'Public notice' } },
  { key: 'unnamed', label: { zh: '未点名', en: 'Nobody named' } },
]

export interface LanePlacing {
  readonly lane: LaneKey
  readonly reason: Sentence
}

/** A step with its stage, for what it says of who takes it. */
export interface StagedStep {
  readonly step: ProcessStep
  readonly stage: StageKey
}

/**
 * The lane of each step: by the kind of body that its actor is, and for public bodies by what they do in this text: who
 * only reviews and hands on recommends, who decides is in charge.
 */
export function lanesOf(steps: readonly StagedStep[], roles: readonly ProcessRole[]): readonly LanePlacing[] {
  const known = { kindOf: kindFinder(roles), deciders: decidersAmong(steps), passers: passersAmong(steps) }
  return steps.map((step) => laneOf(step, known))
}

interface Known {
  readonly kindOf: (actor: string | null) => string | null
  /** Who settles matters somewhere in the text, and who reviews and hands on. */
  readonly deciders: ReadonlySet<string>
  readonly passers: ReadonlySet<string>
}

function laneOf({ step: { actor, action }, stage }: StagedStep, { kindOf, deciders, passers }: Known): LanePlacing {
  if (stage === 'notice') return placing('public', '公示面向社会', 'a notice to the public')
  if (actor === null || VERB_FIRST.test(actor)) return unnamed(action, stage)
  const kind = kindOf(actor)
  const fixed = EXPERT.test(actor) ? 'expert' : FIXED.get(kind ?? '')
  if (fixed === 'applicant' && OFFICIAL.test(action)) {
    return placing('unnamed', '只有机关能作出，条文未点名机关', 'only an authority can do it, and none is named')
  }
  if (fixed !== undefined) return placing(fixed, `“${actor}”属于${NAMES[fixed].zh}`, `${actor}: ${NAMES[fixed].en}`)
  const isPublic = PUBLIC_BODY.test(kind ?? '') || ORGAN.test(actor) || GOVERNMENT.test(actor)
  if (isPublic && !deciders.has(actor) && (PASSES_ON.test(actor) || passers.has(actor))) {
    return placing(
      'recommender',
      `“${actor}”审核后报上一级，不作决定`,
      `${actor} reviews and hands on, and does not decide`,
    )
  }
  if (GOVERNMENT.test(actor)) return placing('government', `“${actor}”代表一级政府`, `${actor} is a government`)
  if (isPublic) return placing('authority', `“${actor}”是主管机关`, `${actor} is the authority in charge`)
  if (OFFICIAL.test(action)) return unnamed(action, stage)
  if (fixed === undefined && /推荐|初评|初审/.test(action)) {
    return placing('recommender', `“${actor}”负责推荐`, `${actor} recommends`)
  }
  return placing('applicant', `“${actor}”是办理事项的一方`, `${actor} is the party to the matter`)
}

/** Only an applicant can apply; who decides is left open where the text leaves it open. */
function unnamed(action: string, stage: StageKey): LanePlacing {
  if (
    (stage === 'apply' || /申请|办理[^，；]{0,24}(?:登记|手续|备案|注册|许可|审批)|领取/.test(action)) &&
    !OFFICIAL.test(action)
  ) {
    return placing('applicant', '条文未点名，申请由申请人办理', 'nobody is named; it is the applicant who applies')
  }
  return placing('unnamed', '条文未点名由谁办理', 'the text names nobody')
}

/** Acts that only an organ can do. */
const OFFICIAL =
  /(?:予以|不予|准予)(?:登记|受理|批准|许可|备案|认定|核准|注册|公告)|(?:核发|颁发|发放)(?!的)|(?:作出|做出)[^，；]{0,20}决定|告知申请人|通知申请人/
/** Words that name no actor although a body stands in them: 持登记证到原登记机关. */
const VERB_FIRST = /^(?:持|携|凭)[^，]*[到向]|^(?:到|向|无需|领取|逐步|实现)|^办$/

/** Kinds of role whose lane does not hang on what they do. */
const FIXED: ReadonlyMap<string, LaneKey> = new Map([
  ['applicant', 'applicant'],
  ['host', 'applicant'],
  ['enterprise', 'applicant'],
  ['university', 'applicant'],
  ['institute', 'applicant'],
  ['position', 'applicant'],
  ['individual', 'applicant'],
  ['expert', 'expert'],
  ['third-party', 'expert'],
])
const EXPERT = /专家(?:组|委员会)?$|(?:评审|鉴定)委员会$|(?:鉴定|评估|检测|检验)机构$/
const PUBLIC_BODY = /^(?:authority|department|local-government)$/
const GOVERNMENT = /政府$|国务院$|管委会$|管理委员会$|^(?:国家|本[省市区州县]|全[省市国])$/
const ORGAN = /(?:部|委|厅|局|署|处室?|科|部门|机关|主管单位|管理单位|办公室|法院|检察院|领导小组)$/
/** Bodies that a text places below or beside the one in charge. */
const PASSES_ON = /归口|推荐单位|推荐部门|主管单位$|所属|属地|上级主管/

function passesOn(action: string, stage: StageKey): boolean {
  const words = action.replace(/\s+/g, '')
  return (
    /推荐|初审|初步审查|^经[^，；]{2,40}(?:审核|审查|同意|推荐)|行文上报/.test(words) ||
    (stage === 'review' && /报送?|上报/.test(words))
  )
}

/** Bodies that settle a matter somewhere in the text. */
function decidersAmong(steps: readonly StagedStep[]): ReadonlySet<string> {
  const settle = steps.filter(
    ({ step, stage }) => SETTLING.has(stage) && !/^(?:并|应当?)?经[^，；]{2,40}(?:同意|备案)/.test(step.action),
  )
  return new Set(settle.flatMap(({ step }) => step.actor ?? []))
}

function passersAmong(steps: readonly StagedStep[]): ReadonlySet<string> {
  return new Set(steps.flatMap(({ step, stage }) => (passesOn(step.action, stage) ? (step.actor ?? []) : [])))
}

const SETTLING: ReadonlySet<StageKey> = new Set(['decide', 'issue', 'exit', 'accept'])

const NAMES = Object.fromEntries(LANES.map(({ key, label }) => [key, label])) as Readonly<Record<LaneKey, Sentence>>

function kindFinder(roles: readonly ProcessRole[]): (actor: string | null) => string | null {
  const kinds = new Map(
    roles.flatMap(({ name, aliases, kind }) => [name, ...aliases].map((one) => [one, kind] as const)),
  )
  const first = (actor: string) => actor.split(/[、和或与及]/).find((one) => kinds.has(one)) ?? ''
  return (actor) => (actor === null ? null : (kinds.get(actor) ?? kinds.get(first(actor)) ?? null))
}

function placing(lane: LaneKey, zh: string, en: string): LanePlacing {
  return { lane, reason: { zh, en } }
}

/** Who takes part beside the actor. */
const WITH: readonly (readonly [LaneKey, RegExp])[] = [
  ['expert', /(?:委托|组织|邀请|聘请)[^，；]{0,16}?((?:第三方|评估|专业|中介|检测)机构)/],
  ['expert', /(?:委托|组织|邀请|聘请|经)[^，；]{0,20}?((?:技术|财务|管理|相关领域|评审)?专家(?:组|委员会)?)/],
  ['authority', /(?:会同|商)((?:[^，；对组向提进开]){2,16}?(?:部门|厅|局|委|部|处室))/],
]

/**
 * Others who take part in a step, by its words.
 * @example partnersOf('省科技厅会同省财政厅组织专家评审')[0]?.name // 专家
 */
export function partnersOf(action: string): readonly { readonly lane: LaneKey; readonly name: string }[] {
  const words = action.replace(/\s+/g, '')
  return WITH.flatMap(([lane, pattern]) => {
    const name = pattern.exec(words)?.[1]
    return name === undefined ? [] : [{ lane, name }]
  })
}

/**
 * What the text calls the actor at this place: a shorter name of the same body that stands in the words, else the shortest
 * that it has.
 * @example calledIn(step, [{ name: '省科学技术厅', aliases: ['省科技厅'], … }]) // 省科技厅
 */
export function calledIn({ actor, action, lead }: ProcessStep, roles: readonly ProcessRole[]): string | null {
  if (actor === null) return null
  const role = roles.find(({ name, aliases }) => name === actor || aliases.includes(actor))
  if (role === undefined) return handedBy(actor, roles)
  const names = [role.name, ...role.aliases]
  const here = names.filter((name) => (lead + action).replace(/\s+/g, '').includes(name))
  const [shortest] = (here.length > 0 ? here : names).filter(isPlain).sort((a, b) => a.length - b.length)
  return shortest ?? actor
}

/** A pronoun or an attribute in front belongs to the sentence and not to the name. */
function isPlain(name: string): boolean {
  return !/^(?:所属|相关|有关|各|其)/.test(name)
}

/** 年度报告经归口管理单位: the papers and the body that they go through, read as one name. */
function handedBy(actor: string, roles: readonly ProcessRole[]): string {
  const behind = /^[^，]{2,16}经(.{3,})$/.exec(actor)?.[1]
  const known = roles.some(({ name, aliases }) => behind !== undefined && [name, ...aliases].includes(behind))
  return known && behind !== undefined ? behind : actor
}
