import { clauses, segments, sentences, type Stretch } from '../grammar/clauses.ts'
import type { Passage } from '../model/document.ts'
import type { Consequence } from '../model/facts.ts'
import { rawSpan } from '../model/text.ts'
import { cellsOf } from './table-rows.ts'

export interface ConsequenceContext {
  readonly grades: readonly string[]
  /** Whether the headings above a provision speak of evaluation. */
  readonly isAbout: (provision: string) => boolean
  readonly raw: string
  /** Whether any cells are parted in the raw text. */
  readonly hasTables: boolean
}

/**
 * Clauses that say what a result of an evaluation brings, the first with the condition before it; one consequence for each
 * grade that is named.
 * @example consequencesOf(passage, context)[0] // { grade: '不合格', effect: '撤销资格', … }
 */
export function consequencesOf(passage: Passage, context: ConsequenceContext): readonly Consequence[] {
  const { grades, isAbout } = context
  const { provision, clean, part } = passage
  if (part !== 'body' || provision === null) return []
  const { text } = clean
  const cells = context.hasTables && grades.length > 0 ? cellsOf(context.raw, passage) : null
  if (cells !== null) return rowConsequences(passage, cells, grades)
  if (!isAbout(provision) && !OCCASION.test(text)) return []
  return sentences(text)
    .filter(({ from, to }) => !PENAL.test(text.slice(from, to)))
    .flatMap((sentence) => segments(text, sentence))
    .flatMap((segment) => statements(text, segment))
    .flatMap(({ from, to, condition, effect }) => {
      const words = condition + effect
      const named = gradesIn(words, grades)
      const graded = named[0] !== null && (OCCASION.test(words) || isAbout(provision) || /[“"]/.test(words))
      const told = graded ? 'grade named' : follows(condition, effect, isAbout(provision))
      if (told === null) return []
      const rule = `${told}; effect ${EFFECT.exec(effect)?.[0] ?? ''}`
      return named.map((grade) => ({ ...rawSpan(clean, from, to), grade, effect, provision, rule }))
    })
}

/** 不合格 | 60分以下 | 撤销资格: a row of a table, by the grade in its first cell. */
function rowConsequences(
  passage: Passage,
  cells: readonly Stretch[],
  grades: readonly string[],
): readonly Consequence[] {
  const { provision, clean } = passage
  const [grade, ...others] = cells.map(({ from, to }) => clean.text.slice(from, to))
  if (provision === null || grade === undefined || !grades.includes(grade)) return []
  return others.flatMap((effect, index) => {
    const cell = cells[index + 1]
    if (cell === undefined || !EFFECT.test(effect)) return []
    return [{ ...rawSpan(clean, cell.from, cell.to), grade, effect, provision }]
  })
}

const OCCASION = /考核|评估|评价|(?<!竣工|消防|环保)验收|评定|测评|考评|年检|绩效/
/** Offences have sanctions, not results. */
const PENAL =
  /违反(?:本|有关|相关|法律|国家)?[^，。的情]{0,14}(?:规定|条例|办法|本法)|罚款|处分|刑事|吊销|没收|竣工|投入使用/

const EVALUATION =
  '(?:考核|评估|评价|验收|评审|测评|考评|年检|绩效|复评|复核|(?:中期|年度|阶段|专项)检查|整改检查|整改)'
/** A result, a failure, a refusal or a fraud that something follows from. */
const RESULT = new RegExp(
  [
    `${EVALUATION}[^，。；]{0,14}(?:结果|不合格|合格|优秀|良好|优良|未通过|不通过|通过|达标|较差|不达|未达|未完成|期满|不力)`,
    `(?:未|不|没有|无故|拒不|拒绝|中途)[^，]{0,10}(?:参加|接受|通过|完成|退出)[^，]{0,10}${EVALUATION}`,
    `(?:不参加|中途退出)[^，]{0,8}${EVALUATION}?`,
    '(?:逾期|到期|期满)[^，]{0,8}(?:未|不)[^，]{0,8}(?:整改|改正)',
    '整改[^，]{0,8}(?:未|不|仍)',
    '(?:未|不)能?(?:达到|完成|实现)[^，]{0,16}(?:目标|任务|指标)',
  ].join('|'),
)
const FRAUD = /弄虚作假|提供虚假|虚假材料|科研诚信|剽窃|失信|资格的/
/** Effects that only an evaluation has; weaker ones (给予支持) need its words beside them. */
const TELLING = /不再列入|动态调整(?!机制)|动态管理|退出机制|优胜劣汰/
const BASIS = new RegExp(
  `${EVALUATION}[^，。；]{0,12}(?:结果|结论)[^，。；]{0,6}(?<!不得)(?:作为|是|列为|纳入|与)[^。；]{0,40}(?:依据|参考|内容|挂钩|因素)`,
)

/** What tells that an effect follows from an evaluation; null when it does not. */
function follows(condition: string, effect: string, about: boolean): string | null {
  const words = condition + effect
  if (TELLS.test(effect)) return null
  if (BASIS.test(words)) return 'result as a basis'
  if (RESULT.test(condition)) return 'result in the condition'
  if (GROUND.test(words)) return 'on the ground of a result'
  if (!about) return null
  if (FRAUD.test(words)) return 'fraud under evaluation'
  if (TELLING.test(effect) || RESULT.test(effect)) return 'telling effect under evaluation'
  return EVALUATED.test(condition) ? 'those who were evaluated' : null
}

/** What is told about a result is nothing that follows from it: 通报评估结果. */
const TELLS =
  /(?:通报|公布|报告|公示|反馈|填报|报送|提交|通知)[^，]{0,16}(?:结果|情况|意见|报告)$|^(?:并)?将(?:结果|情况)/
const GROUND = new RegExp(`(?:根据|依据|结合|按照?|视)[^，]{0,16}${EVALUATION}[^，]{0,8}(?:结果|情况|结论)`)
/** 对运行良好且符合条件的中心: those who were evaluated. */
const EVALUATED = /^对(?:于)?[^，]{0,40}(?:良好|优秀|突出|不力|较差|优良)[^，]{0,24}$/

const EFFECT =
  /取消|撤销|撤回|摘牌|整改|不再列入|不再享受|保留|进入下一|暂缓|给予|予以|推荐|视为|视同|追回|收回|确定为|认定为|纳入|列入|动态调整|动态管理|退出机制|优胜劣汰|依据|参考|挂钩|处理|方可(?:获得|正式|认定|列入|纳入|进入|享受|申报|申请|参加)|安排(?!上岗)|继续支持|通报|约谈|终止|停止|降级|晋升|奖励|表彰|淘汰|解聘|调整|比例不[超低高]|正式认定/
const CONDITION = /(?:的|后|时|者)$|而[不未]|^(?:对|对于|凡|经|根据|依据|结合|视)/

/** 除按照前款规定处理外: the effect is what comes on top. */
const BESIDES = /^除[^，]{2,30}外$/

interface Statement extends Stretch {
  readonly condition: string
  readonly effect: string
}

/** Each clause with an effect, under the last condition before it in the same segment. */
function statements(text: string, segment: Stretch): readonly Statement[] {
  const found: Statement[] = []
  let condition: Stretch | null = null
  let opens: number | null = null
  for (const part of clauses(text, segment)) {
    const words = text.slice(part.from, part.to)
    if (BESIDES.test(words)) opens ??= part.from
    else if (EFFECT.test(words) && !/(?:的|者)$/.test(words)) {
      const given = condition === null ? '' : text.slice(condition.from, condition.to)
      found.push({ from: opens ?? part.from, to: part.to, condition: given, effect: words })
      opens = null
    } else if (CONDITION.test(words)) {
      condition = part
      opens = part.from
    }
  }
  return found
}

/** The grades that the words name, the longest first so that 不合格 is not read as 合格; null alone when none is. */
function gradesIn(words: string, grades: readonly string[]): readonly (string | null)[] {
  const long = grades.filter((grade) => grade.length > 1).sort((a, b) => b.length - a.length)
  const short = grades.filter((grade) => grade.length === 1)
  const pattern = long.length > 0 ? new RegExp(long.join('|'), 'g') : /(?!)/g
  const found = [
    ...new Set([...words.matchAll(pattern)].map((hit) => hit[0])),
    ...short.filter((grade) =>
      new RegExp(`[“"]${grade}[”"]|(?:为|达到|获得?)${grade}(?:级|等|类|档)?(?=的|者|，|、|和|或|$)`).test(words),
    ),
  ]
  return found.length > 0 ? found : [null]
}
