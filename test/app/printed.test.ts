import { readdirSync, readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { readBlocks } from '../../server/document/blocks.ts'
import { withoutFurniture } from '../../server/model/text.ts'
import { cleanText } from '../../server/text/clean.ts'
import { readRaw } from '../../server/text/read.ts'
import { printing, SETTING_NAMES, type Paragraph } from '../text/printing.ts'
import { expectSameFacts } from './same-facts.ts'

const FOLDER = new URL('../../data/regulations/', import.meta.url)

describe.each(readdirSync(FOLDER))('%s', (id) => {
  const { print } = printing()

  it.each(SETTING_NAMES)('says the same printed as %s', async (setting) => {
    const plain = await readRaw(readFileSync(new URL(`${id}/text.txt`, FOLDER)), 'text.txt')
    const paragraphs = paragraphsOf(plain.text)
    const printed = await readRaw(await print(paragraphs, setting), 'text.pdf')
    const text = withoutFurniture(printed.text, printed.furniture)
    expect(text).toMatch(/[\u2e80-\u2fd5]/)
    expect(linesOf(text)).toEqual(linesOf(paragraphs.map((paragraph) => paragraph.text).join('\n')))
    expectSameFacts(printed, plain)
  })
})

/** Titles and headings of chapters apart from the text, as an author sets them. */
function paragraphsOf(text: string): readonly Paragraph[] {
  const blocks = readBlocks({ text }, cleanText)
  const title = blocks.findIndex(
    ({ clean, label }) => label === null && /(?:办法|方案|通知)(?:（.{2}）)?$/.test(clean.text),
  )
  return blocks.map(({ label, clean, inferred }, at) => {
    const isDivision = label?.form === 'chapter'
    const space = label?.form === 'article' || isDivision ? '　' : ''
    const own = label === null || inferred === true ? '' : label.text.replaceAll('*', '') + space
    return { text: own + clean.text, as: at === title ? 'h1' : isDivision ? 'h2' : 'p' }
  })
}

/** Lines up to the first form with boxes to tick, without what layout puts between letters. */
function linesOf(text: string): readonly string[] {
  const lines = text.split('\n').map((line) => cleanText(line, 0, line.length).text.replaceAll(' ', ''))
  const form = lines.findIndex((line) => line.includes('□'))
  return lines.slice(0, form < 0 ? lines.length : form).filter((line) => line !== '')
}
