import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { citeBibtex, citeGbt7714, citeRis, type Citable, type Cited } from '../../web/exports/citations.ts'

const NOTICE: Citable = {
  id: 'gd-2019-fishing',
  title: '渔港管理办法',
  docNumber: '农渔发〔2019〕7号',
  issuers: ['渔业厅'],
  issuedOn: '2019-06-03',
}
const PLACE: Cited = {
  pinpoint: '第十条第（二）项',
  provision: 'gd-2019-fishing#chp_2__art_10__item_2',
  address: 'http://127.0.0.1:4400/read?instrument=gd-2019-fishing&at=art_10',
  accessedOn: '2026-11-21',
}

describe('a reference after GB/T 7714—2015', () => {
  it.each<readonly [string, Partial<Citable>, Cited, string]>([
    [
      'of a document at a link, in the form of the example that the standard gives',
      {},
      { address: 'http://a.cn/b', accessedOn: '2026-11-21' },
      '渔业厅. 渔港管理办法: 农渔发〔2019〕7号[A/OL]. (2019-06-03)[2026-11-21]. http://a.cn/b.',
    ],
    [
      'of a place in it: the place stands where pages do, behind the year',
      {},
      PLACE,
      '渔业厅. 渔港管理办法: 农渔发〔2019〕7号[A/OL]. 2019: 第十条第（二）项(2019-06-03)[2026-11-21]. ' +
        'http://127.0.0.1:4400/read?instrument=gd-2019-fishing&at=art_10.',
    ],
    ['without a link is no online resource', {}, {}, '渔业厅. 渔港管理办法: 农渔发〔2019〕7号[A]. 2019.'],
    [
      'without a link, with a place',
      {},
      { pinpoint: '第三条' },
      '渔业厅. 渔港管理办法: 农渔发〔2019〕7号[A]. 2019: 第三条.',
    ],
    ['has no number where the text gives none', { docNumber: null }, {}, '渔业厅. 渔港管理办法[A]. 2019.'],
    [
      'has no date where the text gives none',
      { issuedOn: null },
      { pinpoint: '第三条' },
      '渔业厅. 渔港管理办法: 农渔发〔2019〕7号[A]. 第三条.',
    ],
    ['begins with the title where no body is named', { issuers: [] }, {}, '渔港管理办法: 农渔发〔2019〕7号[A]. 2019.'],
    [
      'names three bodies at most',
      { issuers: ['甲厅', '乙厅', '丙厅', '丁厅'] },
      {},
      '甲厅, 乙厅, 丙厅, 等. 渔港管理办法: 农渔发〔2019〕7号[A]. 2019.',
    ],
    [
      'names all three',
      { issuers: ['甲厅', '乙厅', '丙厅'] },
      {},
      '甲厅, 乙厅, 丙厅. 渔港管理办法: 农渔发〔2019〕7号[A]. 2019.',
    ],
    [
      'with nothing but a title and a link',
      { issuers: [], docNumber: null, issuedOn: null },
      { address: 'http://a.cn/b' },
      '渔港管理办法[A/OL]. http://a.cn/b.',
    ],
  ])('%s', (_what, source, cited, expected) => {
    expect(citeGbt7714({ ...NOTICE, ...source }, cited)).toBe(expected)
  })
})

describe('BibTeX', () => {
  it('has every part that is known', () => {
    expect(citeBibtex(NOTICE, PLACE)).toBe(`@misc{gd-2019-fishing-chp_2-art_10-item_2,
  author   = {{渔业厅}},
  title    = {{渔港管理办法}},
  date     = {2019-06-03},
  year     = {2019},
  month    = {6},
  number   = {农渔发〔2019〕7号},
  note     = {农渔发〔2019〕7号, 第十条第（二）项},
  url      = {http://127.0.0.1:4400/read?instrument=gd-2019-fishing&at=art_10},
  urldate  = {2026-11-21},
  mark     = {A},
  langid   = {chinese},
}
`)
  })

  it('leaves out what the text does not state', () => {
    expect(citeBibtex({ ...NOTICE, docNumber: null, issuers: [], issuedOn: null })).toBe(`@misc{gd-2019-fishing,
  title    = {{渔港管理办法}},
  mark     = {A},
  langid   = {chinese},
}
`)
  })

  it('writes signs of TeX as themselves', () => {
    const entry = citeBibtex({ ...NOTICE, title: '50%_{A}&B #1 $2 ~3 ^4 \\5', issuers: ['A & B', 'C and D'] })
    expect(entry).toContain(
      '{{50\\%\\_\\{A\\}\\&B \\#1 \\$2 \\textasciitilde{}3 \\textasciicircum{}4 \\textbackslash{}5}}',
    )
    expect(entry).toContain('author   = {{A \\& B} and {C and D}}')
  })

  it.each<readonly [string, Partial<Citable>, Cited, string]>([
    ['of a document', {}, {}, 'gd-2019-fishing'],
    ['of a provision', {}, { provision: 'gd-2019-fishing#art_3' }, 'gd-2019-fishing-art_3'],
    ['of a place outside the tree', {}, { pinpoint: '附件一', provision: null }, 'gd-2019-fishing-b68857ed'],
    ['of an id in Chinese', { id: '甲' }, {}, 'u7532'],
  ])('has a key in ASCII %s', (_what, source, cited, key) => {
    expect(citeBibtex({ ...NOTICE, ...source }, cited)).toMatch(new RegExp(`^@misc\\{${key},\n`))
  })

  it('has balanced braces, an ASCII key and one entry, whatever the words', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: 'binary' }),
        fc.string({ unit: 'binary' }),
        fc.webUrl(),
        (title, place, address) => {
          const entry = citeBibtex(
            { ...NOTICE, id: `x${title}`, title, issuers: [title] },
            { pinpoint: place, address },
          )
          const depths = depthsOf(entry)
          expect(depths.at(-1)).toBe(0)
          expect(Math.min(...depths)).toBe(0)
          expect(depths.slice(0, -2).includes(0, entry.indexOf('{') + 1)).toBe(false)
          expect(/^@misc\{[A-Za-z0-9_.-]+,\n/.test(entry)).toBe(true)
        },
      ),
    )
  })
})

describe('RIS', () => {
  it('has every part that is known, a line each', () => {
    expect(citeRis({ ...NOTICE, issuers: ['甲厅', '乙厅'] }, PLACE).split('\r\n')).toEqual([
      'TY  - STAT',
      'AU  - 甲厅',
      'AU  - 乙厅',
      'TI  - 渔港管理办法',
      'M1  - 农渔发〔2019〕7号',
      'DA  - 2019/06/03',
      'PY  - 2019',
      'SE  - 第十条第（二）项',
      'UR  - http://127.0.0.1:4400/read?instrument=gd-2019-fishing&at=art_10',
      'Y2  - 2026/11/21',
      'LA  - zh',
      'ER  - ',
      '',
    ])
  })

  it('leaves out what the text does not state', () => {
    const source = { ...NOTICE, docNumber: null, issuers: [], issuedOn: null }
    expect(citeRis(source).split('\r\n')).toEqual(['TY  - STAT', 'TI  - 渔港管理办法', 'LA  - zh', 'ER  - ', ''])
  })
})

/** How deep in braces the text is behind each sign; a brace behind a backslash is a sign like any other. */
function depthsOf(text: string): readonly number[] {
  let depth = 0
  return [...text.matchAll(/\\[{}]|[^]/g)].map(([sign]) => (depth += sign === '{' ? 1 : sign === '}' ? -1 : 0))
}
