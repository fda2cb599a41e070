import { readLabel } from '../grammar/labels.ts'
import type { ListDefinitions, ListPlace } from './docx-lists.ts'
import { numberer } from './docx-numbering.ts'
import type { ParagraphSettings, ShowParagraph } from './docx-reader.ts'
import { inherited } from './docx-styles.ts'
import type { Styles } from './docx-styles.ts'

/**
 * Shows the paragraphs of a document one after the other: label, indent and text. The order matters, since they are counted.
 * @example paragraphs(styles, lists)('为了规范管理，制定本办法。', settings) // ['　　第一条 为了规范管理，制定本办法。']
 */
export function paragraphs(styles: Styles, lists: ListDefinitions): ShowParagraph {
  const number = numberer(lists)
  const styleLevels = levelsOfStyles(lists)
  return (text, settings) => {
    const style = settings.style ?? styles.ordinary
    const place = placeOf({ ...settings, style }, { styles, styleLevels })
    const label = place === null ? '' : number(place)
    const [first = '', ...rest] = text.split('\n')
    const isIndented = settings.indented ?? inherited(styles, style, ({ indented }) => indented) ?? WIDE.test(text)
    const lines = [label.startsWith('•') && first.trim() === '' ? '' : label + plain(first), ...rest.map(plain)]
    return lines
      .map((line, at) => (at === 0 && isIndented ? INDENT : '') + line.trim())
      .filter((line) => line.trim() !== '')
  }
}

const INDENT = '\u3000\u3000'
const WIDE = /^(?:\u3000{2}|[ \u00a0]{3}|\t)/

/** Tabs stand between entries of a form; elsewhere they are space, as behind a typed label. */
function plain(line: string): string {
  const text = line.replace(/[\u00a0\u2002-\u200a\u202f]/g, ' ').replace(/[\u00ad\u200b-\u200f\u2060\ufeff]/g, '')
  if (!text.includes('\t')) return text
  return /[。；，]/.test(text) || readLabel(text) !== null ? text.replace(/\t+/g, ' ') : text
}

interface Numbering {
  readonly styles: Styles
  /** Levels by list and style, where a level names the style that takes it. */
  readonly styleLevels: ReadonlyMap<string, number>
}

function levelsOfStyles({ lists, abstracts }: ListDefinitions): ReadonlyMap<string, number> {
  const found = new Map<string, number>()
  for (const [id, { abstract, overrides }] of lists) {
    for (const [at, { style }] of [...(abstracts.get(abstract) ?? []), ...overrides]) {
      if (style !== null) found.set(`${id} ${style}`, at)
    }
  }
  return found
}

/** A paragraph's own list wins over that of its style; the list 0 takes it out of any. */
function placeOf(settings: ParagraphSettings, { styles, styleLevels }: Numbering): ListPlace | null {
  const ofStyle = inherited(styles, settings.style, ({ list, level }, id) =>
    list === null
      ? null
      : { list, level: styleLevels.get(`${list} ${settings.style}`) ?? styleLevels.get(`${list} ${id}`) ?? level },
  )
  const list = settings.list ?? ofStyle?.list ?? null
  if (list === null || list === '0') return null
  const level = settings.level ?? (settings.list === null ? ofStyle?.level : null) ?? 0
  return { list, level: Math.min(8, Math.max(0, Math.trunc(level) || 0)) }
}
