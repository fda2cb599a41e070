import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { ordinaryIdeographs } from '../../server/model/ideographs.ts'
import { cleanText } from '../../server/text/clean.ts'

const read = (raw: string) => cleanText(raw, 0, raw.length).text

describe('signs', () => {
  it.each([
    ['Kangxi radicals', '2023年6⽉⼀⽇，⼈⼝不少于⼗万，⽴项', '2023年6月一日，人口不少于十万，立项'],
    [
      'radicals whose ordinary form is simplified',
      '⻓期、部⻔、⻋辆、意⻅、⻚码、⻛险、⻜机、⻢⻥⻦、⻩⻰⻬⻮⻳',
      '长期、部门、车辆、意见、页码、风险、飞机、马鱼鸟、黄龙齐齿龟',
    ],
    ['radicals that normalisation writes in an old form', '⼾籍、⾭年、⿈河', '户籍、青年、黄河'],
    ['parts of characters', '⺠政、⻝品、⻣⼲、⻆⾊、⻄部', '民政、食品、骨干、角色、西部'],
    ['compatibility ideographs', '\uf98a量\uf97e化、\uf90a融', '力量量化、金融'],
    ['full-width digits and letters', '２０２３年ＰＣＴ专利５０％', '2023年PCT专利50%'],
    ['squared units', '㎡ ㎏ ㎞ ㎜ ℃', 'm2 kg km mm℃'],
    ['raised and lowered digits of units', '1500m² 3000m³ CO₂', '1500m2 3000m3 CO2'],
    ['digits in circles, black and twice', '❶➀➊⓵', '①①①①'],
    ['numbers in brackets', '⑴⑽⒇㈠㈩', '（1）（10）（20）（一）（十）'],
    ['numbers with a full stop', '⒈⒑', '1.10.'],
    ['ligatures', 'e\ufb03cient \ufb01nance', 'efficient finance'],
    ['forms of vertical lines', '︵一︶甲︐乙︑丙︒︽条例︾﹁丁﹂', '（一）甲，乙、丙。《条例》「丁」'],
    ['small and narrow forms', '甲﹐乙﹔丙﹕丁｡戊､', '甲，乙；丙：丁。戊、'],
    ['angle brackets of two kinds', '《贯彻\u2329决定\u232a的意见》', '《贯彻〈决定〉的意见》'],
    ['long dashes', '⸺面向前沿―支撑', '——面向前沿—支撑'],
    ['spaces of every kind', '甲\u00a0乙\u2003丙\u3000丁\u202f戊\u205f己', '甲乙丙丁戊己'],
    ['marks without width, also between letters', 'Inno\u00advation\u200b甲\ufeff乙\u2060丙\ufe0f', 'Innovation甲乙丙'],
    ['control characters', '甲\u0007乙\u0001丙', '甲乙丙'],
    ['bullets at private places', '\uf0b7\u00a0甲\n\uf06c乙\n\uf0d8 丙', '甲乙丙'],
  ])('read %s as the ordinary ones', (_, raw, expected) => {
    expect(read(raw)).toBe(expected)
  })

  it('keep their place in the raw text', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => ordinaryIdeographs(text).length === text.length),
      { numRuns: 500 },
    )
    const radicals = Array.from({ length: 0x2fd6 - 0x2e80 }, (_, at) => String.fromCharCode(0x2e80 + at))
    const left = radicals.filter((radical) => /[\u2f00-\u2fd5]/.test(ordinaryIdeographs(radical)))
    expect(left).toEqual([])
  })
})

/** A sign of a text and the ways in which files write it. */
const SIGNS: readonly (readonly [plain: string, ...written: readonly string[]])[] = [
  ...[...'不少于超过以上人员面积万元具有科技平方米'].map((han) => [han] as const),
  ['月', '⽉'],
  ['长', '⻓'],
  ['人', '⼈'],
  ['量', '\uf97e'],
  ...[...'0123456789'].map((digit) => [digit, String.fromCharCode(digit.charCodeAt(0) + 0xfee0)] as const),
  ['%', '％', '﹪'],
  ['，', ',', '﹐'],
  ['；', ';'],
  ['（', '(', '︵'],
  ['）', ')', '︶'],
]
/** What layout leaves between signs; a digit and its neighbours may stand apart too. */
const BETWEEN = ['', '', '', '', ' ', '\u3000', '\u00a0', '\n', '\r\n', '\n\n', '\u200b', '\ufeff', '\u00ad', '\u2002']

describe('a text', () => {
  const sign = fc.constantFrom(...SIGNS)
  const text = fc.array(fc.record({ sign, way: fc.nat(), between: fc.constantFrom(...BETWEEN) }), {
    minLength: 1,
    maxLength: 40,
  })

  it('reads the same in every width, with every kind of line end and with spaces between its signs', () => {
    fc.assert(
      fc.property(text, fc.boolean(), (signs, hasMark) => {
        const between = signs.map(({ sign: [plain], between: space }, at) =>
          // Two numbers side by side are two; spaces inside brackets of Latin words say something.
          /[0-9]/.test(plain) && /[0-9]/.test(signs[at + 1]?.sign[0] ?? '') ? '' : space,
        )
        const plain = `某${signs.map(({ sign: [char] }) => char).join('某')}某`
        const written = signs.map(({ sign: ways, way }) => ways[way % ways.length] ?? '')
        const raw = `${hasMark ? '\ufeff' : ''}某${written.map((char, at) => `${char}${between[at]}`).join('某')}某`
        const clean = cleanText(raw, 0, raw.length)
        expect(clean.text).toBe(read(plain))
        for (const [at, char] of [...clean.text].entries()) {
          expect(read(`某${raw.charAt(clean.offsets[at] ?? 0)}某`)).toBe(`某${char}某`)
        }
      }),
      { numRuns: 1000 },
    )
  })

  it('reads amounts and their units the same however far they stand apart', () => {
    const amount = fc.tuple(
      fc.integer({ min: 1, max: 99_999 }),
      fc.constantFrom('万元', '人', '平方米', '%', '年', '个工作日'),
    )
    fc.assert(
      fc.property(amount, fc.constantFrom(...BETWEEN), fc.constantFrom(...BETWEEN), ([number, unit], before, after) => {
        const wide = String(number).replace(/\d/g, (digit) => String.fromCharCode(digit.charCodeAt(0) + 0xfee0))
        const raw = `不少于${before}${number % 2 === 0 ? wide : number}${after}${unit}的`
        const clean = cleanText(raw, 0, raw.length)
        expect(clean.text).toBe(`不少于${number}${unit}的`)
        const start = clean.offsets[3] ?? 0
        expect(read(raw.slice(start, (clean.offsets[2 + String(number).length] ?? 0) + 1))).toBe(String(number))
      }),
      { numRuns: 500 },
    )
  })
})

describe('cleaning', () => {
  it.each<readonly [string, string]>([
    ['running text', '第一条 为了规范（试行）管理，2021年 3 月⽉ 1 日起施行。\n'],
    ['open comments', '<!-- '],
    ['open brackets', '( '],
    ['spaces', ' \t\u3000\n'],
    ['bullets', '- \n'],
    ['page numbers that are none', '第 1 \n'],
    ['markdown', '**__'],
  ])('of a million characters of %s is read to its end', (_, piece) => {
    const raw = piece.repeat(Math.ceil(1_000_000 / piece.length))
    // A reader that looks back or ahead over the whole text at every sign takes hours.
    expect(cleanText(raw, 0, raw.length).offsets.at(-1)).toBe(raw.length)
  })
})
