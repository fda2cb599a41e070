import { describe, expect, it } from 'vitest'
import { compareProcedures } from '../../../server/compare/process/procedures.ts'
import { timeOf } from '../../../server/compare/process/times.ts'
import { role, step, text } from './build.ts'

describe('the time of a step', () => {
  it.each([
    ['20个工作日内', '自受理之日起20个工作日内作出决定', { kind: 'limit', value: 20, unit: 'workday', from: '受理' }],
    ['二十日内', '应当在二十日内作出决定', { kind: 'limit', value: 20, unit: 'day', from: null }],
    ['5 个工作日', '公示期不少于 5 个工作日', { kind: 'least', value: 5, unit: 'workday' }],
    ['7日', '公示期为7日', { kind: 'period', value: 7, unit: 'day' }],
    ['3年', '建设期不超过3年', { kind: 'limit', value: 3, unit: 'year' }],
    ['两年', '建设期为两年', { kind: 'period', value: 2, unit: 'year' }],
    ['每3年', '每3年评估一次', { kind: 'every', value: 3, unit: 'year' }],
    ['年度', '实行年度报告制度', { kind: 'every', value: 1, unit: 'year' }],
    ['每年1月底前', '每年1月底前报送总结', { kind: 'date', value: null, unit: null }],
    ['限期', '限期整改', { kind: 'vague', value: null, unit: null }],
  ])('%s in “%s”', (duration, quote, expected) => {
    expect(timeOf(duration, quote)).toMatchObject({ words: duration, ...expected })
  })

  it('is none where the words are a condition or there are none', () => {
    expect(timeOf('三个月', '停留超过三个月的，应当办理登记')).toBeNull()
    expect(timeOf(null, '予以登记')).toBeNull()
  })
})

const ROLES = [role('市文旅局', 'authority'), role('申报单位', 'applicant')]
const official = (action: string, duration: string | null, more = {}) =>
  step(action, { actor: '市文旅局', duration, quote: `${action}${duration ?? ''}`, ...more })

function totals(...steps: Parameters<typeof text>[1]) {
  return compareProcedures([text('甲', steps, ROLES)]).procedures[0]?.totals ?? []
}

describe('how long the official side takes', () => {
  it('is a sum where every stage of it states a time, unit by unit', () => {
    const [total] = totals(
      step('提交申请材料', { actor: '申报单位' }),
      official('对申请予以受理', '5日内'),
      official('作出许可决定', '20个工作日内'),
      official('颁发许可证', '10个工作日内'),
    )
    expect(total).toMatchObject({
      kind: 'complete',
      places: 3,
      without: 0,
      sums: [
        { unit: 'day', value: 5, kind: 'limit' },
        { unit: 'workday', value: 30, kind: 'limit' },
      ],
      sentence: { zh: '合计至多5日 + 至多30个工作日', en: 'in total at most 5 days + at most 30 working days' },
    })
  })

  it('is bounded where a stage states none, and says how many', () => {
    const [total] = totals(
      official('组织专家评审', null),
      official('对名单进行公示', '5个工作日'),
      official('批准设立', null),
    )
    expect(total).toMatchObject({ kind: 'bounded', places: 3, without: 2 })
    expect(total?.sentence.zh).toBe('已载明 5个工作日；3 个办理环节中 2 个未载明期限，总时长不能算出')
  })

  it('takes the longest of alternatives in one stage, and leaves out what binds the applicant', () => {
    const [total] = totals(
      official('准予登记', '20日内'),
      official('不予登记', '15日内'),
      official('告知申请人', null, { duration: '十日内', quote: '告知申请人十日内自行处理' }),
    )
    expect(total?.sums).toEqual([{ unit: 'day', value: 20, kind: 'limit' }])
  })

  it('is counted for each track by itself', () => {
    const found = totals(
      official('批准设立', '20日内', { track: '综合类' }),
      official('批准设立', null, { track: '专业类' }),
    )
    expect(found.map(({ track, kind }) => [track, kind])).toEqual([
      ['综合类', 'complete'],
      ['专业类', 'silent'],
    ])
  })
})
