import { walkXml } from './xml.ts'
import type { Attributes, XmlHandler } from './xml.ts'

/** A level of a list: how its numbers are written. */
export interface Level {
  readonly start: number
  /** Name of Word's number format: decimal, chineseCountingThousand, bullet. */
  readonly format: string
  /** 第%1条: %1 to %9 stand for the numbers of the levels. */
  readonly text: string
  /** What stands behind the label. */
  readonly suffix: string
  /** All numbers in digits. */
  readonly isLegal: boolean
  /** The level, counted from 1, that starts this one anew; 0 for none, null for any higher one. */
  readonly restart: number | null
  /** The paragraph style that takes this level. */
  readonly style: string | null
}

/** A list in use: its levels are those of an abstract list, but for overrides. */
export interface List {
  readonly abstract: string
  readonly overrides: ReadonlyMap<number, Level>
  /** Numbers that levels begin again with. */
  readonly starts: ReadonlyMap<number, number>
}

export interface ListDefinitions {
  readonly abstracts: ReadonlyMap<string, ReadonlyMap<number, Level>>
  readonly lists: ReadonlyMap<string, List>
}

/** Where a paragraph stands in a list. */
export interface ListPlace {
  readonly list: string
  readonly level: number
}

/**
 * The lists that numbering.xml defines. `listOfStyle` gives the list of a numbering style, for lists that refer to one.
 * @example readLists(bytes, () => undefined).lists.get('1')?.abstract // 0
 */
export function readLists(
  bytes: Uint8Array | null,
  listOfStyle: (style: string) => string | undefined,
): ListDefinitions {
  const draft: Draft = { abstracts: new Map(), links: new Map(), lists: new Map(), abstract: null, list: null }
  if (bytes !== null) walkXml(bytes, handlerOf(draft))
  for (const [abstract, style] of draft.links) {
    const target = draft.lists.get(listOfStyle(style) ?? '')?.abstract ?? ''
    const levels = draft.abstracts.get(target)
    if (levels !== undefined && draft.abstracts.get(abstract)?.size === 0) draft.abstracts.set(abstract, levels)
  }
  return { abstracts: draft.abstracts, lists: draft.lists }
}

interface DraftList {
  abstract: string
  readonly overrides: Map<number, Level>
  readonly starts: Map<number, number>
}

interface Draft {
  readonly abstracts: Map<string, Map<number, Level>>
  /** Abstract lists that a numbering style defines. */
  readonly links: Map<string, string>
  readonly lists: Map<string, DraftList>
  abstract: string | null
  list: string | null
}

type LevelDraft = { -readonly [Key in keyof Level]: Level[Key] }

function newLevel(): LevelDraft {
  return { start: 0, format: 'decimal', text: '', suffix: ' ', isLegal: false, restart: null, style: null }
}

function handlerOf(draft: Draft): XmlHandler {
  let level: LevelDraft | null = null
  let at = 0
  let fallbacks = 0
  return {
    open: (name, attribute) => {
      if (name === 'mc:Fallback') fallbacks++
      if (fallbacks > 0) return
      if (name === 'w:lvl') level = newLevel()
      if (name === 'w:lvl' || name === 'w:lvlOverride') at = whole(attribute('ilvl'), 0)
      if (level !== null) setLevel(level, name, attribute)
      else setList(draft, { name, attribute, at })
    },
    close: (name) => {
      if (name === 'mc:Fallback') fallbacks--
      if (name === 'w:lvl' && level !== null) {
        const list = draft.lists.get(draft.list ?? '')
        const row = list === undefined ? draft.abstracts.get(draft.abstract ?? '') : list.overrides
        row?.set(at, level)
        level = null
      }
      if (name === 'w:num') draft.list = null
    },
    text: () => undefined,
  }
}

const SUFFIXES: ReadonlyMap<string, string> = new Map([
  ['nothing', ''],
  ['space', ' '],
  ['tab', ' '],
])

function setLevel(level: LevelDraft, name: string, attribute: Attributes): void {
  const value = attribute('val')
  if (name === 'w:start') level.start = whole(value, 0)
  else if (name === 'w:numFmt') level.format = value ?? 'decimal'
  else if (name === 'w:lvlText') level.text = value ?? ''
  else if (name === 'w:suff') level.suffix = SUFFIXES.get(value ?? '') ?? ' '
  else if (name === 'w:isLgl') level.isLegal = isOn(value)
  else if (name === 'w:lvlRestart') level.restart = whole(value, 0)
  else if (name === 'w:pStyle') level.style = value ?? null
}

interface Tag {
  readonly name: string
  readonly attribute: Attributes
  readonly at: number
}

function setList(draft: Draft, { name, attribute, at }: Tag): void {
  const list = draft.lists.get(draft.list ?? '')
  if (name === 'w:abstractNum') {
    draft.abstract = attribute('abstractNumId') ?? ''
    draft.abstracts.set(draft.abstract, new Map())
  } else if (name === 'w:numStyleLink') draft.links.set(draft.abstract ?? '', attribute('val') ?? '')
  else if (name === 'w:num') {
    draft.list = attribute('numId') ?? ''
    draft.lists.set(draft.list, { abstract: '', overrides: new Map(), starts: new Map() })
  } else if (name === 'w:abstractNumId' && list !== undefined) list.abstract = attribute('val') ?? ''
  else if (name === 'w:startOverride') list?.starts.set(at, whole(attribute('val'), 1))
}

function whole(written: string | undefined, otherwise: number): number {
  return written !== undefined && /^-?\d{1,9}$/.test(written) ? Number(written) : otherwise
}

/** An on-off property is on where it only stands there. */
export function isOn(value: string | undefined): boolean {
  return value === undefined || !/^(?:0|false|off|none)$/.test(value)
}
