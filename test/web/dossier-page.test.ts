import type { Page } from 'playwright-core'
import { describe, expect, it } from 'vitest'
import { printShelf } from '../../web/dossier/file.ts'
import type { Pin } from '../../web/dossier/pin.ts'
import { browsing } from './browsing.ts'
import { pinOf } from './dossier-pins.ts'
import { exported, FORMATS, rowsOf, type Format } from './exported.ts'

const { open, address, complaints } = browsing()

/** Pins of real sentences of the shipped texts, asked of the server. */
async function realPins(): Promise<readonly Pin[]> {
  const query = `{ instruments { id title docNumber issuers issuedOn effectiveFrom text jurisdiction { name }
    provisions { id kind pinpoint start end } } }`
  const answer = await fetch(`${address()}/graphql`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ query }),
  })
  const { data } = (await answer.json()) as { readonly data: { readonly instruments: readonly HeldInstrument[] } }
  return data.instruments.slice(0, 3).map(({ provisions, text, jurisdiction, ...instrument }, index) => {
    const [provision] = provisions.filter(({ kind, end, start }) => kind === 'article' || end - start > 40)
    if (provision === undefined) throw new Error(`${instrument.id} has no provision`)
    const { id, pinpoint, start } = provision
    const quote = { text: text.slice(start, start + 30), place: pinpoint, instrument: instrument.id, provision: id }
    return pinOf(`cell:row${index}:${instrument.id}`, {
      heading: `要求${index}`,
      group: index === 1 ? '程序' : '申报条件',
      instrument: { ...instrument, jurisdiction: jurisdiction.name },
      place: pinpoint,
      quotes: [{ ...quote, start, end: start + 30 }],
      relation: index === 0 ? null : 'STRICTER',
      reason: index === 0 ? null : `第${index}个数更高`,
      note: index === 2 ? '=送审稿引用' : '',
    })
  })
}

interface HeldInstrument {
  readonly id: string
  readonly title: string
  readonly docNumber: string | null
  readonly issuers: readonly string[]
  readonly issuedOn: string | null
  readonly effectiveFrom: string | null
  readonly text: string
  readonly jurisdiction: { readonly name: string }
  readonly provisions: readonly {
    readonly id: string
    readonly kind: string
    readonly pinpoint: string
    readonly start: number
    readonly end: number
  }[]
}

async function load(page: Page, text: string, name = 'dossier.json'): Promise<void> {
  await page
    .locator('input[type=file]')
    .setInputFiles({ name, mimeType: 'application/json', buffer: Buffer.from(text) })
}

async function openWith(pins: readonly Pin[], path = '/dossier'): Promise<Page> {
  const page = await open({ path })
  if (pins.length > 0) {
    await load(page, printShelf(pins))
    await page
      .locator('article')
      .nth(pins.length - 1)
      .waitFor()
  }
  return page
}

const headings = (page: Page): Promise<readonly string[]> => page.locator('article h3').allInnerTexts()

describe('the dossier', () => {
  it('when empty says how to pin, and leads to the comparison', async () => {
    const page = await open({ path: '/dossier' })
    expect(await page.locator('.empty li').count()).toBe(3)
    await page.getByRole('link', { name: '去对比页挑选' }).click()
    await page.waitForURL('**/compare')
    expect(complaints()).toEqual([])
  })

  it('keeps pins over a reload and counts them in the header', async () => {
    const pins = await realPins()
    const page = await openWith(pins)
    expect(await page.locator('[role=status]').allInnerTexts()).toContain('dossier.json：新收入 3 条，文件里共 3 条。')
    await page.reload()
    await page.locator('article').nth(2).waitFor()
    expect(await headings(page)).toEqual(['要求0', '要求1', '要求2'])
    expect(await page.locator('header nav a[aria-current=page]').innerText()).toMatch(/3$/)
  })

  it('takes each pin of a file once, and says what is wrong with a file', async () => {
    const pins = await realPins()
    const page = await openWith(pins)
    await load(page, printShelf(pins))
    await page.getByText('文件里的 3 条都已在卷宗里').waitFor()
    await load(page, '{"format":"tiaolan-dossier","version":1,"pins":[{"id":3}]}', '坏.json')
    await page.getByText('坏.json：卷宗文件的 pins[0].id 一项不成立，没有载入任何内容。').waitFor()
    await load(page, 'PK…', '表.xlsx')
    await page.getByText('表.xlsx：这个文件不是 JSON').waitFor()
    expect((await headings(page)).length).toBe(3)
  })

  it('saves a file that another browser loads word by word', async () => {
    const pins = await realPins()
    const page = await openWith(pins)
    const [download] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('button', { name: '存为文件' }).click(),
    ])
    const other = await open({ path: '/dossier' })
    await other.locator('input[type=file]').setInputFiles(await download.path())
    await other.locator('article').nth(2).waitFor()
    const kept = (it: Page) => it.evaluate(() => localStorage.getItem('tiaolan-dossier'))
    expect(await kept(other)).toBe(await kept(page))
    expect(await kept(page)).toBe(printShelf(pins))
  })

  it('is sorted by button and by key, and stays so', async () => {
    const page = await openWith(await realPins())
    await page.getByRole('button', { name: '下移 要求0' }).click()
    expect(await headings(page)).toEqual(['要求1', '要求0', '要求2'])
    await page.getByRole('button', { name: /^拖动排序.*要求2$/ }).focus()
    await page.keyboard.press('Alt+ArrowUp')
    expect(await headings(page)).toEqual(['要求1', '要求2', '要求0'])
    expect(await page.locator('[role=status]').allInnerTexts()).toContain('要求2：第 2 位，共 3 位')
    await page.reload()
    await page.locator('article').nth(2).waitFor()
    expect(await headings(page)).toEqual(['要求1', '要求2', '要求0'])
  })

  it('stands under its topics, which a person may change', async () => {
    const page = await openWith(await realPins(), '/dossier?views=topics')
    expect(await page.locator('section > h2').allInnerTexts()).toEqual(['申报条件\n2 条', '程序\n1 条'])
    const field = page.locator('article').first().getByLabel('归入')
    await field.fill('附则')
    await field.press('Tab')
    await page.getByRole('heading', { name: '附则' }).waitFor()
    expect(await page.locator('section > h2').allInnerTexts()).toEqual([
      ...['附则\n1 条', '程序\n1 条', '申报条件\n1 条'],
    ])
  })

  it('keeps notes, and other tabs follow', async () => {
    const page = await openWith(await realPins())
    const tab = await page.context().newPage()
    await tab.goto(`${address()}/dossier`)
    await tab.locator('article').nth(2).waitFor()
    await page.locator('article').first().getByLabel('备注').fill('核对过')
    await expect.poll(() => tab.locator('article').first().getByLabel('备注').inputValue()).toBe('核对过')
    await tab.getByRole('button', { name: '移出卷宗 要求1' }).click()
    await expect.poll(() => headings(page)).toEqual(['要求0', '要求2'])
  })

  it('brings back what was taken out or cleared', async () => {
    const page = await openWith(await realPins())
    await page.getByRole('button', { name: '移出卷宗 要求1' }).click()
    expect(await headings(page)).toEqual(['要求0', '要求2'])
    await page.getByRole('button', { name: '撤销' }).click()
    expect(await headings(page)).toEqual(['要求0', '要求1', '要求2'])
    await page.getByRole('button', { name: '清空' }).click()
    await page.locator('.empty').waitFor()
    await page.getByText('已移出 3 条。').waitFor()
    await page.getByRole('button', { name: '撤销' }).click()
    expect(await headings(page)).toEqual(['要求0', '要求1', '要求2'])
  })

  it('says how the pinned words stand to the text of now', async () => {
    const [same, moved, changed] = await realPins()
    if (same === undefined || moved === undefined || changed === undefined) throw new Error('three texts are shipped')
    const [quote] = changed.quotes
    if (quote === undefined) throw new Error('no quote')
    const gone = pinOf('x', { heading: '已移出', instrument: { ...same.instrument, id: 'nowhere' } })
    const page = await openWith([
      same,
      { ...moved, quotes: moved.quotes.map((it) => ({ ...it, start: it.start + 3, end: it.end + 3 })) },
      { ...changed, quotes: [{ ...quote, text: `${quote.text}（旧）` }] },
      { ...gone, quotes: gone.quotes.map((it) => ({ ...it, instrument: 'nowhere' })) },
    ])
    await expect
      .poll(() => page.locator('.standing').allInnerTexts())
      .toEqual([
        '✓ 原文未变',
        '✓ 原文未变，位置有移动',
        '! 现有文本里已没有这句话：引文是收入时的文字',
        '! 这份文件已不在库中：引文是收入时的文字',
      ])
    await page.locator('article').nth(1).locator('blockquote a').click()
    await page.waitForURL(`**/read?*mark=${moved.quotes[0]?.start}-${moved.quotes[0]?.end}*`)
    expect(complaints()).toEqual([])
  })

  it('copies references and leads back to where it was pinned', async () => {
    const pins = await realPins()
    const page = await openWith(pins)
    await page.context().grantPermissions(['clipboard-read', 'clipboard-write'])
    await page.locator('article').first().locator('.cite summary').click()
    await page.getByRole('button', { name: '复制 GB/T 7714' }).first().click()
    await page.getByText('已复制').first().waitFor()
    const copied = await page.evaluate(() => navigator.clipboard.readText())
    expect(copied).toContain(`${pins[0]?.instrument.title}`)
    expect(copied).toMatch(
      /\[A\/OL\]\. .*\[\d{4}-\d{2}-\d{2}\]\. http:\/\/127\.0\.0\.1:\d+\/compare\?instruments=gd-2019-fishing\.$/,
    )
    expect(await page.locator('#references-list li').first().innerText()).toBe(`[1] ${copied}`)
    const back = page.locator('article').first().getByRole('link', { name: '回到收入处' })
    expect(await back.getAttribute('href')).toBe('/compare?instruments=gd-2019-fishing')
  })

  it('takes a provision from the reader, with its words and its place', async () => {
    const page = await open({ path: '/read?instrument=yn-2022-tic&at=chp_2__art_10' })
    await page.locator('.bar').getByRole('button', { name: '收入卷宗' }).click()
    await page.locator('header nav').getByRole('link', { name: '卷宗' }).click()
    await page.locator('article').first().waitFor()
    expect(await page.locator('blockquote .place').allInnerTexts()).toEqual(['第十条'])
    await page.getByText('原文未变').waitFor()
    await page.getByRole('link', { name: '回到收入处' }).click()
    await page.locator('.bar').getByRole('button', { name: '已收入卷宗' }).waitFor()
    expect(complaints()).toEqual([])
  })

  it('works without a storage, and says that it will not last', async () => {
    const page = await open({ path: '/dossier' })
    await page.addInitScript(() => {
      Object.defineProperty(globalThis, 'localStorage', {
        get() {
          throw new DOMException('denied', 'SecurityError')
        },
      })
    })
    await page.reload()
    await page.getByText('浏览器不许网页保存数据').waitFor()
    await load(page, printShelf(await realPins()))
    await page.locator('article').nth(2).waitFor()
  })

  it('sets a damaged dossier aside, and begins anew', async () => {
    const page = await open({ path: '/dossier' })
    await page.evaluate(() => localStorage.setItem('tiaolan-dossier', '{"half'))
    await page.reload()
    await page.getByText('浏览器里保存的卷宗已损坏').waitFor()
    expect(await page.evaluate(() => localStorage.getItem('tiaolan-dossier-damaged'))).toBe('{"half')
  })

  it.each(['xlsx', 'docx'] as const)('writes %s also where its parts are large', async (format) => {
    const [quote] = pinOf('a').quotes
    if (quote === undefined) throw new Error('no quote')
    const pins = Array.from({ length: 40 }, (_, index) => {
      const text = Array.from({ length: 560 }, (_, at) => `第${index * 560 + at}项须经核准`).join('；')
      return pinOf(`cell:${index}`, { heading: `要求${index}`, quotes: [{ ...quote, text }] })
    })
    const page = await openWith(pins)
    const rows = await rowsOf(format, await exported(page, format))
    const written = rows.map((cells) => cells.join('\n')).join('\n')
    expect(pins.filter(({ quotes }) => !written.includes(quotes[0]?.text ?? ''))).toEqual([])
    expect(complaints()).toEqual([])
  })

  it.each(Object.keys(FORMATS) as Format[])('as %s says what the screen says, row by row', async (format) => {
    const page = await openWith(await realPins())
    const shown = await page.locator('article').evaluateAll((articles) =>
      articles.map((article) => {
        const texts = (selector: string) =>
          [...article.querySelectorAll(selector)].map((it) => (it.textContent ?? '').replace(/\s+/g, ''))
        return {
          facts: [
            ...texts('.number, h3, .where, .source a, .source .quiet, .place, .badge > span'),
            ...texts('.relation > span:last-child'),
            ...texts('blockquote').map((words) => words.slice(texts('.place')[0]?.length ?? 0)),
            article.querySelector('textarea')?.value ?? '',
          ].filter(Boolean),
        }
      }),
    )
    const saved = await exported(page, format)
    expect(saved.name).toMatch(new RegExp(`^tiaolan-dossier-\\d{4}-\\d{2}-\\d{2}\\.${format}$`))
    const rows = (await rowsOf(format, saved)).filter((cells) => cells.length > 1)
    expect(rows.length).toBe(shown.length)
    for (const [index, { facts }] of shown.entries()) {
      const written = (rows[index] ?? []).join('\n').replace(/\s+|\*\*/g, '')
      expect(facts.filter((fact) => !written.includes(fact))).toEqual([])
      expect(facts.length).toBeGreaterThan(5)
    }
    expect(complaints()).toEqual([])
  })
})
