import type { RegulationDocument } from '../model/document.ts'
import type { Modality, Norm, Role } from '../model/facts.ts'
import { rawSpan } from '../model/text.ts'
import type { Vocabulary } from '../model/vocabulary.ts'
import type { FindRoleNames, RoleName } from '../grammar/role-names.ts'
import { backstageOf, bearerOf, ORGANS, rectifies, type Backstage, type Bearer } from './backstage.ts'
import { isThing } from '../grammar/subjects.ts'
import { leadsInto, subjectOf } from './bearers.ts'
import { clauseForce, LISTS_TASKS } from './clause-force.ts'
import type { Force } from './modality.ts'
import { clausesOf, setsScene, type Clause } from './statements.ts'
import { nameFinder } from './name-finder.ts'
import { isChained, isTopic, topicNamed } from './topic-clauses.ts'
import { handedOn, type HandedPart } from './handing.ts'

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

interface Reader {
  readonly raw: string
  readonly find: FindRoleNames
  readonly modalities: Vocabulary['modalities']
  readonly backstage: Backstage
  /** The bearer that a provision's lead-in hands to its items. */
  readonly stems: Map<string, Bearer>
}

interface Running {
  bearer: Bearer | null
  force: Force | null
  norm: Draft | null
  scene: Clause | null
  /** Who broke a rule: 经营者违反规定的, who then answers for the damage. */
  offender: string | null
  /** The body of 实行理事会决策制, whose tasks may follow. */
  body: Bearer | null
  /** The sentence lists tasks: 主要职责是…. */
  tasks: boolean
  /** The sentence counts up what something consists of: 内容包括：…；…. */
  lists: boolean
  /** The sentence says why the text is made: 为了…，制定本办法. */
  aim: boolean
}

interface Draft {
  readonly from: number
  readonly to: number
  readonly clause: Clause
  readonly bearer: string | null
  readonly force: Force
  readonly action: string
  /** How the bearer was found. */
  readonly told: string
}

function readPassage(clauses: readonly Clause[], reader: Reader): readonly Norm[] {
  const first = clauses[0]
  if (first === undefined) return []
  const drafts: Draft[] = []
  const running: Running = {
    bearer: stemOf(first, reader),
    force: null,
    norm: null,
    scene: null,
    offender: null,
    body: null,
    tasks: false,
    aim: false,
    lists: false,
  }
  for (const [index, clause] of clauses.entries()) {
    if (opensSentence(clauses, index)) openSentence(clause, running)
    else if (clauses[index - 1]?.segment !== clause.segment) Object.assign(running, { norm: null, scene: null })
    readClause(clause, { reader, running, drafts, next: clauses[index + 1] ?? null })
  }
  const leads = clauses.at(-1)?.mark === '：' && !/程序|步骤|流程/.test(clauses.at(-1)?.words ?? '')
  if (leads && running.bearer) reader.stems.set(first.provision, running.bearer)
  return drafts.map((draft) => normOf(draft, reader.raw))
}

/** A new sentence; its tasks are those of the body that was just set up. */
function openSentence(clause: Clause, running: Running): void {
  Object.assign(running, { force: null, norm: null, scene: null, lists: false })
  const { text } = clause.passage.clean
  running.aim = AIM.test(text.slice(clause.sentence.from, clause.sentence.to))
  running.tasks = LISTS_TASKS.test(clause.words)
  if (running.tasks && running.body !== null) running.bearer = running.body
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
  /** The clause behind this one. */
  readonly next: Clause | null
}

const AIM = /制[定订](?:了)?本|特制[定订]/

function readClause(clause: Clause, at: At): void {
  const { reader, running, drafts, next } = at
  if (running.aim) return
  const opens = running.norm === null && running.force === null
  const topic = opens && running.scene === null && isTopic(clause, next, reader.modalities)
  const named = subjectOf(clause.words, reader.find) ?? (topic ? topicNamed(clause.words) : null)
  const handed = handedOn(clause.words, reader.find)
  const addressed = /^对/.test(running.scene?.words ?? '') && isWhom(clause.words, named)
  if (named !== null && !addressed && takesOver(clause.words, named.start))
    running.bearer = { name: named.name, kind: named.kind }
  else if (handed.parts.length === 0 && resetsBearer(clause)) running.bearer = stemOf(clause, reader)
  if (topic && named === null) running.bearer = null
  if (named !== null && /的$/.test(clause.words)) running.offender = named.name
  const byOrgan = running.bearer !== null && ORGANS.has(running.bearer.kind)
  const chained = opens && !byOrgan && isChained(clause, next)
  const scene =
    topic || chained || setsScene(clause.words) || isWhom(clause.words, named) || leadsInto(clause.words, reader.find)
  if (handed.parts.length === 0 && scene && /[，,：:]/.test(clause.mark)) {
    running.scene = running.scene ?? clause
    running.norm = null
    return
  }
  if (/[：:]/.test(clause.mark) && CONSISTS.test(clause.words)) running.lists = true
  setBody(clause.words, at)
  const own = { ...clause, words: clause.words.slice(0, handed.ownWords) }
  addOwn(own, named !== null, at)
  for (const part of handed.parts) {
    drafts.push(partDraft(clause, part))
    running.norm = null
  }
  if (handed.parts.length > 0 && handed.tail !== null) {
    const rest = { from: clause.at.from + handed.tail, to: clause.at.to }
    addOwn({ ...clause, at: rest, words: clause.words.slice(handed.tail) }, false, at)
  }
  addCommissioned(clause, at)
  running.scene = null
}

const CONSISTS = /^(?![^，]*(?:任务|职责|职权|措施|义务|要求|工作))[^，]*(?:包括|包含|分别是|组成)$/

/** 中途退出评估的创新中心，视为…: whom the next clause is about. */
function isWhom(words: string, named: RoleName | null): boolean {
  return named !== null && named.end === words.length && /的$/.test(words.slice(0, named.start))
}

function partDraft(clause: Clause, { from, to, bearer, modality, action }: HandedPart): Draft {
  const force = { modality, modal: null, carries: false, rule: 'act handed on' }
  const told = bearer === null ? 'no bearer' : 'bearer named'
  return { from: clause.at.from + from, to: clause.at.from + to, clause, bearer, force, action, told }
}

function addOwn(clause: Clause, named: boolean, at: At): void {
  const force =
    clause.words.length === 0
      ? null
      : clauseForce(clause, named, { modalities: at.reader.modalities, standing: at.running })
  if (force !== null) addClause(clause, { force, named, to: clause.at.from + clause.words.length }, at)
}

/** 评估结果为不合格的，…: a condition that opens a sentence leaves the subject of the one before. */
function resetsBearer(clause: Clause): boolean {
  return clause.at.from === clause.sentence.from && (/^对/.test(clause.words) || /的$/.test(clause.words))
}

/** 实行理事会决策制, 实行主任负责制. */
function setBody(words: string, { reader, running }: At): void {
  const at = /实行/.exec(words)?.index
  if (at === undefined || !/制$/.test(words)) return
  const body = reader.find(words).find(({ start }) => start > at)
  if (body) running.body = { name: body.name, kind: body.kind }
}

const COMMISSIONS = /委托[^，]{2,30}?(?=负责|承担|实施|组织|开展)/

/** 委托专业机构负责日常管理: a power of the one, a duty of the other. */
function addCommissioned(clause: Clause, { reader, drafts, running }: At): void {
  const hit = clause.words.includes('委托') ? COMMISSIONS.exec(clause.words) : null
  const name =
    hit && reader.find(clause.words).find(({ start, end }) => start > hit.index && end <= hit.index + hit[0].length)
  if (!hit || !name || !/负责/.test(clause.words.slice(name.end))) return
  const force = { modality: 'obligation' as const, modal: null, carries: false, rule: 'commissioned by another' }
  const from = clause.at.from + name.start
  const action = clause.words.slice(name.end)
  drafts.push({ from, to: clause.at.to, clause, bearer: name.name, force, action, told: 'bearer named' })
  running.norm = null
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
    !rectifies(clause.words) &&
    last.force.modality === force.modality
  if (goesOn && last) {
    drafts[drafts.length - 1] = running.norm = { ...last, to, action: actionWith(last, clause) }
    return
  }
  if (!named && opensWithThing(clause, force, running)) running.bearer = null
  const bound = { words: clause.words, modality: force.modality, named: named && running.bearer !== null }
  const bearer = bearerOf(
    {
      ...bound,
      running: running.bearer,
      offender: running.offender,
      opens: running.norm === null && running.force === null,
    },
    reader,
  )
  const from = running.scene && running.scene.segment === clause.segment ? running.scene.at.from : clause.at.from
  const runs = running.bearer !== null && running.bearer.name === bearer
  const told = bearer === null ? 'no bearer' : runs ? (named ? 'bearer named' : 'bearer runs on') : 'bearer by the act'
  const draft = { from, to, clause, bearer, force, told, action: actionOf(clause, force) }
  drafts.push(draft)
  running.norm = draft
  running.force = force
}

/** 申请材料应当真实: a sentence about a thing; 其材料 are those of whom the text speaks of. */
function opensWithThing({ words }: Clause, { modal }: Force, { norm, force }: Running): boolean {
  if (modal === null || ((norm !== null || force !== null) && !/^(?:但是?|该)/.test(words))) return false
  return !words.startsWith('其') && isThing(words.slice(0, modal.from))
}

/** What is to be done: the words behind the modal word, or the clause without its bearer. */
function actionOf({ words }: Clause, { modal }: Force): string {
  return modal === null ? words : words.slice(modal.to)
}

/** 根据需要 is no action: it goes on with the next clause. */
function actionWith({ action }: Draft, { words }: Clause): string {
  return setsScene(action) ? `${action}，${words}` : action
}

function normOf({ from, to, clause, bearer, force, action, told }: Draft, raw: string): Norm {
  const span = rawSpan(clause.passage.clean, from, to)
  return {
    provision: clause.provision,
    ...span,
    quote: raw.slice(span.start, span.end),
    bearer,
    modality: force.modality satisfies Modality,
    action,
    modal: force.modal?.word ?? null,
    rule: `${force.rule}; ${told}`,
  }
}
