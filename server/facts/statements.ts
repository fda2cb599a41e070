import { ACTS } from '../grammar/act-words.ts'
import { clauses, segments, sentences, type Stretch } from '../grammar/clauses.ts'
import type { Passage, RegulationDocument } from '../model/document.ts'
import { placesOf, type Place } from './places.ts'

/** One clause of the body with where it stands: what norms, steps and marks are read from. */
export interface Clause {
  readonly passage: Passage
  readonly provision: string
  readonly place: Place | undefined
  readonly at: Stretch
  readonly words: string
  readonly sentence: Stretch
  readonly segment: Stretch
  /** The mark that ends it: ，；：。 or nothing. */
  readonly mark: string
}

/**
 * The clauses of the regulation itself in text order, passage by passage; forms, notices and signatures are left out. Norms
 * and steps are both read from them, they are found once.
 * @example clausesOf(document)[0]?.words // 为了规范管理
 */
export function clausesOf(document: RegulationDocument): readonly (readonly Clause[])[] {
  const known = CLAUSES.get(document)
  if (known !== undefined) return known
  const found = findClauses(document)
  CLAUSES.set(document, found)
  return found
}

const CLAUSES = new WeakMap<RegulationDocument, readonly (readonly Clause[])[]>()

function findClauses(document: RegulationDocument): readonly (readonly Clause[])[] {
  const places = placesOf(document)
  return document.passages.flatMap((passage) => {
    if (passage.part !== 'body' || passage.provision === null) return []
    const place = places.get(passage.provision)
    return [clausesOfPassage(passage, { provision: passage.provision, place })]
  })
}

function clausesOfPassage(
  passage: Passage,
  at: { readonly provision: string; readonly place: Place | undefined },
): readonly Clause[] {
  const { provision, place } = at
  const { text } = passage.clean
  const found: Clause[] = []
  for (const sentence of sentences(text)) {
    for (const segment of segments(text, sentence)) {
      for (const clause of clauses(text, segment)) {
        const words = text.slice(clause.from, clause.to)
        found.push({ passage, provision, place, at: clause, words, sentence, segment, mark: text.charAt(clause.to) })
      }
    }
  }
  return found
}

/** Words that only set the scene for what follows: conditions, times, grounds, aims. */
const ENDS_OPEN =
  /(?:的|时|后|前|中|下|内|间|上|际|起|过程|领域|基础|原则|需求|要求|部署|情况|情形|规定|方式|形式|实际|特点|程序|政策|精神|需要|资源|优势|方向|目标|条件|形势|意见|模式|问题|因素|规律|使命|战略|文件)$/
const OPENS =
  /^(?:根据|按照?|依照|依据|遵照|参照|围绕|结合|针对|面向|为了?|对于?|在|自|从|以(?!上|下)|通过|除|经过?|因|由于|凭|与|随着|鉴于|立足|借助|利用|本着|遵循)/
const PREDICATE =
  /(?:进行|给予|予以|开展|实行|实施|提供|提出|推动|组织|建立|完善|作出|应当|(?<![供相反适响对效])应(?![用急变])|必须|须|不得|可以?|负责|承担|支持|加强|制定|编制|保障|落实|批准|审核|报送|签订|处以|处罚|责令|没收|不低于|不少于|不高于|不超过|不得少于|达到|部署|布局|建设制|享受|使用|参加|收取|缴纳|命名为|遵循)/

/**
 * Whether a clause is no statement of its own but the scene of the next one: 建设期满后, 评估不合格的, 根据国家有关规定.
 * @example setsScene('对取消资格的') // true
 */
export function setsScene(words: string): boolean {
  if (/(?:的|时|后|起|开始|之前|以前|期间|过程中|情况下|条件下|前提下)$/.test(words))
    return !/^(?:应当?|必须|须|不得|可以?|是|有权)/.test(words) && !DEMANDS.test(words)
  if (/^以[^，]{1,40}为/.test(words)) return false
  if (BREAKS.test(words)) return true
  if (/^(?:对|在|为)/.test(words) && words.includes('的') && !PREDICATE.test(afterLast(words, '的'))) return true
  return OPENS.test(words) && (ENDS_OPEN.test(words) || !PREDICATE.test(words)) && !DEMANDS.test(words)
}

/** 行政机关违反本条规定，…: what was broken, before what follows from it. */
const BREAKS = /^(?!由|对)[^，应须不得可]{0,30}违反[^，由]{2,40}$/

function afterLast(words: string, char: string): string {
  return words.slice(words.lastIndexOf(char) + 1)
}

const DEMANDS = /(?:应当|必须|不得)[^，]{0,30}的$/

const STARTS_ACT = new RegExp(`^(?:并|且|同时|或者?|也|再|还|后)?(?:${ACTS})`)

/** Whether the words do something, so that they bind even without a modal word. */
export function statesAct(words: string): boolean {
  return STARTS_ACT.test(words) || PREDICATE.test(words)
}
