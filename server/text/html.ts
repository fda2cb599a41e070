import { createHash } from 'node:crypto'
import { Failure } from '../model/failure.ts'
import type { RawText } from '../model/text.ts'
import { decodeHtml } from './html-bytes.ts'
import { layOut } from './html-lines.ts'
import { readPage } from './html-tree.ts'

export { isHtml } from './html-bytes.ts'

/**
 * The document of a web page as lines of text, without what belongs to the page. Refuses a page without text.
 * @example readHtml(bytes, '办法.html').text // 某市社区服务管理办法\n第一条 …
 */
export function readHtml(bytes: Uint8Array, name: string): RawText {
  const { text: html, encoding } = decodeHtml(bytes, name)
  const lines = layOut(readPage(html), new Set()).map(({ text }) => text)
  if (lines.length === 0) {
    const advice =
      'open it in a browser, wait until the text shows, and save the page, or copy the text into a .txt file'
    throw new Failure('EMPTY_FILE', `${name} is a web page without text: ${advice}`)
  }
  const sha256 = createHash('sha256').update(bytes).digest('hex')
  return { name, text: `${lines.join('\n')}\n`, format: 'html', encoding, sha256 }
}
