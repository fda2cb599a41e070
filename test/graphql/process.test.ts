import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { type Data, serving } from '../app/serving.ts'

const server = serving()

const PROCEDURES = `query ($instruments: [ID!]!, $parent: ID, $track: String, $asOf: Date) {
  procedures(instruments: $instruments, parent: $parent, track: $track, asOf: $asOf) {
    base asOf tracks fingerprint
    columns { id validity }
    lanes { key label labelEn }
    stages { key phase label labelEn cells { instrument steps relation reason reasonEn only } }
    procedures {
      instrument
      steps {
        id track name actor called action act stage score stageReason lane laneReason
        partners { lane name }
        time { words kind value unit from }
        evidence { instrument provision pinpoint start end quote }
      }
      totals { track kind places without sums { unit value kind } sentence sentenceEn }
    }
  }
}`

const EVALUATIONS = `query ($instruments: [ID!]!, $parent: ID, $asOf: Date) {
  evaluations(instruments: $instruments, parent: $parent, asOf: $asOf) {
    base asOf fingerprint
    columns { id }
    scales { instrument declared grades { name standing basis } }
    rows {
      key label labelEn note
      cells { instrument silent relation reason reasonEn entries { grade value valueEn evidence { instrument provision pinpoint start end quote } } }
    }
  }
}`

const ALL = ['yn-2022-tic', 'sx-2023-tic', 'ha-2021-tic', 'yn-2019-mic', 'cn-2021-tic']

const of = (list: readonly Data[], key: string, value: string): Data => list.find((one) => one[key] === value)

describe('procedures', () => {
  it('stand in columns, lanes and stages, every step with its words', async () => {
    const { procedures } = await server.data(PROCEDURES, { instruments: ALL, asOf: '2025-04-06' })
    expect(procedures.columns.map(({ id }: Data) => id)).toEqual([
      ...['cn-2021-tic', 'yn-2022-tic', 'sx-2023-tic', 'ha-2021-tic', 'yn-2019-mic'],
    ])
    expect([procedures.base, procedures.asOf, procedures.tracks]).toEqual([
      ...['cn-2021-tic', '2025-04-06', ['综合类', '领域类']],
    ])
    for (const { instrument, steps } of procedures.procedures) {
      const text = readFileSync(`data/regulations/${instrument}/text.txt`, 'utf8')
      for (const { evidence } of steps) {
        expect(evidence.quote).toBe(text.slice(evidence.start, evidence.end))
        expect(evidence.instrument).toBe(instrument)
        expect(evidence.pinpoint).toBeTruthy()
      }
    }
    const keys = new Set(procedures.lanes.map(({ key }: Data) => key))
    const steps = procedures.procedures.flatMap((one: Data) => one.steps)
    expect(steps.filter(({ lane }: Data) => !keys.has(lane))).toEqual([])
    const placed = procedures.stages.flatMap(({ cells }: Data) => cells.flatMap((cell: Data) => cell.steps))
    expect(placed.toSorted()).toEqual(steps.map(({ id }: Data) => id).toSorted())
  })

  it('tell who recommends, who decides and how long, and leave the working day a working day', async () => {
    const { procedures } = await server.data(PROCEDURES, { instruments: ALL, track: '领域类' })
    const steps = of(procedures.procedures, 'instrument', 'sx-2023-tic').steps
    const called = (stage: string, lane: string) =>
      steps.filter((one: Data) => one.stage === stage && one.lane === lane).map((one: Data) => one.called)
    expect(new Set(called('review', 'recommender'))).toEqual(new Set(['归口管理单位']))
    expect(called('decide', 'authority')).toContain('省科技厅')
    expect(of(steps, 'stage', 'notice').time).toEqual({
      ...{ words: '5个工作日', kind: 'period', value: 5, unit: 'workday', from: null },
    })
    const [total] = of(procedures.procedures, 'instrument', 'sx-2023-tic').totals
    expect(total).toMatchObject({
      track: '领域类',
      kind: 'bounded',
      sums: [{ unit: 'workday', value: 5, kind: 'period' }],
    })
    expect(steps.some(({ track }: Data) => track === '综合类')).toBe(false)
  })

  it('say which stages a province adds and which it drops', async () => {
    const { procedures } = await server.data(PROCEDURES, { instruments: ALL })
    const cell = (stage: string, instrument: string) =>
      of(of(procedures.stages, 'key', stage).cells, 'instrument', instrument)
    expect(cell('notice', 'sx-2023-tic')).toMatchObject({ relation: 'ADDED', only: false, reason: expect.any(String) })
    expect(cell('change', 'ha-2021-tic')).toMatchObject({ relation: 'OMITTED', steps: [] })
    expect(cell('notice', 'cn-2021-tic')).toMatchObject({ relation: null, steps: [] })
  })

  it.each([
    ['instruments', { instruments: [] }, 'name at least one'],
    ['instruments', { instruments: ['nowhere'] }, 'nowhere'],
    ['parent', { instruments: ALL, parent: 'nowhere' }, 'nowhere'],
    ['track', { instruments: ALL, track: '特别类' }, '特别类'],
    ['instruments', { instruments: Array.from({ length: 61 }, (_, at) => `x${String(at)}`) }, 'at most 60'],
  ])('refuse a bad %s: %j', async (argument, variables, words) => {
    const { errors } = await server.ask(PROCEDURES, variables)
    expect(errors).toMatchObject([
      { extensions: { code: 'BAD_USER_INPUT', argument }, message: expect.stringContaining(words) },
    ])
  })

  it('keep one column, named twice, as one', async () => {
    const { procedures } = await server.data(PROCEDURES, { instruments: ['ha-2021-tic', 'ha-2021-tic'] })
    expect([procedures.columns.length, procedures.base]).toEqual([1, null])
    expect(procedures.stages.every(({ cells }: Data) => cells.every(({ only }: Data) => !only))).toBe(true)
  })
})

describe('evaluations', () => {
  it('tell the scales of the five apart', async () => {
    const { evaluations } = await server.data(EVALUATIONS, { instruments: ALL })
    const grades = (id: string) =>
      evaluations.scales
        .filter(({ instrument }: Data) => instrument === id)
        .map((scale: Data) => [scale.declared, scale.grades.map(({ name, standing }: Data) => `${name} ${standing}`)])
    expect(grades('cn-2021-tic')).toEqual([[true, ['优秀 pass', '良好 pass', '较差 conditional']]])
    expect(grades('yn-2022-tic')).toEqual([
      [true, ['优 pass', '良 pass', '中 conditional', '差 fail']],
      [true, ['通过 pass', '未通过 conditional']],
    ])
    expect(grades('ha-2021-tic')).toEqual([[false, ['优秀 pass', '良好 pass']]])
    const row = of(evaluations.rows, 'key', 'scale')
    expect(row.note).toContain('编辑性')
    expect(of(row.cells, 'instrument', 'sx-2023-tic')).toMatchObject({ relation: 'NOT_COMPARABLE' })
  })

  it('say what is stricter and why, with the words', async () => {
    const { evaluations } = await server.data(EVALUATIONS, { instruments: ALL })
    const cell = (row: string, id: string) => of(of(evaluations.rows, 'key', row).cells, 'instrument', id)
    expect(cell('bottom', 'sx-2023-tic')).toMatchObject({
      relation: 'STRICTER',
      reason: '“不合格”↔“较差”：撤销资格一类，国家为整改',
      entries: [{ grade: '不合格', value: '撤销省创中心资格', evidence: { pinpoint: '第二十六条' } }],
    })
    expect(cell('quota', 'sx-2023-tic')).toMatchObject({ relation: 'ADDED', entries: [{ value: '优秀比例不超过20%' }] })
    expect(cell('cycle', 'yn-2019-mic')).toMatchObject({ silent: true, relation: 'OMITTED' })
    for (const { entries, instrument } of evaluations.rows.flatMap((row: Data) => row.cells)) {
      const text = readFileSync(`data/regulations/${instrument}/text.txt`, 'utf8')
      for (const { evidence } of entries)
        if (evidence !== null) expect(evidence.quote).toBe(text.slice(evidence.start, evidence.end))
    }
  })

  it.each([
    ['instruments', { instruments: [] }],
    ['parent', { instruments: ALL, parent: 'nowhere' }],
  ])('refuse a bad %s: %j', async (argument, variables) => {
    const { errors } = await server.ask(EVALUATIONS, variables)
    expect(errors).toMatchObject([{ extensions: { code: 'BAD_USER_INPUT', argument } }])
  })
})
