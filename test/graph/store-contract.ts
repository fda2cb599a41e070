import { readdirSync } from 'node:fs'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { QUERIES, type QueryName } from '../../server/graph/queries.ts'
import type { PropertyType } from '../../server/graph/schema.ts'
import type { Store } from '../../server/graph/store.ts'
import type { Regulation } from '../../server/model/extraction.ts'
import { snapshot } from './snapshot.ts'
import { CHILD, CHILD_CHANGED, OTHER, PARENT } from './samples.ts'

/** How a suite gets an engine: `open` gives a store, `empty` clears what it holds. */
export interface Engine {
  readonly name: string
  open(): Promise<Store>
  empty(store: Store): Promise<Store>
}

/** What every store must do, on the real engine. */
export function storeContract(engine: Engine): void {
  describe(`a store on ${engine.name}`, () => {
    let store: Store

    beforeAll(async () => {
      store = await engine.open()
    })
    beforeEach(async () => {
      store = await engine.empty(store)
    })
    afterAll(() => store.close())

    const saveAll = async (regulations: readonly Regulation[]): Promise<void> => {
      for (const regulation of regulations) await store.save(regulation)
    }
    const ghosts = async (): Promise<readonly string[]> =>
      (await store.ask('ghost-instruments', {})).map(({ title, docNumber }) => `${title} ${docNumber ?? ''}`.trim())
    const cited = async (from: Regulation): Promise<Readonly<Record<string, string>>> =>
      Object.fromEntries(
        (await store.ask('citations-from-instruments', { ids: [from.id] })).map((row) => [
          row.quote,
          row.targetHeld ? row.targetInstrument : 'ghost',
        ]),
      )

    describe('queries', () => {
      test('every .cypher file is declared and every declaration has its file', () => {
        const files = readdirSync(new URL('../../server/graph/queries/', import.meta.url))
        expect(files.toSorted()).toEqual(
          Object.keys(QUERIES)
            .map((name) => `${name}.cypher`)
            .toSorted(),
        )
      })

      test('every file runs and gives the declared columns in the declared types', async () => {
        await saveAll([PARENT, CHILD, OTHER])
        const ids = await everyId(store)
        for (const name of Object.keys(QUERIES) as QueryName[]) {
          const rows = (await store.ask(name, { ids })) as readonly Readonly<Record<string, unknown>>[]
          const declared: Readonly<Record<string, PropertyType>> = QUERIES[name].row
          expect(rows.length, `${name} finds something in the samples`).toBeGreaterThan(0)
          for (const row of rows) {
            expect(Object.keys(row).toSorted(), name).toEqual(Object.keys(declared).toSorted())
            const wrong = Object.entries(declared).filter(([key, type]) => !fits(row[key], type))
            expect(wrong, `${name} ${JSON.stringify(row)}`).toEqual([])
          }
        }
      })
    })

    describe('saving', () => {
      test('the same regulation again changes nothing', async () => {
        expect(await store.save(CHILD)).toEqual({
          id: CHILD.id,
          change: 'created',
          provisions: 3,
          thresholds: 2,
          references: 6,
          problems: 1,
        })
        const before = await snapshot(store)
        const generation = await store.generation()
        expect((await store.save(CHILD)).change).toBe('unchanged')
        expect(await snapshot(store)).toEqual(before)
        expect(await store.generation()).toBe(generation)
      })

      test('numbers keep their values, whole beside broken', async () => {
        await store.save(CHILD)
        const rows = await store.ask('thresholds-of-instruments', { ids: [CHILD.id] })
        expect(rows.map(({ id, value, upper }) => [id, value, upper])).toEqual([
          [`${CHILD.id}#art_2~threshold_1`, 50, null],
          [`${CHILD.id}#art_2~threshold_2`, 2.5, null],
        ])
      })

      test('the row that a person put an amount or a clause in comes back, and null where nobody did', async () => {
        const { thresholds, topics } = CHILD.extraction
        const extraction = {
          ...CHILD.extraction,
          thresholds: thresholds.map((one, at) => (at === 0 ? { ...one, row: '人员' } : one)),
          topics: topics.map((one) => ({ ...one, row: 'governance/legal_person' })),
        }
        const rowsOf = async () => {
          const [amounts, clauses] = await Promise.all([
            store.ask('thresholds-of-instruments', { ids: [CHILD.id] }),
            store.ask('clauses-of-instruments', { ids: [CHILD.id] }),
          ])
          return [amounts.map(({ row }) => row), clauses.map(({ row }) => row)]
        }
        await store.save(CHILD)
        expect(await rowsOf()).toEqual([[null, null], topics.map(() => null)])
        expect((await store.save({ ...CHILD, extraction })).change).toBe('replaced')
        expect(await rowsOf()).toEqual([['人员', null], topics.map(() => 'governance/legal_person')])
      })

      test('a changed regulation leaves nothing of the older text', async () => {
        await saveAll([PARENT, OTHER, CHILD_CHANGED])
        const fresh = await snapshot(store)
        store = await engine.empty(store)
        await saveAll([PARENT, CHILD, OTHER])
        expect((await store.save(CHILD_CHANGED)).change).toBe('replaced')
        expect(await snapshot(store)).toEqual(fresh)
      })

      test('the order of saving makes no difference', async () => {
        const orders = [
          [PARENT, CHILD, OTHER],
          [OTHER, CHILD, PARENT],
          [CHILD, PARENT, OTHER],
        ]
        const seen = []
        for (const order of orders) {
          store = await engine.empty(store)
          await saveAll(order)
          seen.push(await snapshot(store))
        }
        expect(seen[1]).toEqual(seen[0])
        expect(seen[2]).toEqual(seen[0])
      })

      test('a reader during the change sees the old text or the new, never half', async () => {
        await store.save(CHILD)
        const views = new Set<string>()
        let reading = true
        const reader = (async () => {
          while (reading) {
            const rows = await store.ask('provisions-of-instruments', { ids: [CHILD.id] })
            views.add(rows.map(({ start, end }) => `${start}-${end}`).join(' '))
          }
        })()
        for (let round = 0; round < 5; round += 1) {
          await store.save(CHILD_CHANGED)
          await store.save(CHILD)
        }
        reading = false
        await reader
        const whole = [CHILD, CHILD_CHANGED].map(({ extraction }) =>
          extraction.provisions.map(({ start, end }) => `${start}-${end}`).join(' '),
        )
        expect([...views].filter((view) => !whole.includes(view))).toEqual([])
      })

      test('a save that fails leaves the graph and its search as they were', async () => {
        await saveAll([PARENT, CHILD])
        const before = await snapshot(store)
        const [first] = CHILD_CHANGED.extraction.provisions
        const twice = { ...CHILD_CHANGED.extraction, provisions: first ? [first, first] : [] }
        await expect(store.save({ ...CHILD_CHANGED, extraction: twice })).rejects.toThrow()
        expect(await snapshot(store)).toEqual(before)
        expect((await store.search('固定人员', 5)).total).toBe(2)
      })

      test('many saves at once are taken one after the other', async () => {
        await Promise.all([PARENT, CHILD, OTHER, CHILD_CHANGED, CHILD].map((each) => store.save(each)))
        const together = await snapshot(store)
        store = await engine.empty(store)
        await saveAll([PARENT, CHILD, OTHER])
        expect(together).toEqual(await snapshot(store))
      })
    })

    describe('removing', () => {
      test('leaves nothing behind and says whether there was something', async () => {
        const before = await snapshot(store)
        await saveAll([PARENT, CHILD])
        expect(await store.remove(CHILD.id)).toBe(true)
        expect(await store.remove(CHILD.id)).toBe(false)
        expect(await store.remove(PARENT.id)).toBe(true)
        expect(await store.remove('no-such-id')).toBe(false)
        const shared = /^(Jurisdiction|Metric|Topic|Role) /u
        const own = (view: Awaited<ReturnType<typeof snapshot>>) => view.nodes.filter((line) => !shared.test(line))
        expect(own(await snapshot(store))).toEqual(own(before))
        expect((await snapshot(store)).relationships).toEqual([])
      })
    })

    describe('citations', () => {
      test('several spellings of a document that is not held are one ghost', async () => {
        await saveAll([CHILD, OTHER])
        expect((await ghosts()).toSorted()).toEqual(
          ['别处的规定', '总办法(试行) 国发〔2020〕1号', '旧细则 云发〔2018〕7号'].toSorted(),
        )
      })

      test('a ghost turns into the text that is saved, and back when it is removed', async () => {
        await saveAll([CHILD, OTHER])
        const before = await snapshot(store)
        await store.save(PARENT)
        expect(await cited(CHILD)).toEqual({
          '《总办法(试行)》（国发[2020]1号）': PARENT.id,
          '《别处的规定》': 'ghost',
          '《旧细则》（云发〔2018〕7号）': 'ghost',
        })
        expect(await cited(OTHER)).toEqual({ '《总办法》': PARENT.id, '《关于印发〈旧细则〉的通知》': 'ghost' })
        expect(await ghosts()).not.toContain('总办法(试行) 国发〔2020〕1号')
        await store.remove(PARENT.id)
        const { nodes: _nodes, ...after } = await snapshot(store)
        const { nodes: _before, ...old } = before
        expect(after).toEqual(old)
      })

      test('an instrument counts those that cite it and knows who repeals it', async () => {
        await saveAll([PARENT, CHILD, OTHER])
        const [parent] = await store.ask('instruments-by-id', { ids: [PARENT.id] })
        expect([parent?.citedBy, parent?.repealedFrom, parent?.repealedBy]).toEqual([2, null, []])
        const old = (await store.ask('ghost-instruments', {})).find(({ title }) => title === '旧细则')
        expect([old?.citedBy, old?.repealedFrom, old?.repealedBy]).toEqual([2, '2021-01-01', [CHILD.id]])
      })

      test('a title that two held texts bear leads to neither', async () => {
        const twin = {
          ...PARENT,
          id: 'cn-2024-parent',
          extraction: { ...PARENT.extraction, meta: { ...PARENT.extraction.meta, docNumber: '国发〔2024〕9号' } },
        }
        await saveAll([PARENT, twin, OTHER])
        const [row] = await store.ask('citations-from-instruments', { ids: [OTHER.id] })
        expect([row?.targetHeld, row?.candidates]).toEqual([false, 2])
      })

      test('a reference into another document leads to its article once it is held', async () => {
        await store.save(CHILD)
        const targets = async () =>
          (await store.ask('pointers-from-instruments', { ids: [CHILD.id] }))
            .filter(({ scope }) => scope === 'external')
            .map(({ targetProvision }) => targetProvision)
        expect(await targets()).toEqual([null])
        await store.save(PARENT)
        expect(await targets()).toEqual([`${PARENT.id}#art_1`])
        const [back] = await store.ask('pointers-to-provisions', { ids: [`${PARENT.id}#art_1`] })
        expect(back?.instrument).toBe(CHILD.id)
      })
    })

    describe('search', () => {
      test.for([
        ['固定人员', [`${PARENT.id}#art_1`, `${CHILD.id}#art_2`]],
        ['创新中心 固定', [`${PARENT.id}#art_1`, `${CHILD.id}#art_2`]],
        ['2000万', [`${PARENT.id}#art_2`]],
        ['２０００万元', [`${PARENT.id}#art_2`]],
        ['不少于50人', [`${CHILD.id}#art_2`]],
        ['另', [`${CHILD.id}#art_2`]],
        ['释', [`${PARENT.id}#art_2`]],
        ['"AND ( *', []],
        ["' OR 1=1 --", []],
        ['没有这样的话', []],
        ['  ', []],
      ] as const)('%s finds %j', async ([query, ids]) => {
        await saveAll([PARENT, CHILD])
        const { total, hits } = await store.search(query, 10)
        expect(hits.map(({ provision }) => provision).toSorted()).toEqual([...ids].toSorted())
        expect(total).toBe(ids.length)
      })

      test('a hit shows the words in a snippet, best first, no more than asked for', async () => {
        await saveAll([PARENT, CHILD])
        const { total, hits } = await store.search('固定人员', 1)
        expect([total, hits.length]).toEqual([2, 1])
        for (const { snippet, highlights, score } of hits) {
          expect(highlights.map(({ start, end }) => snippet.slice(start, end))).toEqual(['固定人员'])
          expect(score).toBeGreaterThan(0)
        }
      })

      test('it keeps step with what is saved, changed and removed', async () => {
        const total = async (query: string) => (await store.search(query, 5)).total
        await store.save(CHILD)
        expect([await total('固定人员'), await total('规范管理')]).toEqual([1, 0])
        await store.save(CHILD_CHANGED)
        expect([await total('固定人员'), await total('规范管理')]).toEqual([0, 1])
        await store.remove(CHILD.id)
        expect([await total('固定人员'), await total('规范管理')]).toEqual([0, 0])
      })
    })

    test('the vocabulary gives names to what regulations share, before or after them', async () => {
      const none = { metrics: [], topics: [], aspects: [], roles: [], units: [], modalities: [] }
      const term = {
        key: 'CN',
        zh: '国家',
        en: 'National',
        abbreviation: null,
        aliases: [],
        level: 'national',
        parent: null,
      }
      await store.save(PARENT)
      expect(await store.ask('held-jurisdictions', {})).toMatchObject([{ id: 'CN', name: 'CN', level: 'unknown' }])
      await store.saveVocabulary({ ...none, jurisdictions: [term] })
      await store.saveVocabulary({ ...none, jurisdictions: [term] })
      expect(await store.ask('held-jurisdictions', {})).toEqual([
        {
          id: 'CN',
          name: '国家',
          nameEn: 'National',
          abbreviation: null,
          level: 'national',
          parent: null,
          instruments: 1,
        },
      ])
    })

    test('it answers a ping', async () => {
      await expect(store.ping()).resolves.toBeUndefined()
    })
  })
}

async function everyId(store: Store): Promise<readonly string[]> {
  const held = await store.ask('held-instruments', {})
  const instruments = [...held, ...(await store.ask('ghost-instruments', {}))].map(({ id }) => id)
  const provisions = await store.ask('provisions-of-instruments', { ids: instruments })
  return [...instruments, ...provisions.map(({ id }) => id)]
}

function fits(value: unknown, type: PropertyType): boolean {
  if (value === null) return type.endsWith('?')
  if (type === 'strings') return Array.isArray(value) && value.every((each) => typeof each === 'string')
  if (type.startsWith('int')) return Number.isInteger(value)
  if (type.startsWith('float')) return typeof value === 'number'
  return typeof value === (type === 'bool' ? 'boolean' : 'string')
}
