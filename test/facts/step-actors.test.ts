import { describe, expect, it } from 'vitest'
import { isErrand, nameAlone } from '../../server/facts/step-actors.ts'

describe('the name of who takes a step', () => {
  it.each([
    ['区文旅局每两年对示范基地', '区文旅局'],
    ['建设方案经区文旅局', '区文旅局'],
    ['年度报告经属地街道办事处', '属地街道办事处'],
    ['外经贸主管部门', '外经贸主管部门'],
    ['市财政经济委员会', '市财政经济委员会'],
  ])('in %s is %s', (words, name) => {
    expect(nameAlone(words)).toBe(name)
  })

  it.each([
    ['持许可证到原发证机关', true],
    ['携带证件向登记机关', true],
    ['到居住地派出所', true],
    ['持证人', false],
    ['登记机关', false],
  ])('%s tells where to go and not who goes: %s', (words, told) => {
    expect(isErrand(words)).toBe(told)
  })
})
