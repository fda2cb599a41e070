import type { Stretch } from '../grammar/clauses.ts'

/**
 * The alternatives that one clause joins by 或: two whole things (高新技术企业或建有研发机构的企业), two acts (具有学士学位或者
 * 取得相应证书), or a list of who may (依托企业、科研院所、高等学校建设). One thing with two attributes (国家或省级项目) has none, and
 * neither has a denial, which denies both (无违法或者失信记录).
 * @example alternativesOf('具有学士学位或者取得相应证书', { from: 0, to: 14 }) // [{ from: 0, to: 6 }, { from: 8, to: 14 }]
 */
export function alternativesOf(text: string, clause: Stretch): readonly Stretch[] {
  const words = text.slice(clause.from, clause.to)
  const or = words.includes('或') && !DENIAL.test(words) ? dividedAt(words) : null
  if (or !== null) {
    return [
      { from: clause.from, to: clause.from + or.left },
      { from: clause.from + or.right, to: clause.to },
    ]
  }
  return listed(words).map(({ from, to }) => ({ from: clause.from + from, to: clause.from + to }))
}

const DENIAL = /无|没有|未|不(?!少|低|超|高|同|动|断|满|限|足)|非(?!企业|营利|公)|免/

const HEAD =
  '(?:企业|单位|机构|法人|法人实体|学科|授予点|奖励|项目|平台|资格|证书|学历|学位|职称|经历|公司|牵头|建设|突出|急需|领先|良好|合格)'
const WHOLE_THINGS = new RegExp(`^(.{2,60}?${HEAD}(?:（[^）]{1,20}）)?)(?:或者?|或是)(.{3,60}${HEAD}|.{2,8}急需)$`)
/** A verb that opens a predicate of its own behind 或者. */
const PREDICATE =
  '具有|具备|取得|获得|持有|拥有|经(?!济|营|验|费|历)|通过|从事|担任|符合|属于|建有|设有|连续|参加|接受|出具|委托|聘请|毕业|熟悉|掌握|提供|已(?!经?过)|设立|建立'
const ACTS = new RegExp(`^(.{6,60}?)(?:或者?|或是)((?:${PREDICATE}).{3,60})$`)
/** What a verb alone, or an attribute, would leave without its noun. */
const UNFINISHED = /(?:的|主持|承担|参与|从事|具有|具备|取得|获得|国家|省|市|县|级|部|本|各|有)$/

/** 申报单位或者其控股单位具有法人资格: two subjects of one predicate. */
const STATES =
  /(?:具有|具备|拥有|取得|符合|应|须|已|没有|有(?!关|限)|为|是|在|经|通过|从事|牵头|建设|突出|急需|领先|良好|合格|达|按|对|与|参与|承担|获得|持)/

interface Division {
  /** Where the left part ends and the right one begins. */
  readonly left: number
  readonly right: number
}

function dividedAt(words: string): Division | null {
  const hit = WHOLE_THINGS.exec(words) ?? ACTS.exec(words)
  const [, left, right] = hit ?? []
  if (left === undefined || right === undefined || UNFINISHED.test(left)) return null
  if (STATES.test(right) && !STATES.test(left)) return null
  return { left: left.length, right: words.length - right.length }
}

/** 主要依托行业龙头企业、科研院所建设: names behind 依托 or 由 and before what they do. */
const WHO = /依托|由/
const DOING = /(?:共同|联合)?(?:牵头|建设|组建|申报|承担)+$/

function listed(words: string): readonly Stretch[] {
  const opening = WHO.exec(words)
  const doing = DOING.exec(words)
  if (opening === null || doing === null) return []
  const from = opening.index + opening[0].length
  const names = words.slice(from, doing.index)
  if (!names.includes('、') || /[，。；的有]/.test(names)) return []
  let at = from
  return names.split('、').map((name) => {
    const start = at
    at += name.length + 1
    return { from: start, to: start + name.length }
  })
}
