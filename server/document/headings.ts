import type { Block } from './blocks.ts'
import { clip } from './clip.ts'
import type { CleanText } from '../model/text.ts'

/** A block's heading and the text behind it; either may be missing. */
export interface Headed {
  readonly heading: string | null
  readonly text: CleanText | null
}

/**
 * Tells the heading of a labelled block from its text: on a line of its own, or run in (指导思想。以…).
 * @example headingOf(block, next).heading // 指导思想
 */
export function headingOf(block: Block, next: Block | undefined, inArticle = false): Headed {
  const { clean } = block
  const form = block.label?.form
  if (clean.text === '') return { heading: null, text: null }
  if (form === 'part' || form === 'subpart' || form === 'chapter' || form === 'section')
    return { heading: clean.text, text: null }
  if (form === 'article') return articleHeading(clean, next)
  // Text behind an item of an article is a new paragraph of that article, so only a row below an item has it as heading.
  const below = inArticle && next?.label === null ? undefined : next
  if (form !== 'dash' && !(inArticle && below === undefined) && isOwnLine(block, below)) {
    return { heading: clean.text, text: null }
  }
  return (inArticle ? null : wholeLine(block, next)) ?? runIn(clean)
}

const BRACKETED = /^[（(【\[]([^（）()【】\[\]，。；]{2,24})[）)】\]]/

/** 第一条（目的和依据） … and 第十七条【失信惩戒】 …; a title on the label's own line, as in older laws. */
function articleHeading(clean: CleanText, next: Block | undefined): Headed {
  const bracket = BRACKETED.exec(clean.text)
  if (bracket !== null) return split(clean, bracket[0].length, bracket[1] ?? '')
  const alone =
    clean.text.length <= 16 &&
    !/[，。；：、]/.test(clean.text) &&
    next?.label === null &&
    /[。；：]$/.test(next.clean.text)
  return alone ? { heading: clean.text, text: null } : { heading: null, text: clean }
}

/** A short line without the end of a sentence; what has nothing below it is text, unless it is a section of an outline. */
function isOwnLine({ clean: { text }, label, tabular }: Block, next: Block | undefined): boolean {
  if (text.length > LONGEST_OWN || /[。；：！？，]$/.test(text) || /[。；]/.test(text)) return false
  const outer = label?.form === 'han' || label?.form === 'hanParen'
  if (next === undefined) return outer && !tabular && !/\d/.test(text)
  return opens({ label }, next) ? !/，/.test(text) || outer : label?.form === 'han'
}

/** The next block goes below this one: plain text, or a first number of another form. */
function opens({ label }: Pick<Block, 'label'>, next: Block): boolean {
  return next.label === null || (next.label.number === 1 && next.label.form !== label?.form)
}

const LONGEST_OWN = 40
const LONGEST_RUN_IN = 20
const RUN_IN = new RegExp(`^([^，。；：？！\\\\d“”《》]{2,${LONGEST_RUN_IN}})。(?=.)`, 'u')
/** A first sentence that demands or tells is text, however short. */
const DEMANDS = /应当|应(?![用急对付收])|必须|不得|须|可以|至少|以上|负责|是|由|为|^(?:不|未|无|没有)/

const WHOLE = /^([^，。；：？！\d“”《》]{2,16})。$/

/** （三）建设原则。 with its text below, or as an entry of an outline. */
function wholeLine(block: Block, next: Block | undefined): Headed | null {
  const isEntry = block.label?.form === 'han' || block.label?.form === 'hanParen'
  if (/^本|自.*起|[日年月]|期[限满]/.test(block.clean.text)) return null
  const hit = isEntry || (next !== undefined && opens(block, next)) ? WHOLE.exec(block.clean.text) : null
  return hit === null || DEMANDS.test(block.clean.text) ? null : { heading: hit[1] ?? '', text: null }
}

function runIn(clean: CleanText): Headed {
  const hit = RUN_IN.exec(clean.text)
  if (hit === null || DEMANDS.test(hit[1] ?? '')) return { heading: null, text: clean }
  return split(clean, hit[0].length, hit[1] ?? '')
}

function split(clean: CleanText, at: number, heading: string): Headed {
  const rest = clip(clean, at, clean.text.length)
  return { heading, text: rest.text === '' ? null : rest }
}
