import type { FindRoleNames, RoleKind } from '../grammar/role-names.ts'
import type { RegulationDocument } from '../model/document.ts'
import type { Modality, Role } from '../model/facts.ts'
import { addresseeOf } from './bearers.ts'

/** Who stands behind clauses that name nobody. */
export interface Backstage {
  /** The organ that administers the text: the one that explains it, manages its subject or issued it. */
  readonly authority: string | null
  /** What the text is about, where it says so (以下简称…): 创新中心. */
  readonly subject: string | null
}

/**
 * The organ and the subject that a text speaks of throughout.
 * @example backstageOf(document, roles) // { authority: '省科技厅', subject: '创新中心' }
 */
export function backstageOf(document: RegulationDocument, roles: readonly Role[]): Backstage {
  const text = document.passages.map(({ clean, part }) => (part === 'body' ? clean.text : '')).join('\n')
  return { authority: authorityOf(text, document, roles), subject: governed(text, document, roles) }
}

const ORGAN_KINDS = new Set(['authority', 'department', 'local-government'])

function authorityOf(text: string, { meta }: RegulationDocument, roles: readonly Role[]): string | null {
  const names = roles.filter(({ kind }) => ORGAN_KINDS.has(kind)).flatMap(({ name, aliases }) => [name, ...aliases])
  // A congress, a court or a government enacts: who then acts is only known where the text says so.
  if (meta.issuers.length > 0 && !meta.issuers.some((issuer) => ADMINISTERS.test(issuer))) return null
  const explains = /由([^，。；由]{2,40}?)(?:负责|进行)?解释/.exec(text)?.[1]
  const named = explains === undefined ? undefined : names.find((name) => explains.startsWith(name))
  return named ?? meta.issuers.find((issuer) => ADMINISTERS.test(issuer)) ?? null
}

/** A congress or a government enacts; a department administers. */
const ADMINISTERS = /[厅局委部署办行](?:（[^）]*）)?$/

/** The defined or titled name of a body that acts most often at the head of a clause. */
function governed(text: string, { meta }: RegulationDocument, roles: readonly Role[]): string | null {
  const title = meta.title ?? ''
  const bodies = roles.filter(
    ({ kind, name, aliases }) =>
      BODIES.has(kind) &&
      [name, ...aliases].some(
        (one) =>
          GOVERNS.test(title.slice(title.indexOf(one) + one.length)) &&
          title.includes(one) &&
          /(?:中心|基地|平台|实验室|园区|机构|联盟|研究院|孵化器|空间|站|院|所)$/.test(one),
      ),
  )
  const names = bodies.flatMap(({ name, aliases }) => [name, ...aliases])
  const counted = names.map((name) => ({ name, count: headCount(text, name) }))
  const best = counted.reduce<(typeof counted)[number] | null>((a, b) => (b.count > (a?.count ?? 0) ? b : a), null)
  return best === null || best.count < 2 ? null : best.name
}

/** The title says what is done with the body itself, not with something of its: 中心建设, not 机构制剂. */
const GOVERNS =
  /^(?:[（(]|的|建设|运行|管理|培育|创建|组建|认定|评估|考核|绩效|申报|发展|工作|暂行|试行|实施|专项|设立|监督|备案|登记|条例|办法|规定)/

const BODIES = new Set(['other', 'institute', 'applicant', 'third-party'])

function headCount(text: string, name: string): number {
  return text.split(new RegExp(`(?:^|[。；\\n，])${name}(?!的|主任|申报)`)).length - 1
}

/** A name that acts, with its kind. */
export interface Bearer {
  readonly name: string
  readonly kind: RoleKind
}

export interface Cast {
  readonly find: FindRoleNames
  readonly backstage: Backstage
}

export const ORGANS: ReadonlySet<RoleKind> = new Set<RoleKind>(['authority', 'department', 'local-government'])
const ORGAN_ACTS =
  /给予|予以|取消|撤销|批准|公示|(?:进行|开展|组织)[^，]{0,30}(?:评估|考核|评审|论证|验收|认定)|^[^，]{0,6}(?:评估|考核|评价|验收)|追回|列为|列入|推荐|统筹|布局|动态调整|统一命名|宣传|分为|解释|施行|废止|加大|决定|不再|比例|处理|引导|构建|依据$|依据为|参考$|发布|下达|责令|委托/
/** What is done to the one named: 创新中心按照一事一议的方式进行统筹建设. */
const DONE_TO = /一事一议|进行统筹|实行动态管理/
const RECTIFIES = /^限期|整改$/

/** Whether a clause sends somebody back to put things right: 限期一年整改. */
export function rectifies(words: string): boolean {
  return RECTIFIES.test(words)
}

/** Acts that only who administers the text can do, whoever was spoken of before. */
const OFFICIAL =
  /取消|撤销|追回|保留[^，]{0,10}资格|列入|纳入[^，]{0,12}(?:管理|序列)|规定(?:予以)?处理|动态管理|退出机制|^(?:并)?决定|^(?:并)?推荐|^对[^，]{2,60}(?:给予|予以)|^(?:并)?给予|支持力度|授牌|确定为|一事一议/

/** 严禁无证生产: forbidden to whoever is addressed, not to the one spoken of before. */
const FORBIDS = /^(?:严禁|禁止)/

/** 依法承担赔偿责任: what falls to who broke a rule, not to the organ that punished it. */
const ANSWERS = /承担[^，]{0,8}责任|追究[^，]{0,16}责任|依法(?:予以)?赔偿|^赔偿/
const SANCTIONS =
  /责令|没收|吊销|罚款|处分$|暂扣|拘留|通报批评|追究[^，]{0,16}责任|不予(?:批准|登记|受理|许可|办理|注册|备案|签发|核发|颁发)/

/** A clause that binds, with the bearer that runs on from the clauses before it. */
export interface Bound {
  readonly words: string
  readonly modality: Modality
  /** Whether the clause itself names the running bearer. */
  readonly named: boolean
  readonly running: Bearer | null
  /** Whether no norm of the sentence stands before it. */
  readonly opens: boolean
  /** Who broke the rule that the sentence speaks of. */
  readonly offender: string | null
}

/**
 * Who bears a norm: whom it encourages, whom the clause names, who runs on from before; official acts fall to the
 * administering organ and the rest to what the text is about.
 * @example bearerOf(bound, { find, backstage }) // 省科技厅
 */
export function bearerOf(bound: Bound, { find, backstage }: Cast): string | null {
  const { words, modality, named, running } = bound
  const addressee = modality === 'encouragement' ? addresseeOf(words, find) : null
  if (addressee !== null) return addressee.name
  const { authority, subject } = backstage
  if (!named && modality === 'prohibition' && bound.opens && FORBIDS.test(words))
    return addresseeOf(words, find)?.name ?? null
  if (!named && isOrgan(running) && ANSWERS.test(words)) return bound.offender
  if (!named && !isOrgan(running) && SANCTIONS.test(words)) return authority
  if (rectifies(words) && subject !== null && !named && !isDoneTo(bound)) return subject
  if (isDoneTo(bound) || (!named && isOfficial(bound) && authority !== null)) return authority ?? running?.name ?? null
  if (running !== null) return running.name
  if (modality === 'encouragement') return subject
  return modality === 'power' || ORGAN_ACTS.test(words) ? authority : subject
}

function isDoneTo({ words, modality, running }: Bound): boolean {
  return DONE_TO.test(words) && !isOrgan(running) && modality !== 'encouragement'
}

function isOfficial({ words, modality, running }: Bound): boolean {
  return OFFICIAL.test(words) && !isOrgan(running) && modality !== 'encouragement'
}

function isOrgan(bearer: Bearer | null): boolean {
  return bearer !== null && ORGANS.has(bearer.kind)
}
