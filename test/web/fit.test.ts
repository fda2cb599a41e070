import { readFileSync } from 'node:fs'
import type { Page } from 'playwright-core'
import { describe, expect, it } from 'vitest'
import { browsing } from './browsing.ts'

const { open, address, complaints } = browsing()

/** On this day the document of Yunnan of 2022 was in force. */
const DAY = '/fit?asOf=2024-01-01'
const YUNNAN = '#result-yn-2022-tic'
/** Meets every amount that Yunnan asks for but the staff. */
const ALMOST =
  '#profile=1&applicant_type=enterprise&jurisdiction=CN-YN&latest_year=2023&fixed_staff=99&senior_staff_ratio=0.5' +
  '&floor_area=1500&equipment_value=20000000&rd_spend=(10000000,10000000)&debt_asset_ratio=0.58&industry_standards=2' +
  '&class1_ip=2&technology_transfers=5&economic_benefit=50000000&national_projects=1'

const staffRow = (page: Page) =>
  page.locator(`${YUNNAN} .conditions`).first().locator('li.one').filter({ hasText: '固定人员不少于 100 人' })
const verdictOf = (page: Page) => page.locator(`${YUNNAN} header .verdict .verdict`).first()
const staff = (page: Page) => page.getByRole('textbox', { name: '固定人员数', exact: true })

describe('the fit page', () => {
  it('turns a verdict at the boundary while a figure is typed, and names the one change with its proof', async () => {
    const page = await open({ path: DAY + ALMOST })
    await expect.poll(() => verdictOf(page).innerText()).toMatch(/✗\s*有不符合/)
    expect(await staffRow(page).innerText()).toMatch(
      /✗[\s\S]*固定人员不少于 100 人[\s\S]*不符合\s*有99人，要求不少于100人，差1人/,
    )
    const advice = page.locator('.advice section').first()
    expect(await advice.innerText()).toMatch(/固定人员数：99 人 → 100 人/)
    await advice.locator('summary').click()
    expect(await advice.locator('li').allInnerTexts()).toEqual([
      expect.stringMatching(/不符合[\s\S]*→[\s\S]*符合[\s\S]*固定人员不少于 100 人/),
    ])

    await staff(page).fill('100')
    await expect.poll(() => verdictOf(page).innerText()).toMatch(/⚖\s*待主管部门判断/)
    expect(await staffRow(page).innerText()).toMatch(/✓[\s\S]*有100人，符合不少于100人/)
    await expect.poll(() => page.evaluate(() => location.hash)).toContain('fixed_staff=100&')
    expect(complaints()).toEqual([])
  })

  it('gives the same when its link is opened elsewhere, reloaded, and left and come back to', async () => {
    const page = await open({ path: DAY })
    await page.getByText('企业', { exact: true }).click()
    await page.getByLabel('注册地').selectOption('CN-YN')
    await staff(page).fill('９９')
    await page.getByRole('textbox', { name: '研发投入，2022 年' }).fill('0')
    await page.getByRole('radiogroup', { name: '所建机构是独立法人' }).getByText('是', { exact: true }).click()
    await expect.poll(() => staffRow(page).innerText()).toContain('有99人')
    const told = await toldOn(page)
    expect(told).toMatchObject({ staff: '９９', years: ['', '0', ''], legal: true, place: 'CN-YN' })
    const link = page.url()

    const other = await open({ path: link.slice(address().length) })
    await expect.poll(() => staffRow(other).innerText()).toContain('有99人')
    expect(await toldOn(other)).toEqual({ ...told, staff: '99' })
    await other.reload()
    await expect.poll(() => staffRow(other).innerText()).toContain('有99人')
    await other.getByRole('link', { name: '总览', exact: true }).click()
    await other.waitForURL(/\/\?asOf/)
    await other.goBack()
    await expect.poll(() => toldOn(other)).toEqual({ ...told, staff: '99' })
    await other.getByRole('link', { name: /EN/ }).click()
    await expect.poll(() => other.locator('h1').innerText()).toBe('Where would I qualify')
    expect(await other.evaluate(() => location.hash)).toContain('fixed_staff=99')
  })

  it('saves the profile as a file, clears it, and loads it again; a wrong file changes nothing', async () => {
    const page = await open({ path: DAY + ALMOST })
    const saved = page.waitForEvent('download')
    await page.getByRole('button', { name: '保存为文件' }).click()
    const file = await (await saved).path()
    expect(JSON.parse(readFileSync(file, 'utf8'))).toMatchObject({ version: 1, values: { fixed_staff: 99 } })

    await page.getByRole('button', { name: '清空' }).click()
    await expect.poll(() => staff(page).inputValue()).toBe('')
    expect(await page.evaluate(() => location.hash)).toBe('')
    const wrong = {
      name: 'mine.json',
      mimeType: 'application/json',
      buffer: Buffer.from('{"format":"tiaolan-profile","version":0}'),
    }
    await page.locator('input[type=file]').setInputFiles(wrong)
    await expect.poll(() => page.locator('.files [role=status]').innerText()).toContain('文件的版本是 0')
    expect(await staff(page).inputValue()).toBe('')
    await page
      .locator('input[type=file]')
      .setInputFiles({ name: 'mine.json', mimeType: 'application/json', buffer: readFileSync(file) })
    await expect.poll(() => staff(page).inputValue()).toBe('99')
    await expect.poll(() => staffRow(page).innerText()).toContain('有99人')
    await page.goBack()
    await expect.poll(() => staff(page).inputValue()).toBe('')
  })

  it('never puts the profile into an address that is asked for, nor into the storage of the browser', async () => {
    const page = await open({ path: DAY })
    const asked: string[] = []
    page.on('request', (request) => asked.push(request.url(), JSON.stringify(request.headers())))
    await page.getByLabel('注册地').selectOption('CN-YN')
    await staff(page).fill('7654')
    await expect.poll(() => staffRow(page).innerText()).toContain('有7654人')
    await page.getByRole('button', { name: '看“固定人员数”变化时的结论' }).click()
    await page.locator('.chart svg').waitFor()
    expect(asked.length).toBeGreaterThan(0)
    expect(asked.filter((text) => /7654|fixed_staff=|CN-YN/.test(text))).toEqual([])
    const url = new URL(page.url())
    expect([url.pathname + url.search, url.hash.includes('7654')]).toEqual([
      '/fit?at=fixed_staff&asOf=2024-01-01',
      true,
    ])
    expect(await page.evaluate(() => JSON.stringify({ ...localStorage, ...sessionStorage }))).not.toContain('7654')
  })

  it('says at the field what is wrong, and keeps the rest', async () => {
    const page = await open({ path: DAY + ALMOST })
    const share = page.getByRole('textbox', { name: '中高级职称或高学历人员占比' })
    await share.fill('45')
    const says = page.locator('#f-senior_staff_ratio-says')
    await expect.poll(() => says.innerText()).toContain('比例要写成 45%')
    expect(await page.evaluate(() => location.hash)).not.toContain('senior_staff_ratio')
    expect(await staff(page).inputValue()).toBe('99')
    await says.getByRole('button', { name: '改为 45%' }).click()
    await expect.poll(() => share.inputValue()).toBe('45%')
    await expect.poll(() => page.locator(YUNNAN).innerText()).toContain('有45%，要求不少于50%，差5%')
    await share.fill('450%')
    await expect.poll(() => says.innerText()).toContain('太大')
    await staff(page).fill('九十九 staff')
    await expect.poll(() => page.locator('#f-fixed_staff-says').innerText()).toContain('要一个数')
    expect(await staff(page).inputValue()).toBe('九十九 staff')
  })

  it('names what nobody asks for and keeps it in the link', async () => {
    const page = await open({ path: `${DAY}${ALMOST.replace('CN-YN', 'Atlantis')}&old_metric=4&broken=x` })
    const notices = page.locator('.notice')
    await expect
      .poll(() => notices.allInnerTexts())
      .toEqual([expect.stringMatching(/Atlantis、old_metric/), expect.stringContaining('broken=x')])
    await staff(page).fill('120')
    await expect
      .poll(() => page.evaluate(() => location.hash))
      .toMatch(/fixed_staff=120.*old_metric=4|old_metric=4.*fixed_staff=120/)
  })

  it('shows where a verdict turns, moves there, and takes the value', async () => {
    const page = await open({ path: `/fit?asOf=2024-01-01&at=fixed_staff${ALMOST}` })
    await page.locator('.turns').getByRole('button', { name: '100 人' }).click()
    const at = page.locator('.at')
    await expect.poll(() => at.innerText()).toMatch(/取 100 人 时[\s\S]*云南省 2022\s*⚖\s*待主管部门判断/)
    await at.getByRole('button', { name: '填入 100 人' }).click()
    await expect.poll(() => verdictOf(page).innerText()).toMatch(/⚖/)
    await page.getByRole('link', { name: '看表格' }).click()
    const rows = page.locator('#what-if tbody tr').filter({ hasText: /100 人/ })
    expect(await rows.allInnerTexts()).toEqual([
      expect.stringMatching(/不到 100 人\s*✗\s*有不符合/),
      expect.stringMatching(/100 人 起\s*⚖\s*待主管部门判断/),
    ])
  })

  it('takes an own view where the words stand, without moving them, and opens the words in the text', async () => {
    const page = await open({ path: DAY + ALMOST })
    const card = page.locator(YUNNAN)
    await card.getByText('条文，按结论着色').click()
    const painted = card.locator('.article mark.FAIL')
    await expect.poll(() => painted.allInnerTexts()).toEqual([expect.stringContaining('固定人员不少于 100 人')])
    await card.getByText(/^逐条看全部/).click()
    await card.locator('details.place > summary').filter({ hasText: '第十条' }).click()
    const row = card.locator('details.place li.one').filter({ hasText: '经营状况良好' })
    await row.getByText('否', { exact: true }).click()
    await expect.poll(() => row.innerText()).toMatch(/✗[\s\S]*不符合/)
    await expect.poll(() => painted.count()).toBe(2)
    await row.locator('a.quote').click()
    await page.waitForURL(/\/read\?instrument=yn-2022-tic&at=.*&mark=\d+-\d+/)
    await expect.poll(() => page.locator('article mark').first().innerText()).toContain('经营状况良好')
  })

  it('prints a report with the date, the profile, the verdicts and the quotes, and no control', async () => {
    const page = await open({ path: DAY + ALMOST })
    await page.emulateMedia({ media: 'print' })
    await page.locator('.report').waitFor()
    const report = await page.locator('.report').innerText()
    expect(report).toContain('效力截至 2024-01-01')
    expect(report).toMatch(/固定人员数\s*99 人/)
    expect(report).toContain('研发团队中固定人员不少于 100 人')
    expect(report).toContain('有99人，要求不少于100人，差1人')
    expect(await page.locator('main :is(input, select, button):visible').count()).toBe(0)
  })
})

/** What the form shows as told. */
async function toldOn(page: Page) {
  return {
    staff: await staff(page).inputValue(),
    years: await page
      .getByRole('textbox', { name: /^研发投入，/ })
      .evaluateAll((all) => all.map((it) => (it as HTMLInputElement).value)),
    legal: await page.locator('#f-legal_person').isChecked(),
    place: await page.getByLabel('注册地').inputValue(),
  }
}
