import { readFileSync } from 'node:fs'
import type { Page } from 'playwright-core'
import { describe, expect, it } from 'vitest'
import { layLanes } from '../../web/views/procedure/lanes-layout.ts'
import { browsing } from './browsing.ts'

const { open, address, complaints } = browsing()
const query = (page: Page) => new URL(page.url()).searchParams
const bare = (text: string) => text.replace(/[\s*]+/g, '')
const glance = (page: Page, question: string) =>
  page.locator('section[aria-labelledby=glance] tr', { hasText: question })

describe('the page of procedures', () => {
  it('answers at a glance who recommends, who decides and what a province adds', async () => {
    const page = await open({ path: '/procedure' })
    await glance(page, '谁审核推荐').waitFor()
    expect(await page.locator('section[aria-labelledby=glance] thead th').allInnerTexts()).toEqual([
      ...['问题', expect.stringMatching(/国家\s*基准/), '山西省', '河南省', '云南省 2019', '云南省 2022'],
    ])
    expect(await glance(page, '谁审核推荐').innerText()).toContain('归口管理单位')
    expect(await glance(page, '谁决定').innerText()).toContain('文件未写明由谁决定')
    expect(await glance(page, '是否公示').innerText()).toMatch(/5\s*个工作日/)
    expect(await glance(page, '比基准多出的环节').innerText()).toContain('公示')
    expect(complaints()).toEqual([])
  })

  it('opens the sentence of a step in place, keeps it in the address, pins it and leads to the article', async () => {
    const page = await open({ path: '/procedure?track=领域类' })
    await page.locator('.card', { hasText: '5个工作日' }).click()
    const panel = page.locator('#evidence')
    await panel.waitFor()
    expect(query(page).get('at')).toMatch(/^sx-2023-tic#chp_3__art_10.*~step_\d+$/)
    const quote = await panel.locator('mark').allInnerTexts()
    expect(bare(quote.join(''))).toContain('公示期5个工作日')
    expect(await panel.innerText()).toMatch(/动作“公示”/)

    await panel.getByRole('button', { name: '收入卷宗' }).click()
    expect(await panel.getByRole('button', { name: '已收入卷宗' }).getAttribute('aria-pressed')).toBe('true')
    await page.reload()
    await panel.waitFor()
    expect(await panel.getByRole('button', { name: '已收入卷宗' }).count()).toBe(1)

    await panel.getByRole('link', { name: '阅读' }).click()
    await page.waitForSelector('#target')
    expect([query(page).get('instrument'), query(page).get('at')]).toEqual([
      ...['sx-2023-tic', expect.stringContaining('art_10')],
    ])
    await page.goBack()
    await panel.waitFor()
    await page.keyboard.press('Escape')
    await panel.waitFor({ state: 'detached' })
    expect(query(page).get('at')).toBeNull()
    expect(complaints()).toEqual([])
  })

  it('shows the same steps as a picture and as a table', async () => {
    const page = await open({ path: '/procedure?track=领域类' })
    const cards = await page.locator('.card').count()
    const others = await page.locator('.others', { hasText: '另有' }).allInnerTexts()
    await page.getByRole('link', { name: '看表格' }).click()
    await page.waitForURL(/views=stages/)
    const table = page.locator('section[aria-labelledby=lanes] td .opens')
    await table.first().waitFor()
    const unlisted = others.reduce((sum, text) => sum + Number(/\d+/.exec(text)?.[0] ?? 0), 0)
    expect(await table.count()).toBe(cards + unlisted)
  })

  it('exports what is on the screen', async () => {
    const page = await open({ path: '/procedure?track=领域类&views=stages' })
    await page.locator('section[aria-labelledby=evaluation] td').first().waitFor()
    const shown = await page.locator('section[aria-labelledby=lanes] td .law').allInnerTexts()
    const grades = await page.locator('section[aria-labelledby=evaluation] .ladder').count()
    await page.getByTitle('导出').click()
    const [download] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('button', { name: 'JSON 数据' }).click(),
    ])
    expect(download.suggestedFilename()).toMatch(/^tiaolan-procedure-\d{4}-\d\d-\d\d\.json$/)
    const file = readFileSync(await download.path(), 'utf8')
    expect(shown.filter((words) => !file.includes(words))).toEqual([])
    expect([shown.length > 20, grades > 3]).toEqual([true, true])
    expect(file).toContain(encodeURI(address()))
  })

  it('tells the scales of grades apart and why nothing is mapped', async () => {
    const page = await open({ path: '/procedure' })
    const row = page.locator('section[aria-labelledby=evaluation] tr', { hasText: /^等级/ })
    await row.waitFor()
    expect(await row.innerText()).toMatch(/编辑性/)
    expect(await row.locator('.ladder').count()).toBe(5)
    expect(await row.innerText()).toMatch(/4 级与国家的 3 级不是同一量表/)
  })

  it('is a list of steps for each document on a phone', async () => {
    const page = await open({ path: '/procedure', viewport: { width: 360, height: 780 }, hasTouch: true })
    await page.locator('article ol li').first().waitFor()
    expect(await page.locator('.card').count()).toBe(0)
    expect(await page.locator('article').count()).toBe(5)
    await page.locator('article ol button').first().click()
    await page.locator('#evidence').waitFor()
  })

  it('says what is wrong with a link, and what a text does not have', async () => {
    const page = await open({ path: '/procedure?instruments=sx-2023-tic,nowhere' })
    await glance(page, '谁决定').waitFor()
    expect(await page.locator('main').innerText()).toContain('nowhere')
    const alone = await open({ path: '/procedure?instruments=ha-2021-tic' })
    expect(await alone.locator('h1').innerText()).toMatch(/办理流程：\d+ 个步骤/)
  })
})

describe('cards in lanes', () => {
  const stages = ['apply', 'review', 'report', 'change'].map((key, at) => ({
    key,
    phase: at < 2 ? 'entry' : 'running',
  }))
  const card = (id: string, stage: string, lane: string) => ({ id, stage, lane, track: null, hasTime: false })

  it('stand under one another in one cell, and the lane is as high as its fullest cell', () => {
    const { bands, cards, height } = layLanes(
      [card('a', 'apply', 'applicant'), card('b', 'apply', 'applicant'), card('c', 'review', 'authority')],
      { stages, lanes: ['applicant', 'expert', 'authority'] },
    )
    expect(bands).toEqual([
      { key: 'applicant', top: 0, height: 99 },
      { key: 'authority', top: 99, height: 54 },
    ])
    expect(cards.map(({ id, column, top }) => [id, column, top])).toEqual([
      ['a', 0, 7],
      ['b', 0, 52],
      ['c', 1, 106],
    ])
    expect(height).toBe(153)
  })

  it('are linked forwards along the way to the decision, and not from one running matter to another', () => {
    const lanes = ['applicant']
    const steps = [card('a', 'apply', 'applicant'), card('b', 'review', 'applicant'), card('c', 'report', 'applicant')]
    const { links } = layLanes([...steps, card('d', 'change', 'applicant')], { stages, lanes })
    expect(links.map(({ key }) => key)).toEqual(['b'])
  })
})
