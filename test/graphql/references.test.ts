import { readFileSync } from 'node:fs'
import { beforeAll, describe, expect, it } from 'vitest'
import { openLibrarian } from '../../server/app/librarian.ts'
import { type Data, serving } from '../app/serving.ts'

const server = serving()

const MEASURE = `某某市科研仪器共享管理办法

第一条 为规范科研仪器共享，制定本办法。

第二条 市科技局负责科研仪器共享的管理工作。

第三条 管理单位应当按照第二条的规定报送名录，并遵守第四十条的规定。

第四条 本办法自2020年1月1日起施行，有效期至2022年12月31日。
`

const RULES = `某某市科研仪器共享管理办法实施细则

第一条 根据《某某市科研仪器共享管理办法》第二条和第九十条，制定本细则。

第二条 本细则自2021年1月1日起施行。
`

const EDGES = `query ($id: ID!, $asOf: Date) { references(instrument: $id, asOf: $asOf) {
  kind state title relation targetInstrument targetProvision why whyEn from { instrument provision pinpoint start end quote }
} }`

let [measure, rules] = ['', '']

beforeAll(async () => {
  const librarian = await openLibrarian(server.config)
  const add = async (name: string, text: string) =>
    (await librarian.ingest({ name, bytes: new TextEncoder().encode(text), id: null })).id
  measure = await add('measure.txt', MEASURE)
  rules = await add('rules.txt', RULES)
})

describe('references of the shipped texts', () => {
  it('point at their words', async () => {
    const { references } = await server.data(EDGES, { id: 'yn-2022-tic' })
    const text = readFileSync('data/regulations/yn-2022-tic/text.txt', 'utf8')
    expect(references.length).toBeGreaterThan(0)
    for (const { from } of references) expect(from.quote).toBe(text.slice(from.start, from.end))
  })

  it('lead from a province to the national measure that it has here', async () => {
    const { references } = await server.data(EDGES, { id: 'yn-2022-tic', asOf: '2024-01-01' })
    expect(references).toContainEqual(
      expect.objectContaining({ kind: 'citation', state: 'RESOLVED', targetInstrument: 'cn-2021-tic', why: null }),
    )
  })

  it('name a text that is not here as a ghost, also one that they repeal', async () => {
    const { references } = await server.data(EDGES, { id: 'sx-2023-tic' })
    const repealing = references.find(({ relation }: Data) => relation === 'repeals')
    expect(repealing).toMatchObject({ state: 'GHOST', targetProvision: null })
    expect([repealing.why, repealing.whyEn]).toEqual([
      expect.stringContaining('未收录'),
      expect.stringContaining('not held'),
    ])
    const { instrument } = await server.data(
      `query ($id: ID!) { instrument(id: $id, asOf: "2023-07-01") { held validity validityReason text provisions { id } } }`,
      { id: repealing.targetInstrument },
    )
    expect(instrument).toEqual({
      held: false,
      validity: 'REPEALED',
      validityReason: '自2023-07-01起被《省技术创新中心建设与运行管理办法》废止',
      text: '',
      provisions: [],
    })
  })

  it('of a ghost are none', async () => {
    const { instruments } = await server.data('{ instruments(ghosts: true) { id held } }')
    const ghost = instruments.find(({ held }: Data) => !held)
    expect(await server.data(EDGES, { id: ghost.id })).toEqual({ references: [] })
  })
})

describe('references to places', () => {
  it('resolve inside a text where the place exists, and dangle where it does not', async () => {
    const { references } = await server.data(EDGES, { id: measure })
    expect(references).toMatchObject([
      {
        kind: 'reference',
        state: 'RESOLVED',
        targetInstrument: measure,
        targetProvision: expect.stringMatching(/art_2$/),
        why: null,
        from: { pinpoint: expect.stringMatching(/^第三条/), quote: '第二条' },
      },
      {
        kind: 'reference',
        state: 'DANGLING',
        targetProvision: null,
        why: '本文件中没有“第四十条”',
        whyEn: 'this text has no 第四十条',
        from: { quote: '第四十条' },
      },
    ])
  })

  it.each([
    ['2022-12-31', 'RESOLVED', null],
    ['2023-01-01', 'EXPIRED', '《某某市科研仪器共享管理办法》的有效期至2022-12-31，已失效'],
  ])('of another text are on %s %s', async (asOf, state, why) => {
    const { references } = await server.data(EDGES, { id: rules, asOf })
    expect(references).toContainEqual(
      expect.objectContaining({ kind: 'citation', relation: 'basis', state, why, targetInstrument: measure }),
    )
    const place = references.find(({ targetProvision }: Data) => targetProvision !== null)
    expect(place).toMatchObject({ kind: 'reference', state, targetProvision: expect.stringMatching(/art_2$/) })
  })

  it('are told again from the side of what is referred to', async () => {
    const { references } = await server.data(EDGES, { id: measure })
    const { provision } = await server.data(
      `query ($id: ID!) { provision(id: $id) { citedBy { kind state from { instrument start } } } }`,
      { id: references[0].targetProvision },
    )
    expect(provision.citedBy.map(({ from }: Data) => from.instrument).toSorted()).toEqual([measure, rules].toSorted())
  })

  it('are shown at the provision that they leave', async () => {
    const { references } = await server.data(EDGES, { id: measure })
    const { provision } = await server.data(
      `query ($id: ID!) { provision(id: $id) { references { state from { quote } } } }`,
      {
        id: references[0].from.provision,
      },
    )
    expect(provision.references).toEqual([
      { state: 'RESOLVED', from: { quote: '第二条' } },
      { state: 'DANGLING', from: { quote: '第四十条' } },
    ])
  })
})
