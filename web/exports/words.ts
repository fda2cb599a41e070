/** The words that the files themselves add, in both languages. */
export const WORDS = {
  zh: {
    colon: '：',
    asOf: (date: string) => `效力截至 ${date}`,
    fingerprint: '数据指纹',
    address: '固定链接',
    sources: '来源',
    references: '参考文献',
    about: '说明',
    made: '本表由条览从法规文本读出：引文为原文，【】内为出处；关系由规则得出，未经人工审定。',
    part: (at: number, all: number) => `表 ${at} / ${all}`,
    split: (parts: number, names: readonly string[]) =>
      `列数较多，分为 ${parts} 张表；每张表重复“${names.join('”“')}”列，各表的行相同。`,
    page: ['第 ', ' 页　共 ', ' 页'],
    marks: '新增的字加下划线，删去的字加删除线。',
    plainMarks: '｛＋…＋｝为新增，［－…－］为删去。',
    unstated: '未载明',
    source: {
      title: '标题',
      docNumber: '文号',
      issuers: '发文机关',
      jurisdiction: '法域',
      issuedOn: '发文日期',
      effectiveFrom: '施行日期',
      effectiveUntil: '有效期末日',
      validity: '效力',
      address: '链接',
      citation: '引用（GB/T 7714—2015）',
    },
  },
  en: {
    colon: ': ',
    asOf: (date: string) => `Validity as of ${date}`,
    fingerprint: 'Fingerprint of the data',
    address: 'Permalink',
    sources: 'Sources',
    references: 'References',
    about: 'About',
    made: 'Read from the texts by Tiaolan: quotes are the original words, 【】 gives their place; relations follow from rules and were not reviewed by a person.',
    part: (at: number, all: number) => `Table ${at} of ${all}`,
    split: (parts: number, names: readonly string[]) =>
      `The columns are split into ${parts} tables with the same rows; each repeats ${names.join(', ')}.`,
    page: ['Page ', ' of ', ''],
    marks: 'Inserted words are underlined, deleted ones are struck out.',
    plainMarks: '｛＋…＋｝ is inserted, ［－…－］ is deleted.',
    unstated: 'not stated',
    source: {
      title: 'Title',
      docNumber: 'Number',
      issuers: 'Issued by',
      jurisdiction: 'Jurisdiction',
      issuedOn: 'Issued on',
      effectiveFrom: 'In force from',
      effectiveUntil: 'Last day in force',
      validity: 'Validity',
      address: 'Link',
      citation: 'Reference (GB/T 7714—2015)',
    },
  },
} as const

/** What a reader must know of a sheet, for every kind of file: the date, the link, the fingerprint, the notes. */
export function aboutLines(sheet: {
  readonly lang: 'zh' | 'en'
  readonly asOf: string
  readonly address: string
  readonly fingerprint: string | null
  readonly notes: readonly string[]
}): readonly string[] {
  const words = WORDS[sheet.lang]
  return [
    words.asOf(sheet.asOf),
    ...sheet.notes,
    words.made,
    `${words.address}${words.colon}${sheet.address}`,
    ...(sheet.fingerprint === null ? [] : [`${words.fingerprint}${words.colon}${sheet.fingerprint}`]),
  ]
}
