import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { readThresholds } from '../../server/facts/thresholds.ts'
import type { Threshold } from '../../server/model/facts.ts'
import type { MetricTerm, UnitTerm } from '../../server/model/vocabulary.ts'
import { documentOf } from './document.ts'

const metrics: readonly MetricTerm[] = JSON.parse(readFileSync('data/vocabulary/metrics.json', 'utf8'))
const units: readonly UnitTerm[] = JSON.parse(readFileSync('data/vocabulary/units.json', 'utf8'))
const read = (text: string) => readThresholds(documentOf([{ id: 'art_1', text }]), { metrics, units })
const short = (t: Threshold) =>
  `${t.comparator} ${t.value}${t.upper === null ? '' : `..${t.upper}${t.upperUnit ? ` ${t.upperUnit}` : ''}`} ${t.unit}`

describe('words of comparison', () => {
  it.each([
    ['人员不应少于10人。', ['>= 10 person']],
    ['人员应不少于10人。', ['>= 10 person']],
    ['资本不能低于壹拾万元。', ['>= 100000 CNY']],
    ['不得多于三人。', ['<= 3 person']],
    ['长度不大于12米。', ['<= 12 m']],
    ['宽度不小于4米。', ['>= 4 m']],
    ['时间不短于30分钟。', ['>= 30 minute']],
    ['不得迟于开标前三日。', ['>= 3 day']],
    ['不早于届满前30日。', ['<= 30 day']],
    ['人数超出50人的。', ['> 50 person']],
    ['多于十户的。', ['> 10 household']],
    ['投资逾一亿元的项目。', ['> 100000000 CNY']],
    ['执行期满未逾五年。', ['<= 5 year']],
    ['连续任职未满两届。', ['< 2 round']],
    ['不及三分之一的。', ['< 0.3333333333333333 ratio']],
    ['未达80分的，不予通过。', ['< 80 point']],
    ['达60%的。', ['>= 0.6 ratio']],
    ['满分率达到九成以上。', ['>= 0.9 ratio']],
    ['至少应当分别聘有讲师以上的教师二人。', ['>= 2 person']],
    ['最多不超过3项。', ['<= 3 item']],
    ['至多可以申报两项。', ['<= 2 item']],
    ['每家限报1个。', ['<= 1 item']],
    ['每单位限3人。', ['<= 3 person']],
    ['误差不超过±5%。', ['<= 0.05 ratio']],
    ['控制在百分之十以内。', ['<= 0.1 ratio']],
    ['增幅控制在10%。', ['<= 0.1 ratio']],
    ['容量≧5升，重量≦20公斤。', ['>= 5 litre', '<= 20 kg']],
    ['20人以上（不含20人）。', ['> 20 person']],
    ['10万元（不含）以上的。', ['> 100000 CNY']],
    ['10万元（含）以下的。', ['<= 100000 CNY']],
    ['年龄45周岁（含）以下。', ['<= 45 year']],
    ['在24小时（农村72小时）内登记。', ['<= 24 hour', '<= 72 hour']],
    ['三年后方可申请修复。', ['>= 3 year']],
    ['十年直至终身禁止从事该项活动。', ['>= 10 year']],
    ['以三年为限。', ['<= 3 year']],
    ['三代以内旁系血亲。', ['<= 3 generation']],
    ['兼职人员≤专职人员的50%。', ['<= 0.5 ratio']],
    ['到2027年，企业突破5000家。', ['> 5000 organization']],
    ['力争新建重点实验室20家左右。', ['= 20 organization']],
    ['外径等于或大于600毫米的管材。', ['>= 0.6 m']],
    ['厚度等于或者小于3毫米。', ['<= 0.003 m']],
    ['超计划取水的，超出部分按照征收标准的八倍收取。', ['= 8 multiple']],
    ['候选人应当多于应选名额三分之一至一倍。', ['between 0.3333333333333333..1 multiple ratio']],
    ['得票超过半数。', ['> 0.5 ratio']],
    ['须经全体议员三分之二多数通过。', ['>= 0.6666666666666666 ratio']],
    ['沿海五百吨级以上航道。', ['>= 500000 kg']],
    ['风速大于每秒零点三米或者侧风大于每秒零点四米的。', ['> 0.3 m', '> 0.4 m']],
    ['不低于每人每月一千元。', ['>= 1000 CNY']],
    ['收入高于本市上年度人均收入三倍的。', ['> 3 multiple']],
    ['情节严重的，5年内禁止其申报，处三万元以下罚款。', ['<= 5 year', '<= 30000 CNY']],
    ['分数80以上。', ['>= 80 number']],
    ['容积率不大于2.5，绿地率不低于35%。', ['<= 2.5 number', '>= 0.35 ratio']],
    ['pH值为6—9。', ['between 6..9 number']],
  ])('%s', (text, expected) => {
    expect(read(text).map(short)).toEqual(expected)
  })
})

describe('ranges', () => {
  it.each([
    ['三万元以上至十万元以下。', ['between 30000..100000 CNY']],
    ['三万元以上不足十万元的。', ['between 30000..100000 CNY']],
    ['五十千克以上不满一百千克。', ['between 50..100 kg']],
    ['超过500万元至1000万元的部分。', ['between 5000000..10000000 CNY']],
    ['由五至七人组成。', ['between 5..7 person']],
    ['期限为3到6个月。', ['between 3..6 month']],
    ['10万元～50万元的奖励。', ['between 100000..500000 CNY']],
    ['三年以上十年以下有期徒刑。', ['between 3..10 year']],
    ['百分之三至五的比例。', ['between 0.03..0.05 ratio']],
    ['处以1至3倍罚款。', ['between 1..3 multiple']],
    ['2000元-5000元/人。', ['between 2000..5000 CNY']],
  ])('%s', (text, expected) => {
    expect(read(text).map(short)).toEqual(expected)
  })
})

describe('amounts without a comparison', () => {
  it.each([
    ['重新鉴定可以进行两次。', ['= 2 time']],
    ['经两次常务委员会会议审议后交付表决。', ['= 2 time']],
    ['一年内曾因违规被给予二次警告后又违规的。', ['<= 1 year', '= 2 time']],
    ['每年可以从各机构、平台各免费获取两次本人的信用报告。', ['= 2 time']],
    ['累积记分二分。', ['= 2 point']],
    ['一次记12分。', ['= 12 point']],
    ['按二十年计算。', ['= 20 year']],
    ['随机选出3名或者5名委员组成小组。', ['= 3 person', '= 5 person']],
    ['一对夫妻可以生育三个子女。', ['= 3 item']],
    ['应当设置两个安全出口。', ['= 2 item']],
    ['最佳作品奖10名。', ['= 10 person']],
    ['给予五千元一次性奖励。', ['= 5000 CNY']],
    ['参加评审前3年内是申报单位的股东。', ['<= 3 year']],
    ['三年有效。', ['= 3 year']],
    ['材料一式三份。', ['= 3 copy']],
    ['字数3000字。', ['= 3000 character']],
    ['可以连任两届。', ['= 2 round']],
    ['担任初级职务的，十二年；', ['= 12 year']],
    ['由审判员三人或者五人组成合议庭。', ['= 3 person', '= 5 person']],
    ['二十四小时尚未扑灭明火的。', ['= 24 hour']],
    ['未经批准两次不出席会议的。', ['= 2 time']],
    ['连续三个检验周期内未能取得标志的。', ['= 3 item']],
    ['应当每两个月至少更新一次内容。', ['>= 1 time']],
    ['每两年献血一次以上。', ['>= 1 time']],
    ['应纳税额在1角以上的，税额尾数不满5分的不计。', ['>= 0.1 CNY', '< 0.05 CNY']],
    ['自公布之日起30日内设置标志。', ['<= 30 day']],
    ['应当提前半年报告。', ['>= 0.5 year']],
    ['规划期届满前2年，应当组织评估。', ['>= 2 year']],
    ['申报前三年内，在研发活动中没有失信记录；', ['<= 3 year']],
    ['最高时速：拖拉机每小时为三十公里。', ['= 30000 m']],
    ['每四年举办一届运动会。', ['= 4 year']],
    ['经街道办事处两次组织仍未能召开的。', ['= 2 time']],
    ['由法官和陪审员组成七人合议庭审理。', ['= 7 person']],
    ['与会员的往来量（额）不足全部往来量（额）50%的。', ['< 0.5 ratio']],
    ['可以处年优待金标准l至3倍罚款。', ['between 1..3 multiple']],
    ['准入证分为5年有效和3个月一次有效两类。', ['= 5 year', '= 3 month']],
    ['并处暂扣六个月机动车驾驶证。', ['= 6 month']],
    ['五个工作日不能办理完毕的。', ['= 5 workday']],
    ['适用七日无理由退货制度。', ['= 7 day']],
    ['最近3年连续盈利；', ['= 3 year']],
    ['受理申请前三年内，曾提供中介服务；', ['<= 3 year']],
    ['成员两次无故不参加会议的。', ['= 2 time']],
    ['职工每增加一百人，代表名额增加七名。', ['= 7 person']],
    ['推选两名监票人。', ['= 2 person']],
    ['到2022年，形成并推广50个左右诊疗方案。', ['= 50 item']],
    ['受到执行机关两次警告，仍不改正的。', ['= 2 time']],
    ['年龄每增加一岁，减少一年。', ['= 1 year']],
    ['不满七十周岁半价购买门票。', ['< 70 year']],
    ['设备原值不低于1 000万元。', ['>= 10000000 CNY']],
    [
      '综合得分≥90分为优秀，75≤得分＜90为良好，60分以下为不合格。',
      ['>= 90 point', 'between 75..90 number', '<= 60 point'],
    ],
    ['投保人年龄18-60周岁（含18和60周岁）。', ['between 18..60 year']],
    ['容量100MVA以上。', ['>= 100 MVA']],
    ['按每满一年支付一个月工资的标准支付。', ['= 1 month']],
    ['每超过一公里加收二元。', ['= 2 CNY']],
    ['連任不超過兩屆。', ['<= 2 round']],
    ['约定利率不得超过一年期贷款市场报价利率四倍。', ['<= 4 multiple']],
    ['每班幼儿人数：小班二十五人，中班三十人。', ['= 25 person', '= 30 person']],
    ['苯甲酸用量不得超过1.0g/kg。', ['<= 1 gram_per_kilogram']],
    ['额定蒸发量大于等于35t/h。', ['>= 35000 kg']],
    ['排放限值为10mg/Nm³。', ['= 10 milligram_per_cubic_metre']],
    ['公告应当张贴十日以上，少于十日的，应当重贴。', ['>= 10 day', '< 10 day']],
    ['能量密度大于40兆焦耳/千克。', ['> 40 megajoule_per_kilogram']],
    ['密度大于1.72克/立方厘米。', ['> 1.72 gram_per_cubic_centimetre']],
    ['人均不少于1\uE01020元。', ['>= 120 CNY']],
    ['处5万元以上lO万元以下罚款。', ['between 50000..100000 CNY']],
    ['应当至少每半年演练一次预案。', ['>= 1 time']],
    ['男60岁、女50岁以下。', ['<= 60 year', '<= 50 year']],
    ['保存期限不得少于使用期限到期后6个月。', ['>= 6 month']],
    ['宽度左右各不得超出车把十五厘米，后端不得超出车身三十厘米。', ['<= 0.15 m', '<= 0.3 m']],
    ['餐补按照本市最低工资百分之三十五的标准发放。', ['= 0.35 ratio']],
    ['病例数不少于100对。', ['>= 100 pair']],
    ['百年以上树龄的树木。', ['>= 100 year']],
    ['仪器设备总值不得低于l5万元，每人O.5元。', ['>= 150000 CNY', '= 0.5 CNY']],
    ['选举委员会选举的议员六人', ['= 6 person']],
    ['由三至七名单数成员组成。', ['between 3..7 person']],
    ['比例每增加或者减少百分之五，应当进行报告。', ['= 0.05 ratio']],
    ['支付四十个月的职工平均工资。', ['= 40 month']],
  ])('%s', (text, expected) => {
    expect(read(text).map(short)).toEqual(expected)
  })

  it.each([
    '羁押一日折抵刑期一日。',
    '应当在每年12月15日前把下一年度的名额分给各中心。',
    '按照公布的一年期贷款市场报价利率计算。',
    '遗址位于村南，面积800米×900米。',
    '东经112度以东之80米等深线。',
    '基本比例尺为万分之一、五千分之一。',
    '建立二十四小时值守制度。',
    '该项费用的比例占了近1/5。',
    '法规草案二次审议稿。',
    '分为一、二、三等三个等级。',
    '二次供水设施的管理。',
    '将分三个阶段、按两种方式推进。',
    '第一季度、第三类、二级以上医院。',
    '目录包括317种药品，共计520种。',
    '应当依照前两项的规定执行。',
    '从事16毫米电影片发行业务的单位。',
    '推进长三角地区一体化发展，警衔标志由银色四角星花组成，警员标志由银色四角星花组成。',
    '由橄榄枝环绕一周的国徽组成。',
    '近年来，我市共建成卫生室1200个，覆盖率达到98%。',
    '去年完成投资35亿元，增长12%。',
    '110千伏变电站的运行维护。',
    '深入推进“三去一降一补”，落实“六稳”任务，做到两手抓、两手硬。',
    '代替DB11/T 500—2016，按照ISO 9001:2015执行。',
    '财务会计报告分为年度、半年度和季度报告。',
    '报告一季度、上半年计划执行情况。',
    '小于五千分之一比例尺的地形图。',
    '5月24-26日领取准考证。',
    '自月初某日至次月同日的前一日为一个周期。',
    '于2020年10曰29日前报送。',
    '坚持四项基本原则。',
    '多年大潮平均高潮位时海陆分界线。',
    '经过50多年的建设，体系基本建立。',
    '自大佛佛座向东2000米至山脚。',
    '按定期存款一年期基准利率确定。',
    '设“三公”经费专栏，推进五个一工程。',
  ])('%s sets none', (text) => {
    expect(read(text).map(short)).toEqual([])
  })
})

describe('what a bound counts in', () => {
  it.each([
    ['每平方米不低于30元。', { per: 'square_metre' }],
    ['每人每月补贴300元。', { per: 'P1M' }],
    ['每亩补助不超过500元。', { per: 'mu' }],
    ['人均不少于120元。', { per: 'person' }],
    ['每两个月至少更新一次。', { per: 'P2M' }],
    ['每个实验室不少于3人。', { per: null }],
    ['按每辆车处五百元罚款。', { per: 'vehicle' }],
    ['时速不得超过60公里。', { value: 60000, unit: 'm', per: 'PT1H' }],
    ['每学年至少组织一次演练。', { per: 'P1Y' }],
    ['论文被收录20篇以上（近5年）。', { window: 'P5Y' }],
    ['能耗比行业平均水平低10%以上。', { aggregation: null }],
    ['固定人员不少于30人。', { purpose: 'eligibility' }],
    ['近五年來，發表論文50篇以上。', { window: 'P5Y', value: 50 }],
    ['2.场地面积200平方米以上。', { metric: '场地面积', quote: '场地面积200平方米以上' }],
    ['三年累计投入不少于1000万元。', { window: 'P3Y', aggregation: 'sum' }],
    ['最近三年年均收入不低于200万元。', { window: 'P3Y', aggregation: 'mean' }],
    ['甲、乙两类人员各不少于3人。', { aggregation: 'each', metric: '甲、乙两类人员' }],
    ['男女职工均不少于10人。', { aggregation: 'each', metric: '男女职工' }],
    ['会议时间约10分钟。', { hedge: '约' }],
  ])('%s', (text, expected) => {
    expect(read(text)).toMatchObject([expected])
  })
})

describe('a text that says whether the number itself is included', () => {
  const inDocument = (declared: string, text: string) =>
    readThresholds(
      documentOf([
        { id: 'art_1', text },
        { id: 'art_2', text: declared },
      ]),
      { metrics, units },
    ).map(short)

  it.each([
    ['本条例所称以上、以下，包括本数。', '三人以上。', ['>= 3 person']],
    ['本法所称以上不包括本数。', '三人以上。', ['> 3 person']],
    ['本办法中的“以上”包括本数，“以下”不包括本数。', '三人以上；五元以下。', ['>= 3 person', '< 5 CNY']],
    [
      '本法所称“以上”、“以下”、“以内”，包括本数；所称“不满”、“超过”，不包括本数。',
      '三人以上；超过五元。',
      ['>= 3 person', '> 5 CNY'],
    ],
    ['本规定所称以上、以内均不含本数。', '三人以上；五日内；十日以内。', ['> 3 person', '<= 5 day', '< 10 day']],
  ])('%s', (declared, text, expected) => {
    expect(inDocument(declared, text)).toEqual(expected)
  })
})

describe('what a period is for', () => {
  it.each([
    ['自收到申请之日起三十日内作出决定。', 'procedure'],
    ['应当在接到《行政处罚意见书》后十日内作出决定。', 'procedure'],
    ['应当在有效期届满前十五日内申请延续。', 'procedure'],
    ['自处理决定作出之日起五年内不得再次申报。', 'sanction'],
    ['于三年内不得申请鉴定。', 'sanction'],
    ['法官任期一年。', 'governance'],
    ['应当至迟在开庭前三个月提出。', 'procedure'],
    ['经全体委员三分之二以上同意。', 'governance'],
    ['有效期五年。', 'validity'],
    ['到2030年，覆盖率达到百分之八十。', 'target'],
    ['赔偿损失三倍。', 'sanction'],
    ['年满十八周岁。', 'eligibility'],
  ])('%s serves %s', (text, purpose) => {
    expect(read(text)).toMatchObject([{ purpose }])
  })
})

describe('alternatives of a list', () => {
  const list = (lead: string) =>
    readThresholds(
      documentOf([
        {
          id: 'art_1',
          text: lead,
          parts: [
            { id: 'art_1__item_1', text: '净资产1000万元以上；' },
            { id: 'art_1__item_2', text: '年营业收入5000万元以上，且人员不少于10人；' },
            { id: 'art_1__item_3', text: '发明专利3件以上。' },
          ],
        },
      ]),
      { metrics, units },
    ).map(({ alternativeGroup }) => alternativeGroup)

  it('are its items where one of them is enough, apart from items that ask for several things', () => {
    expect(list('应当符合下列条件之一：')).toEqual(['art_1@any', null, null, 'art_1@any'])
  })

  it('are none where all of them are asked for', () => {
    expect(list('应当符合下列条件：')).toEqual([null, null, null, null])
  })
})

describe('a report of the past', () => {
  const issuedIn2020 = (text: string) => {
    const document = documentOf([{ id: 'art_1', text }])
    return readThresholds({ ...document, meta: { ...document.meta, issuedOn: '2020-05-01' } }, { metrics, units }).map(
      short,
    )
  }

  it('demands nothing', () => {
    expect(issuedIn2020('2014年生产企业达到3813家，工业总产值7302亿元。')).toEqual([])
  })

  it.each([
    ['2019年统一招录的培训期为2年的人员。', ['= 2 year']],
    ['2025年，生产企业达到4000家。', ['>= 4000 organization']],
    ['2015年以前设立的企业，净资产应当达到1000万元。', ['>= 10000000 CNY']],
  ])('%s looks ahead or demands', (text, expected) => {
    expect(issuedIn2020(text)).toEqual(expected)
  })
})
