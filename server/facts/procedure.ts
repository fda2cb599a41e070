import type { FindRoleNames } from '../grammar/role-names.ts'
import type { RegulationDocument } from '../model/document.ts'
import type { Norm, Role, Step } from '../model/facts.ts'
import type { Vocabulary } from '../model/vocabulary.ts'
import { backstageOf } from './backstage.ts'
import { subjectOf } from './bearers.ts'
import { nameFinder } from './name-finder.ts'
import { readNorms } from './norms.ts'
import { procedureTracks } from './procedure-tracks.ts'
import { processOf, type Process } from './processes.ts'
import { clausesOf, type Clause } from './statements.ts'
import { approverIn, filingOf, isErrand, nameAlone, namedActor } from './step-actors.ts'
import { actOf, isAboutOther, isProcedural } from './step-acts.ts'
import { durationOf, stepName } from './step-names.ts'
import { piecesOf, spanOf, wordsOf, type Piece } from './pieces.ts'

export interface ProcedureContext {
  readonly roles: readonly Role[]
  readonly vocabulary: Pick<Vocabulary, 'modalities' | 'jurisdictions'>
  /** The norms of the text where they were read already. */
  readonly norms?: readonly Norm[]
}

/**
 * The steps of what a text lets happen in order: application, review, approval, report, evaluation, rectification. Steps are
 * numbered within their track; the actor is who bears the norm at that place, the duration is written as the text has it.
 * @example readProcedure(document, context)[0] // { order: 1, name: '申报安排', actor: '省科技厅', duration: '按年度', … }
 */
export function readProcedure(document: RegulationDocument, context: ProcedureContext): readonly Step[] {
  const norms = context.norms ?? readNorms(document, context)
  const reader: Reader = {
    find: nameFinder(context.roles, context.vocabulary),
    fullName: fullNames(context.roles),
    normAt: normFinder(norms),
    track: procedureTracks(document),
    subject: backstageOf(document, context.roles).subject,
  }
  const drafts = clausesOf(document).flatMap((clauses) => readPassage(clauses, reader))
  return numbered(drafts)
}

interface Reader {
  readonly find: FindRoleNames
  /** The full name of a role, whatever the clause calls it. */
  readonly fullName: (name: string | null) => string | null
  readonly normAt: (start: number, end: number) => Norm | null
  readonly track: (provisionId: string | null) => string | null
  /** What the text is about: the body that is built, evaluated and put right. */
  readonly subject: string | null
}

function fullNames(roles: readonly Role[]): (name: string | null) => string | null {
  const full = new Map(roles.flatMap(({ name, aliases }) => [name, ...aliases].map((one) => [one, name] as const)))
  return (name) => (name === null || isErrand(name) ? null : (full.get(nameAlone(name)) ?? nameAlone(name)))
}

type Draft = Omit<Step, 'order'>

function numbered(drafts: readonly Draft[]): readonly Step[] {
  const counts = new Map<string, number>()
  return drafts.map((draft) => {
    const order = (counts.get(draft.track) ?? 0) + 1
    counts.set(draft.track, order)
    return { ...draft, order }
  })
}

/** The norm that covers most of a stretch; norms come in text order, so the search begins near it. */
function normFinder(norms: readonly Norm[]): (start: number, end: number) => Norm | null {
  const ordered = [...norms].sort((a, b) => a.start - b.start)
  const longest = Math.max(0, ...ordered.map(({ start, end }) => end - start))
  return (start, end) => {
    let at = firstAtOrAfter(ordered, start - longest)
    let best: Norm | null = null
    for (; at < ordered.length && (ordered[at]?.start ?? end) < end; at++) {
      const norm = ordered[at]
      if (norm && covered(norm, start, end) > (best === null ? 0 : covered(best, start, end))) best = norm
    }
    return best
  }
}

function firstAtOrAfter(norms: readonly Norm[], start: number): number {
  let [low, high] = [0, norms.length]
  while (low < high) {
    const middle = (low + high) >> 1
    if ((norms[middle]?.start ?? 0) < start) low = middle + 1
    else high = middle
  }
  return low
}

/** Share of the norm that lies in the stretch plus share of the stretch that lies in the norm: the closest fit wins. */
function covered(norm: Norm, start: number, end: number): number {
  const shared = Math.max(0, Math.min(norm.end, end) - Math.max(norm.start, start))
  return shared / Math.max(1, norm.end - norm.start) + shared / Math.max(1, end - start)
}

function readPassage(clauses: readonly Clause[], reader: Reader): readonly Draft[] {
  const first = clauses[0]
  if (first === undefined) return []
  const process = processOf(first)
  if (process === 'none' || (process === 'frames' && !isProcedural(first.passage.clean.text))) return []
  const drafts: Draft[] = []
  const pieces = piecesOf(clauses, reader.find)
  for (const [index, piece] of pieces.entries()) {
    const words = wordsOf(piece)
    const last = drafts.at(-1)
    if (last && TERM.test(words))
      drafts[drafts.length - 1] = {
        ...last,
        ...spanOf(piece, last.start),
        duration: durationOf(words) ?? last.duration,
      }
    else if (isStep(piece, process, reader)) drafts.push(...draftsOf(pieces, index, reader))
    else if (last && process === 'all' && continues(piece, pieces[index - 1]))
      drafts[drafts.length - 1] = { ...last, ...spanOf(piece, last.start) }
  }
  return drafts
}

const ACT =
  /提出[^，]{0,16}(?:申请|调整意见)|提交[^，]{0,16}(?:申请|材料|报告)|报[^，]{0,24}(?:备案|批准|审批|审核)|报送|上报|报(?:省|市|国务院|上级)|公示|受理|签[订署]|(?<!获|[^，]{0,4}对)批准(?!的|后|成立)|下达|发布[^，]{0,10}(?:通知|指南)|(?:组织|委托|进行|开展|会同)[^，]{0,40}(?:评估|评审|论证|考核|验收|评价|考察)|年度报告制度|工作总结|限期|整改|(?:取消|撤销)[^，]{0,24}资格|取消其|不再列入|纳入[^，]{0,14}管理(?!服务)|确定[^，]{0,8}结果|列为[^，]{0,16}对象|进入下一|追回|一事一议|统筹布局|进行统筹|启动建设|正式认定|推荐(?:给|申报|申请)|向[^，]{2,24}推荐|授牌|列入[^，]{2,30}名单|(?:作出|做出)[^，]{0,12}决定|颁发|核发|发给|换发|补发|编制[^，]{0,16}(?:申请书|方案|任务书)/
/** Words about results and duties that name acts without being one. */
const NO_ACT =
  /评估结果是|结果作为|依据$|参考$|内容包括|分为|^评估内容|年度报告主要|应当建立|^[^，]{0,20}负责(?![^，]{0,20}的(?:部门|机构|单位|机关|人员))|方案(?:要|应)/
const TERM = /^(?:公示期|公示时间|期限|时限|每\d|每[一二两三四五]|每[^，]{1,3}为)[^，]{0,20}$/

function isStep(piece: Piece, process: Process, reader: Reader): boolean {
  const words = wordsOf(piece)
  if (piece.clause.mark === '？' || isAttribute(piece)) return false
  const procedural = process !== 'frames' || tellsProcedure(piece)
  if (piece.handed) return procedural
  if (process === 'handed')
    return /报[^，]{2,30}(?:备案|批准)/.test(words) || ((ACT.test(words) || /任命|聘任/.test(words)) && handsOn(piece))
  if (NO_ACT.test(words) || words.length < 4 || /^“[^”]*，/.test(words)) return false
  const span = spanOf(piece, null)
  const modality = reader.normAt(span.start, span.end)?.modality ?? null
  if (modality === 'encouragement' || modality === 'prohibition') return false
  if (process === 'frames') return modality !== null && procedural && actOf(mainOf(words)) !== null
  if (ACT.test(words) || actOf(words) !== null) return modality !== null || process === 'all'
  if (process !== 'all' || modality === 'declaration' || modality === null)
    return /^建设期[^，]*\d/.test(words) && process === 'all'
  return startsAct(piece, reader)
}

/** The act behind a condition: what happens to those that must be registered is no registration. */
function mainOf(words: string): string {
  const at = words.lastIndexOf('的，')
  return at < 0 ? words : words.slice(at + 2)
}

/** 经国务院批准建立的开发区, 依法须经审批的: what was or must be approved, and no approval. */
function isAttribute({ clause, from, handed }: Piece): boolean {
  if (!handed) return false
  if (/[未不]$/.test(clause.passage.clean.text.slice(Math.max(0, from - 1), from))) return true
  const rest = clause.passage.clean.text.slice(from, clause.at.to)
  return /^(?:经|报)[^，；]{2,40}?(?:批准|审批|同意|核准|认定|审定)(?:[^，；]{0,12}的(?!$)|的$)/.test(rest)
}

/** Of a paragraph about a procedure, the sentences that are about nothing else. */
function tellsProcedure({ clause: { passage, sentence } }: Piece): boolean {
  const { text } = passage.clean
  const words = text.slice(sentence.from, sentence.to)
  return !isAboutOther(words) && (isProcedural(words) || !isAboutOther(text))
}

/** The clause goes on to be reviewed or approved by another: 提出重大调整意见，并经…同意后报…批准. */
function handsOn({ clause, to }: Piece): boolean {
  const rest = clause.passage.clean.text.slice(to, clause.segment.to)
  return /^[^。；]{0,4}(?:并)?(?:经[^，]{2,40}(?:同意|审核|批准)|报[^，]{2,30}(?:备案|批准))/.test(rest)
}

/** A sentence or a new subject opens a step even without a tell-tale act. */
function startsAct({ clause, from }: Piece, { find }: Reader): boolean {
  if (from === clause.sentence.from) return true
  return from <= clause.at.from && (/^(?:并|由)/.test(clause.words) || subjectOf(clause.words, find) !== null)
}

function continues(piece: Piece, before: Piece | undefined): boolean {
  return before !== undefined && before.clause.sentence === piece.clause.sentence
}

function draftsOf(pieces: readonly Piece[], index: number, reader: Reader): readonly Draft[] {
  const piece = pieces[index]
  if (piece === undefined) return []
  const words = wordsOf(piece)
  const draft = {
    track: reader.track(piece.clause.provision) ?? 'general',
    name: stepName(piece.clause, words),
    actor: reader.fullName(actorOf(pieces, piece, reader)),
    action: words,
    duration: durationOf(words),
    provision: piece.clause.provision,
    ...spanOf(piece, null),
    rule: ruleOf(piece, words),
  }
  return [draft, ...filedWith(draft, piece, reader)]
}

function ruleOf({ handed }: Piece, words: string): string {
  if (handed) return 'act handed on'
  const act = actOf(words)
  if (act !== null) return `act ${act.name}: ${words.slice(act.from, act.to)}`
  const word = ACT.exec(words)?.[0]
  return word === undefined ? 'statement of a procedure' : `act word ${word}`
}

/**
 * Who bears the norm at the place of an act; who is named, there or before it in the same segment, where the norm is
 * another clause's. How long a body is built or put right is its own matter.
 */
function actorOf(pieces: readonly Piece[], piece: Piece, { find, normAt, subject }: Reader): string | null {
  const words = wordsOf(piece)
  if (/^建设期(?!满)|整改期$/.test(words)) return subject
  const { start, end } = spanOf(piece, null)
  const bearer = normAt(start, end)?.bearer ?? null
  if (piece.handed) return SERIES_ACT.test(words) ? bearer : (namedActor(piece, find) ?? bearer)
  const approver = approverIn(words)
  if (approver !== null) return approver
  const goesOn = /^(?:并|再|同时)/.test(words)
  if (bearer !== null && !goesOn && !words.includes('，'))
    return (MODAL.test(words) ? namedActor(piece, find) : null) ?? bearer
  return actingAt(pieces, piece, find) ?? bearer
}

/** Whom the act names, or the acts before it in the same segment. */
function actingAt(pieces: readonly Piece[], piece: Piece, find: FindRoleNames): string | null {
  const goesOn = /^(?:并|再|同时)/.test(wordsOf(piece)) ? 1 : 0
  for (let at = pieces.indexOf(piece) - goesOn; at >= 0 && pieces[at]?.clause.segment === piece.clause.segment; at--) {
    const before = pieces[at]
    const named = before === undefined || before.handed ? null : namedActor(before, find)
    if (named !== null) return named
  }
  return null
}

/** With a modal word behind it a name is a subject; without one the act may be done to it. */
const MODAL = /应当|必须|须|可以/
/** 经X审核, 报X批准: the norm knows whose act it is. */
const SERIES_ACT = /^(?:经|报|上报|提交)/

/** 报主管部门备案 is an act of the one who hands in and of the one who keeps. */
function filedWith(draft: Draft, piece: Piece, { find, fullName }: Reader): readonly Draft[] {
  const words = wordsOf(piece)
  const filing = filingOf(words, find)
  if (filing === null) return []
  const own = { ...piece, from: piece.from + filing.from, to: piece.from + filing.to }
  const actor = fullName(filing.recipient)
  return [{ ...draft, ...spanOf(own, null), action: wordsOf(own), name: '备案', actor, rule: 'filing' }]
}
