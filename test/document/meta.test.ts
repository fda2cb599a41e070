import { describe, expect, it } from 'vitest'
import type { Meta } from '../../server/model/document.ts'
import { parse } from './parse.ts'

const ARTICLES = '第一条 为了规范管理，制定本办法。\n第二条 本办法由厅负责解释。\n'

interface Case {
  readonly title: string
  readonly text: string
  readonly expected: Partial<Meta>
}

const CASES: readonly Case[] = [
  {
    title: 'a joint letterhead names both issuers, the notice below it is not the regulation',
    text: `浙江省科学技术厅 文件\n浙江省财政厅\n\n浙科发〔2022〕6号\n\n浙江省科技厅 浙江省财政厅关于印发《浙江省\n专项资金管理办法\n(试行)》的通知\n\n有关单位：\n\n现予公布，自\n\n2022年4月6日起施行。\n\n(此件公开发布)\n\n2022年4月6日\n\n浙江省专项资金管理办法\n\n(试行)\n\n${ARTICLES}`,
    expected: {
      title: '浙江省专项资金管理办法（试行）',
      docNumber: '浙科发〔2022〕6号',
      issuers: ['浙江省科学技术厅', '浙江省财政厅'],
      issuedOn: '2022-04-06',
      effectiveFrom: '2022-04-06',
      stage: '试行',
      jurisdiction: 'CN-ZJ',
    },
  },
  {
    title: 'a letter-spaced signature names the issuers, 自发布之日起 counts from its date',
    text: `民政部 教育部印发《社区\n\n服务管理办法\n\n（暂行）》的通知\n\n民发〔2021〕17号\n\n各省、自治区、直辖市民政厅（局）：\n现印发你们，请遵照执行。\n\t民 政 部\n\t      教 育 部\n\n\t2021年2月10日\n\n（此件主动公开）\n社区服务管理办法\n\n（暂行）\n\n${ARTICLES}第三条 本办法自发布之日起施行。`,
    expected: {
      title: '社区服务管理办法（暂行）',
      docNumber: '民发〔2021〕17号',
      issuers: ['民政部', '教育部'],
      issuedOn: '2021-02-10',
      effectiveFrom: '2021-02-10',
      effectiveUntil: null,
      stage: '暂行',
      jurisdiction: 'CN',
    },
  },
  {
    title: 'without letterhead nothing is guessed, the province comes from the text, the end from 有效期',
    text: `# 省专项管理办法\n\n第一条 结合本省实际，制定本办法。\n\n第二条 单位须在湖南注册，冠名“湖南省××中心”。\n\n第三条 本办法自2023年7月1日起施行，有效期五年，原《省专项管理办法（试行）》（湘科发〔2020〕64号）同时废止。`,
    expected: {
      title: '省专项管理办法',
      docNumber: null,
      issuers: [],
      issuedOn: null,
      effectiveFrom: '2023-07-01',
      effectiveUntil: '2028-06-30',
      effectiveUntilBasis: 'derived',
      stage: null,
      jurisdiction: 'CN-HN',
      repeals: [{ title: '省专项管理办法（试行）', docNumber: '湘科发〔2020〕64号' }],
    },
  },
  {
    title: 'a stated last day is explicit, spaces in dates do not matter',
    text: `某市补贴办法\n${ARTICLES}第三条 本办法自 2022 年 4 月 6 日起施行，有效期至 2025 年 4 月 5 日。`,
    expected: { effectiveFrom: '2022-04-06', effectiveUntil: '2025-04-05', effectiveUntilBasis: 'explicit' },
  },
  {
    title: 'cited numbers are not its own, the printing date stands in for a missing signature',
    text: `江西省工业和信息化厅关于印发《江西省培育工作方案》的通知\n各市工业和信息化局，有关企业：\n\n为贯彻落实《行动计划》（国发〔2015〕28号），现印发给你们。\n （此件公开）\n\n江西省培育工作方案\n\n一、总体要求\n\n（一）指导思想\n\n以发展为中心。\n\n 抄送：：省发展改革委、省科技厅；\n\n         本厅领导。\n\n 江西省工信厅办公室                     2019年5月6日印发`,
    expected: {
      title: '江西省培育工作方案',
      docNumber: null,
      issuers: ['江西省工业和信息化厅'],
      issuedOn: '2019-05-06',
      effectiveFrom: null,
      jurisdiction: 'CN-JX',
    },
  },
  {
    title: 'a plan that states no commencement has none',
    text: `湖北省科学技术厅文件\n\n鄂科〔2021〕116号\n\n关于印发《湖北省建设方案（暂行）》的通知\n\n各市科技局：\n\n现印发给你们。\n\n附件：湖北省建设方案（暂行）\n\n2021年8月11日\n\n附件\n\n湖北省建设方案（暂行）\n\n一、总体要求\n（一）目标。建成中心。\n二、保障\n\n附：提纲\n\n附\n\n提纲\n\n- 一、背景\n\n湖北省科学技术厅办公室\n\n2021年8月11日印发`,
    expected: {
      title: '湖北省建设方案（暂行）',
      docNumber: '鄂科〔2021〕116号',
      issuers: ['湖北省科学技术厅'],
      issuedOn: '2021-08-11',
      effectiveFrom: null,
      effectiveUntil: null,
      effectiveUntilBasis: null,
      jurisdiction: 'CN-HB',
    },
  },
  {
    title: 'the history of a provincial law tells who adopted it and when',
    text: `# 贵州省质量监督条例\n\n2005年9月30日 贵州省第十届人民代表大会常务委员会第二十次会议通过\n\n2009年11月27日 贵州省第十一届人民代表大会常务委员会第十四次会议《关于修改＜贵州省质量监督条例＞的决定》修正\n\n<!-- INFO END -->\n\n${ARTICLES}第三条 本条例自2005年12月1日起施行。《贵州省查处办法》、《贵州省产品条例》同时废止。`,
    expected: {
      title: '贵州省质量监督条例',
      issuers: ['贵州省人民代表大会常务委员会'],
      issuedOn: '2005-09-30',
      effectiveFrom: '2005-12-01',
      jurisdiction: 'CN-GZ',
      repeals: [
        { title: '贵州省查处办法', docNumber: null },
        { title: '贵州省产品条例', docNumber: null },
      ],
    },
  },
  {
    title: 'a decree gives number, date and issuer',
    text: `# 劳动保护特别规定\n\n2012年4月18日 国务院第200次常务会议通过\n\n2012年4月28日 中华人民共和国国务院令第619号公布\n\n${ARTICLES}第三条 本规定自公布之日起施行。1988年7月21日国务院发布的《劳动保护规定》同时废止。`,
    expected: {
      docNumber: '中华人民共和国国务院令第619号',
      issuers: ['国务院'],
      issuedOn: '2012-04-28',
      effectiveFrom: '2012-04-28',
      jurisdiction: 'CN',
      repeals: [{ title: '劳动保护规定', docNumber: null }],
    },
  },
  {
    title: 'a city answers with the code of its province',
    text: `# 杭州市养犬管理条例\n${ARTICLES}第三条 本条例自二〇二四年六月一日起施行。`,
    expected: { title: '杭州市养犬管理条例', effectiveFrom: '2024-06-01', jurisdiction: 'CN-ZJ' },
  },
  {
    title: 'the decree behind a title is its history and no part of it',
    text: `行政处罚程序\n(1994年8月29日卫生部令第36号发布)\n${ARTICLES}第三条 本程序自1994年9月1日起施行。`,
    expected: {
      title: '行政处罚程序',
      docNumber: '卫生部令第36号',
      issuedOn: '1994-08-29',
      effectiveFrom: '1994-09-01',
    },
  },
  {
    title: 'a delay counts from the day of issue',
    text: `某省民政厅关于印发《某省救助办法》的通知\n某民发〔2020〕3号\n各市民政局：\n某省民政厅\n2020年3月15日\n某省救助办法\n${ARTICLES}第三条 本办法自印发之日起30日后施行，试行期两年。`,
    expected: { issuedOn: '2020-03-15', effectiveFrom: '2020-04-14', effectiveUntil: '2022-04-13' },
  },
  {
    title: 'the day of one article is not that of the whole',
    text: `某市办法\n${ARTICLES}第三条 本办法第二条自2021年1月1日起施行，其他条款另行规定。`,
    expected: { effectiveFrom: null },
  },
  {
    title: 'articles of others that end are no repeal of the whole',
    text: `某市办法\n${ARTICLES}第三条 《某市规定》第五条同时废止。被废止的文件不再执行。`,
    expected: { repeals: [] },
  },
]

describe('the metadata of a text', () => {
  it.each(CASES)('$title', ({ text, expected }) => {
    const { meta } = parse(text)
    expect(Object.fromEntries(Object.keys(expected).map((key) => [key, meta[key as keyof Meta]]))).toEqual(expected)
  })
})
