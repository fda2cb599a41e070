import { sentences } from '../grammar/clauses.ts'
import type { DocumentWords } from '../grammar/document-words.ts'
import type { Pinpoint, Pointer } from '../grammar/pinpoints.ts'
import { findTitles } from '../grammar/titles.ts'
import type { RegulationDocument } from '../model/document.ts'

/** What a text calls other documents, and what it is about; for telling in which document a place lies. */
export interface DocumentNames {
  /** Names that may stand without brackets, longest first. */
  readonly bare: readonly string[]
  /** The full title of a short name (以下简称). */
  readonly fullTitle: ReadonlyMap<string, string>
  /** Names of the text itself. */
  readonly own: ReadonlySet<string>
  /** The document that this one amends: its 第十条 and 本法 are that document's. */
  readonly amended: string | null
  /** The document that this one interprets: a 第十条 that it lacks itself is that document's. */
  readonly subject: string | null
}

/**
 * The names of documents that a text uses.
 * @example documentNames(document).bare // ['民事诉讼法', '民法典', …]
 */
export function documentNames({ meta, passages }: RegulationDocument): DocumentNames {
  const titles = new Set<string>()
  const fullTitle = new Map<string, string>()
  for (const { clean } of passages) {
    if (!clean.text.includes('《')) continue
    for (const { title, end } of findTitles(clean.text)) {
      titles.add(shortTitle(title))
      const alias =
        ALIAS.exec(clean.text.slice(end, end + 60))?.[1] ??
        ALIAS_BEHIND_NUMBER.exec(clean.text.slice(end - 40, end + 40))?.[1]
      if (alias !== undefined) fullTitle.set(alias, title)
    }
  }
  const title = meta.title ?? ''
  return {
    bare: [...new Set([...titles, ...fullTitle.keys()])].filter(mayStandBare).sort((a, b) => b.length - a.length),
    fullTitle,
    own: new Set([plainTitle(title), plainTitle(shortTitle(title))].filter((name) => name !== '')),
    amended: amendedBy(title),
    subject: /解释|适用|执行|问题|批复|答复/.test(title) ? (innerTitle(title) ?? null) : null,
  }
}

const ALIAS = /^[（(][^（）()]{0,30}简称[为:：]?[《“"]?([^》”"（）()]{2,20})[》”"]?[）)]/
const ALIAS_BEHIND_NUMBER = /号，(?:以下|下同)?[^（）()]{0,6}简称[为:：]?[《“"]?([^》”"（）()]{2,20})[》”"]?[）)]/
const STATE = /^中华人民共和国/

function shortTitle(title: string): string {
  return title.replace(/\s+/g, '').replace(STATE, '')
}

/** Only the name of an enacted kind of document is looked for without brackets, and not the kind alone. */
function mayStandBare(name: string): boolean {
  return (
    name.length >= 2 &&
    name.length <= 30 &&
    /(?:法|法典|条例|细则|通则|总则|宪法|规定|办法|解释|规则)$/.test(name) &&
    !/^(?:规定|办法|细则|规则|解释|法)$/.test(name)
  )
}

/** A title without brackets, blanks and width: what makes two spellings one document. */
export function plainTitle(title: string): string {
  return title
    .normalize('NFKC')
    .replace(/[\s()〈〉<>《》“”"]/g, '')
    .replace(/[－–—]/g, '-')
}

function innerTitle(title: string): string | undefined {
  return /[《〈<＜]([^《》〈〉<>＜＞]{2,60})[》〉>＞]/.exec(title)?.[1]
}

/** 刑法修正案（七） amends 刑法, 关于修改《…》的决定 what it names. */
function amendedBy(title: string): string | null {
  const law = /^(.{1,30}?)修正案(?:（[^（）]{1,8}）|\([^()]{1,8}\))?(?:[（(]\d{4}年[）)])?$/.exec(title)?.[1]
  if (law !== undefined) return law.replace(/[《》]/g, '')
  if (!/修[改订正].*的?决定$/.test(title)) return null
  return innerTitle(title) ?? /修[改订正](.{2,40}?)的决定$/.exec(title)?.[1] ?? null
}

/** A pinpoint's document: null for the text itself. */
export type Foreign = string | null

/** Which document each pinpoint of a passage lies in; `last` carries the document named last from passage to passage. */
export interface DocumentReader {
  read(text: string, pinpoints: readonly Pinpoint[]): readonly Foreign[]
  /** Goes past a passage: what it named may be called 该法 in the next. */
  pass(text: string): void
}

/**
 * A reader of documents for the passages of one text, to be asked in text order.
 * @example documentReader(names).read('依照《产品质量法》第五条', pinpoints) // ['产品质量法']
 */
export function documentReader(names: DocumentNames): DocumentReader {
  let named: string | null = null
  return {
    read(text, pinpoints) {
      const bounds = sentences(text)
      let sentence = 0
      let last: Inherited = { name: null, sentence: -1, pointers: [] }
      return pinpoints.map((pinpoint) => {
        while (sentence < bounds.length - 1 && (bounds[sentence]?.to ?? 0) <= pinpoint.start) sentence++
        const { document, pointers, start } = pinpoint
        if (document?.kind === 'same' || document?.kind === 'derived')
          named = lastNamed(text.slice(Math.max(0, start - FAR), start), names) ?? named
        const name = document === null ? inherited(last, sentence, pinpoint) : nameOf(document, named, names)
        if (document?.kind === 'named' && name !== null) named = name
        last = { name, sentence, pointers }
        return name ?? amendedPlace(pinpoint, names)
      })
    },
    pass(text) {
      if (text.includes('》')) named = lastNamed(text.slice(-FAR), names) ?? named
    },
  }
}

interface Inherited {
  readonly name: string | null
  readonly sentence: number
  readonly pointers: readonly Pointer[]
}

function nameOf({ kind, name }: DocumentWords, named: string | null, names: DocumentNames): Foreign {
  if (kind === 'own') return null
  if (kind === 'derived') return named === null ? name.slice(1) : `${named}${name.slice(1)}`
  if (kind === 'same') return named !== null && (DEMONSTRATIVE.test(name) || named.endsWith(name)) ? named : name
  const title = name.replace(/\s+/g, '')
  if (names.own.has(plainTitle(title))) return null
  return names.fullTitle.get(title) ?? title
}

/** Nobody says 该法 of a law named further back. */
const FAR = 2000
const DEMONSTRATIVE = /^(?:同|该|上述)/

/** The document named last before a place, for 该法 and 同法. */
function lastNamed(before: string, { own, bare }: DocumentNames): string | null {
  const title = [...before.matchAll(/《([^《》]{2,80})》/g)].findLast(([, name]) => !own.has(plainTitle(name ?? '')))
  if (title?.[1] !== undefined) return title[1]
  return bare.find((name) => before.includes(name)) ?? null
}

/**
 * An unnamed place stays with the document named last in its sentence; 前款 and 本条 always mean the text itself, and a
 * paragraph or item alone too, unless it stands in a row with one there.
 */
function inherited(last: Inherited, sentence: number, { pointers, again }: Pinpoint): Foreign {
  if (again !== null) return last.name
  if (last.name === null || last.sentence !== sentence) return null
  if (pointers.some((pointer) => Object.values(pointer).some((ordinal) => 'back' in ordinal))) return null
  const [pointer] = pointers
  if (pointer === undefined || pointer.article || pointer.chapter || pointer.part) return last.name
  const level = pointer.paragraph ? 'paragraph' : 'item'
  return last.pointers.some((before) => before[level] !== undefined) ? last.name : null
}

/** In a decision that amends a law, places are the law's, except those of the decision itself. */
function amendedPlace({ document }: Pinpoint, { amended }: DocumentNames): Foreign {
  if (amended === null || (document?.kind === 'own' && /决定|修正案/.test(document.name))) return null
  return amended
}
