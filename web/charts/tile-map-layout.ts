/** A provincial-level unit on the grid: ISO 3166-2 code, column, row, 简称, name, English name. */
export type Unit = readonly [code: string, column: number, row: number, short: string, zh: string, en: string]

/** The 34 units, each in one cell near its place on the map. Positions are editorial; codes are ISO 3166-2. */
export const UNITS: readonly Unit[] = [
  ['CN-HL', 8, 0, '黑', '黑龙江', 'Heilongjiang'],
  ['CN-XJ', 0, 1, '新', '新疆', 'Xinjiang'],
  ['CN-NM', 5, 1, '蒙', '内蒙古', 'Inner Mongolia'],
  ['CN-LN', 7, 1, '辽', '辽宁', 'Liaoning'],
  ['CN-JL', 8, 1, '吉', '吉林', 'Jilin'],
  ['CN-QH', 1, 2, '青', '青海', 'Qinghai'],
  ['CN-GS', 2, 2, '甘', '甘肃', 'Gansu'],
  ['CN-NX', 3, 2, '宁', '宁夏', 'Ningxia'],
  ['CN-SX', 4, 2, '晋', '山西', 'Shanxi'],
  ['CN-HE', 5, 2, '冀', '河北', 'Hebei'],
  ['CN-BJ', 6, 2, '京', '北京', 'Beijing'],
  ['CN-TJ', 7, 2, '津', '天津', 'Tianjin'],
  ['CN-XZ', 1, 3, '藏', '西藏', 'Tibet'],
  ['CN-SN', 3, 3, '陕', '陕西', 'Shaanxi'],
  ['CN-HA', 4, 3, '豫', '河南', 'Henan'],
  ['CN-SD', 5, 3, '鲁', '山东', 'Shandong'],
  ['CN-SC', 2, 4, '川', '四川', 'Sichuan'],
  ['CN-CQ', 3, 4, '渝', '重庆', 'Chongqing'],
  ['CN-HB', 4, 4, '鄂', '湖北', 'Hubei'],
  ['CN-AH', 5, 4, '皖', '安徽', 'Anhui'],
  ['CN-JS', 6, 4, '苏', '江苏', 'Jiangsu'],
  ['CN-SH', 7, 4, '沪', '上海', 'Shanghai'],
  ['CN-YN', 2, 5, '滇', '云南', 'Yunnan'],
  ['CN-GZ', 3, 5, '黔', '贵州', 'Guizhou'],
  ['CN-HN', 4, 5, '湘', '湖南', 'Hunan'],
  ['CN-JX', 5, 5, '赣', '江西', 'Jiangxi'],
  ['CN-ZJ', 6, 5, '浙', '浙江', 'Zhejiang'],
  ['CN-GX', 3, 6, '桂', '广西', 'Guangxi'],
  ['CN-GD', 4, 6, '粤', '广东', 'Guangdong'],
  ['CN-FJ', 5, 6, '闽', '福建', 'Fujian'],
  ['CN-TW', 6, 6, '台', '台湾', 'Taiwan'],
  ['CN-HI', 3, 7, '琼', '海南', 'Hainan'],
  ['CN-MO', 4, 7, '澳', '澳门', 'Macao'],
  ['CN-HK', 5, 7, '港', '香港', 'Hong Kong'],
]

export interface Tile<T> {
  readonly code: string
  readonly short: string
  readonly zh: string
  readonly en: string
  readonly x: number
  readonly y: number
  readonly size: number
  readonly items: readonly T[]
}

export interface TileMap<T> {
  readonly width: number
  readonly height: number
  readonly tiles: readonly Tile<T>[]
  /** Items of the whole country. */
  readonly national: readonly T[]
  /** Items whose code is on no tile, so that nothing drops out of sight. */
  readonly elsewhere: readonly T[]
}

/**
 * Squares of `size` with `gap` between, each with the items of its province and of the places in it
 * (CN-YN-01 stands in CN-YN).
 */
export function tileMap<T>(items: readonly T[], codeOf: (item: T) => string, { size = 40, gap = 4 } = {}): TileMap<T> {
  const step = size + gap
  const provinceOf = (item: T): string => codeOf(item).slice(0, 5)
  const tiles = UNITS.map(([code, column, row, short, zh, en]) => ({
    ...{ code, short, zh, en, size, x: column * step, y: row * step },
    items: items.filter((item) => provinceOf(item) === code),
  }))
  return {
    width: extent(1) * step - gap,
    height: extent(2) * step - gap,
    tiles,
    national: items.filter((item) => codeOf(item) === 'CN'),
    elsewhere: items.filter((item) => codeOf(item) !== 'CN' && !UNITS.some(([code]) => code === provinceOf(item))),
  }
}

function extent(axis: 1 | 2): number {
  return Math.max(...UNITS.map((unit) => unit[axis])) + 1
}
