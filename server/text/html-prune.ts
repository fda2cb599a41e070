import { measurePage } from './html-measure.ts'
import type { Measure } from './html-measure.ts'
import { namesDocument } from './html-title.ts'
import type { PageNode } from './html-tree.ts'

/**
 * The nodes of a page that are not its document, told by what they are called: navigation, headers and footers of the site,
 * tools, what is hidden. None that holds a large share of the page's sentences is taken for one, whatever its name.
 * @example [...furnitureNodes(readPage('<nav>首页</nav><p>第一条 …。</p>'))] // [1]
 */
export function furnitureNodes(nodes: readonly PageNode[]): ReadonlySet<number> {
  const measure = measurePage(nodes)
  const all = { signs: Math.max(1, measure.signs(0)), sentences: Math.max(1, measure.sentences(0)) }
  const headings = headingsBefore(nodes)
  const found = new Set<number>()
  let articleEnd = 0
  for (let at = 1; at < nodes.length;) {
    const node = nodes[at]
    if (node?.tag === 'article') articleEnd = Math.max(articleEnd, node.end)
    const inArticle = at < articleEnd && (node?.tag === 'header' || node?.tag === 'footer')
    const reason = node === undefined || node.tag === '' || inArticle ? null : reasonFor(node)
    const drops =
      node !== undefined &&
      reason !== null &&
      measure.sentences(at) < all.sentences * LARGEST[reason] &&
      (reason === 'hidden' || (headings[node.end] ?? 0) === (headings[at] ?? 0)) &&
      (reason !== 'named' || isSmall(measure, at, all.signs))
    if (drops) found.add(at)
    at = drops && node !== undefined ? node.end : at + 1
  }
  return found
}

type Reason = 'hidden' | 'part' | 'named'

/** Shares of a page's sentences that nothing of that kind holds. */
const LARGEST: Readonly<Record<Reason, number>> = { hidden: 0.5, part: 0.45, named: 0.45 }

/** What has a telling name is mostly links, or little. */
function isSmall(measure: Measure, at: number, all: number): boolean {
  const signs = measure.signs(at)
  return signs < 400 || signs < all * 0.2 || measure.linked(at) > signs * 0.4
}

const HIDDEN = /display\s*:\s*none|visibility\s*:\s*hidden|mso-hide\s*:\s*all|mso-element\s*:\s*(?:header|footer)\b/i
const PARTS: ReadonlySet<string> = new Set(['nav', 'footer', 'aside', 'header'])
const ROLES: ReadonlySet<string> = new Set(
  'navigation banner contentinfo search complementary dialog alertdialog menu menubar toolbar'.split(' '),
)

function reasonFor({ tag, attributes }: PageNode): Reason | null {
  if (attributes.has('hidden') || HIDDEN.test(attributes.get('style') ?? '')) return 'hidden'
  if (PARTS.has(tag) || ROLES.has(attributes.get('role') ?? '')) return 'part'
  if (tag === 'html' || tag === 'body') return null
  const words = wordsOf(`${attributes.get('id') ?? ''} ${attributes.get('class') ?? ''}`)
  const isOfText = words.some((word) => OF_TEXT.has(word))
  return words.some((word) => NAMES.has(word) && !(isOfText && HEADS.has(word))) ? 'named' : null
}

/** The head of an article is its title. */
const OF_TEXT: ReadonlySet<string> = new Set('article content detail text main doc document news info zw'.split(' '))
const HEADS: ReadonlySet<string> = new Set('header head top'.split(' '))

function wordsOf(names: string): readonly string[] {
  return names
    .replace(/([a-z])([A-Z])/g, '$1 $2')
    .toLowerCase()
    .split(/[^a-z]+/)
}

/** Words in the names that pages give to their parts; pinyin initials too (dqwz 当前位置). */
const NAMES: ReadonlySet<string> = new Set(
  [
    'nav navbar navigation subnav topnav menu submenu breadcrumb breadcrumbs crumb crumbs bread location position dqwz wz mbx',
    'header head top topbar banner logo footer foot bottom copyright beian icp',
    'sidebar aside leftnav rightnav share sharebox bdsharebuttonbox bdshare jiathis toolbar tool tools print dayin qrcode qr ewm erweima',
    'related relation relate relevant recommend xglj xgwj xgyd xgjd pager pagination pagenav prev next prevnext sxp',
    'search searchbox login links link friendlink yqlj ad ads advert accessibility wza slh barrierfree popup modal dialog float fixed',
  ]
    .join(' ')
    .split(' '),
)

/** How many headings that name a document stand before each node; those of sites hold their names. */
function headingsBefore(nodes: readonly PageNode[]): Float64Array {
  const counts = new Float64Array(nodes.length + 1)
  for (const [at, { tag }] of nodes.entries()) {
    counts[at + 1] = (counts[at] ?? 0) + (tag === 'h1' && namesDocument(textOf(nodes, at)) ? 1 : 0)
  }
  return counts
}

const LONGEST_HEADING = 40

function textOf(nodes: readonly PageNode[], at: number): string {
  const end = Math.min(nodes[at]?.end ?? at, at + LONGEST_HEADING)
  return nodes
    .slice(at, end)
    .map(({ text }) => text.trim())
    .join('')
}
