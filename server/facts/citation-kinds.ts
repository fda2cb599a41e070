import type { TitleMention } from '../grammar/titles.ts'
import type { RegulationDocument } from '../model/document.ts'
import type { Citation, CitationRelation } from '../model/facts.ts'
import { plainTitle } from './reference-documents.ts'

/** What a text calls itself and its annexes. */
export interface OwnNames {
  readonly title: string
  /** Headings of annexes: a title that names one is a form of the document itself. */
  readonly annexes: ReadonlySet<string>
}

/** The title of a document and the headings of its annexes, without width and blanks. */
export function ownNames({ meta, provisions }: RegulationDocument): OwnNames {
  const annexes = provisions.flatMap(({ kind, heading }) => (kind === 'annex' && heading ? [plainTitle(heading)] : []))
  return { title: plainTitle(meta.title ?? ''), annexes: new Set(annexes) }
}

/**
 * Whether a title names another document, a paper that is filled in, or the text itself.
 * @example kindOf(mention, '取得《医疗机构执业许可证》', { own, relation }) // form
 */
export function kindOf(mention: TitleMention, text: string, { own, relation }: Around): Citation['kind'] {
  const { title, end } = mention
  const bare = plainTitle(title)
  // A text does not end itself: what it repeals under its own title is its forerunner.
  if (bare === own.title && relation === 'repeals') return 'document'
  if (bare !== '' && (bare === own.title || isOwnTitleLine(text, own) || amends(mention, text, own))) return 'self'
  if (own.annexes.has(bare) || ANNEXED.test(text.slice(end, end + 12))) return 'form'
  return mention.docNumber === null && isForm(title) ? 'form' : 'document'
}

interface Around {
  readonly own: OwnNames
  readonly relation: CitationRelation
}

/** The title line of the text itself: …实施《残疾人保障法》办法. */
function isOwnTitleLine(text: string, own: OwnNames): boolean {
  return own.title !== '' && text.length < 80 && plainTitle(text) === own.title
}

/** The note of a text's own history: 根据《关于修改…的决定》修正. */
function amends({ title, end }: TitleMention, text: string, own: OwnNames): boolean {
  if (!/修[改订正]|废止|清理/.test(title)) return false
  return AMENDED.test(text.slice(end, end + 10)) || (own.title !== '' && plainTitle(title).includes(own.title))
}

const AMENDED = /^(?:第[一二三四五六七八九十]{1,3}次)?修[正订改](?!为)/

/** 《…》（附件1）, 《…》(见附表) */
const ANNEXED = /^[（(](?:详?见)?(?:附件|附表|附录|附)\s*[\d一二三四五六七八九十]{0,3}[）)]/

/** A bracket or a book mark behind the name: （试行）, （副本）. */
const SUFFIX = /[（(][^（）()]{0,20}[）)]$/

/** Papers that are filled in, issued or printed, media and marks: nobody enacts them. */
const PAPERS =
  /(?:书|表|证|证件|执照|许可|单|册|簿|卡|票据?|凭证|合同|协议|契约|证明|报告|笔录|记录|公报|(?<![通简专])报|杂志|期刊|回执|收据|台账|存根|函|档案|章|印|网|系统|平台|数据库|专家库|标志|标识|歌|曲|频道|栏目|资金|基金|奖|奖状|奖章|示范文本|声明|保函|信)$/

/** Words that end as papers do and name documents: 议定书, 白皮书, 《代表法》, 关于…的报告, 纪律处分通报. */
const ENACTED =
  /(?:议定书|[白蓝绿]皮书|计划任务书|宪章|章程|规章|通信|协定|两岸.*协议|政府间.*协议|政府和.*协议|政府与.*协议|负面清单|权力清单|责任清单|管制清单|事项清单|名单|工作报告|登记制度|关于.*的.{0,4}(?:复函|函|报告|信|声明))$/

function isForm(title: string): boolean {
  const name = title.replace(SUFFIX, '').replace(SUFFIX, '')
  return PAPERS.test(name) && !ENACTED.test(name)
}
