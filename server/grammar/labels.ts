import { readNumeral } from './numerals.ts'

/** How a label is written; the order is the order of rank in a text, from the outside in. */
export type LabelForm =
  | 'part'
  | 'subpart'
  | 'chapter'
  | 'section'
  | 'article'
  | 'han'
  | 'hanParen'
  | 'arabic'
  | 'arabicParen'
  | 'arabicClose'
  | 'circled'
  | 'dash'
  | 'decimal1'
  | 'decimal2'
  | 'decimal3'
  | 'decimal4'

/** A label at the start of a line; offsets are into that line. */
export interface Label {
  readonly form: LabelForm
  /** As written, without markup and inner spaces: 第十条, （二）, 1. */
  readonly text: string
  readonly number: number | null
  /** 之二 of 第十条之二; null for most. */
  readonly suffix: number | null
  readonly start: number
  readonly end: number
  /** Space behind it, or nothing more on the line: what tells 第三条 为了… from 第三条的规定. */
  readonly spaced: boolean
  /** All numbers of a decimal label, 2.1.3 as [2, 1, 3]. */
  readonly path?: readonly number[]
}

/**
 * Reads the label that opens a line, or null when none does.
 * @example readLabel('**第十条** 为规范')?.text // 第十条
 */
export function readLabel(line: string): Label | null {
  const lead = LEAD.exec(line)?.[0].length ?? 0
  const first = line.charAt(lead)
  for (const { form, pattern, starts } of FORMS) {
    if (starts.test(first)) {
      pattern.lastIndex = lead
      const hit = pattern.exec(line)
      if (hit !== null && !isSeries(line, hit)) return labelOf(line, form, hit)
    }
  }
  return null
}

/** 一、二级客运站 and 1、2号楼 are words: two numbers that follow each other and what they count. */
function isSeries(line: string, hit: RegExpExecArray): boolean {
  if (!/[、]$/.test(hit[0])) return false
  const next = SERIES.exec(line.slice(hit.index + hit[0].length, hit.index + hit[0].length + 4))
  return next !== null && numberOf(next[1] ?? '') === (numberOf(hit[1] ?? '') ?? 0) + 1
}

const SERIES = /^([一二三四五六七八九十]|\d{1,2})(?:级|类|等|线|档|层|楼|年级|季度|号|、)/

/** Indent, markdown marks and table bars before a label. */
const LEAD = /^[\s\u3000\ufeff]*(?:#{1,6}[ \t]+)?(?:[-*+•]\s+|>\s*)?(?:\*\*|__)?[\s\u3000]*/

const HAN = '[〇零一二三四五六七八九十百千两]'
const NUMBER = `(?:${HAN}(?:[ \\u3000]?${HAN}){0,8}|[0-9０-９]{1,4})`
const GAP = '[ \\t\\u3000]*'
const CLOSED = '(?![之内外第])'
/** 第三条款 and （一）项 point at a place; 第七条 项目 … does not. */
const POINTED = '项(?!目)|款(?![项物])|目(?![标的录前])'

interface Form {
  readonly form: LabelForm
  readonly starts: RegExp
  readonly pattern: RegExp
}

const FORMS: readonly Form[] = [
  { form: 'part', starts: /第/, pattern: new RegExp(`第${GAP}(${NUMBER})${GAP}(?:编|部分)(?![制写号])`, 'y') },
  { form: 'subpart', starts: /第/, pattern: new RegExp(`第${GAP}(${NUMBER})${GAP}分编`, 'y') },
  { form: 'chapter', starts: /第/, pattern: new RegExp(`第${GAP}(${NUMBER})${GAP}章${CLOSED}`, 'y') },
  { form: 'section', starts: /第/, pattern: new RegExp(`第${GAP}(${NUMBER})${GAP}节${CLOSED}`, 'y') },
  {
    form: 'article',
    starts: /第/,
    pattern: new RegExp(`第${GAP}(${NUMBER})${GAP}条(?:之(${HAN}{1,2}))?(?!${POINTED})`, 'y'),
  },
  { form: 'han', starts: /[一二三四五六七八九十]/, pattern: /([一二三四五六七八九十百]{1,4})[ \u3000]*[、．.](?!\d)/y },
  {
    form: 'hanParen',
    starts: /[（(㈠-㈩]/,
    pattern:
      /(?:[（(][ \u3000]*([一二三四五六七八九十百]{1,4})[ \u3000]*[）)]|([㈠-㈩]))(?!项(?!目)|款(?![项物])|目(?![标的录前])|[至到]|[、和及或与－—-][（(])[、．]?/y,
  },
  {
    form: 'arabic',
    starts: /[0-9０-９]/,
    pattern: /([0-9０-９]{1,3})[ \u3000]*(?:[、．]|\.(?![0-9０-９])|[.．](?=20[0-9]{2}年))/y,
  },
  {
    form: 'arabicParen',
    starts: /[（(⑴-⒇]/,
    pattern:
      /(?:[（(][ \u3000]*([0-9０-９]{1,2})[ \u3000]*[）)]|([⑴-⒇]))(?!项(?!目)|款(?![项物])|目(?![标的录前])|[至到]|[、和及或与－—-][（(])[、．]?/y,
  },
  { form: 'arabicClose', starts: /[0-9０-９]/, pattern: /([0-9０-９]{1,2})[）)]/y },
  // What recognition makes of 1. before Chinese words.
  { form: 'arabic', starts: /[lI]/, pattern: /([lI])[ \u3000]*[.．、](?=[\u4e00-\u9fff])/y },
  { form: 'circled', starts: /[①-⑳]/, pattern: /([①-⑳])[、．.]?/y },
  { form: 'dash', starts: /[—―─]/, pattern: /[—―─]{2}(?![—―─])/y },
]

function labelOf(line: string, form: LabelForm, hit: RegExpExecArray): Label {
  const start = hit.index
  const end = start + hit[0].length
  return {
    form,
    text: hit[0].replace(/[ \t\u3000]/g, ''),
    number: numberOf(hit[1] ?? hit[2] ?? ''),
    suffix: form === 'article' && hit[2] !== undefined ? numberOf(hit[2]) : null,
    start,
    end,
    spaced: /^(?:\*\*|__)?(?:[ \t\u3000]|$)/.test(line.slice(end, end + 3)),
  }
}

const DECIMAL = /(\d{1,2}(?:[.．]\d{1,2}){0,3})[.．、]?(?![\d.．%％‰])(?=[ \t\u3000]|[\u4e00-\u9fff“《（]|\*\*|$)/y
const UNIT = /^\s*(?:万|亿|千|百|元|倍|米|吨|年|月|日|个|名|人|项|次|家|公|平|小时|分|度|级|岁|天|周|—|-|～|~|至)/
const DECIMALS = ['decimal1', 'decimal2', 'decimal3', 'decimal4'] as const

/**
 * Reads a decimal label (2.1.3 目的) at the start of a line; only the row it stands in tells it from an amount.
 * @example readDecimal('2.1 目的')?.path // [2, 1]
 */
export function readDecimal(line: string): Label | null {
  const lead = LEAD.exec(line)?.[0].length ?? 0
  DECIMAL.lastIndex = lead
  const hit = DECIMAL.exec(line)
  if (hit === null || UNIT.test(line.slice(DECIMAL.lastIndex, DECIMAL.lastIndex + 6))) return null
  const path = (hit[1] ?? '').split(/[.．]/).map(Number)
  const form = DECIMALS[path.length - 1] ?? 'decimal1'
  return { ...labelOf(line, form, hit), number: path.at(-1) ?? null, path }
}

/** Enclosed numbers, each range counted from 1. */
const ENCLOSED: readonly string[] = ['①②③④⑤⑥⑦⑧⑨⑩⑪⑫⑬⑭⑮⑯⑰⑱⑲⑳', '㈠㈡㈢㈣㈤㈥㈦㈧㈨㈩', '⑴⑵⑶⑷⑸⑹⑺⑻⑼⑽⑾⑿⒀⒁⒂⒃⒄⒅⒆⒇']

function numberOf(written: string): number | null {
  if (written === '') return null
  if (/^[lI]$/.test(written)) return 1
  const enclosed = ENCLOSED.map((row) => row.indexOf(written)).find((index) => index >= 0)
  if (enclosed !== undefined) return enclosed + 1
  const plain = written.replace(/[ \u3000]/g, '').replace(/[０-９]/g, (digit) => digit.normalize('NFKC'))
  return readNumeral(plain, 0)?.value ?? null
}
