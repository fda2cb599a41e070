import type { RoleName } from '../grammar/role-names.ts'

/**
 * Whether a name, where it stands, is a party: one that acts, is acted on or is addressed. What is founded or raised, what
 * somebody is or wants to become, and the class that sums a list up are none.
 * @example isParty('孵化科技型企业', { start: 2, end: 7, name: '科技型企业', kind: 'enterprise' }) // false
 */
export function isParty(text: string, { start, end, name, kind }: RoleName): boolean {
  const before = clauseBefore(text, start)
  const after = text.slice(end, end + 12)
  return !NO_PARTIES.some(
    (rule) =>
      (rule.kinds === undefined || rule.kinds.has(kind)) &&
      (rule.names?.test(name) ?? true) &&
      rule.before.test(before) &&
      (rule.after?.test(after) ?? true),
  )
}

const LONGEST_CLAUSE = 48

function clauseBefore(text: string, at: number): string {
  let from = at
  while (from > 0 && at - from < LONGEST_CLAUSE && !ENDS.includes(text.charAt(from - 1))) from--
  return text.slice(from, at)
}

const ENDS = '，。；：\n'

interface NoParty {
  readonly before: RegExp
  readonly after?: RegExp
  readonly names?: RegExp
  readonly kinds?: ReadonlySet<string>
}

const BODIES = new Set(['enterprise', 'institute', 'applicant', 'third-party', 'other'])
const CAPABLE = /(?:吸引|引进|支持|鼓励|聘|由|联合|依托|会同|面向|服务)/
const lastVerb = (verbs: string) => new RegExp(`(?:${verbs})(?:(?!${CAPABLE.source}).){0,40}$`)

const NO_PARTIES: readonly NoParty[] = [
  // 组建平台型公司, 内设独立机构: what is founded.
  {
    before: /(?:组建|成立|设立|新建|建有|内设|兴办|创办)(?:(?!由|后).){0,14}$/,
    kinds: new Set(['enterprise', 'institute', 'applicant']),
  },
  // 孵化衍生科技型企业, 培养专业技术人才: what is raised.
  { before: lastVerb('孵化|衍生|打造|培育|培养|造就'), kinds: new Set(['enterprise', 'expert']) },
  // 申报国家技术创新中心, 创建示范基地: what somebody wants to become.
  { before: /(?:申报|申请|争创|创建|认定为|升级为|命名为)(?:“?[×X]*)?$/, kinds: new Set(['other']) },
  // 省科技厅是…管理部门: what somebody is.
  { before: /[^，]是[^，]{2,40}$/, after: /^(?:[，。；：\n]|$)/, kinds: new Set(['department', 'applicant', 'host']) },
  // 应为独立法人实体: what somebody has to be.
  { before: /(?:应为|须为|建成|成为|转为)$/, kinds: new Set(['applicant']) },
  // 企业、高校等各类创新主体: the class that sums a list up.
  { before: /[\u4e00-\u9fff]等$/, names: /(?:主体|单位|机构|组织|力量|团体)$/, kinds: BODIES },
  // 建设主体由…: the heading of a slot.
  { before: /^\s*$/, after: /^由/, names: /主体$/ },
]
