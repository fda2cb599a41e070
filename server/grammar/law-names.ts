/** A law named without brackets; offsets are in the text that was searched. */
export interface LawName {
  readonly start: number
  readonly end: number
  readonly title: string
}

/**
 * Laws that a text names in full without 《》: 中华人民共和国刑法, and the constitution where it is a ground (根据宪法).
 * @example findLawNames('依照中华人民共和国刑法处罚')[0]?.title // 中华人民共和国刑法
 */
export function findLawNames(text: string): readonly LawName[] {
  if (!text.includes('中华人民共和国') && !text.includes('宪法')) return []
  return [...text.matchAll(FULL), ...text.matchAll(CONSTITUTION)]
    .filter((hit) => !NO_NAME.test(hit[0]))
    .map((hit) => ({ start: hit.index, end: hit.index + hit[0].length, title: hit[0] }))
    .sort((a, b) => a.start - b.start)
}

const FULL =
  /(?<![《〈<＜])中华人民共和国[\u4e00-\u9fff、]{1,30}?(?:法典|法|条例)(?:实施(?:条例|细则|办法))?(?=$|[第的、，。；：（）()等和与及或中”]|规定|有关|以下|管辖|追究|处罚|处理|执行|办理|予以)/g
const CONSTITUTION = /(?<=根据|依据|依照|按照)宪法(?=$|[第的、，。和]|规定|制定)/g

/** Words between the state and 法 that no law's name holds: 中华人民共和国境内依法, …的法. */
const NO_NAME =
  /境内|境外|领域|公民|依法|合法|违法|非法|执法|国务院(?!组织法)|有关|其他|国籍|主席|管辖权|缔结|参加|司法$|办法|[的在并由对该]|(?<!基)本|全国人民代表大会(?!和|组织|常务)|最高人民|海关(?!法|行政|统计|关衔|事务|稽查|对|办|计)/
