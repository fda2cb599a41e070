import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { simplified } from '../../server/grammar/variants.ts'

describe('traditional characters', () => {
  it.each([
    ['場地面積不低於1000平方米', '场地面积不低于1000平方米'],
    ['儀器設備原值超過1億元', '仪器设备原值超过1亿元'],
    ['常駐研發人員', '常驻研发人员'],
    ['電話', '电话'],
  ])('%s is read as %s', (text, expected) => {
    expect(simplified(text)).toBe(expected)
  })

  it('keep their places: the length never changes, and reading twice changes nothing more', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        expect(simplified(text)).toHaveLength(text.length)
        expect(simplified(simplified(text))).toBe(simplified(text))
      }),
    )
  })
})
