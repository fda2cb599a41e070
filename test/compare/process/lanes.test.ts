import { describe, expect, it } from 'vitest'
import { calledIn, lanesOf, partnersOf } from '../../../server/compare/process/lanes.ts'
import type { LaneKey, StageKey } from '../../../server/model/process.ts'
import { role, step } from './build.ts'

const ROLES = [
  role('申报单位', 'applicant'),
  role('市文化和旅游局', 'authority', ['市文旅局']),
  role('区县文旅部门', 'department'),
  role('市人民政府', 'local-government'),
  role('专家组', 'expert'),
]

interface Case {
  readonly actor: string | null
  readonly action: string
  readonly stage: StageKey
}

const laneOf = (...cases: readonly Case[]) =>
  lanesOf(
    cases.map(({ stage, ...words }) => ({ stage, step: step(words.action, words) })),
    ROLES,
  ).at(-1)?.lane

describe('the lane of a step', () => {
  it.each<[string, Case, LaneKey]>([
    ['of an applicant', { actor: '申报单位', action: '提交申请', stage: 'apply' }, 'applicant'],
    ['of experts', { actor: '专家组', action: '提出评审意见', stage: 'appraise' }, 'expert'],
    [
      'of a body that only reviews and hands on',
      { actor: '区县文旅部门', action: '审核推荐', stage: 'review' },
      'recommender',
    ],
    ['of a body that decides', { actor: '市文化和旅游局', action: '批准设立', stage: 'decide' }, 'authority'],
    ['of a government that decides', { actor: '市人民政府', action: '批准设立', stage: 'decide' }, 'government'],
    ['of a notice, whoever gives it', { actor: '市文化和旅游局', action: '对名单进行公示', stage: 'notice' }, 'public'],
    ['of an application that names nobody', { actor: null, action: '应当办理登记手续', stage: 'apply' }, 'applicant'],
    ['of a decision that names nobody', { actor: null, action: '予以登记', stage: 'decide' }, 'unnamed'],
    [
      'of an act of state said of an applicant',
      { actor: '申报单位', action: '符合条件的，予以登记', stage: 'decide' },
      'unnamed',
    ],
    [
      'of words that begin with a verb',
      { actor: '持登记证到原登记机关', action: '办理变更登记', stage: 'change' },
      'applicant',
    ],
  ])('%s', (_title, given, lane) => {
    expect(laneOf(given)).toBe(lane)
  })

  it('of a body that recommends in one place and decides in another is the authority', () => {
    const deciding = { actor: '区县文旅部门', action: '作出决定', stage: 'decide' } as const
    expect(laneOf(deciding, { actor: '区县文旅部门', action: '审核推荐', stage: 'review' })).toBe('authority')
  })

  it('of a government that recommends to a ministry is that of the recommending body', () => {
    expect(laneOf({ actor: '市人民政府', action: '向国家文物局推荐', stage: 'review' })).toBe('recommender')
  })
})

describe('who takes part', () => {
  it.each([
    ['委托第三方机构开展评估', ['第三方机构']],
    ['会同市财政局组织专家评审', ['专家', '市财政局']],
    ['作出决定', []],
  ])('in “%s”: %j', (action, names) => {
    expect(partnersOf(action).map(({ name }) => name)).toEqual(names)
  })
})

describe('what the text calls an actor', () => {
  it('is the shorter name that stands in the words', () => {
    expect(calledIn(step('市文旅局批准设立', { actor: '市文化和旅游局' }), ROLES)).toBe('市文旅局')
  })

  it('is the body behind the papers that go through it', () => {
    expect(calledIn(step('报送市局', { actor: '申请材料经区县文旅部门' }), ROLES)).toBe('区县文旅部门')
  })

  it('is nobody where nobody is named', () => {
    expect(calledIn(step('予以登记'), ROLES)).toBeNull()
  })
})
