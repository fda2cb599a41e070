import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { type Data, serving } from '../app/serving.ts'

const server = serving()

const COMPARISON = `query ($instruments: [ID!]!, $parent: ID, $topic: ID, $applicantType: String, $track: String, $asOf: Date) {
  comparison(instruments: $instruments, parent: $parent, topic: $topic, applicantType: $applicantType, track: $track, asOf: $asOf) {
    base asOf tracks applicantTypes
    columns { id validity }
    topics { topic { id } rows differing }
    relations { relation instrument cells }
    rows {
      id topic topicLabel metricKey label labelEn comparable note
      cells {
        instrument silent relation reason reasonEn modality
        thresholds { metricKey comparator value unit aggregation window applicantTypes }
        evidence { instrument provision pinpoint start end quote }
      }
    }
  }
}`

async function compare(variables: Readonly<Record<string, unknown>>): Promise<Data> {
  return (await server.data(COMPARISON, variables)).comparison
}

function cellsOf(comparison: Data, id: string): Data {
  const row = comparison.rows.find((one: Data) => one.id === id)
  return Object.fromEntries(row.cells.map((cell: Data) => [cell.instrument, cell]))
}

const ALL = ['yn-2022-tic', 'sx-2023-tic', 'ha-2021-tic', 'yn-2019-mic', 'cn-2021-tic']

describe('the comparison', () => {
  it('pins the national instrument left and keeps the order of the others in every row', async () => {
    const comparison = await compare({ instruments: ALL, asOf: '2025-04-06' })
    expect([comparison.base, comparison.asOf]).toEqual(['cn-2021-tic', '2025-04-06'])
    expect(comparison.columns).toEqual([
      { id: 'cn-2021-tic', validity: 'IN_FORCE' },
      { id: 'yn-2022-tic', validity: 'EXPIRED' },
      { id: 'sx-2023-tic', validity: 'IN_FORCE' },
      { id: 'ha-2021-tic', validity: 'UNKNOWN' },
      { id: 'yn-2019-mic', validity: 'UNKNOWN' },
    ])
    const order = comparison.columns.map(({ id }: Data) => id)
    for (const { cells } of comparison.rows) expect(cells.map(({ instrument }: Data) => instrument)).toEqual(order)
  })

  it('takes the parent that is asked for, and adds it when it is not among the columns', async () => {
    const comparison = await compare({ instruments: ['sx-2023-tic', 'ha-2021-tic'], parent: 'yn-2022-tic' })
    expect(comparison.base).toBe('yn-2022-tic')
    expect(comparison.columns.map(({ id }: Data) => id)).toEqual(['yn-2022-tic', 'sx-2023-tic', 'ha-2021-tic'])
  })

  it('has no base and no relations among provinces alone', async () => {
    const comparison = await compare({ instruments: ['sx-2023-tic', 'ha-2021-tic', 'sx-2023-tic'] })
    expect([comparison.base, comparison.relations, comparison.columns.length]).toEqual([null, [], 2])
  })

  it('puts different measures of money into one row and does not order them', async () => {
    const comparison = await compare({ instruments: ALL, parent: 'yn-2022-tic' })
    const row = comparison.rows.find(({ metricKey }: Data) => metricKey === 'rd_spend')
    expect(row).toMatchObject({
      topic: 'eligibility_funding',
      comparable: false,
      note: expect.stringContaining('每年'),
    })
    const cells = cellsOf(comparison, row.id)
    expect(cells['sx-2023-tic']).toMatchObject({ relation: 'NOT_COMPARABLE', silent: false })
    expect(cells['ha-2021-tic']).toMatchObject({ relation: 'NOT_COMPARABLE', silent: false })
    expect(cells['cn-2021-tic']).toMatchObject({ relation: 'OMITTED', silent: true, thresholds: [], evidence: [] })
    expect(cells['yn-2022-tic'].thresholds).toMatchObject([{ value: 10_000_000, unit: 'CNY', aggregation: 'each' }])
  })

  it('says ADDED against a silent base, and the row itself still says that its cells cannot be compared', async () => {
    const comparison = await compare({ instruments: ALL })
    const row = comparison.rows.find(({ metricKey }: Data) => metricKey === 'rd_spend')
    expect(row.comparable).toBe(false)
    expect(cellsOf(comparison, row.id)).toMatchObject({
      'cn-2021-tic': { silent: true, relation: null },
      'yn-2022-tic': { relation: 'ADDED' },
      'sx-2023-tic': { relation: 'ADDED' },
      'ha-2021-tic': { relation: 'ADDED' },
    })
  })

  it('orders amounts of one measure, with a reason in both languages', async () => {
    const comparison = await compare({ instruments: ['sx-2023-tic', 'ha-2021-tic'], parent: 'yn-2022-tic' })
    const row = comparison.rows.find(({ metricKey }: Data) => metricKey === 'fixed_staff')
    const base = cellsOf(comparison, row.id)['yn-2022-tic'].thresholds[0].value
    for (const cell of row.cells.slice(1)) {
      if (cell.thresholds.length !== 1) continue
      const [{ value }] = cell.thresholds
      expect(cell.relation).toBe(value > base ? 'STRICTER' : value < base ? 'LOOSER' : 'SAME')
      expect(cell.reason).toMatch(/\p{Script=Han}/u)
      expect(cell.reasonEn).not.toMatch(/^\p{Script=Han}/u)
    }
    expect(row.cells.slice(1).some(({ thresholds }: Data) => thresholds.length === 1)).toBe(true)
  })

  it('leads from every cell to the words of its instrument', async () => {
    const comparison = await compare({ instruments: ALL })
    const texts = Object.fromEntries(ALL.map((id) => [id, readFileSync(`data/regulations/${id}/text.txt`, 'utf8')]))
    for (const { instrument, silent, evidence } of comparison.rows.flatMap(({ cells }: Data) => cells)) {
      expect(evidence.length > 0).toBe(!silent)
      for (const { instrument: of, start, end, quote, provision } of evidence) {
        expect([of, texts[instrument]?.slice(start, end)]).toEqual([instrument, quote])
        expect(provision).toMatch(new RegExp(`^${instrument}#`))
      }
    }
  })

  it('leaves what binds enterprises out for a university', async () => {
    const everyone = await compare({ instruments: ALL })
    const university = await compare({ instruments: ALL, applicantType: 'university' })
    const types = university.rows.flatMap(({ cells }: Data) =>
      cells.flatMap(({ thresholds }: Data) => thresholds.map(({ applicantTypes }: Data) => applicantTypes)),
    )
    expect(everyone.applicantTypes).toEqual(expect.arrayContaining(['enterprise', 'university']))
    for (const named of types) expect(named.length === 0 || named.includes('university')).toBe(true)
    const amounts = ({ rows }: Data) =>
      rows.flatMap(({ cells }: Data) => cells.flatMap(({ thresholds }: Data) => thresholds)).length
    expect(amounts(university)).toBeLessThan(amounts(everyone))
  })

  it('narrows to a topic with its children, and still counts the rows of the others', async () => {
    const whole = await compare({ instruments: ALL })
    const staff = await compare({ instruments: ALL, topic: 'eligibility_staff' })
    const eligibility = await compare({ instruments: ALL, topic: 'eligibility' })
    expect(new Set(staff.rows.map(({ topic }: Data) => topic))).toEqual(new Set(['eligibility_staff']))
    expect(staff.rows[0].topicLabel).toBe('申报条件 · 人员')
    expect(eligibility.rows.map(({ id }: Data) => id)).toEqual(
      expect.arrayContaining(staff.rows.map(({ id }: Data) => id)),
    )
    expect(staff.topics).toEqual(whole.topics)
    expect(whole.topics.find(({ topic }: Data) => topic.id === 'eligibility').rows).toBe(eligibility.rows.length)
  })

  it('counts its relations', async () => {
    const { rows, relations } = await compare({ instruments: ALL })
    const cells = rows.flatMap((row: Data) => row.cells).filter(({ relation }: Data) => relation !== null)
    expect(relations.reduce((total: number, count: Data) => total + count.cells, 0)).toBe(cells.length)
    const added = relations.find((count: Data) => count.relation === 'ADDED' && count.instrument === 'yn-2022-tic')
    expect(added.cells).toBe(
      cells.filter((cell: Data) => cell.relation === 'ADDED' && cell.instrument === 'yn-2022-tic').length,
    )
  })

  it('knows the tracks that the texts tell apart', async () => {
    const { tracks } = await compare({ instruments: ALL })
    expect(tracks).toEqual(expect.arrayContaining(['综合类', '领域类']))
    const narrowed = await compare({ instruments: ALL, track: '领域类' })
    expect(narrowed.rows.length).toBeGreaterThan(0)
  })
})
