import type { Clause } from './statements.ts'
import { actOf, withoutAsides } from './step-acts.ts'

const NAMES: readonly (readonly [string, RegExp])[] = [
  ['年度报告', /年度报告|工作总结/],
  ['变更', /变更|调整意见/],
  ['动态调整', /决定继续|动态(?:调整|管理)/],
  ['追回', /追回/],
  ['取消资格', /(?:取消|撤销)[^，]{0,24}(?:资格|其)|不再列入|视为自动放弃/],
  ['整改', /整改/],
  ['备案', /备案/],
  ['批准', /批准|审批|同意|下达/],
  ['公示', /公示/],
  ['签订协议', /签[订署](?![^，]{0,8}意见)/],
  ['审核', /审核|审查|初审|复审|核查|核实|签署[^，]{0,8}意见/],
  ['推荐', /推荐/],
  ['论证', /论证|评审/],
  ['验收', /验收/],
  ['下一周期', /进入下一/],
  ['评估', /评估|考核|评价/],
  ['纳入管理', /纳入|列入|列为/],
  ['发布', /发布|下发/],
  ['申请', /申请|申报|提交|填写/],
  ['报送', /报送|上报|^(?:并)?报/],
  ['登记', /登记|注册/],
  ['统筹布局', /统筹|一事一议|布局/],
  ['编制方案', /编制|制[定订]/],
  ['建设', /建设/],
]

/** The short heading of the step, else its act in one word. */
export function stepName(clause: Clause, words: string): string | null {
  const heading = clause.place?.levels[0]?.heading ?? ''
  return heading !== '' && heading.length <= LONGEST_NAME ? heading : nameOf(withoutAsides(words))
}

const LONGEST_NAME = 14
/** Acts that their frame names better than the words they are done with: 发放备案证 is no 备案. */
const BY_FRAME = new Set(['发证', '受理', '通知', '决定', '登记'])

/** Papers and organs that are named after an act: 批准证书, 登记机关. */
const NAMED_AFTER = /(?:批准|审批|登记|备案|受理|发证)(?:证书|证|文件|文号|机关|部门|机构)/g

function nameOf(words: string): string | null {
  const act = actOf(words)?.name
  if (act !== undefined && BY_FRAME.has(act)) return act
  const plain = words.replace(NAMED_AFTER, '')
  return NAMES.find(([, pattern]) => pattern.test(plain))?.[0] ?? act ?? null
}

const NUMBER = '(?:(?<!\\d)\\d{1,3}|[一二两三四五六七八九十]+)'
const UNIT = '(?:个)?(?:工作日|自然日|日|天|周|个月|月|年)'
const DURATIONS: readonly RegExp[] = [
  /每年(?:的)?[\d一二三四五六七八九十]{1,3}月(?:底|\d{1,2}日)?(?:之?前|以前)/,
  /(?:\d{4}年)?\d{1,2}月(?:\d{1,2}日|底)[^，。；月]{0,12}(?:之?前|以前)/,
  new RegExp(`${NUMBER}${UNIT}(?:之内|以内|内)`),
  new RegExp(`每?${NUMBER}(?:个)?(?:工作日|自然日|日|天|周|个月|年)(?!度|及?以上|以来|前|后|期满|级)`),
  /按年度|每年|年度|(?<![法规固约特])定期|及时|适时|限期/,
]

/** How long or how often, as written: 5个工作日, 每年1月底前, 按年度. */
export function durationOf(words: string): string | null {
  return DURATIONS.map((pattern) => pattern.exec(words)?.[0]).find((found) => found !== undefined) ?? null
}
