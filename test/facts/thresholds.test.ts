import { readFileSync } from 'node:fs'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { readThresholds } from '../../server/facts/thresholds.ts'
import type { Threshold } from '../../server/model/facts.ts'
import type { MetricTerm, UnitTerm } from '../../server/model/vocabulary.ts'
import { caseOf } from '../gold/hard-cases.ts'
import { documentOf } from './document.ts'

const metrics: readonly MetricTerm[] = JSON.parse(readFileSync('data/vocabulary/metrics.json', 'utf8'))
const units: readonly UnitTerm[] = JSON.parse(readFileSync('data/vocabulary/units.json', 'utf8'))
const vocabulary = { metrics, units }

const read = (text: string, heading = '') => readThresholds(documentOf([{ id: 'art_1', heading, text }]), vocabulary)
const short = (t: Threshold) =>
  `${t.comparator} ${t.value}${t.upper === null ? '' : `..${t.upper}${t.upperUnit ? ` ${t.upperUnit}` : ''}`} ${t.unit}`

describe('every way in which the language states a bound', () => {
  it.each([
    ['固定人员不少于100人。', ['>= 100 person']],
    ['面积不低于500平方米。', ['>= 500 m2']],
    ['人数不得超过三人。', ['<= 3 person']],
    ['资产负债率低于70%。', ['< 0.7 ratio']],
    ['金额超过一百万元的，应当报告。', ['> 1000000 CNY']],
    ['年龄不高于60周岁。', ['<= 60 year']],
    ['每年至少召开一次会议。', ['>= 1 time']],
    ['最多推荐2项。', ['<= 2 item']],
    ['申请人应当年满十八周岁。', ['>= 18 year']],
    ['未满三年的，不得申请。', ['< 3 year']],
    ['不足三米的人行道。', ['< 3 m']],
    ['研发人员≥8人。', ['>= 8 person']],
    ['达到5项以上。', ['>= 5 item']],
    ['场地面积在1500m²以上。', ['>= 1500 m2']],
    ['拥有2项及以上发明专利。', ['>= 2 item']],
    ['具有三年（含）以上经历。', ['>= 3 year']],
    ['应当自收到申请之日起十五日内答复。', ['<= 15 day']],
    ['摘要200字以内。', ['<= 200 character']],
    ['应当在会议举行的十日前送交。', ['>= 10 day']],
    ['应当提前三十日通知。', ['>= 30 day']],
    ['有效期届满前三十日内申请延续。', ['<= 30 day']],
    ['经三分之二以上委员同意。', ['>= 0.6666666666666666 ratio']],
    ['由全体组成人员的过半数通过。', ['> 0.5 ratio']],
    ['担保数额不超过请求数额的百分之三十。', ['<= 0.3 ratio']],
    ['不得低于甲的百分之七十或者乙的百分之五十。', ['>= 0.7 ratio', '>= 0.5 ratio']],
    ['处三万元以上十万元以下罚款。', ['between 30000..100000 CNY']],
    ['处货值金额一倍以上三倍以下罚款。', ['between 1..3 multiple']],
    ['处货值金额等值以上三倍以下罚款。', ['between 1..3 multiple']],
    ['处违法收入百分之五十以上三倍以下罚款。', ['between 0.5..3 multiple ratio']],
    ['期限为十五日以上六个月以下。', ['between 15..6 month day']],
    ['已满十四周岁不满十八周岁。', ['between 14..18 year']],
    ['水温在十四摄氏度以上、十九摄氏度（不含十九摄氏度）以下。', ['between 14..19 celsius']],
    ['推荐专家3—5人。', ['between 3..5 person']],
    ['公示期5个工作日。', ['= 5 workday']],
    ['每3年进行一次评估。', ['= 3 year']],
    ['绩效评估以3年为1个周期。', ['= 3 year']],
    ['限期一年整改。', ['= 1 year']],
    ['给予500万元经费支持。', ['= 5000000 CNY']],
    ['由一个或多个独立法人实体组建。', ['>= 1 item']],
    ['销售收入小于5,000万元（含）的企业。', ['<= 50000000 CNY']],
    ['销售收入在5,000万元至2亿元的企业。', ['between 50000000..200000000 CNY']],
    ['至少配备1名服务人员和1名导师。', ['>= 1 person', '>= 1 person']],
    ['省级奖励2项以上，或国家级奖励1项。', ['>= 2 item', '>= 1 item']],
    ['研发人员占职工总数10%以上。', ['>= 0.1 ratio']],
    ['近三年内无违法记录。', ['<= 3 year']],
    ['每五年对文物进行评估。', ['= 5 year']],
    ['分别于五个工作日、七个工作日内办结。', ['<= 5 workday', '<= 7 workday']],
    ['至少每季度对设施进行一次清洗。', ['>= 1 time']],
    ['超过约定的开工期限三个月未开工的。', ['> 3 month']],
    ['連續不少於三個月，投入超過1億元，佔比達到三成。', ['>= 3 month', '> 100000000 CNY', '>= 0.3 ratio']],
    ['三人以上（含三人）联名。', ['>= 3 person']],
  ])('%s', (text, expected) => {
    expect(read(text).map(short)).toEqual(
      expected.map((line) => line.replace(/^(between \S+) (\S+) (\S+)$/, '$1 $2 $3')),
    )
  })

  it.each([
    '依照本办法第三条第二款规定办理。',
    '自2022年4月6日起施行。',
    '《中国制造2025》（国发〔2015〕28号）。',
    '坚持“三重一大”制度，落实“十四五”规划。',
    '评估结果分为优秀、良好和较差三类。',
    '制定三年行动计划。',
    '由一个单位牵头，统一管理。',
    '联系电话：0871-63133890。',
    '每聘用一人，应当登记。',
    '面向两个方面、三个阶段。',
    '到2015年，全国有中医医院3115所，床位40.09万张。',
  ])('%s sets none', (text) => {
    expect(read(text).map(short)).toEqual([])
  })
})

describe('what a bound is tied to', () => {
  it('takes the window of its clause, and one that stands alone holds along the sentence', () => {
    expect(read('近3年研发总投入不少于2000万元。')).toMatchObject([
      { window: 'P3Y', aggregation: 'sum', metricKey: 'rd_spend_total' },
    ])
    expect(read('近3年内，成果转化数达到5项以上，累计效益5000万元以上。')).toMatchObject([
      { window: 'P3Y', aggregation: null },
      { window: 'P3Y', aggregation: 'sum' },
    ])
    expect(read('近3年研发投入不少于100万元，场地面积不少于50平方米。')).toMatchObject([
      { window: 'P3Y' },
      { window: null },
    ])
  })

  it('keeps each year, the total and the average apart', () => {
    expect(read('近两年研发经费投入每年不少于1000万元。')).toMatchObject([
      { window: 'P2Y', per: 'P1Y', aggregation: 'each', metricKey: 'rd_spend_annual' },
    ])
    expect(read('近三年平均研发经费不低于4000万元。')).toMatchObject([
      { window: 'P3Y', per: null, aggregation: 'mean', metricKey: 'rd_spend_average' },
    ])
  })

  it.each([
    ['研发团队不少于20人。', 'team_size'],
    ['每家推荐的创新团队不超过2个。', null],
    ['合同书一式3份。', null],
  ])('knows what is measured by its words and its counter: %s', (text, metricKey) => {
    expect(read(text)).toMatchObject([{ metricKey }])
  })

  it('reads rates: 每届, 每半年, 每两年', () => {
    expect(read('每届任期不超过5年。')).toMatchObject([{ per: 'term' }])
    expect(read('每半年至少清洗、消毒一次。')).toMatchObject([{ comparator: '>=', value: 1, unit: 'time', per: 'P6M' }])
    expect(read('每两年复核一次。')).toMatchObject([{ value: 2, unit: 'year', per: 'P2Y' }])
  })

  it('joins alternatives and shares the comparison behind the last', () => {
    const [first, second] = read('主持国家级项目1项或省级项目3项以上。')
    expect([first, second].map((t) => t && short(t))).toEqual(['>= 1 item', '>= 3 item'])
    expect(first?.alternativeGroup).toBe(second?.alternativeGroup)
    expect(first?.alternativeGroup).not.toBeNull()
    expect(read('不少于3人，面积不少于50平方米。').map((t) => t.alternativeGroup)).toEqual([null, null])
  })

  it('closes a condition at ；and 。, not at ，', () => {
    const found = read(
      '申请单位是企业的，应有研发机构，负债率低于70%；申请单位是高校的，须与2家以上企业共建。人员不少于10人。',
    )
    expect(found.map((t) => [t.appliesIf, t.applicantTypes])).toEqual([
      ['申请单位是企业的', ['enterprise']],
      ['申请单位是高校的', ['university']],
      [null, []],
    ])
  })

  it('finds conditions in the same clause as their consequence', () => {
    expect(read('以企业为主体建设的配套资金与财政资金比例不低于3:1。')).toMatchObject([
      { appliesIf: '以企业为主体建设的', applicantTypes: ['enterprise'] },
    ])
    expect(read('以非企业为主体建设的配套资金与财政资金比例不低于1:1。')[0]?.applicantTypes).not.toContain('enterprise')
    expect(read('对评估为“中”的中心，保留资格，限期一年整改。')).toMatchObject([{ appliesIf: '对评估为“中”的中心' }])
  })

  it('keeps the hedge and the written form', () => {
    expect(read('原则上不超过3家单位。')).toMatchObject([{ hedge: '原则上', strength: 'must', unitText: '家' }])
    expect(read('比例不低于3:1。')).toMatchObject([{ value: 3, unitText: '3:1' }])
  })

  it.each([
    ['处三千元以下罚款。', '', 'sanction'],
    ['有效期五年。', '', 'validity'],
    ['公示期5个工作日。', '', 'procedure'],
    ['固定人员不少于10人。', '申报条件', 'eligibility'],
    ['每届任期不超过5年。', '治理结构', 'governance'],
    ['给予50万元补助。', '', 'funding'],
    ['力争建成创新中心10个。', '', 'target'],
    ['优秀比例不超过20%。', '考核评估', 'evaluation'],
  ])('%s under “%s” serves %s', (text, heading, purpose) => {
    expect(read(text, heading)).toMatchObject([{ purpose }])
  })

  it('names the track of the list that a bound stands in', () => {
    const document = documentOf([
      { id: 'art_1', text: '中心分为综合类和领域类。' },
      {
        id: 'art_2',
        text: '申请领域类中心应具备以下条件：',
        parts: [{ id: 'art_2__item_1', text: '固定人员不少于10人。' }],
      },
      { id: 'art_3', text: '公示期5个工作日。' },
    ])
    expect(readThresholds(document, vocabulary).map((t) => t.track)).toEqual(['领域类', null])
  })
})

const quoteOf = (id: string) => caseOf(id).quote.replace(/\s/g, '').replace(/,/g, '，')

describe('places where a simple reading goes wrong', () => {
  it.each([
    ['D1', ['>= 100 person', '>= 0.5 ratio']],
    ['D2', ['< 0.7 ratio']],
    ['D3', ['>= 1 item', '>= 3 item']],
    ['D4', ['>= 2 organization']],
    ['D5', ['>= 1500 m2']],
    ['D6', ['>= 20000000 CNY']],
    ['D7', ['>= 10000000 CNY']],
    ['D8', ['>= 40000000 CNY']],
    ['D9', ['>= 20000000 CNY']],
    ['D10', ['>= 2 item']],
    ['D11', ['>= 5 item', '>= 50000000 CNY']],
    ['D12', ['>= 2 item']],
    ['D13', ['<= 3 organization']],
    ['D14', ['>= 0.5 ratio']],
    ['D15', ['<= 60 year']],
    ['D16', ['<= 0.3333333333333333 ratio', '<= 5 year']],
    ['D17', ['>= 9 person']],
    ['D18', ['>= 1 time']],
    ['D19', ['<= 0.2 ratio']],
    ['D20', ['>= 3 ratio']],
    ['D21', ['= 1 ratio']],
    ['D22', ['= 5000000 CNY']],
    ['D23', ['>= 3 organization']],
    ['D24', ['>= 10000000 CNY']],
    ['D25', ['>= 1 item']],
    ['D26', ['= 3 item', '= 10 item']],
    ['D27', ['>= 0.1 ratio', '>= 3 person']],
    ['D28', []],
    ['D29', ['= 5 workday']],
    ['D30', ['= 3 year']],
    ['D31', ['= 3 year']],
    ['D32', ['= 1 year']],
    ['D33', []],
    ['D34', []],
    ['D35', ['<= 200 character']],
  ])('%s is read as %j', (id, expected) => {
    expect(read(quoteOf(id)).map(short)).toEqual(expected)
  })

  it('E1: the second branch and the sentence behind it are free of the first condition', () => {
    expect(read(`${quoteOf('E1')}2家以上企业联合共建。`).map((t) => t.appliesIf)).toEqual([
      '建设单位是企业的',
      '建设单位是高校、科研院所、技术机构的',
    ])
  })

  it('E3: the condition covers both demands', () => {
    expect(read(`${quoteOf('E3')}不低于4000万元。`)[0]?.appliesIf).toMatch(/为企业的$/)
  })
})

describe('any text', () => {
  const words = [
    '不少于',
    '以上',
    '以下',
    '三',
    '10',
    '万元',
    '年',
    '近',
    '每',
    '一次',
    '或',
    '，',
    '。',
    '；',
    '的',
    '%',
    '处',
    '（',
    '）',
    '至',
    '之一',
  ]

  it('is read without failing; every quote is the slice of its span, inside the text', () => {
    fc.assert(
      fc.property(fc.array(fc.constantFrom(...words), { maxLength: 80 }), (parts) => {
        const text = parts.join('')
        for (const { start, end, quote } of read(text)) {
          expect(quote).toBe(text.slice(start, end))
          expect(end).toBeGreaterThan(start)
        }
      }),
    )
  })

  // A reader that tries again from every character would not end before the test is stopped.
  it('is read to its end, however hostile', () => {
    const hostile = [
      '不少于'.repeat(9000),
      '三'.repeat(30000),
      '近三年'.repeat(9000),
      '（'.repeat(30000),
      '每'.repeat(30000),
      '或者1项'.repeat(6000),
    ]
    for (const text of hostile) expect(read(text).length).toBeLessThanOrEqual(text.length)
  })
})
