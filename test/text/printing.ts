import { chromium, type Browser } from 'playwright-core'
import { afterAll, beforeAll } from 'vitest'

const ARGUMENTS = ['--no-sandbox', '--disable-gpu', '--disable-background-networking', '--disable-sync']
const BROWSER = process.env['CHROMIUM'] ?? '/usr/bin/chromium'

/** How a document is set: as an official paper, as a page of the web, or close together. */
export type Setting = keyof typeof SETTINGS

const HEAD =
  '<div style="font-size: 9pt; width: 100%; text-align: center; font-family: Noto Sans CJK SC">政策汇编</div>'
const DASHED = foot('center', '— <span class="pageNumber"></span> —')
const COUNTED = foot('right', '第 <span class="pageNumber"></span> 页 共 <span class="totalPages"></span> 页')

const SETTINGS = {
  'an official paper, indented and justified': {
    style: `body { font: 16pt/28pt "Noto Serif CJK SC" } p { margin: 0; text-indent: 2em; text-align: justify }
      h1 { font: 22pt/34pt "Noto Sans CJK SC"; text-align: center } h2 { font: 16pt/28pt "Noto Sans CJK SC"; margin: 0; text-align: center }`,
    margin: { top: '3cm', bottom: '3cm', left: '2.8cm', right: '2.6cm' },
    headerTemplate: HEAD,
    footerTemplate: DASHED,
  },
  'a page of the web, parted by space and ragged': {
    style: `body { font: 11pt/1.5 "Noto Sans CJK SC" } p { margin: 0 0 0.8em }
      h1 { font-size: 18pt; text-align: center } h2 { font-size: 11pt; text-align: center }`,
    margin: { top: '2cm', bottom: '2cm', left: '2cm', right: '2cm' },
    headerTemplate: '<div></div>',
    footerTemplate: COUNTED,
  },
  'a small book with a narrow title': {
    style: `body { font: 12pt/1.6 "Noto Serif CJK SC" } p { margin: 0; text-indent: 2em }
      h1 { font-size: 15pt; width: 60%; margin: 1em auto; text-align: center } h2 { font-size: 12pt; text-align: center }`,
    margin: { top: '2.5cm', bottom: '2.5cm', left: '4cm', right: '4cm' },
    headerTemplate: HEAD,
    footerTemplate: DASHED,
  },
} as const

function foot(align: string, content: string): string {
  return `<div style="font-size: 10pt; width: 100%; padding: 0 2cm; text-align: ${align}; font-family: Noto Sans CJK SC">${content}</div>`
}

export const SETTING_NAMES = Object.keys(SETTINGS) as readonly Setting[]

/** A paragraph and what it is set as: a title, the heading of a division, text. */
export interface Paragraph {
  readonly text: string
  readonly as: 'h1' | 'h2' | 'p'
}

/** Prints documents with Debian's Chromium, as people do from a web page. */
export function printing(): { print(paragraphs: readonly Paragraph[], setting: Setting): Promise<Uint8Array> } {
  let browser: Browser | undefined
  beforeAll(async () => {
    browser = await chromium.launch({ executablePath: BROWSER, args: ARGUMENTS })
  })
  afterAll(() => browser?.close())
  return {
    async print(paragraphs, setting) {
      if (browser === undefined) throw new Error('the browser is not running')
      const { style, ...paper } = SETTINGS[setting]
      const page = await browser.newPage()
      const body = paragraphs.map(({ text, as }) => `<${as}>${escaped(text)}</${as}>`).join('\n')
      await page.setContent(`<!doctype html><html lang="zh-CN"><meta charset="utf-8"><style>${style}</style>${body}`)
      const bytes = await page.pdf({ format: 'A4', displayHeaderFooter: true, ...paper })
      await page.close()
      return bytes
    },
  }
}

function escaped(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;')
}
