import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { buildSchema, execute, type GraphQLSchema, isObjectType, Kind, parse } from 'graphql'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openLibrary } from '../../server/app/library.ts'
import { loadVocabulary } from '../../server/app/vocabulary.ts'
import { openStore } from '../../server/graph/open-store.ts'
import type { Store } from '../../server/graph/store.ts'
import { contextOf } from '../../server/graphql/context.ts'
import { keptAnswers } from '../../server/graphql/kept.ts'
import { loaders } from '../../server/graphql/loaders.ts'
import { planOf } from '../../server/graphql/plan.ts'
import { resolvers } from '../../server/graphql/resolvers.ts'
import * as documents from '../../web/graphql/documents.ts'

type Resolvers = Readonly<Record<string, Readonly<Record<string, unknown>> | object>>

/** A schema whose types answer with the functions given. */
function schemaOf(text: string, functions: Resolvers): GraphQLSchema {
  const schema = buildSchema(text)
  for (const [name, fields] of Object.entries(functions)) {
    const type = schema.getType(name)
    if (!isObjectType(type)) continue
    for (const [field, resolve] of Object.entries(fields)) Object.assign(type.getFields()[field] ?? {}, { resolve })
  }
  return schema
}

interface Question {
  readonly query: string
  readonly variables?: Readonly<Record<string, unknown>>
  readonly context?: () => unknown
}

/** What the library answers and what the plan does; undefined where there is no plan. */
async function both(schema: GraphQLSchema, { query, variables = {}, context = () => null }: Question) {
  const document = parse(query)
  const operation = document.definitions.find((one) => one.kind === Kind.OPERATION_DEFINITION)
  const plan = operation && planOf(schema, document, operation)
  const byPlan = plan ? await plan.answer(variables, context()) : undefined
  const library = await execute({ schema, document, variableValues: variables, contextValue: context() })
  return { byPlan: JSON.stringify(byPlan), library: JSON.stringify(library.errors ? null : library.data) }
}

const SMALL = schemaOf(
  `type Query { a: A, later: A!, list(first: Int = 2): [A!]!, none: A, bad: String!, broken: A, wrong: A, lost: [A!], word(of: String!): String, odd: Odd }
   type A { id: ID!, number: Int, share: Float, yes: Boolean, inner: [A], call(x: Int!): Int, name: String! }
   union Odd = A
   type Mutation { a: A }`,
  {
    Query: {
      a: () => ({ id: 1, number: '7', share: 0.5, yes: false, inner: [{ id: 'x', name: 'x' }, null], name: 'n' }),
      later: () => Promise.resolve({ id: 'l', name: Promise.resolve('slow'), inner: [Promise.resolve({ id: 'in' })] }),
      list: (_: unknown, { first }: { first: number }) =>
        Array.from({ length: first }, (_one, at) => ({ id: at, name: '', call: ({ x }: { x: number }) => x + at })),
      none: () => null,
      bad: () => null,
      broken: () => Promise.reject(new Error('no')),
      wrong: () => ({ number: 'seven' }),
      lost: () => [{ id: 'here' }, null],
      word: (_: unknown, { of }: { of: string }, context: unknown) => `${of} ${String(context)}`,
    },
  },
)

describe('a plan', () => {
  it.each([
    ['leaves', '{ a { id number share yes name } }'],
    ['lists and nulls', '{ a { inner { id } } none { id } }'],
    ['promises, in the order of the query', '{ later { name inner { id } id } a { id } }'],
    ['arguments, defaults and methods', '{ list { id } more: list(first: 3) { call(x: 2) } }'],
    ['variables', 'query ($n: Int, $w: String!) { list(first: $n) { id } word(of: $w) }'],
    ['variables with defaults', 'query ($n: Int = 1) { list(first: $n) { id } }'],
    [
      'fragments that name a field twice',
      '{ a { ...F inner { id } ... on A { id } ...F } } fragment F on A { inner { name: id } }',
    ],
    ['names of types', '{ __typename a { __typename id } }'],
  ])('answers %s as the library does', async (_, query) => {
    const question = { query, variables: query.includes('$w') ? { n: 1, w: 'x' } : {}, context: () => 'context' }
    const { byPlan, library } = await both(SMALL, question)
    expect(byPlan).toBe(library)
    expect(JSON.parse(library)).not.toBeNull()
  })

  it.each([
    ['nothing stands where something must', '{ a { id } bad }'],
    ['a resolver fails', '{ a { id } broken { id } }'],
    ['a list has a gap that it must not have', '{ lost { id } }'],
    ['a value is not of its type', '{ wrong { number } }'],
    ['a variable is missing', 'query ($w: String!) { word(of: $w) }'],
  ])('leaves it to the library when %s', async (_, query) => {
    expect((await both(SMALL, { query })).byPlan).toBe('null')
  })

  it.each([
    ['directives', '{ a @skip(if: false) { id } }'],
    ['introspection', '{ __schema { queryType { name } } }'],
    ['unions', '{ odd { ... on A { id } } }'],
    ['mutations', 'mutation { a { id } }'],
    [
      'queries of very many fields',
      `{ ${Array.from({ length: 2001 }, (_, at) => `a${String(at)}: none { id }`).join(' ')} }`,
    ],
  ])('is not made of %s', async (_, query) => {
    expect((await both(SMALL, { query })).byPlan).toBeUndefined()
  })
})

describe('the plans of the page', () => {
  const home = mkdtempSync(join(tmpdir(), 'tiaolan-plan-'))
  const vocabulary = loadVocabulary()
  let store: Store
  beforeAll(async () => {
    store = await openStore({ kind: 'embedded', home })
    await openLibrary({ store, vocabulary, home }).sync()
  })
  afterAll(async () => {
    await store.close()
    rmSync(home, { recursive: true })
  })

  const FIVE = ['cn-2021-tic', 'yn-2022-tic', 'sx-2023-tic', 'ha-2021-tic', 'yn-2019-mic']
  const VARIABLES: Readonly<Record<string, unknown>> = {
    instruments: FIVE,
    parent: 'cn-2021-tic',
    left: 'cn-2021-tic',
    right: 'sx-2023-tic',
    id: 'yn-2022-tic',
    query: '技术创新中心',
    asOf: '2025-06-01',
  }
  const schema = schemaOf(readFileSync('server/graphql/schema.graphql', 'utf8'), resolvers)

  it.each(Object.entries(documents))('of %s answer as the library does', async (_, document) => {
    const query = String(document)
    const names = [...query.matchAll(/\$(\w+):/g)].flatMap(([, name]) => name ?? [])
    const variables = Object.fromEntries(names.flatMap((name) => (name in VARIABLES ? [[name, VARIABLES[name]]] : [])))
    const context = () => {
      const kept = keptAnswers(
        () => store.generation(),
        () => loaders(store),
      )
      return contextOf({ graph: store, vocabulary, kept }, '2025-06-01')
    }
    const { byPlan, library } = await both(schema, { query, variables, context })
    expect(byPlan).toBe(library)
    expect(library).not.toBe('null')
  })
})
