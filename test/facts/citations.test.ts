import { describe, expect, it } from 'vitest'
import { readCitations } from '../../server/facts/citations.ts'
import { documentOf } from './document.ts'

const read = (text: string) =>
  readCitations(documentOf([{ id: 'art_1', text }])).map(({ title, relation, kind }) => [title, relation, kind])

describe('what a document is named for', () => {
  it.each([
    ['根据《产品质量法》，制定本条例。', [['产品质量法', 'basis', 'document']]],
    ['参照《运行管理办法（暂行）》等有关文件，制定本办法。', [['运行管理办法（暂行）', 'models', 'document']]],
    ['落实科技部《总体方案（暂行）》，规范建设，制定本办法。', [['总体方案（暂行）', 'basis', 'document']]],
    ['认真落实《科技规划纲要》。', [['科技规划纲要', 'implements', 'document']]],
    ['依照《行政处罚法》处罚。', [['行政处罚法', 'applies', 'document']]],
    ['原《管理办法（试行）》（晋科发〔2020〕64号）同时废止。', [['管理办法（试行）', 'repeals', 'document']]],
    ['现将《实施细则》印发给你们。', [['实施细则', 'mentions', 'document']]],
    ['关于印发《实施细则》的通知', [['实施细则', 'issues', 'document']]],
    [
      '根据《甲法》、《乙条例》和《丙规定》，制定本办法。',
      [
        ['甲法', 'basis', 'document'],
        ['乙条例', 'basis', 'document'],
        ['丙规定', 'basis', 'document'],
      ],
    ],
    ['积极推进《中国制造2025》。', [['中国制造2025', 'mentions', 'document']]],
    ['为了实施《消防法》，结合本省实际，制定本办法。', [['消防法', 'basis', 'document']]],
    ['执行机构是指《组织条例》规定的委员会。', [['组织条例', 'mentions', 'document']]],
    ['违反本条例规定的行为，《公路法》已有规定的，从其规定。', [['公路法', 'mentions', 'document']]],
    [
      '根据《甲法》（以下简称《甲》）、《乙条例》，制定本办法。',
      [
        ['甲法', 'basis', 'document'],
        ['甲', 'mentions', 'document'],
        ['乙条例', 'basis', 'document'],
      ],
    ],
    ['根据宪法，制定本法。', [['宪法', 'basis', 'document']]],
    ['依照中华人民共和国刑法处罚。', [['中华人民共和国刑法', 'applies', 'document']]],
    ['中华人民共和国境内依法设立的企业适用本法。', []],
    ['向中华人民共和国有管辖权的中级人民法院申请。', []],
    ['单位犯刑法第三百条规定之罪的，依照前款处罚。', [['刑法', 'mentions', 'document']]],
    ['按国办发〔1985〕49号文件规定办理。', [['国办发〔1985〕49号', 'applies', 'document']]],
    [
      '现将卫医发[2004]269号“关于印发《处方办法》的通知”转发。',
      [['关于印发《处方办法》的通知', 'mentions', 'document']],
    ],
    ['“学科管理办法（试行）”（京中科[1999]44号）同时废止。', [['学科管理办法（试行）', 'repeals', 'document']]],
  ])('%s', (text, expected) => {
    expect(read(text)).toEqual(expected)
  })
})

describe('what is no document', () => {
  it.each([
    ['填写《创建申报书》（附件1）', 'form'],
    ['取得《医疗机构执业许可证》', 'form'],
    ['《医疗机构执业许可证（副本）》复印件', 'form'],
    ['提交《申报汇总表》', 'form'],
    ['按照《建设方案》（见附件2）执行', 'form'],
    ['《关于年度报告的通知》', 'document'],
    ['《关于修改报告表的决定》', 'document'],
    ['《代表法》', 'document'],
    ['适用《蒙特利尔议定书》', 'document'],
    ['《国务院关于同意设立的复函》', 'document'],
    ['《两岸共同打击走私及司法互助协议》', 'document'],
    ['列入《市场准入负面清单》', 'document'],
    ['制作《财物清单》', 'form'],
    ['发出《检察建议书》', 'form'],
    ['在《人民法院报》上公告', 'form'],
    ['刊登于《政府公报》', 'form'],
    ['建立《职工花名册》', 'form'],
    ['2015年3月27日常务委员会第三次会议《关于修改部分法规的决定》第二次修正', 'self'],
  ])('%s: %s', (text, kind) => {
    expect(read(text)[0]?.[2]).toBe(kind)
  })

  it('is the regulation itself under any width of its brackets', () => {
    const document = documentOf([{ id: 'art_1', text: '印发《管理办法(试行)》的通知' }])
    const own = { ...document, meta: { ...document.meta, title: '管理办法（试行）' } }
    expect(readCitations(own)[0]).toMatchObject({ kind: 'self', relation: 'issues' })
  })

  it('is its forerunner where the text ends it', () => {
    const document = documentOf([{ id: 'art_9', text: '1997年3月8日发布的《管理办法》同时废止。' }])
    const own = { ...document, meta: { ...document.meta, title: '管理办法' } }
    expect(readCitations(own)[0]).toMatchObject({ kind: 'document', relation: 'repeals' })
  })
})
