import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { type HeldDocument, type Naming, resolveMentions } from '../../server/graph/resolution.ts'
import { numberKey, titleKey } from '../../server/graph/titles.ts'

const naming = (title: string, docNumber: string | null = null): Naming => ({
  title,
  titleKey: titleKey(title),
  numberKey: numberKey(docNumber),
})
const held = (id: string, title: string, docNumber: string | null = null): HeldDocument => ({
  id,
  titleKey: titleKey(title),
  numberKey: numberKey(docNumber),
})

/** Where each naming leads: an id of a held document, or the title and number of a ghost. */
function targets(namings: readonly Naming[], documents: readonly HeldDocument[]): readonly string[] {
  const resolved = resolveMentions(namings, documents)
  return namings.map((each) => {
    const { target, ghost } = resolved.get(each) ?? { target: 'nothing', ghost: null }
    return ghost ? `ghost ${ghost.title} ${ghost.numberKey ?? '-'}` : target
  })
}

describe('a naming of a document', () => {
  test.for([
    [
      'leads to the held text of its number',
      [naming('甲办法', '甲〔2020〕1号')],
      [held('a', '甲的办法', '甲〔2020〕1号')],
      ['a'],
    ],
    [
      'leads to the held text of its title',
      [naming('《甲办法(试行)》')],
      [held('a', '甲办法（试行）', '甲〔2020〕1号')],
      ['a'],
    ],
    [
      'leads to a held text that does not say its number',
      [naming('甲办法', '甲〔2020〕1号')],
      [held('a', '甲办法')],
      ['a'],
    ],
    [
      'does not lead to a text of its title with another number',
      [naming('甲办法', '甲〔2015〕9号')],
      [held('a', '甲办法', '甲〔2020〕1号')],
      ['ghost 甲办法 甲〔2015〕9号'],
    ],
    [
      'without a number takes the only number that others give with it',
      [naming('甲办法'), naming('甲办法', '甲〔2020〕1号')],
      [held('a', '另一个名字', '甲〔2020〕1号')],
      ['a', 'a'],
    ],
    [
      'that fits two held texts leads to neither',
      [naming('甲办法')],
      [held('a', '甲办法', '甲〔2015〕9号'), held('b', '甲办法', '甲〔2020〕1号')],
      ['ghost 甲办法 -'],
    ],
    [
      'of a number that issued two texts leads to the one of its title',
      [naming('乙细则', '甲〔2020〕1号')],
      [held('a', '甲办法', '甲〔2020〕1号'), held('b', '乙细则', '甲〔2020〕1号')],
      ['b'],
    ],
    [
      'in several spellings is one ghost, known by its fullest title',
      [
        naming('甲办法', '甲[2020]1号'),
        naming('某省甲办法（试行）', '甲〔2020〕1号'),
        naming('关于印发《甲办法》的通知'),
      ],
      [],
      [
        'ghost 某省甲办法（试行） 甲〔2020〕1号',
        'ghost 某省甲办法（试行） 甲〔2020〕1号',
        'ghost 某省甲办法（试行） 甲〔2020〕1号',
      ],
    ],
    [
      'under two numbers is two ghosts, and a third where the number is missing',
      [naming('甲办法', '甲〔2015〕9号'), naming('甲办法', '甲〔2020〕1号'), naming('甲办法')],
      [],
      ['ghost 甲办法 甲〔2015〕9号', 'ghost 甲办法 甲〔2020〕1号', 'ghost 甲办法 -'],
    ],
    ['of two untitled texts is by number', [naming('', '甲〔2020〕1号')], [], ['ghost 甲〔2020〕1号 甲〔2020〕1号']],
  ] as const)('%s', ([, namings, documents, expected]) => {
    expect(targets(namings, documents)).toEqual(expected)
  })

  test('says how many documents fit', () => {
    const one = naming('甲办法')
    const two = [held('a', '甲办法', '甲〔2015〕9号'), held('b', '甲办法', '甲〔2020〕1号')]
    expect(resolveMentions([one], two).get(one)?.candidates).toBe(2)
  })

  test('means the same in whatever order namings and texts come', () => {
    const titles = fc.constantFrom('甲办法', '甲办法（试行）', '乙细则', '')
    const numbers = fc.constantFrom(null, '甲〔2015〕9号', '甲[2015]9号', '乙〔2020〕1号')
    const mentions = fc.array(
      fc.tuple(titles, numbers).map(([title, number]) => naming(title, number)),
      { maxLength: 8 },
    )
    const texts = fc.uniqueArray(fc.tuple(titles, numbers), { maxLength: 3, selector: String })
    fc.assert(
      fc.property(mentions, texts, (namings, named) => {
        const documents = named.map(([title, number], index) => held(`text-${index}`, title, number))
        const forth = targets(namings, documents)
        const back = targets(namings.toReversed(), documents.toReversed())
        expect(back.toReversed()).toEqual(forth)
      }),
    )
  })
})
