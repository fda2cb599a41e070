/**
 * One key for all spellings of a title: widths, spaces, 《》, brackets, 试行 and 暂行, the notice that carries the text and
 * the state's full name make no difference. Empty when nothing is left.
 * @example titleKey('关于印发《某某管理办法（试行）》的通知') // 某某管理办法
 */
export function titleKey(title: string): string {
  const plain = SPELLINGS.reduce((text, [pattern, spelling]) => text.replace(pattern, spelling), bareTitle(fold(title)))
  return plain.replace(/[()]/gu, '').replace(/^中华人民共和国(?=.)/u, '')
}

/**
 * The title itself, as people write it: without the notice that carries it, without 《》.
 * @example bareTitle('关于印发《某某管理办法（试行）》的通知') // 某某管理办法（试行）
 */
export function bareTitle(title: string): string {
  const plain = title.replace(/[《》〈〉<>]/gu, '').trim()
  return CARRIER.exec(plain)?.[1] ?? plain
}

/**
 * One key for all spellings of a 文号: brackets of any shape, spaces and 第 make no difference; null without one.
 * @example numberKey('国科发区[2021] 17号') // 国科发区〔2021〕17号
 */
export function numberKey(docNumber: string | null): string | null {
  const plain = fold(docNumber ?? '').replace(/[([{【〔](\d{4})[)\]}】〕]/gu, '〔$1〕')
  return plain.replace(/第(?=\d+号)/u, '') || null
}

const SPELLINGS = [
  [/[“”"'‘’]/gu, ''],
  [/[【〔[]/gu, '('],
  [/[】〕\]]/gu, ')'],
  // (2016—2020年) is (2016-2020).
  [/(\d{4})年?[-—–~～至]+(\d{4})年?(?=\))/gu, '$1-$2'],
  [/\((?:试行|暂行|试用|修订|修正|修订版|修正版|试行稿)\)/gu, ''],
] as const

/** A notice whose whole content is to issue another text: 某厅关于印发 … 的通知. */
const CARRIER = /^(?:.{0,40})?关于(?:印发|发布|公布|颁布|下发|转发)(.{2,})的(?:通知|公告|决定)$/u

function fold(text: string): string {
  return text.normalize('NFKC').replace(/\s+/gu, '')
}
