import { readFileSync } from 'node:fs'
import { buildSchema, getIntrospectionQuery, parse, validate } from 'graphql'
import { describe, expect, it } from 'vitest'
import { queryLimits } from '../../server/graphql/limits.ts'

const SCHEMA = buildSchema(readFileSync('server/graphql/schema.graphql', 'utf8'))

describe('the limits of queries', () => {
  it.each([
    [
      'the whole comparison',
      `{ comparison(instruments: ["a"]) { columns { id } rows { cells { thresholds { id metric value unit evidence { quote start end pinpoint } } evidence { quote start end } } } } }`,
    ],
    [
      'the whole text of one instrument with its facts',
      `{ instrument(id: "a") { provisions { id text thresholds { id value } references { state from { quote } } citedBy { from { quote } } } } }`,
    ],
    ['introspection', getIntrospectionQuery()],
  ])('let through %s', (_, query) => {
    expect(messages(query)).toEqual([])
  })

  it('refuse a chain that goes round and round', () => {
    const query = `{ instrument(id: "a") ${'{ provisions { instrument '.repeat(7)} { id } ${'} }'.repeat(7)} }`
    expect(messages(query)).toEqual(['the query is 16 levels deep, 12 are allowed: ask in two steps'])
  })

  it('refuse lists inside lists inside lists', () => {
    const query = `{ instruments { provisions { instrument { provisions { instrument { provisions { id } } } } } } }`
    expect(messages(query)).toEqual([
      'the query may answer 4199689 fields, 400000 are allowed: ask for fewer lists inside lists',
    ])
  })

  it('refuse many aliases of a field that is dear', () => {
    const query = `{ ${Array.from({ length: 21 }, (_, at) => `a${at}: topics { id }`).join(' ')} }`
    expect(messages(query)).toEqual(['the query has 21 root fields, 20 are allowed: ask in several'])
  })

  it('count what fragments hold, and measure each once', () => {
    const levels = Array.from({ length: 30 }, (_, at) => `fragment F${at} on Query { ...F${at + 1} ...F${at + 1} }`)
    const query = `{ ...F0 } ${levels.join(' ')} fragment F30 on Query { topics { id } }`
    expect(messages(query)[0]).toMatch(/^the query has \d+ root fields/)
  })

  it('take the number that a search asks for', () => {
    const query = (first: number) =>
      `{ search(query: "a", first: ${first}) { hits { provision { instrument { provisions { thresholds { id value evidence { quote } } references { from { quote } state } } } } } } }`
    expect(messages(query(1))).toEqual([])
    expect(messages(query(100))[0]).toMatch(/^the query may answer \d+ fields/)
  })
})

function messages(query: string): readonly string[] {
  return validate(SCHEMA, parse(query), [queryLimits()]).map(({ message }) => message)
}
