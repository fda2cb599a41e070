import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { type Data, serving } from '../app/serving.ts'

const server = serving()
const FIVE = ['cn-2021-tic', 'ha-2021-tic', 'sx-2023-tic', 'yn-2022-tic', 'yn-2019-mic']

describe('jurisdictions', () => {
  it('are those with a held instrument, national first', async () => {
    const { jurisdictions } = await server.data('{ jurisdictions { id name nameEn abbreviation level } }')
    expect(jurisdictions).toMatchObject([
      { id: 'CN', level: 'national' },
      { id: 'CN-HA', nameEn: 'Henan', abbreviation: '豫', level: 'province' },
      { id: 'CN-SX', nameEn: 'Shanxi', abbreviation: '晋', level: 'province' },
      { id: 'CN-YN', nameEn: 'Yunnan', abbreviation: expect.stringMatching(/滇|云/), level: 'province' },
    ])
  })
})

describe('topics', () => {
  it('are the closed list of two levels, parents first', async () => {
    const { topics } = await server.data('{ topics { id name nameEn parent } }')
    const at = new Map<string, number>(topics.map(({ id }: Data, index: number) => [id, index]))
    expect(topics.filter(({ parent }: Data) => parent === null).map(({ name }: Data) => name)).toEqual(
      expect.arrayContaining(['申报条件', '组建程序', '治理结构', '考核评估', '支持政策', '附则']),
    )
    for (const { id, parent } of topics) if (parent !== null) expect(at.get(parent)).toBeLessThan(at.get(id) ?? -1)
  })
})

describe('instruments', () => {
  it('are the five that ship, the national one first', async () => {
    const { instruments } = await server.data('{ instruments { id held jurisdiction { id } } }')
    expect(instruments.map(({ id }: Data) => id).toSorted()).toEqual(FIVE.toSorted())
    expect(instruments[0]).toEqual({ id: 'cn-2021-tic', held: true, jurisdiction: { id: 'CN' } })
  })

  it.each([
    ['2025-04-05', ['cn-2021-tic', 'sx-2023-tic', 'yn-2022-tic', 'ha-2021-tic', 'yn-2019-mic']],
    ['2025-04-06', ['cn-2021-tic', 'sx-2023-tic', 'ha-2021-tic', 'yn-2019-mic', 'yn-2022-tic']],
  ])('on %s stand in the order national, in force, unknown, expired', async (asOf, expected) => {
    const { instruments } = await server.data('query ($asOf: Date) { instruments(asOf: $asOf) { id } }', { asOf })
    expect(instruments.map(({ id }: Data) => id)).toEqual(expected)
  })

  it.each([
    ['yn-2022-tic', '2022-04-05', 'NOT_YET'],
    ['yn-2022-tic', '2022-04-06', 'IN_FORCE'],
    ['yn-2022-tic', '2025-04-05', 'IN_FORCE'],
    ['yn-2022-tic', '2025-04-06', 'EXPIRED'],
    ['ha-2021-tic', '2025-04-05', 'UNKNOWN'],
    ['sx-2023-tic', '2028-06-30', 'IN_FORCE'],
    ['sx-2023-tic', '2028-07-01', 'EXPIRED'],
    ['cn-2021-tic', '2021-02-09', 'NOT_YET'],
    ['cn-2021-tic', '2100-01-01', 'IN_FORCE'],
  ])('%s is on %s %s, alone and in the list', async (id, asOf, validity) => {
    const { instrument, instruments } = await server.data(
      'query ($id: ID!, $asOf: Date) { instrument(id: $id, asOf: $asOf) { validity } instruments(asOf: $asOf) { id validity } }',
      { id, asOf },
    )
    expect(instrument).toEqual({ validity })
    expect(instruments.find((one: Data) => one.id === id)).toEqual({ id, validity })
  })

  it('mark an end that is computed, and say how', async () => {
    const { instrument } = await server.data(
      '{ instrument(id: "sx-2023-tic", asOf: "2025-01-01") { effectiveUntil effectiveUntilBasis validityReason validityReasonEn } }',
    )
    expect(instrument).toEqual({
      effectiveUntil: '2028-06-30',
      effectiveUntilBasis: 'derived',
      validityReason: '自2023-07-01起施行，有效期五年，推算至2028-06-30（2023-07-01 + 5年 − 1日）',
      validityReasonEn:
        'In force from 2023-07-01, valid for 5 years, computed to end on 2028-06-30 (2023-07-01 + 5 years − 1 day)',
    })
  })

  it.each(FIVE)('%s has its text untouched, and every fact points at its words', async (id) => {
    const { instrument } = await server.data(
      `query ($id: ID!) { instrument(id: $id) {
        text
        provisions { id start end text pinpoint parent depth }
        thresholds { id evidence { instrument provision pinpoint start end quote } }
        norms { evidence { start end quote } }
        counts { provisions thresholds }
      } }`,
      { id },
    )
    const { text, provisions, thresholds, norms, counts } = instrument
    expect(text).toBe(readFileSync(`data/regulations/${id}/text.txt`, 'utf8'))
    for (const { start, end, text: slice } of provisions) expect(slice).toBe(text.slice(start, end))
    for (const { evidence } of [...thresholds, ...norms])
      expect(evidence.quote).toBe(text.slice(evidence.start, evidence.end))
    expect(counts).toEqual({ provisions: provisions.length, thresholds: thresholds.length })
    expect(thresholds.length).toBeGreaterThan(0)
  })

  it('are null for an unknown id', async () => {
    expect(await server.data('{ instrument(id: "nowhere") { id } provision(id: "nowhere#art_1") { id } }')).toEqual({
      instrument: null,
      provision: null,
    })
  })
})

describe('a provision', () => {
  it('knows where it stands, what it says and what it sets', async () => {
    const { instrument } = await server.data(
      '{ instrument(id: "yn-2022-tic") { thresholds { metricKey evidence { provision pinpoint } } } }',
    )
    const staff = instrument.thresholds.find(({ metricKey }: Data) => metricKey === 'fixed_staff')
    const { provision } = await server.data(
      `query ($id: ID!) { provision(id: $id) {
        id pinpoint kind text start end parent
        instrument { id title }
        thresholds { metricKey comparator value unit }
      } }`,
      { id: staff.evidence.provision },
    )
    expect(provision).toMatchObject({
      id: staff.evidence.provision,
      pinpoint: staff.evidence.pinpoint,
      instrument: { id: 'yn-2022-tic' },
    })
    expect(provision.pinpoint).toMatch(/^第[一二三四五六七八九十]+条/)
    expect(provision.thresholds).toContainEqual(expect.objectContaining({ metricKey: 'fixed_staff', comparator: '>=' }))
  })

  it('counts what stands in its parts as its own', async () => {
    const { instrument } = await server.data(
      '{ instrument(id: "yn-2022-tic") { provisions { id kind start end thresholds { id evidence { start end } } } thresholds { id evidence { start end } } } }',
    )
    for (const { start, end, thresholds } of instrument.provisions) {
      const within = instrument.thresholds.filter(
        ({ evidence }: Data) => start <= evidence.start && evidence.end <= end,
      )
      expect(thresholds).toEqual(within)
    }
  })
})

describe('search', () => {
  it('finds the words in their provision and says where in the snippet they are', async () => {
    const { search } = await server.data(
      '{ search(query: "工作日", first: 5) { total hits { snippet highlights { start end } score provision { id pinpoint instrument { id } text } } } }',
    )
    expect(search.total).toBe(1)
    const [hit] = search.hits
    expect(hit.provision.instrument).toEqual({ id: 'sx-2023-tic' })
    expect(hit.provision.text).toContain('工作日')
    const [mark] = hit.highlights
    expect(hit.snippet.slice(mark.start, mark.end)).toBe('工作日')
  })

  it('gives as many as asked for and counts all', async () => {
    const { search } = await server.data('{ search(query: "创新中心", first: 3) { total hits { score } } }')
    expect(search.hits).toHaveLength(3)
    expect(search.total).toBeGreaterThan(50)
    const scores = search.hits.map(({ score }: Data) => score)
    expect(scores).toEqual(scores.toSorted((one: number, two: number) => two - one))
  })

  it('finds nothing in words that no text has', async () => {
    expect(await server.data('{ search(query: "量子纠缠火锅") { total hits { score } } }')).toEqual({
      search: { total: 0, hits: [] },
    })
  })
})
