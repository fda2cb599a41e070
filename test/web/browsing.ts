import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { chromium, type Browser, type BrowserContext, type BrowserContextOptions, type Page } from 'playwright-core'
import { afterAll, afterEach, beforeAll } from 'vitest'
import { readConfig } from '../../server/app/config.ts'
import { BUILT, buildPage } from '../../server/app/page-build.ts'
import { readPage } from '../../server/app/page.ts'
import { serve, type Server } from '../../server/app/serve.ts'

const ARGUMENTS = [
  ...['--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run', '--disable-background-networking'],
  ...['--disable-component-update', '--disable-sync'],
]
/** Longer than any page takes; shorter than a test may take, so that the message names what was awaited. */
const PATIENCE_MS = 10_000
const BROWSER = process.env['CHROMIUM'] ?? '/usr/bin/chromium'

export interface Visit extends BrowserContextOptions {
  readonly path: string
}

/** What went wrong in the pages of one test: errors of scripts, refused content, requests to other hosts. */
export interface Complaint {
  readonly kind: 'error' | 'console' | 'foreign request'
  readonly text: string
}

export interface Browsing {
  readonly address: () => string
  /** Opens a page of its own browser profile; its pages are closed after the test. */
  open(visit: Visit): Promise<Page>
  readonly complaints: () => readonly Complaint[]
}

/** The built page on a real server with the shipped regulations, and Debian's Chromium, for the tests of one file. */
export function browsing(): Browsing {
  const folder = mkdtempSync(join(tmpdir(), 'tiaolan-web-'))
  const contexts: BrowserContext[] = []
  const complaints: Complaint[] = []
  let server: Server | undefined
  let browser: Browser | undefined

  beforeAll(async () => {
    await buildPage()
    const config = readConfig({ TIAOLAN_HOME: join(folder, 'home'), PORT: '0' })
    server = await serve(config, { page: readPage(BUILT) })
    browser = await chromium.launch({ executablePath: BROWSER, args: ARGUMENTS })
  })
  afterEach(async () => {
    await Promise.all(contexts.splice(0).map((context) => context.close()))
    complaints.length = 0
  })
  afterAll(async () => {
    await browser?.close()
    await server?.close()
    rmSync(folder, { recursive: true, force: true })
  })

  const address = (): string => server?.address ?? ''
  return {
    address,
    complaints: () => complaints,
    async open({ path, ...options }) {
      if (browser === undefined) throw new Error('the browser is not running')
      const context = await browser.newContext({ reducedMotion: 'reduce', ...options })
      contexts.push(context)
      context.setDefaultTimeout(PATIENCE_MS)
      const page = await context.newPage()
      listen(page, address(), complaints)
      await page.goto(address() + path)
      await page.waitForSelector('h1')
      return page
    },
  }
}

function listen(page: Page, home: string, complaints: Complaint[]): void {
  page.on('pageerror', (error) => complaints.push({ kind: 'error', text: String(error) }))
  page.on('console', (message) => {
    if (['error', 'warning'].includes(message.type())) complaints.push({ kind: 'console', text: message.text() })
  })
  page.on('request', (request) => {
    const url = request.url()
    if (!url.startsWith(home) && !url.startsWith('blob:')) complaints.push({ kind: 'foreign request', text: url })
  })
}
