import { describe, expect, it } from 'vitest'
import { exclusiveWords } from '../../server/grammar/inclusion.ts'

describe('whether a text lets its words of comparison include the number', () => {
  it.each([
    ['本条例所称以上、以下、以内，包括本数。', []],
    ['本法所称以上不包括本数。', ['以上']],
    ['本办法中的“以上”包括本数，“以下”不包括本数。', ['以下']],
    ['本规定所称以上、以内均不含本数。', ['以上', '以内']],
    ['以上包括本数。以下所列材料应当齐全。', []],
  ])('%s', (text, expected) => {
    expect([...exclusiveWords(text)]).toEqual(expected)
  })
})
