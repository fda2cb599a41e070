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
/** A document's name may hold the words without being about them. */
const NAME = /《[^》]*》|[（(][^（）()]*[）)]/g
const DEMANDED =
  /(?:研发|经费|费用)[^，]{0,8}(?:不[少低]于|达到|占)|负债率|营业收入|奖励机制|激励机制|成果转化奖励|科技奖励|绩效奖励|改革创新|融资等公共服务|申报书|优惠政策措施|期权激励和奖励/

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
  const words = clause.replace(NAME, '')
  return (MONEY.test(words) || SUPPORT.test(words)) && !DEMANDED.test(words)
}

/** To whom or on which ground: 对…的中心，给予…支持. */
function isGround(clause: string): boolean {
  return /^(?:对|对于|根据|依据|按照)|的$/.test(clause) && !isFunding(clause)
}
