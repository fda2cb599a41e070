import { readFileSync } from 'node:fs'
import type { Page } from 'playwright-core'
import { describe, expect, it } from 'vitest'
import { browsing } from './browsing.ts'

const { open, address, complaints } = browsing()
const DESKTOP = { viewport: { width: 1600, height: 1400 } }
const PHONE = { viewport: { width: 360, height: 780 }, hasTouch: true }
const THREE = 'cn-2021-tic,yn-2022-tic,sx-2023-tic'

/** The words under the highlight of the reader. */
const marked = (page: Page) =>
  page.evaluate(() =>
    [...document.querySelectorAll('article mark, article a.wanted')].map((it) => it.textContent).join(''),
  )
const query = (page: Page) => new URL(page.url()).searchParams
const bare = (text: string) => text.replace(/[\s*]+/g, '')
const rowsOf = (page: Page) => page.locator('.frame tbody tr:not(.group, .note)')
const panel = (page: Page) => page.locator('aside.evidence')
/** The cell of a row and a column, by their places in the grid. */
const cell = (page: Page, row: number, column: number) => page.locator(`[data-row="${row}"][data-column="${column}"]`)
/** Where the focus is: row and column of the grid. */
const focused = (page: Page) =>
  page.evaluate(() => {
    const { row, column } = (document.activeElement as HTMLElement).dataset
    return [row, column]
  })

describe('from a cell to its words', () => {
  it('opens the sentence in its article beside that of the base, without leaving or moving the table', async () => {
    const page = await open({ path: '/compare?topic=eligibility_staff&thresholds=1', ...DESKTOP })
    const wanted = page.locator('td', { hasText: '不少于 100 人' }).first()
    const before = await wanted.boundingBox()
    await wanted.click()
    await panel(page).waitFor()
    expect(await wanted.boundingBox()).toEqual(before)
    expect(query(page).get('at')).toMatch(/~yn-2022-tic$/)
    await expect.poll(() => panel(page).locator('.sides blockquote').last().innerText()).toMatch(/第十条/)
    expect(bare(await panel(page).locator('mark').first().innerText())).toContain('不少于100人')
    expect(await panel(page).innerText()).toMatch(/国家.*未规定|没有规定/s)
    expect(await panel(page).innerText()).toMatch(/云科联发〔2022〕6\s?号/)
    expect(await panel(page).innerText()).toMatch(/≥ 100 人/)
    expect(complaints()).toEqual([])
  })

  it('leads on to the reader, to the very words', async () => {
    const page = await open({ path: '/compare?applicantType=university' })
    await page
      .locator('td', { hasText: /2 家以上企业/ })
      .first()
      .click()
    await panel(page).getByRole('link', { name: '阅读', exact: true }).last().click()
    await page.waitForSelector('#target')
    const [start = 0, end = 0] = (query(page).get('mark') ?? '').split('-').map(Number)
    const text = readFileSync(`data/regulations/${query(page).get('instrument')}/text.txt`, 'utf8')
    expect(bare(await marked(page))).toBe(bare(text.slice(start, end)))
    await page.goBack()
    await panel(page).waitFor()
    expect(query(page).get('applicantType')).toBe('university')
  })

  it('gives the citation of the cell in the forms of GB/T 7714 and BibTeX', async () => {
    const page = await open({ path: '/compare?topic=eligibility_staff&thresholds=1' })
    await page.locator('td', { hasText: '不少于 100 人' }).first().click()
    await panel(page).locator('summary', { hasText: '引用' }).click()
    await panel(page).locator('pre').first().waitFor()
    const forms = (await panel(page).locator('pre').allInnerTexts()).join('\n')
    expect(forms).toMatch(/云科联发〔2022〕6号\[A\/OL\].*第十条/s)
    expect(forms).toMatch(/@misc\{/)
    expect(forms).toContain(`${address()}/compare?at=`)
  })

  it('is there again after a reload, with the cell open', async () => {
    const page = await open({ path: `/compare?instruments=${THREE}` })
    await cell(page, 3, 1).click()
    const heading = await panel(page).locator('h2').innerText()
    await page.reload()
    await panel(page).waitFor()
    expect(await panel(page).locator('h2').innerText()).toBe(heading)
    expect(await cell(page, 3, 1).isVisible()).toBe(true)
  })

  it('shows all documents of a row below each other when the row is opened', async () => {
    const page = await open({ path: '/compare?topic=eligibility_staff&thresholds=1' })
    await page
      .getByRole('rowheader', { name: /固定人员/ })
      .first()
      .click()
    expect(await panel(page).getByRole('row').count()).toBeGreaterThan(2)
    await panel(page)
      .getByRole('link', { name: /云南省 2022/ })
      .click()
    await expect.poll(() => query(page).get('at')).toMatch(/~yn-2022-tic$/)
  })
})

describe('the keyboard in the matrix', () => {
  it.each([
    ['the matrix', ''],
    ['the compact matrix', '&compact=1'],
  ])('moves between cells of %s, opens with Enter, closes with Escape and keeps its place', async (_what, more) => {
    const page = await open({ path: `/compare?instruments=${THREE}${more}` })
    await cell(page, 0, 0).focus()
    for (const key of ['ArrowDown', 'ArrowRight', 'ArrowRight', 'ArrowLeft']) await page.keyboard.press(key)
    expect(await focused(page)).toEqual(['1', '1'])
    await page.keyboard.press('Enter')
    await panel(page).waitFor()
    expect(await focused(page)).toEqual(['1', '1'])
    const first = await panel(page).locator('h2').innerText()
    await page.keyboard.press('ArrowDown')
    await expect.poll(() => panel(page).locator('h2').innerText()).not.toBe(first)
    await page.keyboard.press('Enter')
    expect(await page.evaluate(() => document.activeElement?.id)).toBe('evidence')
    await page.keyboard.press('Escape')
    await panel(page).waitFor({ state: 'detached' })
    await expect.poll(() => focused(page)).toEqual(['2', '1'])
    await page.keyboard.press('Home')
    expect(await focused(page)).toEqual(['2', '-1'])
    await page.keyboard.press('Control+End')
    const last = Number(await page.getByRole('grid').getAttribute('aria-rowcount')) - 2
    const rows = more === '' ? (await rowsOf(page).count()) - 1 : last
    await expect.poll(() => focused(page)).toEqual([String(rows), '2'])
  })
})

describe('compare, filter, open, pin, export and reopen the link', () => {
  it('shows the same facts at every step', async () => {
    const page = await open({ path: '/compare', permissions: ['clipboard-read', 'clipboard-write'] })
    await page.getByRole('group', { name: '申报主体' }).getByRole('link', { name: '企业', exact: true }).click()
    await page.getByRole('link', { name: '只看数值' }).click()
    await page.getByRole('searchbox', { name: '在表内查找' }).fill('固定人员')
    await page.waitForURL(/query=/)
    await expect.poll(() => rowsOf(page).count()).toBeLessThan(6)
    const wanted = page.locator('td', { hasText: '不少于 100 人' }).first()
    await wanted.click()
    await panel(page).getByRole('button', { name: '收入卷宗' }).click()
    await panel(page).getByRole('button', { name: '已收入卷宗' }).waitFor()
    expect(await wanted.getAttribute('class')).toMatch(/pinned/)

    const [download] = await Promise.all([
      page.waitForEvent('download'),
      page
        .locator('summary[title=导出]')
        .click()
        .then(() => page.getByRole('button', { name: 'JSON 数据' }).click()),
    ])
    const sheet = JSON.parse(readFileSync(await download.path(), 'utf8')) as SheetFile
    const shown = await seen(page)
    expect(sheet.rows.map(({ requirement }) => requirement?.text)).toEqual(shown.map(({ label }) => label))
    for (const [at, row] of shown.entries()) {
      for (const [id, { words, relation }] of Object.entries(row.cells)) {
        const written = sheet.rows[at]?.[id]
        expect([row.label, id, written?.relation ?? '']).toEqual([row.label, id, relation])
        for (const quote of words)
          expect((written?.quotes ?? []).map(({ text }) => bare(text)).join('|')).toContain(bare(quote))
      }
    }

    await page.locator('summary[title=固定链接]').click()
    await page.getByRole('button', { name: '复制固定链接' }).click()
    await expect.poll(() => page.evaluate(() => navigator.clipboard.readText())).toContain('data=')
    const link = await page.evaluate(() => navigator.clipboard.readText())
    expect(link).toMatch(/asOf=\d{4}-\d{2}-\d{2}/)
    await page.goto(link)
    await panel(page).waitFor()
    expect(await seen(page)).toEqual(shown)
    expect(await page.locator('.notices').count()).toBe(0)
    expect(await panel(page).getByRole('button', { name: '已收入卷宗' }).count()).toBe(1)
    expect(complaints()).toEqual([])
  })

  it('says which document is not what it was when the link was made, and shows the data of now', async () => {
    const page = await open({ path: `/compare?instruments=${THREE}` })
    await page.locator('summary[title=固定链接]').click()
    const link = new URL(await page.getByRole('textbox', { name: '固定链接' }).inputValue())
    const [whole = '', cn = '', , sx = ''] = (link.searchParams.get('data') ?? '').split('.')
    expect(whole).toMatch(/^[0-9a-f]{16}$/)
    link.searchParams.set('data', ['0123456789abcdef', cn, 'ffffff', sx].join('.'))
    await page.goto(link.href)
    expect(await page.locator('.notices').innerText()).toMatch(/做此链接以后.*有变化：云南省。/s)
    await page.getByRole('link', { name: '以现在的数据为准' }).click()
    await page.locator('.notices').waitFor({ state: 'detached' })
    expect(await rowsOf(page).count()).toBeGreaterThan(10)
  })

  it('pins a whole row, and takes it out again', async () => {
    const page = await open({ path: '/compare?topic=eligibility_staff&thresholds=1' })
    await page
      .getByRole('rowheader', { name: /固定人员/ })
      .first()
      .click()
    await panel(page).getByRole('button', { name: '整行收入卷宗' }).click()
    expect(await page.locator('td.pinned').count()).toBeGreaterThan(1)
    await panel(page).getByRole('button', { name: '整行已收入卷宗' }).click()
    await expect.poll(() => page.locator('td.pinned').count()).toBe(0)
  })
})

describe('the comparison', () => {
  it('says its finding first and pins the national measure left', async () => {
    const page = await open({ path: '/compare' })
    expect(await page.locator('h1').innerText()).toMatch(/^与国家相比，各地.*新增 \d+ 处/)
    const heads = page.locator('.frame thead th .who')
    expect(await heads.first().innerText()).toMatch(/国家\s*基准/)
    expect(await heads.count()).toBe(5)
    expect(await page.locator('.lede').first().innerText()).toMatch(/1 个已失效/)
  })

  it('counts on each topic the rows that it then shows', async () => {
    const page = await open({ path: '/compare' })
    const chip = page.getByRole('group', { name: '主题' }).getByRole('link', { name: /考核评估/ })
    const count = Number((await chip.innerText()).replace(/\D/g, ''))
    await chip.click()
    await page.waitForURL(/topic=/)
    await expect.poll(() => rowsOf(page).count()).toBe(count)
  })

  it('leaves out what binds only enterprises when the applicant is a university', async () => {
    const page = await open({ path: '/compare?applicantType=enterprise' })
    await page
      .getByRole('row', { name: /资产负债率/ })
      .first()
      .waitFor()
    await page.getByRole('group', { name: '申报主体' }).getByRole('link', { name: '高校', exact: true }).click()
    await page
      .getByRole('row', { name: /资产负债率/ })
      .first()
      .waitFor({ state: 'detached' })
  })

  it('says why amounts of money measured in three ways are not comparable', async () => {
    const page = await open({ path: '/compare?topic=eligibility_funding' })
    expect(await page.locator('p.note').first().innerText()).toMatch(
      /不可直接比较.*三种口径.*合计.*平均.*每年.*反之不然/s,
    )
  })

  it('shows only what differs, only rows with numbers, only one relation', async () => {
    const page = await open({ path: '/compare?instruments=cn-2021-tic,sx-2023-tic' })
    const all = await rowsOf(page).count()
    await page.getByRole('link', { name: '只看差异' }).click()
    await expect.poll(() => rowsOf(page).count()).toBeLessThan(all)
    await page.getByRole('link', { name: '只看数值' }).click()
    await page.waitForURL(/differences=1&thresholds=1/)
    await expect
      .poll(
        async () =>
          (await rowsOf(page).count()) ===
          (await rowsOf(page)
            .filter({ has: page.locator('b') })
            .count()),
      )
      .toBe(true)
    await page.locator('summary', { hasText: '按关系' }).click()
    const entry = page.getByRole('link', { name: /^新增/ })
    await entry.click()
    await page.waitForURL(/match=ADDED/)
    const badges = await rowsOf(page).filter({ hasText: '新增' }).count()
    expect(badges).toBe(await rowsOf(page).count())
  })

  it('narrows its columns to those in force, and keeps the base', async () => {
    const page = await open({ path: '/compare' })
    await page.locator('summary', { hasText: '按效力' }).click()
    await page.getByRole('link', { name: /^现行/ }).click()
    await page.waitForURL(/validity=IN_FORCE/)
    await expect.poll(() => page.locator('.frame thead th .who').allInnerTexts()).toHaveLength(2)
  })

  it('takes another column as its base', async () => {
    const page = await open({ path: '/compare' })
    await page.getByRole('button', { name: '列与基准' }).click()
    await page.getByRole('radio', { name: /山西|省技术创新中心建设与运行管理办法/ }).check()
    await page.keyboard.press('Escape')
    await expect.poll(() => page.locator('.frame thead th .who').first().innerText()).toMatch(/山西省\s*基准/)
    expect(query(page).get('base')).toBe('sx-2023-tic')
  })

  it('hands over what it shows as CSV that a spreadsheet reads', async () => {
    const page = await open({ path: '/compare?topic=eligibility_staff' })
    await page.locator('summary[title=导出]').click()
    const [download] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('button', { name: 'CSV 表格' }).click(),
    ])
    const text = readFileSync(await download.path(), 'utf8')
    expect(text).toMatch(/^\ufeff主题,要求,国家,/)
    expect(text).toMatch(/【第十条第（二）项】[^"]*不少于 100 人/)
  })

  it('prints as a report: every row, sources with their numbers, the link', async () => {
    const page = await open({ path: '/compare?topic=eligibility_staff' })
    const rows = await rowsOf(page).count()
    await page.emulateMedia({ media: 'print' })
    const report = page.locator('.report')
    await report.waitFor()
    expect(await report.locator('tbody tr:not(.topic)').count()).toBe(rows)
    expect(await report.locator('ol').innerText()).toMatch(/国科发区〔2021〕17\s?号/)
    expect(await report.locator('.meta').innerText()).toMatch(/打印于.*data=/s)
    expect(await page.locator('.frame').isVisible()).toBe(false)
  })

  it('fits thirty rows on a desktop in the compact setting, and draws only those in sight', async () => {
    const page = await open({ path: '/compare?compact=1', viewport: { width: 1920, height: 1080 } })
    const row = await page.locator('.frame [role=row]:has([role=rowheader][data-row])').first().boundingBox()
    expect(row?.height).toBeLessThanOrEqual(26)
    const grid = page.getByRole('grid')
    const last = Number(await grid.getAttribute('aria-rowcount')) - 2
    expect(await page.locator('.frame [role=rowheader][data-row]').count()).toBeLessThan(last)
    await grid.evaluate((it) => (it.scrollTop = it.scrollHeight))
    await page.locator(`[role=rowheader][data-row="${last}"]`).waitFor()
  })
})

describe('what an address asks for in error', () => {
  it.each([
    ['one column', '/compare?instruments=yn-2022-tic', /只有一列，无从比较/],
    ['the same twice', '/compare?instruments=cn-2021-tic,yn-2022-tic,yn-2022-tic', /不止一次，只列一次/],
    ['an unknown one', '/compare?instruments=cn-2021-tic,yn-2022-tic,nowhere', /库中没有 nowhere，已略去/],
    ['an unknown base', '/compare?instruments=cn-2021-tic,yn-2022-tic&base=nowhere', /库中没有 nowhere，已略去/],
    ['a cell that is not there', `/compare?instruments=${THREE}&at=nothing~yn-2022-tic`, /单元格现在没有了/],
    ['an unknown topic', '/compare?topic=weather', /没有“weather”这个主题/],
    ['a topic that no text has', '/compare?instruments=cn-2021-tic,yn-2022-tic&query=火星', /没有符合筛选的要求/],
    ['an expired one', '/compare?instruments=cn-2021-tic,yn-2022-tic&asOf=2026-11-21', /其中1 个已失效/],
  ])('is said plainly, and the rest is shown: %s', async (_what, path, said) => {
    const page = await open({ path })
    await page.locator('.tools').first().waitFor()
    expect(await page.locator('main').innerText()).toMatch(said)
    expect(await page.getByRole('alert').count()).toBe(0)
    expect(complaints()).toEqual([])
  })

  it('shows a base that is not among the columns, as the first of them', async () => {
    const page = await open({ path: '/compare?instruments=yn-2022-tic,sx-2023-tic&base=cn-2021-tic' })
    expect(await page.locator('.frame thead th .who').first().innerText()).toMatch(/国家\s*基准/)
    expect(await page.locator('.frame thead th .who').count()).toBe(3)
  })

  it('names the argument when none of the documents is known', async () => {
    const page = await open({ path: '/compare?instruments=nowhere' })
    expect(await page.getByRole('alert').innerText()).toMatch(/不成立.*nowhere/s)
  })
})

describe('on a phone', () => {
  it('shows one card per requirement, the base first, and opens the words below', async () => {
    const page = await open({ path: '/compare?topic=eligibility_staff', ...PHONE })
    const card = page.locator('main article', { hasText: '固定人员' }).first()
    expect(await card.locator('.who').first().innerText()).toMatch(/国家\s*基准/)
    const source = card.getByRole('button', { name: /原文.*云南省 2022/ })
    await source.click()
    await expect.poll(() => panel(page).locator('mark').first().innerText()).toMatch(/\d/)
    await panel(page).getByRole('button', { name: '关闭' }).click()
    await panel(page).waitFor({ state: 'detached' })
    expect(await source.evaluate((it) => it === document.activeElement)).toBe(true)
    await page.getByRole('button', { name: /筛选/ }).click()
    await page.getByRole('dialog').getByRole('link', { name: '高校', exact: true }).click()
    await page.waitForURL(/applicantType=university/)
  })
})

interface SheetFile {
  readonly rows: readonly Readonly<Record<string, SheetCell>>[]
}

interface SheetCell {
  readonly text?: string
  readonly relation?: string
  readonly quotes?: readonly { readonly text: string }[]
}

interface SeenRow {
  readonly label: string
  readonly cells: Readonly<Record<string, { readonly words: readonly string[]; readonly relation: string }>>
}

/** What the matrix shows: name of each row, and of each cell its words and its relation. */
function seen(page: Page): Promise<readonly SeenRow[]> {
  return page.evaluate((ids) => {
    const text = (element: Element | null): string => element?.textContent?.trim() ?? ''
    return [...document.querySelectorAll('.frame tbody tr:not(.group, .note)')].map((row) => ({
      label: text(row.querySelector('.label')),
      cells: Object.fromEntries(
        [...row.querySelectorAll('td')].map((td, at) => [
          ids[at] ?? '',
          {
            words: [...td.querySelectorAll('.words')].map(text),
            relation: text(td.querySelector('.badge > span')),
          },
        ]),
      ),
    }))
  }, COLUMNS)
}

/** The shipped texts in the order of the columns. */
const COLUMNS = ['cn-2021-tic', 'sx-2023-tic', 'ha-2021-tic', 'yn-2019-mic', 'yn-2022-tic']
