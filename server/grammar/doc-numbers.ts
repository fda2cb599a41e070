/** A document number (文号) of a text; offsets are into that text. */
export interface DocNumberHit {
  /** As written, without spaces: 民发〔2021〕17号. */
  readonly text: string
  readonly start: number
  readonly end: number
}

const AGENCY = '[\\u4e00-\\u9fffA-Za-z]{1,14}?'
const OPEN = '[〔［\\[（(【﹝]'
const CLOSE = '[〕］\\]）)】﹞]'
const SEQUENCE = '第?\\s{0,4}\\d{1,5}\\s{0,4}号'
const PATTERNS: readonly RegExp[] = [
  // 民发〔2021〕17号, 京中医政字[2009]59号
  new RegExp(`${AGENCY}\\s{0,4}${OPEN}\\s{0,4}(?:19|20)?\\d{2}\\s{0,4}年?\\s{0,4}${CLOSE}\\s{0,4}${SEQUENCE}`, 'g'),
  // [1997]外经贸发第292号
  new RegExp(`${OPEN}\\s{0,4}(?:19|20)?\\d{2}\\s{0,4}${CLOSE}\\s{0,4}[\\u4e00-\\u9fff]{2,10}${SEQUENCE}`, 'g'),
  // 国务院令第619号, 卫生部令1992年第24号, 公告2021年第5号
  new RegExp(
    `[\\u4e00-\\u9fff]{2,24}(?:令|公告|通告)\\s{0,4}[（(]?(?:(?:19|20)\\d{2}\\s{0,4}年?\\s{0,4})?第\\s{0,4}[\\d〇零一二三四五六七八九十百]{1,5}\\s{0,4}号[）)]?`,
    'g',
  ),
]

/** Words of the sentence before the number: no agency's code holds them. */
const LEAD = /^[\u4e00-\u9fff]*?(?:依据|根据|按照?|依照|参照|执行|落实|废止|颁布的|发布的|印发的|原)/

/**
 * Every document number of a text, in order.
 * @example findDocNumbers('（民发〔2021〕17号）')[0]?.text // 民发〔2021〕17号
 */
export function findDocNumbers(text: string): readonly DocNumberHit[] {
  return PATTERNS.flatMap((pattern) => [...text.matchAll(pattern)])
    .map((hit) => {
      const lead = LEAD.exec(hit[0])?.[0].length ?? 0
      return { text: hit[0].slice(lead).replace(/\s+/g, ''), start: hit.index + lead, end: hit.index + hit[0].length }
    })
    .sort((a, b) => a.start - b.start)
    .filter((hit, index, all) => index === 0 || hit.start >= (all[index - 1]?.end ?? 0))
}

/** The number that a line consists of, brackets and a countersignature (签发人：…) aside; null when it says anything else. */
export function wholeDocNumber(text: string): string | null {
  const bare = text.replace(/^[（(\s]+(?=\D)|签发人[：:].*$|[\s]+$/g, '').trim()
  const [hit] = findDocNumbers(bare)
  const rest = hit === undefined ? bare : bare.slice(0, hit.start) + bare.slice(hit.end)
  return hit !== undefined && /^[）)]?$/.test(rest) ? hit.text : null
}
