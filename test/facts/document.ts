import type { Passage, Provision, RegulationDocument } from '../../server/model/document.ts'

export interface Part {
  readonly id: string
  readonly heading?: string
  readonly text?: string
  readonly parts?: readonly Part[]
}

/** A small document for tests: each part is a provision with one passage, its raw text the passages one after the other. */
export function documentOf(parts: readonly Part[]): RegulationDocument {
  const provisions: Provision[] = []
  const passages: Passage[] = []
  let raw = ''
  const add = (part: Part, parent: string | null): void => {
    provisions.push({
      id: part.id,
      kind: 'item',
      label: null,
      number: null,
      heading: part.heading ?? null,
      parent,
      start: raw.length,
      end: raw.length + (part.text ?? '').length,
    })
    const start = raw.length
    raw += part.text ?? ''
    if (part.text !== undefined) passages.push({ provision: part.id, part: 'body', clean: cleanOf(part.text, start) })
    for (const child of part.parts ?? []) add(child, part.id)
  }
  for (const part of parts) add(part, null)
  return {
    raw: { name: 'test.txt', text: raw, format: 'txt', encoding: 'utf-8', sha256: '' },
    meta: NO_META,
    provisions,
    passages,
    problems: [],
  }
}

function cleanOf(text: string, start: number): Passage['clean'] {
  return { text, offsets: Array.from({ length: text.length + 1 }, (_, index) => start + index) }
}

const NO_META: RegulationDocument['meta'] = {
  title: null,
  docNumber: null,
  issuers: [],
  issuedOn: null,
  amendedOn: null,
  effectiveFrom: null,
  effectiveUntil: null,
  effectiveUntilBasis: null,
  stage: null,
  jurisdiction: null,
  repeals: [],
}
