import type { UnitTerm } from '../model/vocabulary.ts'

export interface UnitHit {
  readonly term: UnitTerm
  /** As written: 万元, 平方米, 名. */
  readonly text: string
}

/** Reads the unit that starts at an offset; the longest alias wins, null when none starts there. */
export type UnitReader = (text: string, at: number) => UnitHit | null

export type UnitKind = 'money' | 'ratio' | 'multiple' | 'period' | 'measure' | 'count'

/**
 * Prepares the unit table for reading.
 * @example unitReader(units)('2000平方米', 4) // { term: square_metre, text: '平方米' }
 */
export function unitReader(terms: readonly UnitTerm[]): UnitReader {
  const byFirst = new Map<string, UnitHit[]>()
  for (const term of terms) {
    for (const text of term.aliases)
      byFirst.set(text.charAt(0), [...(byFirst.get(text.charAt(0)) ?? []), { term, text }])
  }
  for (const hits of byFirst.values()) hits.sort((a, b) => b.text.length - a.text.length)
  return (text, at) =>
    byFirst.get(text.charAt(at))?.find((hit) => text.startsWith(hit.text, at) && !isOtherWord(hit.text, text, at)) ??
    null
}

/** What kind of quantity a canonical unit measures. */
export function unitKind(canonical: string): UnitKind {
  return KINDS.get(canonical) ?? (canonical.includes('_per_') ? 'measure' : 'count')
}

const KINDS: ReadonlyMap<string, UnitKind> = new Map(
  (
    [
      ['money', ['CNY', 'USD', 'HKD', 'EUR', 'GBP', 'JPY', 'SDR']],
      ['ratio', ['ratio', 'percentage_point', 'basis_point']],
      ['multiple', ['multiple']],
      [
        'period',
        [
          'year',
          'school_year',
          'semester',
          'quarter',
          'month',
          'week',
          'day',
          'workday',
          'trading_day',
          'hour',
          'minute',
          'second',
        ],
      ],
      [
        'measure',
        [
          'm2',
          'km2',
          'm3',
          'm',
          'nautical_mile',
          'km_per_hour',
          'kg',
          'mg',
          'microgram',
          'mg_per_litre',
          'mg_per_m3',
          'litre',
          'ml',
          'kW',
          'MW',
          'kWh',
          'kV',
          'V',
          'steam_tonne',
          'celsius',
          'decibel',
          'MPa',
          'tce',
          'gce',
          'kgce',
          'gross_ton',
          'class_hour',
          ...[
            'micrometre',
            'nanometre',
            'cm2',
            'cm3',
            'MJ',
            'W',
            'kVA',
            'MVA',
            'A',
            'Hz',
            'kHz',
            'MHz',
            'Pa',
            'kPa',
            'kJ',
            'kcal',
            'Bq',
            'mSv',
          ],
          ...['lux', 'ppm', 'Mbps', 'KB', 'MB', 'GB', 'pixel', 'dpi', 'inch', 'horsepower', 'm_per_second', 'TEU'],
          ...['revolution_per_minute', 'mg_per_100ml', 'working_hour', 'person_day', 'person_month'],
        ],
      ],
    ] as const
  ).flatMap(([kind, units]) => units.map((unit) => [unit, kind] as const)),
)

/** Characters that make another word of the unit before them: 三年级, 一次性, 三部门, 一分为二. */
const OTHER_WORDS: ReadonlyMap<string, string> = new Map([
  ['年', '级轮代龄'],
  ['日', '常历用语'],
  ['天', '然津地'],
  ['人', '民员口才大均事体类们格文力'],
  ['名', '称录誉义牌单额'],
  ['位', '于置数'],
  ['家', '庭属长具畜'],
  ['所', '有属在得需示列谓称辖'],
  ['次', '性级生数'],
  ['分', '之别批期类级为成散布支公局钟数层区段工配'],
  ['个', '体别性旁'],
  ['项', '目标'],
  ['处', '理罚分置级长室方'],
  ['部', '分门级委长队署'],
  ['台', '风湾账'],
  ['周', '围边期转'],
  ['个周', '期'],
  ['组', '织成建长合'],
  ['层', '级次面'],
  ['批', '准复评示'],
  ['户', '籍口外主名'],
  ['种', '类植子畜养'],
  ['股', '东份权'],
  ['手', '续段工机术'],
  ['字', '样号第'],
  ['例', '外如会行'],
  ['档', '案'],
  ['升', '级学降入'],
  ['克', '服'],
  ['本', '办条规市省人单法级科县区行月年'],
  ['座', '谈'],
  ['头', '部'],
  ['度', '假'],
  ['角', '度色'],
  ['册', '页'],
  ['元', '素'],
  ['起', '草诉算止点'],
  ['件', '数'],
  ['只', '能要有'],
  ['间', '隔接'],
  ['伏', '季'],
  ['吨', '位'],
  ['支', '持付队出撑部行农柱教架流线委护援使配点'],
  ['条', '款例件规目文约理路措线块'],
  ['页', '岩码面'],
  ['箱', '体包'],
  ['桶', '装'],
  ['瓶', '装颈'],
  ['袋', '装'],
  ['块', '状茎'],
  ['根', '据本源治'],
  ['片', '区面段'],
  ['门', '诊店类面卫窗口户前牌'],
  ['场', '所地合馆面景站'],
  ['轮', '车胎摩换流式岗训机椅渡'],
  ['眼', '睛科镜'],
  ['笔', '试录记画'],
  ['宗', '教旨地'],
  ['票', '据证价款面制'],
  ['代', '表理码替价办谢号会人管'],
  ['瓦', '斯房片砾'],
  ['帕', '金'],
  ['赫', '哲'],
  ['m', 'abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ²³'],
  ['M', 'abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ²³'],
  ['g', 'abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ'],
  ['t', 'abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ'],
  ['L', 'abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ'],
  ['兆', '头示焦欧'],
  ['对', '外内口象应策照方立付比手账称抗待话本于在从夫未其单个有不被该违超参进符实由已重'],
  ['双', '方边向重拥语休学职'],
])

function isOtherWord(alias: string, text: string, at: number): boolean {
  const next = text.charAt(at + alias.length)
  // 90分为优秀 is a score, 一分为二 a saying; 三至七名单数成员 is an odd number of members, no list of names.
  if (next === '为' && alias === '分') return !/[\d十]/.test(text.charAt(at - 1))
  if (next === '单' && text.startsWith('单数', at + alias.length)) return false
  return next !== '' && (OTHER_WORDS.get(alias)?.includes(next) ?? false)
}
