import { readFileSync } from 'node:fs'
import type { Page } from 'playwright-core'
import { describe, expect, it } from 'vitest'
import { printShelf } from '../../web/dossier/file.ts'
import { browsing } from './browsing.ts'
import { pinOf } from './dossier-pins.ts'

const { open } = browsing()
const AXE = readFileSync('node_modules/axe-core/axe.min.js', 'utf8')

const PATHS = [
  ['the overview', '/'],
  ['the overview as tables', '/?views=periods.-until,map'],
  ['the overview by a requirement', '/?topic=eligibility_staff/fixed_staff'],
  ['the comparison', '/compare?topic=eligibility'],
  ['the compact comparison', '/compare?compact=1&differences=1'],
  ['the words of a cell', '/compare?topic=eligibility_staff&at=eligibility_staff/fixed_staff~yn-2022-tic'],
  ['a row as a whole', '/compare?topic=eligibility_staff&at=eligibility_staff/fixed_staff~'],
  ['a link to what is not there', '/compare?instruments=cn-2021-tic,nowhere&topic=weather'],
  ['the alignment', '/align?instrument=sx-2023-tic'],
  ['the fit page', '/fit'],
  [
    'a profile and what moves its verdicts',
    '/fit?at=fixed_staff#profile=1&applicant_type=enterprise&jurisdiction=CN-YN&fixed_staff=99&debt_asset_ratio=7',
  ],
  ['the empty dossier', '/dossier'],
  ['the reader', '/read?instrument=yn-2022-tic&at=chp_2__art_10&mark=2085-2103'],
  ['the procedures', '/procedure'],
  ['the procedures as a table', '/procedure?views=stages&track=领域类'],
  ['the search', '/search?query=固定人员'],
  ['an empty search', '/search?query=火星'],
  ['trouble', '/compare?instruments=nowhere'],
] as const
const SIZES = [
  ['a desktop', { width: 1440, height: 900 }],
  ['a phone', { width: 360, height: 780 }],
] as const

describe('accessibility', () => {
  it.each(PATHS)('of %s: no violation in any size or theme, and nothing scrolls sideways', async (_what, path) => {
    const page = await open({ path, colorScheme: 'light' })
    for (const [where, size] of SIZES) {
      await page.setViewportSize(size)
      await page.emulateMedia({ colorScheme: 'light' })
      expect([where, 'light', await violations(page)]).toEqual([where, 'light', []])
      await page.emulateMedia({ colorScheme: 'dark' })
      expect([where, 'dark', await violations(page, COLOURS)]).toEqual([where, 'dark', []])
    }
    // From a phone to a projector.
    for (const width of [360, 768, 1024, 2560]) {
      await page.setViewportSize({ width, height: 800 })
      const excess = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth)
      expect([width, Math.max(0, excess)]).toEqual([width, 0])
    }
  })

  it.each([
    ['the date menu', '/', async (page: Page) => page.locator('header summary').first().click()],
    ['the jump dialog', '/', async (page: Page) => page.keyboard.press('Control+k')],
    ['the choice of columns', '/compare', async (page: Page) => page.getByRole('button', { name: '列与基准' }).click()],
    ['an opened step', '/procedure', async (page: Page) => page.locator('.card').first().click()],
    ['an opened reference', '/read', async (page: Page) => page.locator('article a.reference').first().click()],
    [
      'a dossier with pins',
      '/dossier',
      async (page: Page) => {
        const buffer = Buffer.from(printShelf([pinOf('a'), pinOf('b', { relation: 'ADAPTED', note: '核对过' })]))
        await page.locator('input[type=file]').setInputFiles({ name: 'd.json', mimeType: 'application/json', buffer })
        await page.locator('article .cite summary').first().click()
      },
    ],
    ['the English interface', '/compare?lang=en', async (page: Page) => page.locator('h1').waitFor()],
  ] as const)('of %s: no violation', async (_what, path, act) => {
    const page = await open({ path })
    await act(page)
    expect(await violations(page)).toEqual([])
  })
})

interface Violation {
  readonly id: string
  readonly nodes: readonly { readonly html: string; readonly failureSummary?: string }[]
}

/** All that another theme can break. */
const COLOURS = ['color-contrast', 'link-in-text-block']

/** What axe-core finds, with the markup of each place; by all its rules, or those named. */
async function violations(page: Page, rules: readonly string[] | null = null): Promise<readonly string[]> {
  await page.waitForLoadState('networkidle')
  // Through the debugger: the content policy of the page lets no foreign script in.
  if (!(await page.evaluate(() => 'axe' in globalThis))) await page.evaluate(AXE)
  const found = await page.evaluate(async (only) => {
    const { axe } = globalThis as unknown as { axe: { run: (options: object) => Promise<{ violations: Violation[] }> } }
    return (await axe.run(only === null ? {} : { runOnly: only })).violations
  }, rules)
  return found.flatMap(({ id, nodes }) => nodes.map(({ html, failureSummary }) => `${id}: ${html}\n${failureSummary}`))
}
