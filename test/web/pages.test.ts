import { readFileSync } from 'node:fs'
import type { Page } from 'playwright-core'
import { describe, expect, it } from 'vitest'
import { browsing } from './browsing.ts'

const { open, address, complaints } = browsing()
const PHONE = { viewport: { width: 360, height: 780 }, hasTouch: true }

/** The words under the highlight, layout left out on both sides. */
const marked = (page: Page) =>
  page.evaluate(() =>
    [...document.querySelectorAll('article mark, article a.wanted')].map((it) => it.textContent).join(''),
  )

describe('the alignment', () => {
  it('shows each provision beside the one that answers it, each in its own words', async () => {
    const page = await open({ path: '/align?instrument=sx-2023-tic' })
    expect(await page.locator('h1').innerText()).toBe('山西省怎样改写了国家的规定')
    const pair = page.locator('article.pair').filter({ hasText: '专家委员会咨询制' }).first()
    const [left = '', right = ''] = await pair.locator('.law').allInnerTexts()
    expect(left).toMatch(/^创新中心实行专家委员会咨询制/)
    expect(right).toMatch(/^省创中心实行专家委员会咨询制/)
    expect(await pair.locator('ins').first().innerText()).toContain('每年至少召开一次会议')
  })

  it('leads through the changes, leaves the others out, and opens the article', async () => {
    const page = await open({ path: '/align?instrument=sx-2023-tic' })
    await page.getByRole('link', { name: '下一处改动' }).click()
    await page.waitForURL(/at=/)
    expect(await page.locator('.steps').innerText()).toMatch(/改动 1 \/ \d+/)
    await page.getByRole('group', { name: '对应方式' }).getByRole('link', { name: /新增/ }).click()
    await page.waitForURL(/match=NEW/)
    await expect.poll(() => page.locator('article.pair del').count()).toBe(0)
    const label = await page.locator('article.pair .right a.rule-link').first().innerText()
    await page.locator('article.pair .right a.rule-link').first().click()
    await page.waitForURL(/\/read\?instrument=sx-2023-tic&at=/)
    expect(await page.locator('article').first().innerText()).toContain(label)
  })

  it('shows below how much of every document stands in the original, and aligns another by its name', async () => {
    const page = await open({ path: '/align?instrument=sx-2023-tic' })
    const rows = page.locator('.heat li')
    await expect.poll(() => rows.count()).toBe(4)
    const shares = (await rows.locator('.share').allInnerTexts()).map((text) => Number.parseInt(text, 10))
    expect(shares).toEqual(shares.toSorted((one, two) => two - one))
    await rows.getByRole('link', { name: '河南省' }).click()
    await page.waitForURL(/instrument=ha-2021-tic/)
    await expect.poll(() => page.locator('h1').innerText()).toBe('河南省怎样改写了国家的规定')
  })

  it('swaps its sides', async () => {
    const page = await open({ path: '/align?instrument=sx-2023-tic' })
    await page.getByRole('link', { name: /左右互换/ }).click()
    await expect.poll(() => page.locator('h1').innerText()).toBe('国家怎样改写了山西省的规定')
  })
})

describe('the reader', () => {
  it.each(['cn-2021-tic', 'yn-2022-tic', 'sx-2023-tic', 'ha-2021-tic', 'yn-2019-mic'])(
    'holds every character of %s in its place',
    async (id) => {
      const page = await open({ path: `/read?instrument=${id}` })
      const shown = await page.locator('main article').evaluate((article) => {
        const copy = article.cloneNode(true) as HTMLElement
        for (const extra of copy.querySelectorAll('[data-extra]')) extra.remove()
        // Between the blocks stand the line breaks of the page's own markup.
        return [...copy.children].map((block) => block.textContent).join('')
      })
      expect(shown).toBe(readFileSync(`data/regulations/${id}/text.txt`, 'utf8'))
      expect(complaints()).toEqual([])
    },
  )

  it('shows status before the text, and says no more than the text', async () => {
    const page = await open({ path: '/read?instrument=ha-2021-tic&asOf=2026-11-21' })
    expect(await page.locator('main header').first().innerText()).toMatch(/效力未载明.*未载明施行日期/s)
  })

  it('opens the document that a reference names below the line', async () => {
    const page = await open({ path: '/read?instrument=yn-2022-tic' })
    await page.locator('article a.reference').first().click()
    expect(await page.locator('aside.peek').innerText()).toMatch(/国家技术创新中心建设运行管理办法.*已找到/s)
    await page.keyboard.press('Escape')
    await page.locator('aside.peek').waitFor({ state: 'detached' })
  })

  it('goes to an article from the contents', async () => {
    const page = await open({ path: '/read?instrument=yn-2022-tic' })
    await page
      .getByRole('navigation', { name: '目录' })
      .getByRole('link', { name: /第二十四条/ })
      .click()
    await page.waitForURL(/at=/)
    await expect.poll(() => page.locator('.here').innerText()).toMatch(/^第二十四条/)
  })

  it('says what to do when there is no such document', async () => {
    const page = await open({ path: '/read?instrument=nowhere' })
    expect(await page.locator('h1').innerText()).toBe('没有这个文件')
    expect(await page.locator('main').getByRole('link').count()).toBe(5)
  })
})

describe('the search', () => {
  it('finds words and leads to them', async () => {
    const page = await open({ path: '/' })
    await page.locator('h1').waitFor()
    await page.keyboard.press('/')
    await page.getByRole('searchbox').fill('固定人员')
    await page.keyboard.press('Enter')
    await expect.poll(() => page.locator('h1').innerText()).toMatch(/“固定人员”见于 \d+ 个条款/)
    await page.locator('main section a').first().click()
    await page.waitForSelector('#target')
    expect(await marked(page)).toBe('固定人员')
  })

  it('narrows to a jurisdiction', async () => {
    const page = await open({ path: '/search?query=建设' })
    await page.getByRole('group', { name: '按法域' }).getByRole('link', { name: /山西/ }).click()
    await page.waitForURL(/place=CN-SX/)
    await expect.poll(() => page.locator('main section').count()).toBe(1)
  })

  it('says what to try when nothing is found', async () => {
    const page = await open({ path: '/search?query=火星基地' })
    await expect.poll(() => page.locator('h1').innerText()).toBe('没有条款写有“火星基地”')
    expect(await page.locator('main .chip').count()).toBeGreaterThan(2)
  })
})

describe('the date', () => {
  it('decides validity on every page and stays in the address', async () => {
    const page = await open({ path: '/?asOf=2025-04-05' })
    const card = page.locator('article', { hasText: '云科联发〔2022〕6号' })
    expect(await card.innerText()).toMatch(/^\s*✓\s*现行/)
    await page.locator('header summary', { hasText: '截至' }).click()
    await page.getByRole('textbox', { name: '选择日期' }).fill('2025-04-06')
    await page.keyboard.press('Enter')
    await expect.poll(() => card.innerText()).toMatch(/^\s*✗\s*已失效/)
    await page.getByRole('navigation', { name: '页面' }).getByRole('link', { name: '对比' }).click()
    await page.waitForURL(/compare\?asOf=2025-04-06/)
  })
})

describe('language and theme', () => {
  it('switches the labels and never the law', async () => {
    const page = await open({ path: '/compare?topic=eligibility_staff' })
    await page.getByRole('link', { name: '切换到英文界面' }).click()
    await expect.poll(() => page.locator('h1').innerText()).toMatch(/^Against .* added/)
    expect(await page.locator('html').getAttribute('lang')).toBe('en')
    expect(await page.locator('.words').first().innerText()).toMatch(/[\u4e00-\u9fff]/)
  })

  it('keeps a chosen theme over a reload', async () => {
    const page = await open({ path: '/', colorScheme: 'light' })
    const ground = () => page.evaluate(() => getComputedStyle(document.documentElement).backgroundColor)
    const light = await ground()
    const button = page.getByRole('button', { name: /配色/ })
    await button.click()
    await button.click()
    expect(await button.getAttribute('aria-label')).toMatch(/深色/)
    const dark = await ground()
    expect(dark).not.toBe(light)
    await page.reload()
    await page.waitForSelector('h1')
    expect(await ground()).toBe(dark)
  })
})

describe('the keyboard', () => {
  it('reaches the content by the skip link and jumps anywhere with Ctrl-K', async () => {
    const page = await open({ path: '/compare' })
    await page.keyboard.press('Tab')
    expect(await page.evaluate(() => document.activeElement?.textContent)).toBe('跳到正文')
    await page.keyboard.press('Enter')
    expect(await page.evaluate(() => document.activeElement?.id)).toBe('main')

    await page.keyboard.press('Control+k')
    await page.getByRole('combobox').fill('山西 第二十六条')
    await page
      .getByRole('option', { name: /第二十六条/ })
      .first()
      .waitFor()
    await page.keyboard.press('Enter')
    await page.waitForURL(/read\?instrument=sx-2023-tic&at=/)
    await expect.poll(() => page.locator('.here').innerText()).toMatch(/^第二十六条/)
  })

  it('closes menus and sheets with Escape and gives the focus back', async () => {
    const page = await open({ path: '/compare', ...PHONE })
    const button = page.getByRole('button', { name: '筛选' })
    await button.click()
    await page.getByRole('dialog', { name: '筛选' }).waitFor()
    await page.keyboard.press('Escape')
    await page.getByRole('dialog', { name: '筛选' }).waitFor({ state: 'hidden' })
    expect(await button.evaluate((it) => it === document.activeElement)).toBe(true)
  })
})

describe('trouble', () => {
  it('is told with what to try when the server is away, and is over when it is back', async () => {
    const page = await open({ path: '/search' })
    await page.route('**/graphql', (route) => route.abort())
    await page.getByRole('navigation', { name: '页面' }).getByRole('link', { name: '对比' }).click()
    expect(await page.getByRole('alert').innerText()).toMatch(/连不上服务.*npm start.*重试/s)
    await page.unroute('**/graphql')
    await page.getByRole('button', { name: '重试' }).click()
    await page.getByRole('grid').waitFor()
  })

  it('is told for an address that names no page', async () => {
    const page = await open({ path: '/elsewhere' })
    expect(await page.locator('h1').innerText()).toBe('没有这个页面')
  })
})

describe('every page', () => {
  it('asks only its own server and breaks no rule of its content policy', async () => {
    const page = await open({ path: '/' })
    for (const name of ['对比', '阅读', '检索', '总览']) {
      await page.getByRole('navigation', { name: '页面' }).getByRole('link', { name, exact: true }).click()
      await page.locator('main h1').waitFor()
      await page.waitForLoadState('networkidle')
    }
    const policy = (await fetch(address())).headers.get('content-security-policy')
    expect(policy).toMatch(/style-src 'self'(;|$)/)
    expect(complaints()).toEqual([])
  })
})
