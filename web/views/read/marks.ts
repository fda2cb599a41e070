import type { Edge, Provision, Reading } from '../../graphql/documents.ts'
import type { Block, Mark } from './blocks.ts'

export const KINDS = ['threshold', 'norm', 'reference'] as const
export type Kind = (typeof KINDS)[number]

/** Marks of the reader: facts, the words asked for, and label and heading of a provision. */
export type ReaderMark = Mark<Kind | 'target' | 'label' | 'heading'>

/** Facts as marks, ids such as `threshold 3` (position in the answer). Of a norm its modal word is marked, where it has one. */
export function factMarks(reading: Reading, edges: readonly Edge[]): readonly ReaderMark[] {
  return [
    ...reading.thresholds.map(({ evidence }, index) => mark('threshold', index, evidence)),
    ...reading.norms.flatMap(({ evidence, modal }, index) => {
      const at = modal === null ? -1 : evidence.quote.indexOf(modal)
      if (modal === null || at === -1) return []
      return [mark('norm', index, { start: evidence.start + at, end: evidence.start + at + modal.length })]
    }),
    ...edges.map(({ from }, index) => mark('reference', index, from)),
  ].filter(({ start, end }) => start < end && end <= reading.text.length)
}

function mark(kind: Kind, index: number, { start, end }: { readonly start: number; readonly end: number }): ReaderMark {
  return { kind, id: `${kind} ${index}`, start, end }
}

/** The position that a mark's id carries. */
export function indexOf(id: string): number {
  return Number(id.slice(id.indexOf(' ') + 1))
}

/** Label and heading where a provision begins. */
export function titleMarks(text: string, { start, end, provision, first }: Block<Provision>): readonly ReaderMark[] {
  if (provision === null || !first) return []
  const label = place(text, provision.label, { start, end })
  const heading = place(text, provision.heading, { start: label?.end ?? start, end })
  return [
    ...(label ? [{ kind: 'label' as const, id: 'label', ...label }] : []),
    ...(heading ? [{ kind: 'heading' as const, id: 'heading', ...heading }] : []),
  ]
}

const NEAR = 12

function place(text: string, words: string | null, { start, end }: { readonly start: number; readonly end: number }) {
  if (words === null || words === '') return null
  const at = text.indexOf(words, start)
  return at === -1 || at > start + NEAR || at + words.length > end ? null : { start: at, end: at + words.length }
}

const TITLES = new Set(['part', 'chapter', 'section', 'outline1', 'annex'])

/** True for provisions that head others: chapters, sections, first levels of an outline. */
export function isTitle({ kind }: Pick<Provision, 'kind'>): boolean {
  return TITLES.has(kind)
}

export interface Entry {
  readonly provision: Provision
  readonly words: string
}

const IN_CONTENTS = new Set([...TITLES, 'article', 'outline2'])
const FIRST_WORDS = 16

/** The table of contents: titles and articles, each with its heading or its first words. */
export function contentsOf({ text, provisions }: Reading): readonly Entry[] {
  return provisions
    .filter(({ kind }) => IN_CONTENTS.has(kind))
    .map((provision) => ({ provision, words: provision.heading ?? firstWords(text, provision) }))
}

function firstWords(text: string, { start, end, label }: Provision): string {
  const words = text
    .slice(start, Math.min(end, start + 80))
    .replace(/[*#\s]+/g, '')
    .replace(label?.replace(/\s+/g, '') ?? '', '')
  return words.length > FIRST_WORDS ? `${words.slice(0, FIRST_WORDS)}…` : words
}
