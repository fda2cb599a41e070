/** Words of buttons and switches; a line of nothing else is no text. Those of the second row say so in such company alone. */
const BUTTON =
  /打印本页|打印文章|我要打印|打印|关闭窗口|关闭本页|关闭|加入收藏|收藏本页|收藏|设为首页|分享到|我要分享|分享|转发|字号|字体大小|字体|返回顶部|返回首页|返回列表|返回|回到顶部|我要纠错|纠错|扫一扫|微信|微博|朋友圈|QQ空间|复制链接|朗读|语音播报|播报|繁體|繁体|简体|无障碍浏览|无障碍|适老化?|长者模式|关怀版|网站首页|首页|放大|缩小|收起|展开|上一页|下一页|尾页|超大|特大|English|A\+|A-/y
const COMPANION = /下载|登录|注册|搜索|更多|默认|正常|标准|[大中小特]/y
const BETWEEN = /[\s|｜/\\【】[\]（）()：:·>＞»«<＋+\-—_，,。、•*]+/y

const PATHS =
  /^(?:您?(?:的)?(?:当前|现在|所在)(?:的)?(?:所在)?(?:的)?(?:位置|栏目)|位置[：:]|(?:网站)?首页\s*[>＞»›/|→]|>+\s*首页)/
const NEIGHBOURS = /^(?:【?上|【?下)一(?:篇|条|则|页)(?:文章)?】?(?:\s*[：:]|\s*$)/
const FOOTER =
  /ICP备|公网安备|版权所有|^未经(?:许可|授权|允许)，?不得转载|网站标识码|网站支持IPv6|最佳浏览|浏览器(?:访问|浏览)|网站地图|您访问的链接(?:即将|将要)?|^Copyright|^©|技术支持[：:].{0,40}(?:公司|中心)|^主办(?:单位)?[：:][^，。、]{2,40}(?:承办|运行维护|维护单位|技术支持)/i

/**
 * Whether a line belongs to the page wherever it stands: buttons, the path to the page, the way to its neighbours, the imprint.
 * @example isFurniture('【打印】 【关闭】') // true
 */
export function isFurniture(text: string): boolean {
  if (text.length > 200) return false
  const bare = text.trim()
  return PATHS.test(bare) || NEIGHBOURS.test(bare) || FOOTER.test(bare) || isButtons(bare)
}

function isButtons(text: string): boolean {
  if (text.length > LONGEST_BUTTONS) return false
  let words = 0
  for (let at = 0; at < text.length;) {
    const next = behind(BETWEEN, text, at)
    const end = behind(BUTTON, text, next)
    if (end > next) words++
    at = end > next ? end : behind(COMPANION, text, next)
    if (at === next && next < text.length) return false
  }
  return words > 0
}

const LONGEST_BUTTONS = 80

function behind(pattern: RegExp, text: string, at: number): number {
  pattern.lastIndex = at
  return at + (pattern.exec(text)?.[0].length ?? 0)
}

const ABOUT =
  '(?:信息|文章|稿件|新闻|内容)?来源|发[布表]时间|发布日期|更新时间|更新日期|公开日期|录入时间|时间|日期|(?:责任)?编辑|责编|作者|撰稿|审核|审校|录入|供稿|(?:浏览|点击|阅读|访问)(?:次数|量|数|率)?|字号|字体|视力保护色|保护视力色'
const IMPRINT = new RegExp(`^[【\\[（(]?(?:${ABOUT})[】\\]]?\\s*[：:]`)
const DATED = new RegExp(`^\\d{4}(?:年|-|/|\\.)\\d{1,2}(?:月|-|/|\\.)\\d{1,2}日?[\\s\\d:：]*[【\\[（(]?(?:${ABOUT})`)
const TIMED = /^\d{4}(?:年|-|\/|\.)\d{1,2}(?:月|-|\/|\.)\d{1,2}日?\s{0,4}\d{1,2}:\d{2}(?::\d{2})?(?:\s+\S{2,20})?$/

/** What a page says of its own printing, above or below the text: 来源：… 发布时间：… 浏览次数：…. */
export function isImprint(text: string): boolean {
  const bare = text.trim().replace(/^【[^】]{1,6}】\s{0,4}/, '')
  return bare.length <= 120 && !/[。；]/.test(bare) && (IMPRINT.test(bare) || DATED.test(bare) || TIMED.test(bare))
}

const TAIL =
  /^[【\[]?(?:相关(?:链接|文件|文档|文章|阅读|新闻|信息|政策|解读|报道|稿件|资料|推荐|内容|专题)|(?:推荐|延伸|热点|热门|猜你喜欢|为你推荐|精彩)(?:阅读|推荐|新闻|内容)?$|(?:网友|最新|热门|全部)评论|我来说两句|作者最新文章|(?:政策|文件|图片|文字|专家|视频)解读$|图解[：:]?$|一图读懂|扫一扫|扫码|手机(?:扫|查)|打开微信|用微信|分享到|友情链接|关于我们|联系我们|网站声明|我要纠错|附件下载[：:]?$)/

/** The heading of what a page adds below its text: links to other pages, codes for telephones. */
export function opensTail(text: string): boolean {
  return text.length <= 60 && TAIL.test(text.trim())
}
