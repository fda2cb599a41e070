import { clauses, segmentsOf, type Stretch } from '../grammar/clauses.ts'
import type { Passage, RegulationDocument } from '../model/document.ts'
import type { Funding } from '../model/facts.ts'
import { rawSpan } from '../model/text.ts'
import { placesOf } from './places.ts'

/**
 * Clauses about money and support: who pays what to whom, on which ground, out of what, and what becomes of it; amounts
 * demanded of an applicant are thresholds and not repeated here.
 * @example readFunding(document)[0]?.what // 省级财政给予500万元经费支持
 */
export function readFunding(document: RegulationDocument): readonly Funding[] {
  const places = placesOf(document)
  return document.passages.flatMap((passage) => {
    if (passage.part !== 'body' || passage.provision === null || !HINT.test(passage.clean.text)) return []
    const headings = (places.get(passage.provision)?.levels ?? []).map(({ heading }) => heading)
    return fundingOf(passage, { provision: passage.provision, supports: headings.some((one) => SUPPORTS.test(one)) })
  })
}

/** Most paragraphs speak of no money at all. */
const HINT =
  /资金|经费|补助|补贴|资助|奖|贴息|税|贷|融资|基金|债券|资本|投入|财政|配套|支持|保障|优惠|会员费|减免|减征|免征/
/** Chapters in which support means money, projects and land. */
const SUPPORTS = /支持|扶持|政策|经费|资金|保障|激励|奖励|补助|资助|考核|评估|绩效/

interface Context {
  readonly provision: string
  readonly supports: boolean
}

function fundingOf({ clean }: Passage, context: Context): readonly Funding[] {
  return segmentsOf(clean.text)
    .flatMap((segment) => statements(clean.text, segment, context))
    .map(({ from, to, rule }) => ({
      ...rawSpan(clean, from, to),
      what: clean.text.slice(from, to),
      provision: context.provision,
      rule,
    }))
}

const MONEY =
  '(?:经费|资金|补助|补贴|资助|奖励|奖金|奖补|贴息|配套(?:资金|经费|支持|投入)|专项(?!规划|行动|检查)|基金|费用|信贷|贷款|融资|担保|税收|优惠|减免|津贴|保费|拨款|投入)'
const FINANCE =
  '(?:金融机构|金融组织|金融资本|银行业|商业银行|保险机构|保险公司|保险资金|担保机构|担保公司|创投|风投|投资机构|创业投资|社会资本|金融与社会资本|投资基金|产业基金|资本市场|债券|债务融资|上市)'

/** How money is given, raised, secured, used and taken back. */
const FRAMES: readonly RegExp[] = [
  new RegExp(
    `(?:给予|予以|提供|享受|发放|兑现|拨付|安排|落实|核拨|下达|统筹|投入|增加|加大|筹集|筹措)[^，；]{0,40}${MONEY}`,
  ),
  new RegExp(`${MONEY}[^，；]{0,16}(?:给予|予以|支持|保障|安排|资助|补助|倾斜|扶持)`),
  /(?<!委托|请求|申请|接受)(?:资助|补助|补贴|贴息|奖补|奖励)(?!办法|制度|机制|标准计算|条件|对象|范围|申请|资金申请|政策措施)[^，；的]{0,24}(?:元|%|比例|标准|项目|企业|单位|个人|举报人|人员)/,
  /(?:免征|减征|(?<!不)减免(?!责)|减半|免收|退还|退税|抵免|加计扣除|税前扣除|加速折旧|即征即退|税收优惠)/,
  /(?:纳入|列入|编入)[^，；]{0,20}预算|(?:财政|预算)[^，；]{0,16}(?:保障|安排|列支|承担|解决|负担|拨付|拨款|投入|资助)/,
  /(?:设立|建立|组建|发起|设)[^，；]{0,30}(?:基金|专项资金|专项经费|引导资金|发展资金|扶持资金|风险补偿|资金池)/,
  new RegExp(`(?:鼓励|引导|支持|吸引|推动)[^，；]{0,40}${FINANCE}`),
  /(?:鼓励|引导|支持|吸引)[^，；]{0,30}(?:捐赠|捐资|投资|出资|入股)(?!者|人|的|建设的)/,
  /(?:拓宽|拓展|扩展|扩大|实行|多元化)[^，；]{0,16}(?:融资|筹资|资金来源|筹措|投融资)/,
  /(?:资金|经费|补助|奖金)[^，；]{0,14}(?:专款专用|专账|独立核算|单独核算|主要用于|用于|使用管理)|(?:管理|使用)和?(?:使用|管理)?(?:好)?[^，；]{0,6}(?:资金|经费)$/,
  /(?:追回|收回|退还|退回|停止拨付|终止|暂缓)[^，；]{0,20}(?:资金|经费|补助|资助|奖励|奖金|拨款)/,
  /(?:资金|经费|财政|税收|信贷)[^，；]{0,16}方面[^，；]{0,40}(?:支持|保障|支撑|倾斜|优惠)/,
  /(?:形成|制[定订]|编制|设计)[^，；]{0,24}(?:资金|经费|融资)[^，；]{0,10}方案/,
  /配套(?:支持|投入|资金)|会员费|投入[^，；]{0,16}建设|共同投入|前期投入|后补助|稳定[^，；]{0,6}经费|经费保障/,
  /(?:依据|参考|挂钩)[^，；]{0,4}$/,
]
const BASIS = /(?:资金|经费|补助|政策支持)/
/** Support that means money where the chapter is about it or the ground selects who gets it. */
const SUPPORT =
  /(?:给予|予以|提供|加大)[^，]{0,16}(?:支持|优惠|倾斜|扶持)|(?:优先|重点|稳定)支持|支持[^，]{0,24}(?:项目|任务)/

/** Names and remarks may hold the words without the clause being about them; brackets within brackets go first. */
const NAME = /《[^》]*》|[（(][^（）()]*[）)]/g
/** The department of finance, what was bought with public money, and fields of policy are no funding. */
const ASIDE =
  /财政(?=、|等|部|厅|局|所|主管|行政|税务)|(?:利用|使用|以)[^，；]{0,16}(?:财政|资金)[^，；]{0,16}(?:设立|购买|建设|出资|购置|资助|投资|支持)的|国家出资|行政事业性收费|政府性基金|保证金/g
/** What an applicant must spend, what people earn, prizes won, what is counted, and what must not be done with money. */
const OTHER =
  /(?:研发|经费|费用)[^，]{0,8}(?:不[少低]于|达到|占)|负债率|营业收入|(?:奖励|激励|分配|补偿|形成|融资)(?:制度|机制)|(?:转化|科技|绩效|期权|容积率)奖励|激励和奖励|奖励和报酬|公共服务$|等方面(?:持续|不断|大胆)?(?:改革|优化|探索)|(?:资金|经费|补助|补贴|奖励|优惠)[^，]{0,12}(?:情况|证明|明细|凭证|目录|清单|信息|办法|程序|方案由)$|(?:补助|补贴|补助费)(?:标准)?计算|抚慰金|挪用|截留|克扣|骗取|侵占|挪作|虚报|冒领|不合理条件|技术支持|法律援助|财政(?:收支|收入)|缴纳[^，]{0,8}(?:税|罚款|保险|保证金)|征收管理|所得的|多收|滥收|违法所得|评选|功能$|(?:推广|落实)[^，]*(?:应用|责任)$|(?:设立|提供)的[^，]{0,16}$|编制[^，]*办法$|(?:不得|非法)享受|(?:资金|经费|基金)(?:是指|包括)|(?:监督|审计|检查)[^，]{0,20}(?:资金|经费)|(?:资金|经费)[^，]{0,24}(?:监督|审计|检查)|^对[^，]{0,12}的(?:使用|管理)+$|前提条件|(?:服务|组织|技术|智力|法治|司法)(?:支持|保障)$/

interface Statement extends Stretch {
  readonly rule: string
}

/** 对财政性资金资助的项目: to whom, and not what. */
const ONLY_WHOM = /^对(?!.*(?:给予|予以|安排|提供|加大|实行|减|奖励$|补助$|补贴$|资助$))[^，；]*的[^，；的]{0,12}$/

function statements(text: string, segment: Stretch, context: Context): readonly Statement[] {
  const parts = clauses(text, segment)
  const found: Statement[] = []
  for (const [index, part] of parts.entries()) {
    const words = text.slice(part.from, part.to)
    const next = parts[index + 1]
    const before = parts[index - 1]
    const grounded = before !== undefined && isGround(text.slice(before.from, before.to), context)
    const cue = cueOf(words, context, grounded)
    if (cue !== null) found.push({ from: grounded ? before.from : part.from, to: part.to, rule: cue })
    else if (next !== undefined && NAMES_MONEY.test(words) && SECURED.test(text.slice(next.from, next.to)))
      found.push({ from: part.from, to: next.to, rule: 'money, then where it comes from' })
  }
  return found
}

/** 居民委员会的工作经费，由政府拨付: money and, in the next clause, where it comes from. */
const NAMES_MONEY = /^[^，；]{0,40}(?:经费|资金|补贴|补助|津贴|所需费用)$/
const SECURED =
  /^(?:应当?|由|要|必须|从|列入|纳入|予以)[^，；]{0,30}(?:保证|保障|解决|列支|承担|负担|拨付|安排|列入|纳入|支付|核拨)/

/** The words of a clause that are about money or support; null when it has none. */
function cueOf(clause: string, { supports }: Context, grounded: boolean): string | null {
  const words = clause.replace(NAME, '').replace(NAME, '').replace(ASIDE, '')
  if (OTHER.test(words) || /(?:的|者|时|后|中)$/.test(words) || ONLY_WHOM.test(words)) return null
  const frame = FRAMES.find((one, index) => one.test(words) && (index < FRAMES.length - 1 || BASIS.test(words)))
  if (frame !== undefined) return `money: ${frame.exec(words)?.[0] ?? ''}`
  const support = supports || grounded ? SUPPORT.exec(words)?.[0] : undefined
  return support === undefined ? null : `support: ${support}`
}

/** To whom or on which ground: 对…的中心，给予…支持. */
function isGround(clause: string, context: Context): boolean {
  return /^(?:对|对于|根据|依据|按照)|的$/.test(clause) && cueOf(clause, context, false) === null
}
