import { readFileSync } from 'node:fs'
import type { Page } from 'playwright-core'
import { describe, expect, it } from 'vitest'
import { readDocx } from '../../server/text/docx.ts'
import { openDocx } from '../../server/text/docx-package.ts'
import { browsing } from './browsing.ts'

const { open, address, complaints } = browsing()
const PAIRS = 'article.pair'

const query = (page: Page) => new URL(page.url()).searchParams
/** Also of pairs that are not in view, which the browser has not laid out. */
const laws = (page: Page, side: 'left' | 'right') => page.locator(`${PAIRS} .${side} .law`).allTextContents()
const plain = (text: string) => text.replace(/[\s……]+/g, '')

async function exported(page: Page, name: string): Promise<Buffer> {
  await page.locator('summary[title=导出]').click()
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('button', { name, exact: true }).click(),
  ])
  return readFileSync(await download.path())
}

describe('from a change to a citation', () => {
  it('opens, steps to a change, narrows, pins, exports what is on the screen, and opens again from its link', async () => {
    const page = await open({ path: '/align?instrument=sx-2023-tic' })
    await page.getByRole('link', { name: '下一处改动' }).click()
    await page.waitForURL(/at=/)
    expect(await page.locator(`${PAIRS}.current`).isVisible()).toBe(true)
    expect(await page.locator('.steps').innerText()).toMatch(/改动 1 \/ \d+/)

    const filters = page.getByRole('group', { name: '对应方式' })
    await filters.getByRole('link', { name: /只看实质改动/ }).click()
    await page.waitForURL(/match=substance/)
    const count = Number((await filters.locator('[aria-current=true] .n').innerText()).trim())
    await expect.poll(() => page.locator(PAIRS).count()).toBe(count)

    const pair = page.locator(PAIRS).filter({ hasText: '专家委员会咨询制' }).first()
    await pair.getByRole('button', { name: /收入卷宗/ }).click()
    expect(await pair.getByRole('button', { name: /收入卷宗/ }).getAttribute('aria-pressed')).toBe('true')

    const json = JSON.parse((await exported(page, 'JSON 数据')).toString('utf8')) as {
      readonly rows: readonly unknown[]
    }
    expect(json.rows).toHaveLength(count)
    const written = plain(JSON.stringify(json))
    const [left, right] = await Promise.all([laws(page, 'left'), laws(page, 'right')])
    const csv = plain((await exported(page, 'CSV 表格')).toString('utf8').replaceAll('""', '"')).replace(
      /\{＋|＋\}|［－|－］|｛＋|＋｝/g,
      '',
    )
    for (const words of [...left, ...right]) expect(csv).toContain(plain(words))
    expect(written).toContain('fingerprint')

    await page.locator('summary[title=固定链接]').click()
    const link = await page.getByRole('textbox', { name: '固定链接' }).inputValue()
    expect(new URL(link).searchParams.get('data')).toMatch(/^[0-9a-f]{16}\.[0-9a-f]{6}\.[0-9a-f]{6}$/)
    await page.goto(link)
    await page.waitForSelector(PAIRS)
    await expect.poll(() => page.locator(PAIRS).count()).toBe(count)
    expect(await laws(page, 'right')).toEqual(right)
    expect(await page.getByRole('alert').count()).toBe(0)
    const again = page.locator(PAIRS).filter({ hasText: '专家委员会咨询制' }).first()
    expect(await again.getByRole('button', { name: /收入卷宗/ }).getAttribute('aria-pressed')).toBe('true')
    expect(complaints()).toEqual([])
  })

  it('says when the data of a link have changed since', async () => {
    const page = await open({
      path: '/align?base=cn-2021-tic&instrument=sx-2023-tic&data=0123456789abcdef.000000.111111',
    })
    expect(await page.getByRole('alert').innerText()).toMatch(/^链接做成之后，.*山西省.*有变/)
  })

  it('writes a Word file of two columns in which insertions and deletions are marked', async () => {
    const page = await open({ path: '/align?instrument=sx-2023-tic&match=ADAPTED' })
    const bytes = await exported(page, 'Word 对照表')
    const { text } = readDocx(new Uint8Array(bytes), '对照表.docx')
    const [first = ''] = await laws(page, 'right')
    expect(plain(text)).toContain(plain(first))
    expect(text).toContain('山西省怎样改写了国家的规定')
    const xml = new TextDecoder().decode(openDocx(new Uint8Array(bytes), '对照表.docx').document)
    const marked = (sign: string): string =>
      [...xml.matchAll(/<w:r>(.*?)<\/w:r>/gs)]
        .filter(([, run = '']) => run.includes(sign))
        .map(([, run = '']) => run.replace(/<[^>]*>/g, ''))
        .join('')
    const [del, ins] = await Promise.all([page.locator('del').allTextContents(), page.locator('ins').allTextContents()])
    expect(plain(marked('<w:strike'))).toBe(plain(del.join('')))
    expect(plain(marked('<w:u '))).toBe(plain(ins.join('')))
  })

  it('cites both sides after GB/T 7714 and in BibTeX', async () => {
    const page = await open({ path: '/align?instrument=yn-2022-tic' })
    await page.locator(PAIRS).nth(3).getByRole('button', { name: /^引用/ }).click()
    const citations = page.getByRole('dialog', { name: '引用' }).locator('pre')
    await expect.poll(() => citations.count()).toBeGreaterThan(1)
    const [standard = '', bibtex = ''] = await citations.allInnerTexts()
    expect(standard).toMatch(/技术创新中心建设运行管理办法.*\[A\/OL\].*第.+条/)
    expect(standard).toContain(`${address()}/align?`)
    expect(bibtex).toMatch(/^@misc\{yn-2022-tic/)
    await page.keyboard.press('Escape')
    await expect.poll(() => page.getByRole('dialog').count()).toBe(0)
  })
})

describe('what is its own', () => {
  it('lists the longest passages that the original does not have, each leading to its article', async () => {
    const page = await open({ path: '/align?instrument=yn-2022-tic' })
    await page.getByRole('link', { name: '自有内容' }).click()
    await page.waitForURL(/views=own/)
    const passages = page.locator('.own blockquote')
    await expect.poll(() => passages.count()).toBeGreaterThan(3)
    const texts = await passages.allInnerTexts()
    const source = plain(readFileSync('data/regulations/yn-2022-tic/text.txt', 'utf8').replaceAll('*', ''))
    for (const text of texts) for (const line of text.split('\n')) expect(source).toContain(plain(line))
    expect(texts.map(({ length }) => length)).toEqual(texts.map(({ length }) => length).toSorted((a, b) => b - a))
    expect(await page.locator('.own p').first().innerText()).toMatch(/^\d+ 条中 \d+ 条没有一处文字见于国家/)
    await page.locator('.own li a').first().click()
    await page.waitForURL(/\/read\?instrument=yn-2022-tic&at=/)
  })

  it('says for every document how many articles have nothing of the original, also as a table', async () => {
    const page = await open({ path: '/align?instrument=sx-2023-tic&views=own' })
    await expect.poll(() => page.locator('.heat .told').count()).toBe(4)
    await page.locator('.heat').getByRole('link', { name: '看表格' }).click()
    await page.waitForURL(/views=own,table/)
    const rows = page.locator('.heat tbody tr')
    expect(await rows.count()).toBe(4)
    expect(await rows.first().innerText()).toMatch(/\d+%\s+\d+\s+\d+/)
  })
})

describe('addresses that make no pair', () => {
  it.each([
    ['the same document twice', '/align?base=sx-2023-tic&instrument=sx-2023-tic', /同一份文件：逐字相同/],
    ['a document that is not here', '/align?base=cn-2021-tic&instrument=nowhere', /怎样改写了国家的规定/],
    ['an original that is not here', '/align?base=nowhere&instrument=sx-2023-tic', /山西省怎样改写了/],
  ])('shows a sensible page for %s', async (_, path, finding) => {
    const page = await open({ path })
    await expect.poll(() => page.locator('h1').innerText()).toMatch(finding)
    await page.waitForSelector(PAIRS)
    if (path.includes('nowhere')) expect(await page.getByRole('alert').innerText()).toContain('nowhere')
    expect(query(page).get('instrument') ?? query(page).get('base')).not.toBeNull()
  })
})

describe('what is suggested', () => {
  it('offers the national text first to a document of a province', async () => {
    const page = await open({ path: '/align?instrument=sx-2023-tic' })
    const groups = page.locator('.sides select').first().locator('optgroup')
    expect(await groups.first().getAttribute('label')).toBe('上位文本')
    expect(await groups.first().locator('option').allInnerTexts()).toEqual([
      expect.stringContaining('国家技术创新中心建设运行管理办法'),
    ])
  })
})
