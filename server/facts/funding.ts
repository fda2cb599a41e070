import { clauses, segmentsOf } from '../grammar/clauses.ts'
import type { Stretch } from '../grammar/clauses.ts'
import type { Passage, RegulationDocument } from '../model/document.ts'
import type { Funding } from '../model/facts.ts'
import { rawSpan } from '../model/text.ts'

/**
 * Clauses about money and support: who pays what to whom, on which ground; amounts demanded of an applicant are thresholds
 * and not repeated here.
 * @example readFunding(document)[0]?.what // 省级财政给予500万元经费支持
 */
export function readFunding(document: RegulationDocument): readonly Funding[] {
  return document.passages.flatMap(fundingOf)
}

function fundingOf(passage: Passage): readonly Funding[] {
  const { provision, clean, part } = passage
  if (part !== 'body' || provision === null) return []
  return segmentsOf(clean.text)
    .flatMap((segment) => statements(clean.text, segment))
    .map(({ from, to }) => ({ ...rawSpan(clean, from, to), what: clean.text.slice(from, to), provision }))
}

const MONEY =
  /经费(?!投入)|资金|补助|补贴|资助|配套(?:支持|投入)|奖励|税收|减免|免征|加计扣除|融资|信贷|贷款|贴息|基金|债券|社会资本|会员费|财政(?!厅|部|局|所)|投入建设|前期投入/
const SUPPORT =
  /(?:给予|予以|提供|加大)[^，]{0,16}(?:支持|保障|优惠)|(?:优先|重点|稳定)支持|支持[^，]{0,24}(?:项目|任务)/
/** Names and remarks may hold the words without the clause being about them; brackets within brackets go first. */
const NAME = /《[^》]*》|[（(][^（）()]*[）)]/g
/** What an applicant must spend, what people earn, prizes won, public services, and fields that are to be reformed. */
const OTHER =
  /(?:研发|经费|费用)[^，]{0,8}(?:不[少低]于|达到|占)|负债率|营业收入|(?:奖励|激励)机制|(?:转化|科技|绩效|期权)奖励|激励和奖励|公共服务$|等方面(?:持续|不断|大胆)?(?:改革|优化|探索)/

function statements(text: string, segment: Stretch): readonly Stretch[] {
  const parts = clauses(text, segment)
  return parts.flatMap((part, index) => {
    if (!isFunding(text.slice(part.from, part.to))) return []
    const before = parts[index - 1]
    return [
      {
        from: before !== undefined && isGround(text.slice(before.from, before.to)) ? before.from : part.from,
        to: part.to,
      },
    ]
  })
}

function isFunding(clause: string): boolean {
  const words = clause.replace(NAME, '').replace(NAME, '')
  return (MONEY.test(words) || SUPPORT.test(words)) && !OTHER.test(words)
}

/** To whom or on which ground: 对…的中心，给予…支持. */
function isGround(clause: string): boolean {
  return /^(?:对|对于|根据|依据|按照)|的$/.test(clause) && !isFunding(clause)
}
