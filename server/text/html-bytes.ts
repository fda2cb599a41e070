import { decode } from './plain.ts'
import type { Decoded } from './plain.ts'

const FIRST =
  'html|head|body|meta|title|base|link|style|script|div|p|table|tbody|tr|article|section|main|header|nav|form|h[1-6]|span|center|font|ul|ol|dl|blockquote|pre|strong|b|a|br|hr|img|ucapcontent|zoom'
const OPENING = new RegExp(`^<(?:!doctype\\s+html|(?:${FIRST})(?=[\\s>/]))`, 'i')
const TAG = /<\/?[a-z][a-z0-9]{0,15}[\s>/]|<!doctype/i

/**
 * Whether bytes are those of a web page or a piece of one: they open with a tag of HTML, behind spaces, comments and an XML
 * declaration. The name decides where the bytes leave it open: Markdown may open with a tag too, a page with plain words.
 * @example isHtml(bytesOf('<div>第一条</div>'), 'a.txt') // true
 */
export function isHtml(bytes: Uint8Array, name = ''): boolean {
  const head = ascii(bytes.subarray(0, FAR))
  if (/\.(?:x?html?|shtml)$/i.test(name)) return TAG.test(head)
  const opening = OPENING.exec(behindProlog(head))?.[0].toLowerCase()
  if (opening === undefined) return false
  return !/\.(?:md|markdown)$/i.test(name) || opening === '<html' || opening.startsWith('<!')
}

const FAR = 65_536

/** Bytes as ASCII, UTF-16 too, since its tags are ASCII between zeros. */
function ascii(bytes: Uint8Array): string {
  return new TextDecoder('latin1').decode(bytes.filter((byte) => byte !== 0)).replace(/^(?:ï»¿|ÿþ|þÿ)/, '')
}

/** Behind spaces, comments and declarations such as <?xml version="1.0"?>. */
function behindProlog(head: string): string {
  let rest = head.trimStart()
  for (;;) {
    const close = rest.startsWith('<!--') ? '-->' : rest.startsWith('<?xml') ? '>' : null
    const end = close === null ? -1 : rest.indexOf(close)
    if (close === null || end < 0) return rest
    rest = rest.slice(end + close.length).trimStart()
  }
}

/**
 * The text of a page's bytes: by its mark of order, else as UTF-8 where that fits, else by the encoding the page declares,
 * else as any text is decoded. Old pages that say gb2312 hold characters of the larger set GB18030.
 * @example decodeHtml(gbkBytes, 'a.html').encoding // gb18030
 */
export function decodeHtml(bytes: Uint8Array, name: string): Decoded {
  const declared = isUtf8(bytes) ? null : declaredEncoding(bytes)
  return (declared === null ? null : asDeclared(bytes, declared)) ?? decode(bytes, name)
}

function isUtf8(bytes: Uint8Array): boolean {
  try {
    new TextDecoder('utf-8', { fatal: true }).decode(bytes)
    return true
  } catch {
    return false
  }
}

const DECLARED = /<(?:meta|\?xml)\b[^<>]{0,200}?(?:charset|encoding)\s{0,4}=\s{0,4}["']?\s{0,4}([a-z0-9_-]{2,20})/i

function declaredEncoding(bytes: Uint8Array): string | null {
  if ((bytes[0] === 0xff && bytes[1] === 0xfe) || (bytes[0] === 0xfe && bytes[1] === 0xff)) return null
  const label = DECLARED.exec(new TextDecoder('latin1').decode(bytes.subarray(0, 8192)))?.[1]?.toLowerCase() ?? null
  return label !== null && /^(?:gb|x-gbk)/.test(label) ? 'gb18030' : label
}

/** A few broken bytes are forgiven, as browsers do; what is mostly broken was declared wrongly. */
function asDeclared(bytes: Uint8Array, encoding: string): Decoded | null {
  try {
    const text = new TextDecoder(encoding).decode(bytes)
    const broken = text.split('\ufffd').length - 1
    return broken <= text.length / 200 ? { text, encoding } : null
  } catch {
    return null
  }
}
