import { readdirSync, readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { loadVocabulary } from '../../server/app/vocabulary.ts'
import { parseDocument } from '../../server/document/parse.ts'
import type { Passage, Provision, RegulationDocument } from '../../server/model/document.ts'
import { cleanText } from '../../server/text/clean.ts'
import { readText } from '../../server/text/plain.ts'
import { CASES, type HardCase } from './hard-cases.ts'

const { jurisdictions } = loadVocabulary()
const DOCUMENTS = new Map(
  readdirSync('data/regulations').map((id) => {
    const source = JSON.parse(readFileSync(`data/regulations/${id}/source.json`, 'utf8')) as { file: string }
    const raw = readText(readFileSync(`data/regulations/${id}/text.txt`), id)
    return [source.file, parseDocument(raw, jurisdictions, cleanText)] as const
  }),
)
/** What the case asks of a document, in words that fit on a line. */
type Answer = (document: RegulationDocument, place: HardCase) => unknown

const at = ({ provisions }: RegulationDocument, { start }: HardCase): Provision | undefined =>
  provisions
    .filter((provision) => Math.abs(provision.start - start) <= 8 && provision.kind !== 'paragraph')
    .sort((a, b) => Math.abs(a.start - start) - Math.abs(b.start - start))[0]
const passageAt = ({ passages }: RegulationDocument, { start, end }: HardCase): Passage | undefined =>
  passages.find(({ clean: { offsets } }) => (offsets[0] ?? 0) < end && start < (offsets.at(-1) ?? 0))
const words: Answer = (document, place) => passageAt(document, place)?.clean.text ?? ''
const meta =
  (...fields: readonly (keyof RegulationDocument['meta'])[]): Answer =>
  ({ meta: found }) =>
    fields.map((field) => found[field])
const node: Answer = (document, place) => {
  const provision = at(document, place)
  return [provision?.kind, provision?.label, provision?.heading]
}
const parentOf: Answer = (document, place) => {
  const parent = document.provisions.find(({ id }) => id === at(document, place)?.parent)
  return parent?.label
}
const labelsInside: Answer = ({ provisions }, { start, end }) =>
  provisions.filter((provision) => provision.start > start && provision.start < end).length
const problemsAt: Answer = ({ problems }, { start, end }) =>
  problems.filter((problem) => (problem.start ?? -1) >= start && (problem.end ?? 0) <= end + 20).map(({ code }) => code)
const isOutside: Answer = (document, place) => passageAt(document, place)?.provision ?? null

const ANSWERS: Readonly<Record<string, readonly (readonly [Answer, unknown])[]>> = {
  A1: [[meta('issuers'), [['云南省科学技术厅', '云南省财政厅']]]],
  A2: [[meta('docNumber'), ['云科联发〔2022〕6号']]],
  A3: [[meta('title', 'stage'), ['云南省技术创新中心建设运行管理办法（试行）', '试行']]],
  A4: [[words, expect.stringContaining('现予公布，自2022年4月6日起施行。')]],
  A5: [
    [meta('effectiveFrom', 'effectiveUntil', 'effectiveUntilBasis'), ['2022-04-06', '2025-04-05', 'explicit']],
    [words, expect.stringContaining('自2022年4月6日起施行，有效期至2025年4月5日')],
  ],
  A6: [[meta('effectiveFrom', 'effectiveUntil', 'effectiveUntilBasis'), ['2023-07-01', '2028-06-30', 'derived']]],
  A7: [[meta('repeals'), [[{ title: '省技术创新中心管理办法（试行）', docNumber: '晋科发〔2020〕64号' }]]]],
  A8: [
    [meta('title', 'issuers', 'docNumber', 'issuedOn'), ['省技术创新中心建设与运行管理办法', [], null, null]],
    [meta('jurisdiction'), ['CN-SX']],
  ],
  A9: [[meta('docNumber'), [null]]],
  A10: [[meta('issuedOn'), ['2019-05-06']]],
  A11: [[meta('issuedOn', 'effectiveFrom', 'effectiveUntil'), ['2021-08-11', null, null]]],
  A12: [[meta('issuers'), [['科技部', '财政部']]]],
  A13: [
    [meta('title', 'stage'), ['国家技术创新中心建设运行管理办法（暂行）', '暂行']],
    [words, '科技部财政部印发《国家技术创新中心建设运行管理办法（暂行）》的通知'],
  ],
  A14: [[meta('effectiveFrom'), ['2021-02-10']]],
  A15: [[isOutside, null]],
  A16: [[isOutside, null]],
  A17: [[isOutside, null]],
  B1: [[words, expect.stringContaining('公益民生可持续发展的基础技术')]],
  B2: [[words, expect.stringContaining('激励有力，固定人员不少于50人。')]],
  B3: [[words, expect.stringContaining('传统产业升链、新兴产业建链，')]],
  B4: [[words, expect.stringContaining('扩展资金来源渠道，经费设立专账')]],
  B5: [[words, expect.stringContaining('对口业务处室提出建议，依规委托第三方机构')]],
  B6: [
    [words, expect.stringContaining('设施和条件')],
    [problemsAt, ['FOREIGN_WORD']],
  ],
  B7: [
    [words, expect.stringContaining('统筹布局和分类指导')],
    [problemsAt, ['FOREIGN_WORD']],
  ],
  B8: [
    [words, ''],
    [problemsAt, expect.arrayContaining(['NOISE'])],
  ],
  B9: [
    [node, ['article', '第一条', null]],
    [(document, place) => document.raw.text.slice(at(document, place)?.start).startsWith('第一条'), true],
  ],
  B10: [
    [node, ['chapter', '第三章', '组建程序和条件']],
    [parentOf, undefined],
  ],
  B11: [[node, ['item', '（四）', '批准组建']]],
  B12: [[({ provisions }) => provisions.some(({ heading }) => heading === '管理职责'), true]],
  B13: [
    [node, ['chapter', '第三章', '组建程序和条件']],
    [({ provisions }) => provisions.find(({ label }) => label === '第十一条')?.parent, 'chp_3'],
  ],
  B14: [[node, ['item', '1.', null]]],
  B15: [[node, ['outline1', '二、', '定位与主要任务']]],
  B16: [[node, ['outline3', '4、', null]]],
  B17: [[labelsInside, 0]],
  B18: [[node, ['outline2', '（一）', '加强部门合作']]],
  B19: [[node, ['outline2', '（一）', '指导思想']]],
  B20: [[node, ['annex', '附件2', '云南省制造业创新中心建设方案计划书（提纲）']]],
  B21: [
    [node, ['outline1', '一、', '建设背景与意义']],
    [parentOf, '附'],
  ],
  B22: [[words, '高级以上职称人数']],
  B23: [[labelsInside, 0]],
  B24: [[labelsInside, 0]],
  B25: [[problemsAt, ['DOUBLED']]],
  B27: [[labelsInside, 0]],
}

describe('hard cases', () => {
  it('quote the texts', () => {
    const wrong = CASES.filter(({ file, start, end, quote }) => {
      return DOCUMENTS.get(file)?.raw.text.slice(start, end) !== quote
    })
    expect(wrong).toEqual([])
  })

  it('of layout and identity all have an answer here or in the tests of facts', () => {
    const ids = CASES.map(({ id }) => id).filter((id) => /^[AB]/.test(id))
    expect(ids.filter((id) => ANSWERS[id] === undefined)).toEqual(['B26'])
  })

  it.each(CASES.filter(({ id }) => ANSWERS[id] !== undefined))('$id: $expected', (place) => {
    const document = DOCUMENTS.get(place.file)
    if (document === undefined) throw new Error(`no text for ${place.file}`)
    const found = ANSWERS[place.id]?.map(([answer]) => answer(document, place))
    expect(found).toEqual(ANSWERS[place.id]?.map(([, expected]) => expected))
  })
})
