import { describe, expect, it } from 'vitest'
import { findLawNames } from '../../server/grammar/law-names.ts'

const read = (text: string) => findLawNames(text).map(({ start, end, title }) => [text.slice(start, end), title])

describe('a law named in full without brackets', () => {
  it.each([
    ['依照中华人民共和国刑法的规定处罚。', '中华人民共和国刑法'],
    ['根据中华人民共和国宪法、有关法律', '中华人民共和国宪法'],
    ['中华人民共和国水土保持法实施条例第三条', '中华人民共和国水土保持法实施条例'],
    ['维护中华人民共和国香港特别行政区基本法，', '中华人民共和国香港特别行政区基本法'],
    ['根据宪法，制定本法。', '宪法'],
  ])('%s', (text, title) => {
    expect(read(text)).toEqual([[title, title]])
  })

  it.each([
    ['中华人民共和国境内依法设立的企业，'],
    ['中华人民共和国有关法律的规定'],
    ['在中华人民共和国领域外犯本法规定之罪'],
    ['中华人民共和国的法律'],
    ['《中华人民共和国刑法》'],
    ['忠于宪法和法律'],
  ])('%s names none', (text) => {
    expect(read(text)).toEqual([])
  })
})
