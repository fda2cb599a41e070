import { describe, expect, it } from 'vitest'
import { serving } from '../app/serving.ts'

const server = serving()

describe('a bad argument', () => {
  it.each<[string, string, string, RegExp]>([
    ['a day that no month has', '{ instruments(asOf: "2025-02-30") { id } }', 'asOf', /2025-02-30.*YYYY-MM-DD/],
    ['a date in words', '{ instrument(id: "yn-2022-tic", asOf: "yesterday") { id } }', 'asOf', /yesterday/],
    ['a number for a date', '{ references(instrument: "yn-2022-tic", asOf: 20250405) { kind } }', 'asOf', /20250405/],
    ['no hits', '{ search(query: "中心", first: 0) { total } }', 'first', /0 is outside 1 to 100/],
    ['too many hits', '{ search(query: "中心", first: 101) { total } }', 'first', /101 is outside 1 to 100/],
    ['words for a number', '{ search(query: "中心", first: "ten") { total } }', 'first', /Int cannot represent/],
    ['an empty search', '{ search(query: "  ") { total } }', 'query', /at least one word/],
    [
      'an unknown instrument',
      '{ comparison(instruments: ["sx-2023-tic", "nope", "nil"]) { base } }',
      'instruments',
      /nope, nil/,
    ],
    ['no instrument', '{ comparison(instruments: []) { base } }', 'instruments', /at least one/],
    ['an unknown parent', '{ comparison(instruments: ["sx-2023-tic"], parent: "nope") { base } }', 'parent', /nope/],
    [
      'an unknown topic',
      '{ comparison(instruments: ["sx-2023-tic"], topic: "cooking") { base } }',
      'topic',
      /cooking.*eligibility/,
    ],
    [
      'an unknown type',
      '{ comparison(instruments: ["sx-2023-tic"], applicantType: "uni") { base } }',
      'applicantType',
      /uni.*university/,
    ],
    [
      'an unknown track',
      '{ comparison(instruments: ["sx-2023-tic"], track: "超级类") { base } }',
      'track',
      /超级类.*领域类/,
    ],
    ['an unknown instrument of references', '{ references(instrument: "nope") { kind } }', 'instrument', /nope/],
  ])('such as %s is named', async (_, query, argument, message) => {
    const error = await server.error(query)
    expect(error?.extensions).toEqual({ code: 'BAD_USER_INPUT', argument })
    expect(error?.message).toMatch(message)
    expect(error?.message.startsWith(`${argument}: `)).toBe(true)
  })

  it('is named when it comes in a variable of another name', async () => {
    const error = await server.error('query ($day: Date) { instruments(asOf: $day) { id } }', { day: '2025-13-01' })
    expect(error?.extensions).toEqual({ code: 'BAD_USER_INPUT', argument: 'asOf' })
    expect(error?.message).toContain('2025-13-01')
  })

  it('such as a ghost among the columns is told from an unknown id', async () => {
    const { instruments } = await server.data('{ instruments(ghosts: true) { id held } }')
    const ghost = instruments.find(({ held }: { held: boolean }) => !held)
    const error = await server.error('query ($ids: [ID!]!) { comparison(instruments: $ids) { base } }', {
      ids: [ghost.id],
    })
    expect(error?.message).toContain('is only cited, its text is not here: ingest it first')
  })
})

describe('what is not built yet', () => {
  it.each([
    ['checkDraft', '{ checkDraft(text: "第一条") { findings { id } } }'],
    ['graph', '{ graph(focus: "cn-2021-tic") { truncated } }'],
  ])('says so: %s', async (field, query) => {
    const { data, errors } = await server.ask(query)
    expect(data).toBeNull()
    expect(errors).toMatchObject([
      {
        message: `${field} is not built yet: it is in the schema so that its names are settled`,
        path: [field],
        extensions: { code: 'NOT_IMPLEMENTED' },
      },
    ])
  })
})

describe('an error', () => {
  it('of the query keeps the code of the library', async () => {
    const { status, errors } = await server.ask('{ instruments { colour } }')
    expect([status, errors?.[0]?.extensions]).toEqual([400, { code: 'GRAPHQL_VALIDATION_FAILED' }])
  })

  it('never shows a stack', async () => {
    const answers = await Promise.all(
      ['{', '{ nothing }', '{ search(query: "") { total } }'].map((query) => server.ask(query)),
    )
    expect(JSON.stringify(answers)).not.toMatch(/stack|node_modules|\.ts:/)
  })
})
