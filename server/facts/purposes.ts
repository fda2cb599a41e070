import type { Purpose, Strength } from '../model/facts.ts'
import type { Place } from './places.ts'

/**
 * What a bound is for: words of its own clause first, then headings and lead-ins from the nearest outwards, then words of
 * its sentence.
 * @example purposeOf({ clause: '公示期5个工作日', sentence, behind: '', place, isDeadline: true, topic: null }) // procedure
 */
export function purposeOf({ clause, sentence, behind, place, isDeadline, topic }: Words): Purpose {
  const words = clause.replace(TITLE, '')
  return (
    firstOf(CLAUSE_WORDS, words) ??
    (isDeadline && BARRED.test(behind) ? 'sanction' : null) ??
    (isDeadline && DEADLINE.test(words) ? 'procedure' : null) ??
    (TARGET_YEAR.test(sentence) ? 'target' : null) ??
    purposeOfPlace(place) ??
    (topic?.startsWith('eligibility') === true ? 'eligibility' : null) ??
    firstOf(SENTENCE_WORDS, clause) ??
    firstOf(SENTENCE_WORDS, sentence) ??
    'other'
  )
}

interface Words {
  readonly clause: string
  readonly sentence: string
  /** What follows the number. */
  readonly behind: string
  readonly place: Place | undefined
  /** The bound is a period of time. */
  readonly isDeadline: boolean
  /** The topic of its metric in the vocabulary. */
  readonly topic: string | null
}

const TITLE = /《[^》]{0,60}》/g
/** 到2000年，…达到百分之一点五 */
const TARGET_YEAR = /^[^。；]{0,6}(?:到|至)(?:19|20)\d\d年[底末]?，/
/** 自…之日起五年内，不得从事…: the period is a punishment. */
const BARRED = /^(?:以内|之内|内)，?[^，。；]{0,12}(?:不得(?!超过|[少低多高])|禁止|取消|不予受理|不受理|不再)/

/** How strongly the clause demands it. */
export function strengthOf(clause: string, sentence: string, purpose: Purpose): Strength {
  if (purpose === 'validity') return 'informative'
  if (purpose === 'target' || /鼓励|力争|争取|优先|倡导|(?:^|[，；])支持/.test(clause)) return 'encouraged'
  return /(?:^|[^适相反供响对])宜|尽量|尽可能/.test(clause) || /应尽可能/.test(sentence) ? 'should' : 'must'
}

/** Words by which a text leaves room: 原则上, 一般. */
export function hedgeOf(clause: string): string | null {
  return (
    /原则上|一般(?=[应为以不须采]|情况下|\d)|通常|(?<=[\d一二两三四五六七八九十百千万][^，。；]{1,4})左右|大约|约(?=\d|[一二两三四五六七八九十])/.exec(
      clause,
    )?.[0] ?? null
  )
}

type Rule = readonly [Purpose, RegExp]

const CLAUSE_WORDS: readonly Rule[] = [
  ['validity', /有效期(?!限?届?满)|施行期/],
  ['sanction', /罚款|罚金|有期徒刑|拘役|拘留|滞纳金|违法所得|货值金额|处以?[^，。；]{0,6}罚|并处|单处|加处/],
  ['governance', /任期/],
  ['target', /力争|争取(?:到|在)|(?<!截止?)(?:到|至)20\d\d年/],
  // A quorum: 经全体委员三分之二以上同意, 有过半数的代表出席.
  [
    'governance',
    /(?:过半数?|半数以上|分之[一二三四]以上|分之[一二三四]多数)[^，。；]{0,24}(?:通过|同意|出席|到会|参加|提议|联名|联署|提请|赞成|当选)/,
  ],
]

/** Days counted from or to an event: 自收到申请之日起十五日内, 届满前三十日, 应当在五个工作日内. */
const DEADLINE =
  /(?:之日起?|[收接]到|受理|[通告公]知|决定|届满|发生|作出|签订|生效|变更|结束|召开|开工|[应须]当?[在于]|前|后)[^，。；]{0,20}[日天月时周年][（(]?[^，。；）)]{0,8}[）)]?(?:[以之]?内|前)|[日天月]以?前|前[一二两三四五六七八九十\d]{1,4}个?(?:工作)?[日天月]|提前|(?:可以?|最[长多]|需要|经[^，。；]{1,24})(?:延长|延期|顺延|推迟)|公[示告][期时]|时效/

const HEADINGS: readonly Rule[] = [
  ['procedure', /程序|流程|步骤|启动建设|公示|受理|审批|办理|报批|评审|论证/],
  ['eligibility', /条件|资格|要求|建设主体|准入|标准|对象|资质|门槛/],
  ['evaluation', /考核|评估|评价|验收|监督|绩效|整改/],
  ['sanction', /法律责任|罚则|处罚|责任追究|违约/],
  ['funding', /资金|经费|补助|资助|奖励|支持|扶持|保障|优惠|激励|配套/],
  ['target', /目标/],
  ['governance', /治理|运行|组织机构|组织架构|管理机构|理事会|委员会|机制/],
]

const LEADS: readonly Rule[] = [
  ['procedure', /(?:程序|流程|步骤)(?:为|是|如下)?[^。；，]{0,6}[：:]|按照?(?:以下|下列|如下)程序/],
  [
    'eligibility',
    /(?:条件|资格|要求|标准)(?:之一|的|为|是|如下|包括)?[：:]|(?:具备|符合|满足|达到)(?:以下|下列|如下|本)[^。；]{0,10}(?:条件|要求|标准)/,
  ],
  ['sanction', /(?:处罚|罚款|责令[^。；]{0,10})[^。；]{0,6}[：:]/],
]

const SENTENCE_WORDS: readonly Rule[] = [
  ['sanction', /处[^，。；]{0,6}以[上下]|没收|吊销|责令[^，。；]{0,6}(?:改正|停)|处分|追究|徒刑|死刑|赔偿|违约金/],
  ['evaluation', /考核|评估|评价|整改|档次|优秀|合格/],
  [
    'funding',
    /补助|资助|补贴|奖励|资金支持|经费支持|配套资金|财政|贴息|贷款|减免|抚恤|津贴|生活费|补偿|税[率额款]|免征|减征|收费/,
  ],
  ['eligibility', /申请[^，。；]{0,12}应当?(?:具备|符合)|申报|具备|资格|条件/],
  ['governance', /委员会|理事会|董事会|监事会|任期|会议|届/],
  ['procedure', /之日起|工作日|公示|期限|期间|时效|申请|受理|审查|批准|备案|报送|通知|[日天]内|提前|一式|复印件/],
  ['eligibility', /周岁|年满|从事[^，。；]{0,20}(?:年|月)以上|学历|职称/],
]

/** The nearest level that says what it is about decides; at each level the heading, then its lead-in. */
function purposeOfPlace(place: Place | undefined): Purpose | null {
  for (const [distance, { heading, lead }] of (place?.levels ?? []).entries()) {
    const purpose = firstOf(HEADINGS, heading) ?? (distance > 0 ? firstOf(LEADS, lead) : null)
    if (purpose !== null) return purpose
  }
  return null
}

function firstOf(rules: readonly Rule[], words: string): Purpose | null {
  return rules.find(([, pattern]) => pattern.test(words))?.[0] ?? null
}
