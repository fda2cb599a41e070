/** What the table above a published document says of it: 索引号, 发文机关, 成文日期, 发文字号, … by its labels. */
export interface PageRecord {
  readonly fields: ReadonlyMap<RecordField, string>
  /** The lines it stands in. */
  readonly lines: ReadonlySet<number>
}

export type RecordField = 'title' | 'docNumber' | 'issuer' | 'date'

const FIELDS: readonly (readonly [RecordField, string])[] = [
  ['title', '标题|名称|信息名称|文件名称|文件标题'],
  ['docNumber', '发文字号|文号|文件编号|文件字号'],
  ['issuer', '发文机关|发文单位|发布机构|发布机关|发布单位|制发机关|制定机关'],
  ['date', '成文日期|发文日期|制发日期|签发日期'],
]
const OTHERS =
  '索引号|信息索引号?|索引号/文号|主题分类|信息分类|所属分类|分类|主题词|关键词|公开责任部门|责任部门|信息来源|生成日期|发布日期|公开日期|公布日期|发布时间|公开时间|有效性|时效性|效力状态|效力|是否有效|文件状态|生效日期|实施日期|施行日期|废止日期|失效日期|截止日期|有效期|内容概述|内容概要|内容摘要|信息摘要|摘要|体裁分类|体裁|组配分类|公文种类|公文种类|公开方式|公开范围|公开形式|公开属性|统一登记号|统一编号|规范性文件编号|登记号|服务对象|行业分类|载体类型|专题分类|题材分类|主题|语种|备注|信息类别|信息类型|所属机构'
const WORDS = [...FIELDS.map(([, words]) => words), OTHERS].join('|').split('|')
const LABELS: ReadonlySet<string> = new Set(WORDS)
/** A label with the space that layout puts between its signs: 标　　题：. */
const SPACED_LABEL = new RegExp(`(?:${WORDS.map((word) => [...word].join('[ \\u3000]{0,4}')).join('|')})[：:]`, 'g')

/** Below so many lines a list of labels is part of a text, not of its record. */
const FARTHEST = 80
const FEWEST = 3

/**
 * The record above a document, in rows of a table or line by line; null where fewer than three labels of such records follow
 * each other.
 * @example readRecord(['索引号：\t1', '发文机关：\t科技部', '发文字号：\t国科发区〔2021〕17号'])?.fields.get('issuer') // 科技部
 */
export function readRecord(lines: readonly string[]): PageRecord | null {
  const runs: Draft[] = [newDraft()]
  for (const [at, line] of lines.slice(0, FARTHEST).entries()) {
    const run = runs.at(-1)
    if (run !== undefined && !addLine(run, line, at) && run.labels.size > 0) runs.push(newDraft())
  }
  const [found] = runs.filter(isRecord).sort((a, b) => b.labels.size - a.labels.size)
  return found === undefined ? null : { fields: found.fields, lines: found.lines }
}

/** 名称 and 备注 head tables of any kind; a record says where the document is filed or who issued it. */
function isRecord({ labels }: Draft): boolean {
  return labels.size >= FEWEST && TELLING.some((label) => labels.has(label))
}

const TELLING = [
  '索引号',
  '信息索引',
  '信息索引号',
  '发文机关',
  '发文字号',
  '成文日期',
  '发布机构',
  '主题分类',
  '统一登记号',
]

interface Draft {
  readonly fields: Map<RecordField, string>
  readonly lines: Set<number>
  readonly labels: Set<string>
  /** A label whose value stands on the next line. */
  pending: string | null
}

function newDraft(): Draft {
  return { fields: new Map(), lines: new Set(), labels: new Set(), pending: null }
}

/** Whether the line goes on with the record. */
function addLine(draft: Draft, line: string, at: number): boolean {
  const cells = cellsOf(line)
  const labelled = cells.some((cell) => labelOf(cell, cells.length > 1) !== null)
  if (!labelled && (draft.pending === null || line.length > LONGEST_VALUE)) return false
  for (const cell of cells) addCell(draft, cell, cells.length > 1)
  draft.lines.add(at)
  return true
}

const LONGEST_VALUE = 120

function addCell(draft: Draft, cell: string, inRow: boolean): void {
  const hit = labelOf(cell, inRow)
  if (hit === null) {
    if (draft.pending !== null) addField(draft, draft.pending, cell)
    if (cell !== '') draft.pending = null
    return
  }
  draft.labels.add(hit.label)
  draft.pending = hit.value === '' ? hit.label : null
  if (hit.value !== '') addField(draft, hit.label, hit.value)
}

function addField({ fields }: Draft, label: string, value: string): void {
  const field = FIELDS.find(([, words]) => words.split('|').includes(label))?.[0]
  if (field !== undefined && value !== '' && !fields.has(field)) fields.set(field, value)
}

/** Cells of a row, and the entries of a line that holds several: 索 引 号：1  主题分类：科技. */
function cellsOf(line: string): readonly string[] {
  const cells = line.split('\t').flatMap((cell) => {
    const starts = [...cell.matchAll(SPACED_LABEL)].map(({ index }) => index)
    return starts.length < 2 ? [cell] : [0, ...starts].map((from, at) => cell.slice(from, starts[at] ?? cell.length))
  })
  return cells.map((cell) => cell.trim()).filter((cell) => cell !== '')
}

/** 索 引 号：…; in a row the colon may be missing. */
function labelOf(cell: string, inRow: boolean): { label: string; value: string } | null {
  const colon = /[：:]/.exec(cell)?.index ?? -1
  if (colon < 0 && !inRow) return null
  const label = (colon < 0 ? cell : cell.slice(0, colon)).replace(/[\s\u3000【】[\]]+/g, '')
  return LABELS.has(label) ? { label, value: colon < 0 ? '' : cell.slice(colon + 1).trim() } : null
}
