import { isOn } from './docx-lists.ts'
import { walkXml } from './xml.ts'

/** What a paragraph style says of numbers and indent; null where it leaves that to the style it is based on. */
export interface Style {
  readonly basedOn: string | null
  readonly list: string | null
  readonly level: number | null
  readonly indented: boolean | null
  readonly hidden: boolean
}

export interface Styles {
  readonly byId: ReadonlyMap<string, Style>
  /** The style of paragraphs that name none. */
  readonly ordinary: string | null
}

type StyleDraft = { -readonly [Key in keyof Style]: Style[Key] }

/** @example readStyles(bytes).byId.get('a3')?.list // 2 */
export function readStyles(bytes: Uint8Array | null): Styles {
  const byId = new Map<string, StyleDraft>()
  let ordinary: string | null = null
  let style: StyleDraft | null = null
  const handler = {
    open: (name: string, attribute: (name: string) => string | undefined) => {
      if (name === 'w:style') {
        style = { basedOn: null, list: null, level: null, indented: null, hidden: false }
        const id = attribute('styleId') ?? ''
        byId.set(id, style)
        const isDefault = attribute('default')
        if (attribute('type') === 'paragraph' && isDefault !== undefined && isOn(isDefault)) ordinary = id
      }
      if (style === null) return
      if (name === 'w:basedOn') style.basedOn = attribute('val') ?? null
      else if (name === 'w:numId') style.list = attribute('val') ?? null
      else if (name === 'w:ilvl') style.level = Number(attribute('val') ?? 0)
      else if (name === 'w:ind') style.indented = isIndented(attribute) ?? style.indented
      else if (name === 'w:vanish') style.hidden = isOn(attribute('val'))
    },
    close: (name: string) => {
      if (name === 'w:style') style = null
    },
    text: () => undefined,
  }
  if (bytes !== null) walkXml(bytes, handler)
  return { byId, ordinary }
}

/** The first line goes in; null where the element does not say. */
export function isIndented(attribute: (name: string) => string | undefined): boolean | null {
  const first = attribute('firstLineChars') ?? attribute('firstLine')
  if (first !== undefined) return Number(first) > 0
  return attribute('hanging') === undefined && attribute('hangingChars') === undefined ? null : false
}

const DEEPEST = 40

/** What a style or the nearest it is based on says. */
export function inherited<Value>(
  { byId }: Styles,
  id: string | null,
  read: (style: Style, id: string) => Value | null,
): Value | null {
  let at = id
  for (let depth = 0; at !== null && depth < DEEPEST; depth++) {
    const style: Style | undefined = byId.get(at)
    if (style === undefined) return null
    const value = read(style, at)
    if (value !== null) return value
    at = style.basedOn
  }
  return null
}
