import type { PageNode } from './html-tree.ts'

/**
 * The titles that a page may mean for its document: that of its description (ArticleTitle), then parts of its own title, which
 * names the site as well, then all of it.
 * @example pageTitles(readPage('<title>某市社区服务管理办法_某市人民政府</title>'))[0] // 某市社区服务管理办法
 */
export function pageTitles(nodes: readonly PageNode[]): readonly string[] {
  const described = nodes.find(({ tag, attributes }) => tag === 'meta' && NAMED.test(nameOf(attributes)))
  const title = nodes.findIndex(({ tag }) => tag === 'title')
  const own = nodes[title + 1]
  const written = title >= 0 && own?.parent === title ? own.text : ''
  const candidates = [described?.attributes.get('content') ?? '', ...written.split(BETWEEN), written]
  return [...new Set(candidates.map(squeeze))].filter((text) => text.length >= 6)
}

/** Whether a title names a document, and no section or site: 某市社区服务管理办法（试行）. */
export function namesDocument(title: string): boolean {
  return DOCUMENT.test(title)
}

function nameOf(attributes: ReadonlyMap<string, string>): string {
  return attributes.get('name') ?? attributes.get('property') ?? ''
}

const NAMED = /^(?:ArticleTitle|og:title|title)$/i
const DOCUMENT =
  /(?:办法|规定|条例|细则|方案|通知|意见|决定|公告|通告|批复|纲要|规划|计划|措施|制度|规则|章程|法|令|标准|规范|函|政策|指南|指引|目录|预案|解释|要点|决议|准则|规程)(?:[（(〔][^（）()]{1,24}[）)〕]){0,2}$/

/** 办法_政策文件_某市人民政府: the site's name stands behind a sign or a space; 2016-2020年 is one word. */
const BETWEEN = /[_|｜»]|--|\s[-–—]\s?|(?<=[\u4e00-\u9fff）])[-–—](?=[\u4e00-\u9fff])|\s{2,20}/

function squeeze(text: string): string {
  return text
    .replace(/\s+/g, ' ')
    .replace(/(?<=[\u3000-\u9fff]) (?=[\u3000-\u9fff])/g, '')
    .trim()
}

/** A text without space, brackets and width, to compare titles by. */
export function titleKey(text: string): string {
  return text.normalize('NFKC').replace(/[\s《》〈〉“”"'‘’<>()〔〕\[\]【】]/g, '')
}
