import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { beforeAll, describe, expect, it } from 'vitest'
import { command } from '../app/command.ts'
import { type Data, serving } from '../app/serving.ts'

const server = serving()

const COMPARISON = `query (
  $instruments: [ID!]!, $parent: ID, $topic: ID, $applicantType: String, $track: String, $asOf: Date
  $validity: [Validity!], $onlyThresholds: Boolean, $onlyDifferences: Boolean
) {
  comparison(
    instruments: $instruments, parent: $parent, topic: $topic, applicantType: $applicantType, track: $track, asOf: $asOf
    validity: $validity, onlyThresholds: $onlyThresholds, onlyDifferences: $onlyDifferences
  ) {
    base
    columns { id validity }
    topics { topic { id } rows differing quantified }
    relations { relation instrument cells }
    rows { id topic differs quantified cells { instrument silent relation thresholds { id } } }
  }
}`

async function compare(variables: Readonly<Record<string, unknown>>): Promise<Data> {
  return (await server.data(COMPARISON, variables)).comparison
}

const FIVE = ['cn-2021-tic', 'yn-2022-tic', 'sx-2023-tic', 'ha-2021-tic', 'yn-2019-mic']
const AS_OF = '2026-01-01'
let towns: readonly string[] = []
let ghost = ''

beforeAll(async () => {
  const folder = join(server.config.home, 'towns')
  mkdirSync(folder)
  const paths = Array.from({ length: 50 }, (_, at) => {
    const path = join(folder, `${at}.txt`)
    const staff = at === 0 ? '' : `\n第二条 书屋应当配备管理员不少于${at}人。\n`
    writeFileSync(path, `第${at}号镇农家书屋管理办法\n\n第一条 书屋应当向村民开放。\n${staff}`)
    return path
  })
  const { stdout } = await command('ingest', ['--json', ...paths], server.config)
  towns = stdout
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line).id)
  const { instruments } = await server.data('{ instruments(ghosts: true) { id held } }')
  ghost = instruments.find(({ held }: Data) => !held).id
}, 120_000)

describe('a comparison of', () => {
  it.each([
    ['one column has no relations', { instruments: ['sx-2023-tic'] }, null, ['sx-2023-tic']],
    [
      'the national measure alone has it for its base',
      { instruments: ['cn-2021-tic'] },
      'cn-2021-tic',
      ['cn-2021-tic'],
    ],
    [
      'one column with itself as parent is one column',
      { instruments: ['sx-2023-tic'], parent: 'sx-2023-tic' },
      'sx-2023-tic',
      ['sx-2023-tic'],
    ],
    ['the same column twice is one column', { instruments: ['sx-2023-tic', 'sx-2023-tic'] }, null, ['sx-2023-tic']],
    [
      'a parent among the columns puts it first',
      { instruments: ['sx-2023-tic', 'ha-2021-tic'], parent: 'ha-2021-tic' },
      'ha-2021-tic',
      ['ha-2021-tic', 'sx-2023-tic'],
    ],
    [
      'a parent that is not among the columns adds it',
      { instruments: ['sx-2023-tic'], parent: 'cn-2021-tic' },
      'cn-2021-tic',
      ['cn-2021-tic', 'sx-2023-tic'],
    ],
    [
      'an expired parent goes on',
      { instruments: ['sx-2023-tic'], parent: 'yn-2022-tic' },
      'yn-2022-tic',
      ['yn-2022-tic', 'sx-2023-tic'],
    ],
    [
      'a parent of unknown validity goes on',
      { instruments: ['sx-2023-tic'], parent: 'ha-2021-tic' },
      'ha-2021-tic',
      ['ha-2021-tic', 'sx-2023-tic'],
    ],
  ] as const)('%s', async (_, variables, base, columns) => {
    const comparison = await compare({ ...variables, asOf: AS_OF })
    expect([comparison.base, comparison.columns.map(({ id }: Data) => id)]).toEqual([base, columns])
    for (const { cells } of comparison.rows) {
      expect(cells.map(({ instrument }: Data) => instrument)).toEqual(columns)
      expect(cells[0].relation).toBe(null)
    }
    expect(comparison.relations.length > 0).toBe(base !== null && columns.length > 1)
  })

  it('fifty columns has a cell for each in every row', async () => {
    const comparison = await compare({ instruments: towns, parent: towns[1] })
    expect([towns.length, comparison.columns.length, comparison.base]).toEqual([50, 50, towns[1]])
    expect(comparison.rows.length).toBeGreaterThan(0)
    for (const { cells } of comparison.rows) expect(cells.length).toBe(50)
    const staff = comparison.rows.filter(
      ({ cells }: Data) => cells.filter(({ thresholds }: Data) => thresholds.length).length > 40,
    )
    expect(staff).toHaveLength(1)
    expect(comparison.relations).toContainEqual({ relation: 'STRICTER', instrument: towns[49], cells: 1 })
  })

  it('a text without amounts says that it is silent there', async () => {
    const [bare, other] = towns
    const { rows } = await compare({ instruments: [bare, other], parent: other })
    const row = rows.find((one: Data) => one.quantified)
    expect(row.cells[1]).toEqual({ instrument: bare, silent: true, relation: 'OMITTED', thresholds: [] })
  })

  it('a topic that nobody has is one row in which all are silent', async () => {
    const { rows, relations } = await compare({
      instruments: towns.slice(0, 2),
      parent: towns[0],
      topic: 'eligibility_ip',
    })
    expect(rows).toEqual([
      {
        ...{ id: 'eligibility_ip', topic: 'eligibility_ip', differs: false, quantified: false },
        cells: towns.slice(0, 2).map((instrument) => ({ instrument, silent: true, relation: null, thresholds: [] })),
      },
    ])
    expect(relations).toEqual([])
  })
})

describe('a comparison refuses, naming the argument and what to do,', () => {
  it.each<[string, () => Readonly<Record<string, unknown>>, string, RegExp]>([
    ['no column at all', () => ({ instruments: [] }), 'instruments', /name at least one/],
    [
      'more columns than fit',
      () => ({ instruments: Array.from({ length: 61 }, (_, at) => `x${at}`) }),
      'instruments',
      /61 are too many side by side: name at most 60/,
    ],
    [
      'an unknown column',
      () => ({ instruments: ['sx-2023-tic', 'nope'] }),
      'instruments',
      /no instrument has the id nope: the query instruments lists/,
    ],
    ['a column without a name', () => ({ instruments: [''] }), 'instruments', /no instrument has the id/],
    [
      'a column that is only cited',
      () => ({ instruments: [ghost] }),
      'instruments',
      /is only cited, its text is not here: ingest it first/,
    ],
    [
      'an unknown parent',
      () => ({ instruments: ['sx-2023-tic'], parent: 'nope' }),
      'parent',
      /no instrument has the id nope/,
    ],
    [
      'a parent without a name',
      () => ({ instruments: ['sx-2023-tic'], parent: '' }),
      'parent',
      /no instrument has the id/,
    ],
    [
      'a parent that is only cited',
      () => ({ instruments: ['sx-2023-tic'], parent: ghost }),
      'parent',
      /ingest it first/,
    ],
    [
      'an unknown topic',
      () => ({ instruments: FIVE, topic: 'nope' }),
      'topic',
      /"nope" is unknown: choose among .*eligibility/,
    ],
    [
      'an unknown type',
      () => ({ instruments: FIVE, applicantType: 'uni' }),
      'applicantType',
      /"uni" is unknown: choose among enterprise/,
    ],
    [
      'an unknown track',
      () => ({ instruments: FIVE, track: '甲类' }),
      'track',
      /"甲类" is unknown: choose among .*领域类/,
    ],
    [
      'a track where there are none',
      () => ({ instruments: towns, track: '甲类' }),
      'track',
      /tell no tracks apart: leave it out/,
    ],
    ['an unknown validity', () => ({ instruments: FIVE, validity: ['OLD'] }), 'validity', /OLD/],
    [
      'validities that no column has',
      () => ({ instruments: ['sx-2023-tic', 'ha-2021-tic'], validity: ['REPEALED'], asOf: AS_OF }),
      'validity',
      /none of the columns is REPEALED on 2026-01-01: they are IN_FORCE, UNKNOWN; ask for one of these too/,
    ],
    [
      'differences from nothing',
      () => ({ instruments: ['sx-2023-tic', 'ha-2021-tic'], onlyDifferences: true }),
      'onlyDifferences',
      /name a column in parent/,
    ],
    ['a date that is none', () => ({ instruments: FIVE, asOf: '2025-02-30' }), 'asOf', /2025-02-30/],
  ])('%s', async (_, variables, argument, message) => {
    const error = await server.error(COMPARISON, variables())
    expect([error?.extensions?.['code'], error?.extensions?.['argument']]).toEqual(['BAD_USER_INPUT', argument])
    expect(error?.message).toMatch(message)
    expect(error?.message).toMatch(new RegExp(`^${argument}: `))
  })
})

describe('a comparison shows only', () => {
  it('columns of a validity on a date, and the base whatever it is', async () => {
    const ids = async (validity: readonly string[], parent?: string) =>
      (await compare({ instruments: FIVE, parent, validity, asOf: AS_OF })).columns.map(({ id }: Data) => id)
    expect(await ids(['IN_FORCE'])).toEqual(['cn-2021-tic', 'sx-2023-tic'])
    expect(await ids(['IN_FORCE'], 'yn-2022-tic')).toEqual(['yn-2022-tic', 'cn-2021-tic', 'sx-2023-tic'])
    expect(await ids(['EXPIRED', 'UNKNOWN'])).toEqual(['cn-2021-tic', 'yn-2022-tic', 'ha-2021-tic', 'yn-2019-mic'])
    expect(await ids([])).toEqual(FIVE)
  })

  it('rows with an amount, rows that differ, or both, each fact told of every row', async () => {
    const PAIR = ['cn-2021-tic', 'ha-2021-tic']
    const { rows } = await compare({ instruments: PAIR })
    const ids = async (filters: Readonly<Record<string, boolean>>) =>
      (await compare({ instruments: PAIR, ...filters })).rows.map(({ id }: Data) => id)
    const where = (fits: (row: Data) => boolean) => rows.filter(fits).map(({ id }: Data) => id)
    for (const { differs, quantified, cells } of rows) {
      expect(differs).toBe(cells.some(({ relation }: Data) => relation !== null && relation !== 'SAME'))
      expect(quantified).toBe(cells.some(({ thresholds }: Data) => thresholds.length > 0))
    }
    expect(await ids({ onlyThresholds: true })).toEqual(where(({ quantified }) => quantified))
    expect(await ids({ onlyDifferences: true })).toEqual(where(({ differs }) => differs))
    expect(await ids({ onlyThresholds: true, onlyDifferences: true })).toEqual(
      where(({ differs, quantified }) => differs && quantified),
    )
    expect(where(({ differs }) => !differs).length * where(({ quantified }) => !quantified).length).toBeGreaterThan(0)
  })

  it('counts of topics under the other filters, whatever the topic', async () => {
    const filters = {
      instruments: FIVE,
      onlyThresholds: true,
      applicantType: 'university',
      validity: ['IN_FORCE'],
      asOf: AS_OF,
    }
    const whole = await compare(filters)
    const narrowed = await compare({ ...filters, topic: 'eligibility_staff' })
    expect(narrowed.topics).toEqual(whole.topics)
    for (const { topic, rows, differing, quantified } of whole.topics) {
      const within = await compare({ ...filters, topic: topic.id })
      expect([rows, differing, quantified]).toEqual([
        within.rows.length,
        within.rows.filter(({ differs }: Data) => differs).length,
        within.rows.length,
      ])
    }
  })
})
