import { describe, expect, it } from 'vitest'
import { shortAct } from '../../../server/compare/process/acts.ts'
import { stagesOf } from '../../../server/compare/process/stages.ts'
import type { StageKey } from '../../../server/model/process.ts'
import { step } from './build.ts'

const stageOf = (...steps: Parameters<typeof stagesOf>[0]) => stagesOf(steps).at(-1)

describe('the stage of a step', () => {
  it.each<[string, StageKey]>([
    ['每年第一季度发布申报通知', 'arrange'],
    ['明确示范基地的认定条件', 'arrange'],
    ['本市实行经营许可制度', 'arrange'],
    ['向县级林业主管部门提出采伐申请', 'apply'],
    ['编制示范基地建设方案', 'apply'],
    ['对材料齐全的申请予以受理', 'accept'],
    ['材料不全的，应当一次告知补正内容', 'accept'],
    ['由属地街道办事处进行初审', 'review'],
    ['择优向市文旅局推荐', 'review'],
    ['组织专家对方案进行论证', 'appraise'],
    ['对申请场所进行现场核查', 'appraise'],
    ['对拟认定名单进行公示', 'notice'],
    ['作出准予或者不予许可的决定', 'decide'],
    ['经审查不合格的，不予登记', 'decide'],
    ['公示无异议后批准设立', 'decide'],
    ['颁发经营许可证', 'issue'],
    ['与获批单位签订任务书', 'issue'],
    ['建设期为两年', 'build'],
    ['建设期满后，由市文旅局组织考核', 'complete'],
    ['每年报送年度工作报告', 'report'],
    ['许可证载明的地址变更的，应当办理变更手续', 'change'],
    ['许可证遗失的，可以申请补发', 'change'],
    ['每两年开展一次绩效评估', 'evaluate'],
    ['评估不合格的，责令限期整改', 'rectify'],
    ['整改后仍不合格的，撤销示范基地称号', 'exit'],
    ['追回已经拨付的资金', 'exit'],
    ['优化审批流程、压缩办理时限', 'other'],
  ])('of “%s” is %s', (action, stage) => {
    expect(stageOf(step(action))).toMatchObject({ stage, score: expect.any(Number) })
  })

  it.each<[string, string, StageKey]>([
    ['变更法定代表人的，应提出书面申请，', '报市文旅局批准', 'change'],
    ['每年一月提交年度报告，', '经区文旅局审核', 'report'],
    ['聘任首席专家，', '并报市文旅局备案', 'other'],
  ])('handed on in a sentence about “%s” of “%s” is %s', (lead, action, stage) => {
    expect(stageOf(step(action, { lead }))?.stage).toBe(stage)
  })

  it('of an evaluation under a heading about applications is the appraisal of the application', () => {
    expect(stageOf(step('综合评估', { headings: ['申报与评审'], name: '申报与评审' }))?.stage).toBe('appraise')
    expect(stageOf(step('综合评估', { headings: ['动态管理'] }))?.stage).toBe('evaluate')
  })

  it('of what a result brings is the evaluation', () => {
    const provision = 'x#art_9'
    const steps = [
      step('每三年组织一次评估', { provision }),
      step('对评估优秀的推荐申报国家级基地', { provision, lead: '每三年组织一次评估，' }),
    ]
    expect(stageOf(...steps)?.stage).toBe('evaluate')
  })

  it('without a telling word is taken from the name, then from the heading, each less sure, else it is other', () => {
    expect(stageOf(step('按规定办理', { name: '受理' }))).toMatchObject({ stage: 'accept', score: 0.6 })
    expect(stageOf(step('按规定办理', { headings: ['许可证的变更'] }))).toMatchObject({ stage: 'change', score: 0.5 })
    expect(stageOf(step('按规定办理'))).toMatchObject({ stage: 'other', score: 0.3 })
  })

  it('of something made public is other where the article has nothing applied for', () => {
    const alone = step('并向社会公布', { provision: 'x#art_3__para_2' })
    expect(stageOf(alone)?.stage).toBe('other')
    expect(stageOf(step('作出许可决定', { provision: 'x#art_3__para_1' }), alone)?.stage).toBe('issue')
  })

  it('says in words what told it', () => {
    expect(stageOf(step('对名单进行公示'))?.reason).toEqual({ zh: '动作“公示”', en: 'the act 公示' })
  })
})

describe('the act in a word or two', () => {
  it.each<[string, StageKey, string | null]>([
    ['经所在地科技主管部门审核推荐', 'review', '审核推荐'],
    ['报市文旅局批准', 'change', '批准'],
    ['对评审通过的名单进行公示', 'notice', '公示'],
    ['按规定办理', 'accept', null],
  ])('of “%s” in the stage %s is %s', (action, stage, short) => {
    expect(shortAct(action, stage)).toBe(short)
  })
})
