import type { Meta, Passage, Provision, ProvisionKind, RegulationDocument } from '../model/document.ts'
import type { CleanText, RawText } from '../model/text.ts'
import type { JurisdictionTerm } from '../model/vocabulary.ts'

const NUMERAL = '[〇零一二三四五六七八九十百千0-9]+'
const LABELS: readonly (readonly [ProvisionKind, RegExp])[] = [
  ['chapter', new RegExp(`^第${NUMERAL}章`)],
  ['section', new RegExp(`^第${NUMERAL}节`)],
  ['article', new RegExp(`^第${NUMERAL}条`)],
  ['annex', /^附件?\d*(?=$|[:：])/],
  ['outline1', /^[一二三四五六七八九十]+、/],
  ['outline2', /^[（(][一二三四五六七八九十]+[）)]/],
  ['outline3', /^\d+[.．、](?!\d)/],
]
const DEPTH: Readonly<Record<string, number>> = {
  annex: 0,
  chapter: 1,
  section: 2,
  article: 3,
  outline1: 4,
  outline2: 5,
  item: 5,
  outline3: 6,
  subitem: 6,
}
const SHORT: Readonly<Record<string, string>> = {
  chapter: 'chp',
  section: 'sec',
  article: 'art',
  item: 'item',
  subitem: 'sub',
  annex: 'annex',
  outline1: 'o1',
  outline2: 'o2',
  outline3: 'o3',
}

/** A rough tree: lines with a label open a provision, other lines continue the last one. */
export function parseDocument(
  raw: RawText,
  jurisdictions: readonly JurisdictionTerm[],
  clean: (raw: string, start: number, end: number) => CleanText,
): RegulationDocument {
  const provisions: (Provision & { end: number })[] = []
  const passages: Passage[] = []
  const open: { provision: Provision & { end: number }; depth: number }[] = []
  let annex = false
  for (const { start, end } of lines(raw.text)) {
    const markup = /^[#*\s\-]+/.exec(raw.text.slice(start, end))?.[0].length ?? 0
    const line = raw.text.slice(start + markup, end)
    const found = LABELS.find(([, pattern]) => pattern.test(line))
    let body = start + markup
    if (found) {
      const [base, pattern] = found
      const label = pattern.exec(line)![0]
      const inArticle = open.some((o) => o.provision.kind === 'article')
      const kind: ProvisionKind =
        inArticle && base === 'outline2'
          ? 'item'
          : inArticle && base === 'outline3'
            ? open.some((o) => o.provision.kind === 'item' && /[（(]/.test(o.provision.label ?? ''))
              ? 'subitem'
              : 'item'
            : base
      if (kind === 'annex') annex = true
      const depth = DEPTH[kind] ?? 7
      while (open.length > 0 && open.at(-1)!.depth >= depth) open.pop()
      const parent = open.at(-1)?.provision ?? null
      const number = numberOf(label)
      const own = `${SHORT[kind] ?? kind}_${number}`
      let id = parent ? `${parent.id}__${own}` : own
      while (provisions.some((p) => p.id === id)) id += 'x'
      const heading = kind === 'chapter' || kind === 'section' ? line.slice(label.length).replace(/[*\s]/g, '') : null
      const provision = {
        id,
        kind,
        label: label.replace(/、$/, ''),
        number,
        heading,
        parent: parent?.id ?? null,
        start,
        end,
      }
      provisions.push(provision)
      open.push({ provision, depth })
      body += label.length
      if (heading !== null) body = end
    }
    for (const { provision } of open) provision.end = end
    const last = passages.at(-1)
    const here = open.at(-1)?.provision.id ?? null
    if (body >= end) continue
    const softBreak = !found && last && last.provision === here && !/[。；：！？]$/.test(last.clean.text)
    const from = softBreak ? last.clean.offsets[0]! : body
    if (softBreak) passages.pop()
    const text = clean(raw.text, from, end)
    if (text.text !== '')
      passages.push({
        provision: here,
        part: annex ? 'annex' : provisions.length === 0 ? 'carrier' : 'body',
        clean: text,
      })
  }
  return { raw, meta: readMeta(raw.text, jurisdictions), provisions, passages, problems: [] }
}

function* lines(text: string): Generator<{ start: number; end: number }> {
  for (const match of text.matchAll(/[^\n]+/g))
    if (match[0].trim() !== '')
      yield {
        start: match.index + (match[0].length - match[0].trimStart().length),
        end: match.index + match[0].trimEnd().length,
      }
}

function numberOf(label: string): number | null {
  const digits = /\d+/.exec(label)?.[0]
  if (digits) return Number(digits)
  const han = /[一二三四五六七八九十百]+/.exec(label)?.[0]
  if (!han) return null
  let total = 0
  let unit = 0
  for (const c of han) {
    const d = '一二三四五六七八九'.indexOf(c) + 1
    if (d > 0) unit = d
    else {
      total += (unit || 1) * (c === '十' ? 10 : 100)
      unit = 0
    }
  }
  return total + unit
}

function readMeta(text: string, jurisdictions: readonly JurisdictionTerm[]): Meta {
  const title = /《([^》]+)》/.exec(text)?.[1]?.replace(/\s/g, '') ?? null
  const place = jurisdictions.find((j) => title?.includes(j.zh))
  return {
    title,
    docNumber: null,
    issuers: [],
    issuedOn: null,
    effectiveFrom: null,
    effectiveUntil: null,
    effectiveUntilBasis: null,
    stage: null,
    jurisdiction: place?.key ?? null,
    repeals: [],
  }
}
