import type { Source } from './model.ts'

/** What is cited of a document. Every part may be missing; what is missing is left out, never made up. */
export interface Cited {
  /** 第十条第（二）项 */
  readonly pinpoint?: string
  /** Full id of the provision, for the key: sx-2023-tic#chp_3__art_11. */
  readonly provision?: string | null
  /** Absolute permalink. */
  readonly address?: string
  /** Day on which it was read, YYYY-MM-DD. */
  readonly accessedOn?: string
}

export type Citable = Pick<Source, 'id' | 'title' | 'docNumber' | 'issuers' | 'issuedOn'>

/**
 * A reference after GB/T 7714—2015, the form of its electronic resources: 责任者. 题名: 文号[A/OL]. 年: 引文位置(发布日期)
 * [引用日期]. 链接. The standard's own example of a government document is marked [A/OL] and has the 文号 as 其他题名信息; the
 * place in the text stands where pages do. Without a link it is [A].
 * @example citeGbt7714(source, { pinpoint: '第十条', address: 'http://…', accessedOn: '2026-11-21' })
 */
export function citeGbt7714(source: Citable, cited: Cited = {}): string {
  const { pinpoint = '', address = '', accessedOn = '' } = cited
  const online = address !== ''
  const title = [source.title, source.docNumber ?? ''].filter(Boolean).join(': ')
  const year = online && pinpoint === '' ? '' : (source.issuedOn ?? '').slice(0, 4)
  const day = online && source.issuedOn !== null ? `(${source.issuedOn})` : ''
  const accessed = online && accessedOn !== '' ? `[${accessedOn}]` : ''
  const published = [year, pinpoint].filter(Boolean).join(': ') + day + accessed
  return `${[responsible(source.issuers), `${title}[${online ? 'A/OL' : 'A'}]`, published, address].filter(Boolean).join('. ')}.`
}

/** At most three are named (8.1.2). */
function responsible(issuers: readonly string[]): string {
  return issuers.length > 3 ? `${issuers.slice(0, 3).join(', ')}, 等` : issuers.join(', ')
}

/**
 * The same for BibTeX. @misc is known to every style; `mark` and `langid` are read by those for GB/T 7714, `number` and
 * `urldate` by biblatex, `note` prints 文号 and place everywhere.
 */
export function citeBibtex(source: Citable, cited: Cited = {}): string {
  const { pinpoint = '', address = '', accessedOn = '' } = cited
  const fields = {
    author: source.issuers.map((name) => `{${bibtexText(name)}}`).join(' and '),
    title: `{${bibtexText(source.title)}}`,
    date: source.issuedOn ?? '',
    year: (source.issuedOn ?? '').slice(0, 4),
    month: String(Number((source.issuedOn ?? '').slice(5, 7)) || ''),
    number: bibtexText(source.docNumber ?? ''),
    note: bibtexText([source.docNumber ?? '', pinpoint].filter(Boolean).join(', ')),
    url: bibtexUrl(address),
    urldate: address === '' ? '' : accessedOn,
    mark: 'A',
    langid: 'chinese',
  }
  const lines = Object.entries(fields).filter(([, value]) => value !== '' && value !== '{}')
  return `@misc{${bibtexKey(source, cited)},\n${lines.map(([name, value]) => `  ${name.padEnd(8)} = {${value}},`).join('\n')}\n}\n`
}

const BIBTEX_SIGNS: Readonly<Record<string, string>> = {
  '\\': '\\textbackslash{}',
  '{': '\\{',
  '}': '\\}',
  '#': '\\#',
  $: '\\$',
  '%': '\\%',
  '&': '\\&',
  _: '\\_',
  '~': '\\textasciitilde{}',
  '^': '\\textasciicircum{}',
}

function bibtexText(text: string): string {
  return text.replace(/[\\{}#$%&_~^]/g, (sign) => BIBTEX_SIGNS[sign] ?? sign).replace(/\s+/g, ' ')
}

/** \url takes signs as they are, but braces, backslashes and spaces would end the field or the link. */
function bibtexUrl(address: string): string {
  return address.replace(/[\\{}\s]/g, encodeURIComponent)
}

/**
 * An ASCII key that is the same for the same place on every machine: yn-2022-tic-art_10-item_2. Other letters stand as their
 * code points; a place without an id stands as a hash of its words.
 */
function bibtexKey({ id }: Citable, { pinpoint = '', provision = null }: Cited): string {
  if (provision !== null && provision !== '') return asciiKey(provision.replace('#', '-').replaceAll('__', '-'))
  return asciiKey(pinpoint === '' ? id : `${id}-${hash(pinpoint)}`)
}

function asciiKey(text: string): string {
  return text.replace(/[^A-Za-z0-9_.-]/gu, (sign) => `u${(sign.codePointAt(0) ?? 0).toString(16)}`)
}

/** FNV-1a over UTF-16 code units, eight hexadecimal digits. */
function hash(text: string): string {
  let sum = 0x811c9dc5
  for (let at = 0; at < text.length; at += 1) sum = Math.imul(sum ^ text.charCodeAt(at), 0x01000193)
  return (sum >>> 0).toString(16).padStart(8, '0')
}

/** The same for RIS, as reference managers import it; a statute with its place as section. */
export function citeRis(source: Citable, cited: Cited = {}): string {
  const { pinpoint = '', address = '', accessedOn = '' } = cited
  const lines: readonly (readonly [tag: string, value: string])[] = [
    ['TY', 'STAT'],
    ...source.issuers.map((name) => ['AU', name] as const),
    ['TI', source.title],
    ['M1', source.docNumber ?? ''],
    ['DA', (source.issuedOn ?? '').replaceAll('-', '/')],
    ['PY', (source.issuedOn ?? '').slice(0, 4)],
    ['SE', pinpoint],
    ['UR', address],
    ['Y2', address === '' ? '' : accessedOn.replaceAll('-', '/')],
    ['LA', 'zh'],
  ]
  const written = lines
    .filter(([, value]) => value !== '')
    .map(([tag, value]) => `${tag}  - ${value.replace(/\s+/g, ' ')}`)
  return `${[...written, 'ER  - '].join('\r\n')}\r\n`
}
