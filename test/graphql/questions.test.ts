import Fastify, { type FastifyInstance } from 'fastify'
import { rmSync } from 'node:fs'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { addGraphql } from '../../server/app/graphql-route.ts'
import { openLibrary } from '../../server/app/library.ts'
import { loadVocabulary } from '../../server/app/vocabulary.ts'
import type { Graph } from '../../server/graphql/context.ts'
import { openStore } from '../../server/graph/open-store.ts'
import type { Store } from '../../server/graph/store.ts'
import { temporaryConfig } from '../app/serving.ts'

const { home } = temporaryConfig()
const vocabulary = loadVocabulary()
const asked: string[] = []
let store: Store
let http: FastifyInstance

beforeAll(async () => {
  store = await openStore({ kind: 'embedded', home })
  await openLibrary({ store, vocabulary, home }).sync()
  http = Fastify()
  await addGraphql(http, { graph: counting(store), vocabulary, now: () => new Date(), log: console.error })
})

afterAll(async () => {
  await http.close()
  await store.close()
  rmSync(home, { recursive: true })
})

/** The real store, with the names of the questions that reach it. */
function counting({ ask, search, generation }: Store): Graph {
  return {
    generation,
    ask(name, params) {
      asked.push(name)
      return ask(name, params)
    },
    search(query, first) {
      asked.push('search')
      return search(query, first)
    },
  }
}

const FACTS = `
  id validity validityReason text tracks
  provisions { id text thresholds { id } references { state from { quote } } citedBy { state } instrument { id } }
  thresholds { id evidence { quote } } norms { id } roles { name } problems { code }`

it.each([
  ['one instrument with all its facts', `{ instrument(id: "sx-2023-tic") { ${FACTS} } }`],
  ['all instruments with all their facts', `{ instruments { ${FACTS} } }`],
])('%s: each kind of fact is one question, however long the lists are', async (_, query) => {
  asked.length = 0
  const { statusCode, body } = await http.inject({ method: 'POST', url: '/graphql', payload: { query } })
  expect([statusCode, JSON.parse(body).errors]).toEqual([200, undefined])
  expect(asked.filter((name, at) => asked.indexOf(name) !== at && name !== 'instruments-by-id')).toEqual([])
  expect(asked.filter((name) => name === 'instruments-by-id').length).toBeLessThanOrEqual(2)
})

it('a comparison of five asks four questions, and none again while the graph stays the same', async () => {
  asked.length = 0
  const query = `{ comparison(instruments: ["cn-2021-tic", "yn-2022-tic", "sx-2023-tic", "ha-2021-tic", "yn-2019-mic"]) {
    columns { id validity } rows { cells { thresholds { id evidence { quote } } evidence { quote pinpoint } } } } }`
  await http.inject({ method: 'POST', url: '/graphql', payload: { query } })
  expect(asked.toSorted()).toEqual([
    'clauses-of-instruments',
    'instruments-by-id',
    'thresholds-of-instruments',
    'tracks-of-instruments',
  ])
  await http.inject({ method: 'POST', url: '/graphql', payload: { query } })
  expect(asked).toHaveLength(4)
})

it('a search asks for its provisions and their instruments once', async () => {
  asked.length = 0
  const query = `{ search(query: "中心", first: 100) { hits { snippet provision { id text instrument { id title } } } } }`
  await http.inject({ method: 'POST', url: '/graphql', payload: { query } })
  expect(asked.toSorted()).toEqual(['instruments-by-id', 'provisions-by-id', 'search', 'texts-of-instruments'])
})
