/** An act of a procedure as the law writes it, with the name of the step that it makes. */
export interface Act {
  readonly name: string
  readonly from: number
  readonly to: number
}

const DOCUMENT =
  '(?:证|证书|执照|许可证|批件|批文|批准文件|批准文号|文号|证明|证明书|牌照|号牌|通知书|决定书|意见书|任务书)'
const CHECKS = '(?:审查|审核|初审|复审|核查|核实|评审|论证|评估|验收|考察|考核|鉴定|评定|查验|复核|勘验|审定)'
const PERMITS = '(?:批准|许可|登记|注册|备案|认定|核准|延续|变更|注销|立项|受理|办理|通过|命名|确认)'

/** Each frame wants its object, so that a noun alone (受理部门, 审批制度) makes no step. */
const FRAMES: readonly (readonly [string, RegExp])[] = [
  ['申请', /(?:提出|递交|提交|填写)[^，；]{0,24}申请(?:书|表|材料|报告)?|提交[^，；]{0,24}(?:材料|资料|文件|报告)/],
  ['申请', /向[^，；]{2,40}(?:申请|申报|申领|报名|提出)/],
  ['申请', /(?:应当?|可以?|须|必须)[^，；]{0,8}(?:依法)?(?:申请|申报|申领)(?:办理)?[^，；的]{2,30}/],
  ['申请', /申请(?:领取|换领|补领|办理|取得)[^，；的]{2,30}/],
  ['受理', /(?:予以|不予|决定(?:是否)?)受理|受理[^，；的]{0,10}(?:申请|申报|材料|报名|登记)/],
  ['审核', new RegExp(`(?:进行|组织|开展|完成|予以|实施|负责)[^，；的]{0,24}${CHECKS}`)],
  ['审核', /(?:提出|出具|签署)[^，；的]{0,12}(?:审查|审核|初审|评审|鉴定|验收|考核|推荐|书面|明确)?意见/],
  ['决定', /(?:作出|做出)[^，；]{0,30}(?:决定|批复|答复|结论)(?!的)/],
  ['决定', new RegExp(`(?:予以|不予|准予|同意)${PERMITS}`)],
  ['批准', /(?:报送?|上报|呈报|提请)[^，；的]{2,30}(?:批准|审批|审核|核准|审定|审查|备案|同意|认定)/],
  ['批准', /经(?!费|济|营|验|过|历)[^，；的]{2,40}(?:批准|审批|核准|审定|同意|审核同意)(?:后|并)?/],
  ['发证', new RegExp(`(?:颁发|核发|发给|发放|换发|补发|签发|领取|换领|申领|出具)[^，；]{0,30}${DOCUMENT}`)],
  ['登记', /办理[^，；的]{0,20}(?:登记|注册|备案|变更|延续|注销|审批|许可|手续)/],
  ['备案', /(?:向|到|在)[^，；的]{2,40}(?:备案|报备)(?!的)/],
  ['公示', /公示(?!牌|栏|标|板|制度|系统|平台)|(?:向社会|予以|及时)(?:公告|公布)/],
  ['通知', /(?:书面|一次性?|当场|及时)?(?:通知|告知|答复)(?:申请人|申报人|申请单位|申报单位|备案人|当事人|报考人)/],
  ['签订协议', /签[订署](?:了)?[^，；的]{0,14}(?:协议|合同|任务书|责任书)/],
  [
    '年度报告',
    /(?:实行|建立|执行)[^，；]{0,12}(?:年度报告|年报|年检|年度检查|定期报告)制度|(?:报送|提交|上报)[^，；]{0,24}(?:年度|总结|自查)(?:工作)?报告/,
  ],
  ['推荐', /(?:择优|逐级|统一|向[^，；]{2,24})推荐|推荐(?:给|上报|申报)/],
  ['撤销', /(?:撤销|取消|注销|吊销)[^，；的]{0,24}(?:资格|证|登记|许可|认定|称号|注册|备案)/],
]

/** Who acts or what is acted on, when the words of an act only modify a noun: 受理投诉的组织, 经批准设立的机构. */
const MODIFIES = /^[^，；]{0,16}的(?!决定|通知|申请|规定|手续|书面|材料|，|$)/
/** Grounds and times that name acts: 自受理之日起, 未经批准. */
const ASIDE =
  /自[^，；]{2,40}之日起|在[^，；]{2,30}(?:前|后|时|期间)|(?:支持|鼓励|引导|帮助|指导|实现)[^，；]{2,20}(?:申请|申报)[^，；]*|(?:建立|完善|健全)(?![^，；]{0,30}(?:报告|年报|年检|检查)制度)[^，；]{0,50}(?:制度|机制|体系)|(?:简化|方便|优化|规范|完善)[^，；]{0,8}(?:办理|审批|登记)[^，；]*|未(?:经|按|取得|依法)[^，；]{0,30}|违反[^，；]{0,30}|[^，；]{0,10}所称[^，；]*/g

/** A clause without the grounds and times that only name acts; offsets stay. */
export function withoutAsides(words: string): string {
  return words.replace(ASIDE, (aside) => '　'.repeat(aside.length))
}

/**
 * The act of a procedure that a clause states; null where it states none or only names one.
 * @example actOf('由主管部门颁发许可证')?.name // 发证
 */
export function actOf(words: string): Act | null {
  const plain = withoutAsides(words)
  for (const [name, pattern] of FRAMES) {
    const hit = pattern.exec(plain)
    if (hit === null) continue
    const to = hit.index + hit[0].length
    if (!MODIFIES.test(plain.slice(to)) && !/(?:的|者|人员|情况|情形)$/.test(words))
      return { name, from: hit.index, to }
  }
  return null
}

/** Sentences of a procedure speak of an application and its fate. */
const PROCEDURAL =
  /申请|申报|申领|报名|报考|受理|备案|年度报告|年报|年检|评审|验收|鉴定|公示|评选|推荐|许可证|资格证|登记证|执业证|合格证|注册|办理[^，。]{0,12}(?:登记|手续)|报[^，。；]{2,40}(?:批准|审批|核准|审定)|经[^，。；]{2,30}(?:批准|核准)|(?:批准|审批|核准|登记|发证)(?:机关|部门)/
/** Penalties, courts, complaints and policies have acts, too, but no procedure of this kind. */
const OTHER =
  /违反|罚款|处罚|处分|追究|没收|刑事|犯罪|起诉|诉讼|人民法院|检察|公安机关|复议|仲裁|行政强制|责令|举报|投诉|突发|应急|是指|保证期间|破产|赔偿/

/**
 * Whether words are about an application and its fate.
 * @example isProcedural('登记机关应当自受理申请之日起20日内作出决定') // true
 */
export function isProcedural(words: string): boolean {
  return PROCEDURAL.test(words)
}

/** Whether words are about penalties, courts, complaints or emergencies. */
export function isAboutOther(words: string): boolean {
  return OTHER.test(words)
}
