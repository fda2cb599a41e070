import { describe, expect, it } from 'vitest'
import { loadVocabulary } from '../../server/app/vocabulary.ts'
import { askedBy, liesIn } from '../../server/fit/criteria.ts'

const { jurisdictions } = loadVocabulary()
const HANGZHOU = { jurisdiction: 'CN-ZJ-hangzhou', jurisdictions, amongTypes: false }
const ALTERNATIVES = { ...HANGZHOU, amongTypes: true }
const PERSON = { by: 'person' }
const place = (jurisdiction: string) => ({ by: 'place', jurisdiction })
const type = (...types: string[]) => ({ by: 'type', types, qualified: true })
const bareType = (...types: string[]) => ({ by: 'type', types, qualified: false })
const legal = (of: string, qualified = false) => ({ by: 'legal person', of, qualified })

describe('what a condition without a number asks of a profile', () => {
  it.each([
    ['在本市注册登记', place('CN-ZJ-hangzhou')],
    ['在本市行政区域内依法登记注册', place('CN-ZJ-hangzhou')],
    ['申报单位应当在本省境内注册', place('CN-ZJ')],
    ['在浙江省内注册的', place('CN-ZJ')],
    ['在江苏注册', place('CN-JS')],
    ['在中国境内注册', place('CN')],
    ['在中华人民共和国境内依法注册', place('CN')],
    ['在推荐单位所在县域内注册登记', PERSON],
    ['应为独立法人', legal('body')],
    ['平台应当是独立法人实体', legal('body')],
    ['申报单位应具有独立法人资格', legal('host')],
    ['依托单位须为独立法人', legal('host')],
    ['平台应为产权清晰的独立法人实体', legal('body', true)],
    ['建设期满建成独立法人实体', PERSON],
    ['独立法人证书复印件', PERSON],
    ['申报主体应是企业', bareType('enterprise')],
    ['应为高校、科研院所', bareType('university', 'research_institute')],
    ['须为规模以上企业', type('enterprise')],
    ['是省属高等院校', type('university')],
    ['联合单位中至少一家应为企业', PERSON],
    ['与高校共建', PERSON],
    ['管理制度健全', PERSON],
  ])('%s', (words, asked) => {
    expect(askedBy(words, HANGZHOU)).toEqual(asked)
  })

  it('takes bare names for a type only among alternatives that all name one', () => {
    expect(askedBy('重点骨干企业', ALTERNATIVES)).toEqual(type('enterprise'))
    expect(askedBy('重点骨干企业', HANGZHOU)).toEqual(PERSON)
  })
})

describe('a place', () => {
  it.each([
    ['CN-ZJ-hangzhou', 'CN-ZJ', true],
    ['CN-ZJ-hangzhou', 'CN', true],
    ['CN-ZJ', 'CN-ZJ-hangzhou', false],
    ['CN-JS', 'CN-ZJ', false],
  ])('%s lies in %s: %s', (one, other, expected) => {
    expect(liesIn(one, other, jurisdictions)).toBe(expected)
  })
})
