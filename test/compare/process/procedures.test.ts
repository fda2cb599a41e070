import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { compareProcedures } from '../../../server/compare/process/procedures.ts'
import { role, step, text } from './build.ts'

const ROLES = [role('省文旅厅', 'authority'), role('市文旅局', 'department'), role('申报单位', 'applicant')]
const apply = step('提交申请材料', { actor: '申报单位', id: 'apply' })
const review = step('经市文旅局审核推荐', { actor: '市文旅局', id: 'review' })
const notice = (duration: string) =>
  step('对名单进行公示', { actor: '省文旅厅', id: 'notice', duration, quote: `对名单进行公示${duration}` })
const decide = step('批准设立', { actor: '省文旅厅', id: 'decide' })

const BASE = text('国家', [apply, review, notice('20日'), decide], ROLES)

/** The cell of the second column in each stage. */
function cells(...steps: Parameters<typeof text>[1]) {
  const { stages } = compareProcedures([BASE, text('甲省', steps, ROLES)], { base: '国家' })
  return Object.fromEntries(stages.map(({ key, cells: [, cell] }) => [key, cell]))
}

describe('procedures held against the base', () => {
  it('are the same where the same kinds of bodies act in the same times', () => {
    const found = cells(apply, review, notice('二十日'), decide)
    expect(Object.values(found).map((cell) => cell?.relation)).toEqual(['SAME', 'SAME', 'SAME', 'SAME'])
  })

  it('say which stages are added, which are left out, and which only one text has', () => {
    const report = step('每年报送年度报告', { actor: '申报单位', id: 'report' })
    const found = cells(apply, decide, report)
    expect(found['review']).toMatchObject({ relation: 'OMITTED', steps: [], only: false })
    expect(found['report']).toMatchObject({ relation: 'ADDED', steps: ['report'], only: true })
  })

  it.each([
    ['10日', '10日，国家为20日：更短'],
    ['30日', '30日，国家为20日：更长'],
    ['5个工作日', '5个工作日，国家为20日：计时单位不同，不作换算'],
  ])('tell %s from 20日', (duration, zh) => {
    const found = cells(apply, review, notice(duration), decide)
    expect(found['notice']).toMatchObject({ relation: 'DIFFERENT', reason: { zh } })
  })

  it('call a shorter deadline stricter, and a longer one looser', () => {
    const within = (duration: string) => ({ ...decide, duration, quote: `在${duration}批准设立` })
    const held = (own: string, base: string) => {
      const texts = [text('国家', [within(base)], ROLES), text('甲省', [within(own)], ROLES)]
      return compareProcedures(texts, { base: '国家' }).stages[0]?.cells[1]?.relation
    }
    expect([held('10日内', '20日内'), held('30日内', '20日内')]).toEqual(['STRICTER', 'LOOSER'])
    expect(held('10个工作日内', '20日内')).toBe('DIFFERENT')
  })

  it('say who else takes part', () => {
    const found = cells(apply, step('组织专家审核', { actor: '市文旅局', id: 'review' }), notice('20日'), decide)
    expect(found['review']?.reason?.zh).toContain('多出“专家与第三方”')
  })

  it('leave the steps of one track and of every track when a track is asked for', () => {
    const own = text(
      '甲省',
      [apply, { ...decide, id: 'a', track: '综合类' }, { ...decide, id: 'b', track: '专业类' }],
      ROLES,
    )
    const [procedure] = compareProcedures([own], { track: '综合类' }).procedures
    expect(procedure?.steps.map(({ id }) => id)).toEqual(['apply', 'a'])
  })

  it('have no relations without a base, and nothing for a text without a procedure', () => {
    const { stages, procedures } = compareProcedures([BASE, text('乙省', [])])
    expect(stages.flatMap((stage) => stage.cells.map(({ relation }) => relation))).toEqual(
      stages.flatMap(() => [null, null]),
    )
    expect(procedures[1]).toEqual({ instrument: '乙省', steps: [], totals: [] })
  })

  it('put every step into exactly one stage, whatever the words', () => {
    const words = fc.stringMatching(/^[申请受理审核推荐公示批准变更评估整改撤销的，经报向年度]{4,30}$/)
    const property = fc.property(fc.array(words, { maxLength: 12 }), (actions) => {
      const steps = actions.map((action, at) => step(action, { id: String(at), provision: `x#art_${String(at % 3)}` }))
      const { stages, procedures } = compareProcedures([text('甲', steps, ROLES)])
      const placed = stages.flatMap((stage) => stage.cells.flatMap((cell) => cell.steps))
      expect([...placed].sort()).toEqual((procedures[0]?.steps ?? []).map(({ id }) => id).sort())
    })
    fc.assert(property, { numRuns: 200 })
  })
})
