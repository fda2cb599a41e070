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
    text: `# 贵州省质量监督条例\n\n2005年9月30日 贵州省第十届人民代表大会常务委员会第二十次会议通过\n\n2009年11月26日 贵州省第十一届人民代表大会常务委员会第十一次会议《关于修改＜贵州省质量监督条例＞的决定》修正\n\n<!-- INFO END -->\n\n${ARTICLES}第三条 本条例自2005年12月1日起施行。《贵州省查处办法》、《贵州省产品条例》同时废止。`,
    expected: {
      title: '贵州省质量监督条例',
      issuers: ['贵州省人民代表大会常务委员会'],
      amendedOn: '2009-11-26',
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
    text: `# 劳动保护特别规定\n\n2013年6月5日 国务院第187次常务会议通过\n\n2013年6月19日 中华人民共和国国务院令第693号公布\n\n${ARTICLES}第三条 本规定自公布之日起施行。1991年3月9日国务院发布的《劳动保护规定》同时废止。`,
    expected: {
      docNumber: '中华人民共和国国务院令第693号',
      issuers: ['国务院'],
      issuedOn: '2013-06-19',
      effectiveFrom: '2013-06-19',
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
    text: `行政处罚程序\n(1996年5月17日卫生部令第48号发布)\n${ARTICLES}第三条 本程序自1994年9月1日起施行。`,
    expected: {
      title: '行政处罚程序',
      docNumber: '卫生部令第48号',
      issuedOn: '1996-05-17',
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
  {
    title: 'a decree writes its number over two lines, the regulation repeats its title below',
    text: `某省办法\n某省人民政府令\n第 226 号\n《某省办法》已经2010年3月1日省人民政府第3次常务会议通过，现予公布，自2010年5月1日起施行。\n省长 甲乙\n二○一○年三月五日\n某省办法\n${ARTICLES}`,
    expected: {
      title: '某省办法',
      docNumber: '某省人民政府令第226号',
      issuers: ['某省人民政府'],
      issuedOn: '2010-03-05',
      effectiveFrom: '2010-05-01',
    },
  },
  {
    title: 'two ministries above one 令 issue together',
    text: `广告办法\n某某部\n某某管理总局\n令\n第26号\n《广告办法》已经某某部决定修改，现予公布。\n2006年11月10日\n广告办法\n${ARTICLES}`,
    expected: {
      docNumber: '某某部、某某管理总局令第26号',
      issuers: ['某某部', '某某管理总局'],
      issuedOn: '2006-11-10',
    },
  },
  {
    title: 'an announcement is numbered by its year',
    text: `财政部 税务总局公告2021年第12号\n关于某税收政策的公告\n一、甲事项。\n二、乙事项。\n特此公告。\n财政部 税务总局\n2021年4月2日`,
    expected: {
      title: '关于某税收政策的公告',
      docNumber: '财政部税务总局公告2021年第12号',
      issuers: ['财政部', '税务总局'],
      issuedOn: '2021-04-02',
    },
  },
  {
    title: 'a reply is addressed to a province and issued by the state',
    text: `国务院关于某事项的批复\n国函〔2019〕5号\n河北省人民政府：\n你们的请示收悉。现批复如下：\n一、原则同意。\n二、要加强领导。\n国务院\n2019年1月2日`,
    expected: {
      title: '国务院关于某事项的批复',
      docNumber: '国函〔2019〕5号',
      issuers: ['国务院'],
      jurisdiction: 'CN',
    },
  },
  {
    title: 'where one notice forwards another, number and day are those of the inner one',
    text: `转发“关于印发《处方办法（试行）》的通知”\n京政字〔2004〕80号\n各区卫生局：\n现将某某部、某某管理局文件某发[2004]269号“关于印发《处方办法（试行）》的通知”转发给你们。\n北京市某局\n二○○四年九月十日\n关于印发《处方办法（试行）》的通知\n某发〔2004〕269号\n各省厅（局）：\n现印发你们。\n二○○四年八月十日\n处方办法（试行）\n${ARTICLES}`,
    expected: {
      title: '处方办法（试行）',
      docNumber: '某发〔2004〕269号',
      issuers: ['某某部', '某某管理局'],
      issuedOn: '2004-08-10',
      jurisdiction: 'CN',
    },
  },
  {
    title: 'fields of a page tell what the text does not',
    text: `发文机关：国务院办公厅 成文日期：2020年01月14日\n发文字号：国办发〔2020〕1号 发布日期：2020年01月16日\n关于某事的意见\n为某事，提出如下意见。\n一、总体要求\n（一）指导思想。以发展为中心。`,
    expected: {
      title: '关于某事的意见',
      docNumber: '国办发〔2020〕1号',
      issuers: ['国务院办公厅'],
      issuedOn: '2020-01-14',
    },
  },
  {
    title: 'the issuer on a line above 关于… belongs to the title, contacts below the signature do not matter',
    text: `四川省人民政府\n关于加快发展的实施意见\n川府发〔2021〕5号\n各市（州）人民政府：\n提出以下意见。\n一、总体要求\n二、重点任务\n四川省人民政府\n2021年3月4日\n联系电话：略`,
    expected: {
      title: '四川省人民政府关于加快发展的实施意见',
      issuers: ['四川省人民政府'],
      issuedOn: '2021-03-04',
      jurisdiction: 'CN-SC',
    },
  },
  {
    title: 'a title keeps the year of its revision and loses the 《 》 around it',
    text: `《某省项目办法（2019年修订）》\n${ARTICLES}`,
    expected: { title: '某省项目办法（2019年修订）' },
  },
  {
    title: 'a title broken by line ends is one, a history broken by them too',
    text: `某省人民代表大会常务委员会关于审理某某案件若干问题的规\n定（试行）\n2005年9月30日 某省第十届人民代表大会常务委员会第\n二十次会议通过\n${ARTICLES}`,
    expected: {
      title: '某省人民代表大会常务委员会关于审理某某案件若干问题的规定（试行）',
      issuers: ['某省人民代表大会常务委员会'],
      issuedOn: '2005-09-30',
    },
  },
  {
    title: 'ministries that made a text public are its issuers, who approved it is not',
    text: `某实施细则\n1986年12月3日 国务院批准\n1987年11月2日 公安部、外交部、交通部发布\n${ARTICLES}`,
    expected: { issuers: ['公安部', '外交部', '交通部'], issuedOn: '1987-11-02' },
  },
  {
    title: 'a decree of a city is not that of the province whose letter its name begins with',
    text: `新区条例\n2016年7月21日 温州市人民代表大会常务委员会公告第9号公布\n${ARTICLES}`,
    expected: { docNumber: '温州市人民代表大会常务委员会公告第9号', jurisdiction: 'CN-ZJ' },
  },
  {
    title: 'a decree with its number in brackets, the day of commencement in its notice',
    text: `深圳市人民政府令\n（第 345 号）\n《深圳市某规定》已经审议通过，现予公布，自2022年3月1日起施行。\n市长 甲乙\n2022年1月20日\n深圳市某规定\n${ARTICLES}`,
    expected: {
      title: '深圳市某规定',
      docNumber: '深圳市人民政府令第345号',
      issuers: ['深圳市人民政府'],
      effectiveFrom: '2022-03-01',
      jurisdiction: 'CN-GD',
    },
  },
  {
    title: 'an announcement below its title is numbered over two lines',
    text: `关于公布《某省名单》的公告\n某省工业和信息化厅公告\n第12号\n现予公布。\n一、甲。\n二、乙。\n某省工业和信息化厅\n2021年1月5日`,
    expected: { title: '关于公布《某省名单》的公告', docNumber: '某省工业和信息化厅公告第12号' },
  },
  {
    title: 'the decree that issued counts, not the one that amended',
    text: `某省某办法\n（2005年1月1日某省人民政府令第180号公布 根据2018年12月29日某省人民政府令第375号《某省人民政府关于修改部分规章的决定》修订）\n${ARTICLES}`,
    expected: {
      amendedOn: '2018-12-29',
      docNumber: '某省人民政府令第180号',
      issuers: ['某省人民政府'],
      issuedOn: '2005-01-01',
    },
  },
  {
    title: 'a name is not taken apart inside its words',
    text: `人力资源社会保障部关于修改部分规章的决定\n一、将《某规定》第三条修改为：“甲。”\n二、删去第四条。`,
    expected: { issuers: ['人力资源社会保障部'], jurisdiction: 'CN' },
  },
]

describe('the metadata of a text', () => {
  it.each(CASES)('$title', ({ text, expected }) => {
    const { meta } = parse(text)
    expect(Object.fromEntries(Object.keys(expected).map((key) => [key, meta[key as keyof Meta]]))).toEqual(expected)
  })
})
