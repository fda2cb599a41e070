import { wholeDocNumber } from '../grammar/doc-numbers.ts'
import type { Passage, Repeal } from '../model/document.ts'

const ENDS = /(?:同时|即行|自行|相应|一并|予以|即|均|全部|也)?(?:废止|失效|停止执行|停止施行|不再执行|停止使用)/
const TITLED =
  /(?:《((?:[^《》]|《[^《》]*》){2,120})》|“([^“”《》]{2,80})”)(?:[（(]([^（）()]{4,40}(?:[（(]\d{4}[）)][^（）()]{1,12})?)[）)])?/g

/**
 * What a document repeals as a whole; articles of others that it repeals are left out.
 * @example readRepeals(passages) // [{ title: '社区服务管理办法（试行）', docNumber: '民发〔2020〕64号' }]
 */
export function readRepeals(passages: readonly Passage[]): readonly Repeal[] {
  const texts = passages.filter(({ part }) => part !== 'annex').map(({ clean }) => clean.text)
  const found = texts.flatMap((text, at) => [...text.split('。').flatMap(repealsIn), ...listBelow(texts, at)])
  return found.filter(({ title }, at) => found.findIndex((other) => other.title === title) === at)
}

function repealsIn(sentence: string): readonly Repeal[] {
  const end = ENDS.exec(sentence)
  if (end === null || CONDITIONAL.test(sentence.slice(0, end.index))) return []
  const before = sentence.slice(0, end.index)
  const stretch = before.slice(before.lastIndexOf('；') + 1)
  const named = namedIn(stretch)
  return named.length > 0 ? named : abolished(sentence.slice(end.index))
}

function namedIn(text: string): readonly Repeal[] {
  return [...text.matchAll(TITLED)]
    .filter((hit) => !isPartial(text, hit) && !isBasis(text, hit))
    .filter((hit) => hit[1] !== undefined || hit[3] !== undefined)
    .map((hit) => ({ title: hit[1] ?? hit[2] ?? '', docNumber: hit[3] === undefined ? null : wholeDocNumber(hit[3]) }))
}

/** 废止《某市旧办法》 */
function abolished(text: string): readonly Repeal[] {
  return /^(?:废止|停止执行)(?:原)?《/.test(text) ? namedIn(text.split(/[；，]/)[0] ?? '') : []
}

const LIST =
  /(?:下列|以下)[^，。；：]{0,24}(?:同时|即行|一并|予以)?(?:废止|失效|停止执行)[：:]$|(?:同时废止|废止)(?:下列|以下)[^，。；：]{0,24}[：:]$/

/** 下列文件同时废止： with one document an item below. */
function listBelow(texts: readonly string[], at: number): readonly Repeal[] {
  if (!LIST.test(texts[at] ?? '')) return []
  const below = texts.slice(at + 1)
  const end = below.findIndex((text) => !/^[^《]{0,40}《/.test(text) || text.length > 160)
  return below.slice(0, end < 0 ? undefined : end).flatMap(namedIn)
}

/** 被废止, 废止后, 应当废止: talk of repeals in general. */
const CONDITIONAL = /(?:被|应当|可以|需要|决定|如果|建议|申请|予以修订或者?|修改或者?|修改、)$/

/** 《…》第三条同时废止 */
function isPartial(text: string, hit: RegExpExecArray): boolean {
  return /^(?:中的?|的)?第[一二三四五六七八九十百\d]+[条章款项]/.test(text.slice(hit.index + hit[0].length))
}

/** 根据《…》制定的…废止, 与《…》不一致的…废止 */
function isBasis(text: string, hit: RegExpExecArray): boolean {
  return /(?:根据|依据|按照|依照|与|以)$/.test(text.slice(0, hit.index))
}
