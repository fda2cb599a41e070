import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { copyFileSync, mkdirSync, mkdtempSync, readFileSync, rmSync, truncateSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterAll, describe, expect, test } from 'vitest'
import { openEmbeddedStore } from '../../server/graph/embedded-store.ts'
import { openStore } from '../../server/graph/open-store.ts'
import { CHILD, OTHER, PARENT } from './samples.ts'
import { snapshot } from './snapshot.ts'
import { storeContract } from './store-contract.ts'

const HOLDER = fileURLToPath(new URL('./hold-store.ts', import.meta.url))
const SAVER = fileURLToPath(new URL('./save-often.ts', import.meta.url))
const folder = mkdtempSync(join(tmpdir(), 'tiaolan-graph-'))
let homes = 0
const fresh = () => openStore({ kind: 'embedded', home: join(folder, String((homes += 1))) })

afterAll(() => rmSync(folder, { recursive: true, force: true }))

storeContract({
  name: 'the embedded engine',
  open: fresh,
  async empty(store) {
    await store.close()
    return fresh()
  },
})

describe('the folder of the embedded store', () => {
  const home = () => join(folder, String((homes += 1)))

  test('what is saved is there after closing and opening again', async () => {
    const place = home()
    const store = await openEmbeddedStore({ home: place })
    for (const regulation of [PARENT, CHILD, OTHER]) await store.save(regulation)
    const before = await snapshot(store)
    await store.close()
    const again = await openEmbeddedStore({ home: place })
    expect(await snapshot(again)).toEqual(before)
    expect((await again.search('固定人员', 5)).total).toBe(2)
    expect((await again.save(CHILD)).change).toBe('unchanged')
    await again.close()
  })

  test.for(['missing', 'behind', 'broken'] as const)('an index of words that is %s is made anew', async (state) => {
    const place = home()
    const first = await openEmbeddedStore({ home: place })
    await first.save(PARENT)
    await first.close()
    copyFileSync(join(place, 'words.sqlite'), join(place, 'older'))
    const second = await openEmbeddedStore({ home: place })
    await second.save(CHILD)
    await second.close()
    for (const suffix of ['', '-wal', '-shm']) rmSync(join(place, `words.sqlite${suffix}`), { force: true })
    if (state === 'behind') copyFileSync(join(place, 'older'), join(place, 'words.sqlite'))
    if (state === 'broken') writeFileSync(join(place, 'words.sqlite'), 'no database at all, only words '.repeat(99))
    const third = await openEmbeddedStore({ home: place })
    expect((await third.search('固定人员', 5)).hits.map(({ provision }) => provision).toSorted()).toEqual([
      `${PARENT.id}#art_1`,
      `${CHILD.id}#art_2`,
    ])
    await third.close()
  })

  test('a graph that another process holds is refused with its number', async () => {
    const place = home()
    const owner = await holdElsewhere(place)
    await expect(openEmbeddedStore({ home: place })).rejects.toMatchObject({ code: 'STORE_LOCKED' })
    // The second attempt still knows: a refusal takes nothing away.
    await expect(openEmbeddedStore({ home: place })).rejects.toMatchObject({
      code: 'STORE_LOCKED',
      message: `the graph ${join(place, 'graph.lbug')} is in use by process ${owner.pid}: stop it, or give this one its own folder with TIAOLAN_HOME`,
    })
    await owner.stop()
    await (await openEmbeddedStore({ home: place })).close()
  })

  test('processes that come right behind each other take turns', { timeout: 120_000 }, async () => {
    const place = home()
    const [one, two] = [saveElsewhere(place, 5), saveElsewhere(place, 5)]
    expect(await Promise.all([one, two])).toEqual([
      [0, ''],
      [0, ''],
    ])
  })

  test('a graph that this process holds is refused, too', async () => {
    const place = home()
    const store = await openEmbeddedStore({ home: place })
    await expect(openEmbeddedStore({ home: place })).rejects.toMatchObject({ code: 'STORE_LOCKED' })
    await expect(store.ping()).resolves.toBeUndefined()
    await store.close()
  })

  test('a file that is no graph is refused and left as it is', async () => {
    const place = home()
    mkdirSync(place)
    const file = join(place, 'graph.lbug')
    writeFileSync(file, 'not a graph')
    await expect(openEmbeddedStore({ home: place })).rejects.toMatchObject({
      code: 'STORE_DAMAGED',
      message: `the graph ${file} cannot be read: delete ${file}* and start again, it is built anew from the regulations`,
    })
    expect(readFileSync(file, 'utf8')).toBe('not a graph')
  })

  test('a graph that was cut short is refused', async () => {
    const place = home()
    const store = await openEmbeddedStore({ home: place })
    await store.save(PARENT)
    await store.close()
    truncateSync(join(place, 'graph.lbug'), 8192)
    await expect(openEmbeddedStore({ home: place })).rejects.toMatchObject({ code: 'STORE_DAMAGED' })
  })

  test('a folder that is a file is refused', async () => {
    const place = home()
    writeFileSync(place, '')
    await expect(openEmbeddedStore({ home: place })).rejects.toMatchObject({
      code: 'STORE_READ_ONLY',
      message: `${place} is not a folder and cannot become one: set TIAOLAN_HOME to a folder`,
    })
  })

  test('a folder that cannot be written to is refused', async () => {
    // Not even root may make folders there.
    await expect(openEmbeddedStore({ home: '/sys/tiaolan' })).rejects.toMatchObject({ code: 'STORE_READ_ONLY' })
  })

  test('a write that the disk has no room for is refused before it starts, and reading goes on', async () => {
    const place = home()
    const roomy = await openEmbeddedStore({ home: place })
    await roomy.save(PARENT)
    await roomy.close()
    const full = await openEmbeddedStore({ home: place, reserve: Number.MAX_SAFE_INTEGER })
    await expect(full.save(CHILD)).rejects.toMatchObject({
      code: 'STORE_FULL',
      message: `too little space is left for the graph in ${place}: free some there and try again`,
    })
    expect((await full.ask('held-instruments', {})).map(({ id }) => id)).toEqual([PARENT.id])
    await full.close()
  })
})

/** Another process that has the graph open until it is told to stop. */
async function holdElsewhere(place: string): Promise<{ readonly pid: number; stop(): Promise<void> }> {
  const child = spawn(process.execPath, ['--import', 'tsx', HOLDER, place], { stdio: ['pipe', 'pipe', 'inherit'] })
  const closed = once(child, 'close')
  await once(child.stdout, 'data')
  return {
    pid: child.pid ?? 0,
    async stop() {
      child.stdin.end()
      await closed
    },
  }
}

/** Its exit status and what it said of errors. */
async function saveElsewhere(home: string, times: number): Promise<readonly [number, string]> {
  const child = spawn(process.execPath, ['--import', 'tsx', SAVER, home, String(times)])
  let said = ''
  child.stderr.on('data', (chunk: Buffer) => (said += chunk.toString()))
  const [status] = (await once(child, 'close')) as [number]
  return [status, said]
}
