import type { RegulationDocument } from '../model/document.ts'
import type { Modality, Norm, Role } from '../model/facts.ts'
import { rawSpan } from '../model/text.ts'
import type { Vocabulary } from '../model/vocabulary.ts'
import { roleNameFinder, type FindRoleNames, type RoleKind } from '../grammar/role-names.ts'
import { backstageOf, subjectOf, type Backstage } from './bearers.ts'
import { forceOf, type Force } from './modality.ts'
import { clausesOf, setsScene, type Clause } from './statements.ts'
import { handedOn } from './handing.ts'

export interface NormContext {
  readonly roles: readonly Role[]
  readonly vocabulary: Pick<Vocabulary, 'modalities' | 'jurisdictions'>
}

/**
 * Who must, may, may not or is encouraged to do what, clause by clause in text order. A bare clause goes on with the bearer
 * and the modal word of the one before it; an item takes those of its lead-in; where nobody is named, organs' acts fall to
 * the administering organ and the rest to what the text is about.
 * @example readNorms(document, context)[0] // { bearer: '创新中心', modality: 'obligation', modal: '应', quote: '创新中心应为独立法人实体', … }
 */
export function readNorms(document: RegulationDocument, { roles, vocabulary }: NormContext): readonly Norm[] {
  const reader: Reader = {
    raw: document.raw.text,
    find: nameFinder(roles, vocabulary),
    modalities: vocabulary.modalities,
    backstage: backstageOf(document, roles),
    stems: new Map(),
  }
  return clausesOf(document).flatMap((clauses) => readPassage(clauses, reader))
}

/** Finds the names of a text's roles in its clauses. */
export function nameFinder(
  roles: readonly Role[],
  { jurisdictions }: Pick<Vocabulary, 'jurisdictions'>,
): FindRoleNames {
  const places = jurisdictions.map(({ zh }) => zh).filter((zh) => zh.length > 2)
  return roleNameFinder({ places, names: roles.flatMap(({ aliases }) => aliases) })
}

interface Reader {
  readonly raw: string
  readonly find: FindRoleNames
  readonly modalities: Vocabulary['modalities']
  readonly backstage: Backstage
  /** The bearer that a provision's lead-in hands to its items. */
  readonly stems: Map<string, Bearer>
}

interface Bearer {
  readonly name: string
  readonly kind: RoleKind
}

interface Running {
  bearer: Bearer | null
  force: Force | null
  norm: Draft | null
  scene: Clause | null
}

interface Draft {
  readonly from: number
  readonly to: number
  readonly clause: Clause
  readonly bearer: string | null
  readonly force: Force
  readonly action: string
}

function readPassage(clauses: readonly Clause[], reader: Reader): readonly Norm[] {
  const first = clauses[0]
  if (first === undefined) return []
  const drafts: Draft[] = []
  const running: Running = { bearer: stemOf(first, reader), force: null, norm: null, scene: null }
  for (const [index, clause] of clauses.entries()) {
    if (opensSentence(clauses, index)) Object.assign(running, { force: null, norm: null, scene: null })
    else if (clauses[index - 1]?.segment !== clause.segment) Object.assign(running, { norm: null, scene: null })
    readClause(clause, { reader, running, drafts })
  }
  const leads = clauses.at(-1)?.mark === '：' || /[：:]$/.test(first.passage.clean.text)
  if (leads && running.bearer) reader.stems.set(first.provision, running.bearer)
  return drafts.map((draft) => normOf(draft, reader.raw))
}

function opensSentence(clauses: readonly Clause[], index: number): boolean {
  return clauses[index]?.sentence !== clauses[index - 1]?.sentence
}

/** The bearer that the nearest lead-in above hands down. */
function stemOf({ place }: Clause, { stems }: Reader): Bearer | null {
  for (const { id } of place?.levels.slice(1) ?? []) {
    const stem = stems.get(id)
    if (stem) return stem
  }
  return null
}

interface At {
  readonly reader: Reader
  readonly running: Running
  readonly drafts: Draft[]
}

const AIM = /制[定订](?:了)?本|特制[定订]/

function readClause(clause: Clause, at: At): void {
  const { reader, running, drafts } = at
  if (AIM.test(clause.passage.clean.text.slice(clause.sentence.from, clause.sentence.to))) return
  const named = subjectOf(clause.words, reader.find)
  if (named !== null && takesOver(clause.words, named.start)) running.bearer = { name: named.name, kind: named.kind }
  if (setsScene(clause.words) && clause.mark !== '。' && clause.mark !== '；' && clause.mark !== '') {
    running.scene = running.scene ?? clause
    running.norm = null
    return
  }
  const handed = handedOn(clause.words, reader.find)
  const force = forceWith(clause, at, named?.kind ?? running.bearer?.kind ?? null)
  if (force !== null && handed.ownWords > 0)
    addClause(clause, { force, named: named !== null, to: clause.at.from + handed.ownWords }, at)
  for (const part of handed.parts) {
    drafts.push({
      from: clause.at.from + part.from,
      to: clause.at.from + part.to,
      clause,
      bearer: part.bearer,
      force: { modality: part.modality, modal: null, carries: false },
      action: part.action,
    })
    running.norm = null
  }
  running.scene = null
}

/** 建设期满后 names nobody, 对创新中心 neither: only a subject stays for the clauses behind it. */
function takesOver(words: string, start: number): boolean {
  return start < 12 || /由/.test(words.slice(0, start)) || /的$/.test(words.slice(0, start))
}

interface Added {
  readonly force: Force
  readonly named: boolean
  readonly to: number
}

function addClause(clause: Clause, { force, named, to }: Added, { reader, running, drafts }: At): void {
  const last = drafts.at(-1)
  const goesOn =
    running.norm !== null &&
    running.norm === last &&
    !named &&
    force.modal === null &&
    !/^(?:并|且|同时)/.test(clause.words) &&
    last.force.modality === force.modality
  if (goesOn && last) {
    drafts[drafts.length - 1] = running.norm = { ...last, to }
    return
  }
  const bearer = bearerOf(clause, force, { reader, running, drafts })
  const from = running.scene && running.scene.segment === clause.segment ? running.scene.at.from : clause.at.from
  const draft = { from, to, clause, bearer, force, action: actionOf(clause, force) }
  drafts.push(draft)
  running.norm = draft
  running.force = force
}

const PRINCIPLES = /指导思想|原则|目标|定位|总体要求|总体思路|布局重点|重点领域|布局领域/
const CONDITIONS = /条件|资格|要求$|准入/
const LISTS_CONDITIONS = /(?:条件|要求|资格)(?:之一)?的?[：:]?$/
const TASKS = /(?:任务|职责|职权)(?:如下|是|为|包括)?[：:]/

/** How the clause binds where it stands; null where it states no norm: a bare condition, a fragment. */
function forceWith(clause: Clause, { reader, running }: At, kind: RoleKind | null): Force | null {
  const [own, ...above] = clause.place?.levels ?? []
  const headings = [own, ...above].map((level) => level?.heading ?? '').filter((heading) => heading !== '')
  const lead = above.find((level) => level.lead !== '')?.lead ?? ''
  const force = forceOf(clause.words, {
    modalities: reader.modalities,
    byOrgan: kind !== null && ORGANS.has(kind),
    descriptive: PRINCIPLES.test(headings[0] ?? '') || /分为[^。]*[：:]$|领域[：:]$/.test(lead),
    tasks: kind === 'governance-body' && (TASKS.test(lead) || TASKS.test(clause.passage.clean.text)),
  })
  const conditions = CONDITIONS.test(headings[0] ?? '') || LISTS_CONDITIONS.test(lead)
  if (conditions && force.modal === null && !/由[^，]*(?:牵头|建设)/.test(clause.words)) return null
  if (clause.words.length < 4 || /^[^，]{0,12}(?:如下|职责是|职责为)$/.test(clause.words)) return null
  const inherited = running.force
  const bare = force.modal === null && force.modality === 'obligation'
  return bare && inherited?.carries && running.force ? { ...inherited, modal: null } : force
}

const ORGANS: ReadonlySet<RoleKind> = new Set<RoleKind>(['authority', 'department', 'local-government'])
const ORGAN_ACTS =
  /给予|予以|取消|撤销|批准|公示|评估|考核|评审|论证|认定|验收|追回|列为|列入|纳入|按有关规定处理|推荐|统筹|布局|动态管理|动态调整|退出机制|统一命名|宣传|分为|解释|施行|废止|加大|决定|不再|限额|比例|处理|引导|构建|依据$|依据为|参考$|一事一议|发布|下达|责令/

function bearerOf({ words }: Clause, { modality }: Force, { reader, running }: At): string | null {
  const { authority, subject } = reader.backstage
  if (running.bearer !== null) return running.bearer.name
  if (modality === 'encouragement') return subject
  return modality === 'power' || ORGAN_ACTS.test(words) ? authority : (subject ?? null)
}

/** What is to be done: the words behind the modal word, or the clause without its bearer. */
function actionOf({ words }: Clause, { modal }: Force): string {
  return modal === null ? words : words.slice(modal.to)
}

function normOf({ from, to, clause, bearer, force, action }: Draft, raw: string): Norm {
  const span = rawSpan(clause.passage.clean, from, to)
  return {
    provision: clause.provision,
    ...span,
    quote: raw.slice(span.start, span.end),
    bearer,
    modality: force.modality satisfies Modality,
    action,
    modal: force.modal?.word ?? null,
  }
}
