import type { Block } from './blocks.ts'

/** What pages tell of a document in fields above or below it: 发文字号：国办发〔2020〕1号. */
export type HeaderField = 'number' | 'issuer' | 'issuedOn' | 'effectiveFrom' | 'effectiveUntil'

const NAMES: Readonly<Record<HeaderField, string>> = {
  number: '发文字号|文件编号|公文文号|^文\\s*号|文件号',
  issuer: '发文机关|发文单位|发布机关|发布机构|制定机关|制发机关|颁布机关|发布部门|颁布部门|印发机关|公布机关',
  issuedOn: '成文日期|发文日期|印发日期|颁布日期|公布日期|发布日期|签发日期',
  effectiveFrom: '施行日期|实施日期|生效日期',
  effectiveUntil: '失效日期|有效期至|截止日期',
}

const ANY = Object.values(NAMES).join('|')
const STOP = `(?=$|[\\]】|]|\\s*(?:${ANY}|索\\s*引\\s*号|主题分类|主题词|标\\s*题|名\\s*称|来\\s*源|有\\s*效\\s*性|信息索引|时效性|效力)\\s*[：:\\]】])`
const PATTERNS = Object.fromEntries(
  Object.entries(NAMES).map(([field, names]) => [
    field,
    new RegExp(`(?:${names})\\s*[\\]】]?\\s*[：:]\\s*([^：:]{2,60}?)${STOP}`),
  ]),
)

/**
 * The value of a field of the page, as written without spaces at its ends; null where no line has it.
 * @example headerField(front, 'number') // 国办发〔2020〕1号
 */
export function headerField(blocks: readonly Block[], field: HeaderField): string | null {
  for (const { clean, label } of blocks) {
    const hit = label === null && clean.text.length < LONGEST ? PATTERNS[field]?.exec(clean.text) : undefined
    const value = hit?.[1]?.replace(/^[〔\s]+(?=\S)|[\s；;，,]+$/g, '').trim()
    if (value !== undefined && value !== '' && !/^[-—无]+$/.test(value)) return value
  }
  return null
}

const LONGEST = 400
