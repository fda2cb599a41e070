import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { openGraph } from '../../server/app/open-graph.ts'
import { openLibrary, type Library } from '../../server/app/library.ts'
import { loadVocabulary } from '../../server/app/vocabulary.ts'
import type { Config } from '../../server/app/config.ts'
import type { Store } from '../../server/graph/store.ts'
import { temporaryConfig } from './serving.ts'

const TEXT = '某某市实验动物管理办法\n\n第一条 为加强管理，制定本办法。\n\n第二条 本办法自2020年1月1日起施行。\n'
const vocabulary = loadVocabulary()

let config: Config
let shipped = ''
let [store, library]: [Store | undefined, Library | undefined] = [undefined, undefined]
let notices: string[] = []

async function open(): Promise<Library> {
  store = await openGraph(config, (message) => notices.push(message))
  library = openLibrary({ store, vocabulary, home: config.home, shipped })
  return library
}

async function close(): Promise<void> {
  await library?.idle()
  await store?.close()
  store = undefined
}

/** The files that a start reads, by their ids and what came of them. */
async function sync(of: Library): Promise<readonly string[]> {
  const read: string[] = []
  await of.sync((report) => read.push('change' in report ? `${report.change} ${report.id}` : report.code))
  return read
}

async function held(): Promise<readonly string[]> {
  return ((await store?.ask('held-instruments', {})) ?? []).map(({ id }) => id).toSorted()
}

beforeEach(() => {
  config = temporaryConfig()
  notices = []
  shipped = mkdtempSync(join(tmpdir(), 'tiaolan-shipped-'))
  for (const id of ['ha-2021-tic', 'yn-2019-mic'])
    cpSync(`data/regulations/${id}`, join(shipped, id), { recursive: true })
})

afterEach(async () => {
  await close()
  for (const folder of [config.home, shipped]) rmSync(folder, { recursive: true })
})

describe('the library', () => {
  it('reads what ships once, and again what changed', async () => {
    const first = await open()
    expect(await sync(first)).toEqual(['created ha-2021-tic', 'created yn-2019-mic'])
    expect(await sync(first)).toEqual([])
    await close()

    const file = join(shipped, 'ha-2021-tic/text.txt')
    writeFileSync(file, `${readFileSync(file, 'utf8')}\n本方案自发布之日起施行。\n`)
    expect(await sync(await open())).toEqual(['replaced ha-2021-tic'])
  })

  it('keeps the bytes of other texts, so that the graph can be built anew without their files', async () => {
    const { id } = await (await open()).ingest({ name: 'mine.txt', bytes: Buffer.from(TEXT), id: null })
    await sync(library as Library)
    await close()
    for (const name of ['graph.lbug', 'words.sqlite']) rmSync(join(config.home, name), { force: true })

    expect(await sync(await open())).toEqual(['created ha-2021-tic', 'created yn-2019-mic', `created ${id}`])
    expect(readFileSync(join(config.home, 'texts', id, 'text.txt'), 'utf8')).toBe(TEXT)
  })

  it('sets a graph aside that cannot be read, and builds it anew', async () => {
    await sync(await open())
    await close()
    writeFileSync(join(config.home, 'graph.lbug'), 'this is no graph')

    const again = await open()
    expect(notices).toEqual([
      `the graph in ${config.home} cannot be used: it is set aside in ${join(config.home, 'set-aside')} and built anew from the texts`,
    ])
    expect(await sync(again)).toEqual(['created ha-2021-tic', 'created yn-2019-mic'])
  })

  it('leaves out what was taken out, until it is asked for again', async () => {
    const first = await open()
    await sync(first)
    await first.remove('yn-2019-mic')
    await close()
    const second = await open()
    expect([await sync(second), await held()]).toEqual([[], ['ha-2021-tic']])

    const bytes = readFileSync(join(shipped, 'yn-2019-mic/text.txt'))
    await second.ingest({ name: 'text.txt', bytes, id: 'yn-2019-mic' })
    expect([await sync(second), await held()]).toEqual([[], ['ha-2021-tic', 'yn-2019-mic']])
  })

  it('goes on after a text that cannot be read', async () => {
    writeFileSync(join(shipped, 'ha-2021-tic/text.txt'), '')
    expect(await sync(await open())).toEqual(['EMPTY_FILE', 'created yn-2019-mic'])
  })

  it('does one thing at a time', async () => {
    const both = await open()
    const file = { name: 'mine.txt', bytes: Buffer.from(TEXT), id: null }
    const changes = await Promise.all([
      both.ingest(file),
      both.ingest(file),
      both.ingest({ ...file, bytes: Buffer.from(`${TEXT}附则`) }),
    ])
    expect(changes.map(({ change }) => change)).toEqual(['created', 'unchanged', 'replaced'])
    expect(await held()).toEqual([changes[0].id])
  })
})

describe('corrections', () => {
  const STAFF = {
    ...{ kind: 'threshold', quote: '固定人员不少于50人' },
    reason: '错',
    author: '张三',
    date: '2026-01-02',
  }
  const MINE = TEXT.replace('\n\n第二条', '\n\n第二条 固定人员不少于50人。\n\n第三条')
  const file = { name: 'mine.txt', bytes: Buffer.from(MINE), id: null }

  /** Writes the corrections of a text into the home. */
  const write = (id: string, content: unknown): string => {
    const path = join(config.home, 'corrections', `${id}.json`)
    mkdirSync(dirname(path), { recursive: true })
    writeFileSync(path, typeof content === 'string' ? content : JSON.stringify({ corrections: content }))
    return path
  }
  const values = async (id: string) =>
    ((await store?.ask('thresholds-of-instruments', { ids: [id] })) ?? []).map(({ value }) => value)
  const problems = async (id: string) =>
    ((await store?.ask('problems-of-instruments', { ids: [id] })) ?? [])
      .map(({ code }) => code)
      .filter((code) => code.startsWith('CORRECTION'))

  it('of a text are applied at the next start, kept at later ones, and undone when their file goes', async () => {
    rmSync(join(shipped, 'yn-2019-mic'), { recursive: true })
    const first = await open()
    const { id } = await first.ingest(file)
    expect(await values(id)).toEqual([50])
    await sync(first)

    const path = write(id, [{ ...STAFF, set: { value: 60 } }])
    expect([await sync(first), await values(id)]).toEqual([[`replaced ${id}`], [60]])
    await close()
    expect([await sync(await open()), await values(id)]).toEqual([[], [60]])

    rmSync(path)
    expect([await sync(library as Library), await values(id)]).toEqual([[`replaced ${id}`], [50]])
  })

  it('are kept when the text is read again under a new version, and reported when their words are gone', async () => {
    const first = await open()
    const { id } = await first.ingest(file)
    write(id, [{ ...STAFF, set: { value: 60 } }])
    const longer = { ...file, bytes: Buffer.from(`${MINE}\n第四条 本办法由市科技局解释。\n`) }
    expect([(await first.ingest(longer)).id, await values(id), await problems(id)]).toEqual([id, [60], []])

    const other = { ...file, bytes: Buffer.from(MINE.replace('50人', '40人')) }
    const outcome = await first.ingest(other)
    expect([outcome.id, await values(id), await problems(id)]).toEqual([id, [40], ['CORRECTION_WITHOUT_QUOTE']])
    expect(outcome.warnings).toEqual([])
  })

  it('in a file that is named after no text are told at the start', async () => {
    const path = write('misnamed', [])
    const first = await open()
    await sync(first)
    const said: string[] = []
    await first.sync((report) => said.push('message' in report ? report.message : report.id))
    expect(said).toEqual([
      `${path} belongs to no text that is here: name it after the id that npm run ingest prints, or delete it`,
    ])
  })

  it('in a file that is broken are named with file, place and next step; the text is taken in all the same', async () => {
    const first = await open()
    const { id } = await first.ingest(file)
    const path = write(id, '{"corrections": [')
    const broken = await first.ingest(file)
    expect(broken.warnings).toEqual([
      expect.stringMatching(/cannot be read as JSON \(.+\): correct it; until then none/),
    ])
    expect([broken.warnings[0]?.startsWith(path), await values(id), await problems(id)]).toEqual([
      true,
      [50],
      ['CORRECTIONS_UNREADABLE'],
    ])

    write(id, [
      { ...STAFF, set: { vlaue: 6 } },
      { ...STAFF, set: { metricKey: 'no_such_metric' } },
      { ...STAFF, set: { value: 60 } },
    ])
    const half = await first.ingest(file)
    expect(half.warnings).toEqual([
      expect.stringMatching(/\.json at corrections\.0\.set: .*vlaue.*; correct the entry; until then it is left out$/),
      expect.stringMatching(
        /\.json at “固定人员不少于50人”: metricKey no_such_metric is not in data\/vocabulary\/metrics/,
      ),
    ])
    expect([await values(id), await problems(id)]).toEqual([[60], ['CORRECTION_INVALID', 'CORRECTION_INVALID']])
  })
})
