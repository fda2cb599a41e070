import { describe, expect, it } from 'vitest'
import { type Data, serving } from '../app/serving.ts'
import { type Applicant, APPLICANT, CASES, type Expected, USUAL } from '../gold/fit-profiles.ts'

const server = serving()
const IDS = {
  yunnan: 'yn-2022-tic',
  shanxi: 'sx-2023-tic',
  henan: 'ha-2021-tic',
  manufacturing: 'yn-2019-mic',
} as const
const FIVE = ['cn-2021-tic', ...Object.values(IDS)]
const QUERY = `query ($profile: ProfileInput!, $instruments: [ID!], $asOf: Date) {
  fit(profile: $profile, instruments: $instruments, asOf: $asOf) {
    asOf
    problems { key code message messageEn }
    oneChange { key label from to unit distance opens flips { instrument condition from to } }
    nextQuestion { key }
    results {
      instrument { id validity } verdict passed failed unknown judgement track why whyEn
      changes { key from to }
      conditions { ...c children { ...c children { ...c children { ...c children { ...c children { ...c } } } } } }
    }
  }
}
fragment c on ConditionResult {
  id kind verdict reason sentence sentenceEn metricKey fieldKey required have gap unit evidence { quote start end instrument }
}`

function profileOf(applicant: Applicant): Data {
  const { applicantType, jurisdiction, track, ...answers } = applicant
  const values = Object.entries(answers).flatMap(([key, answer]): Data[] => {
    if (answer === null) return []
    if (typeof answer === 'number') return [{ key, number: answer }]
    return [typeof answer === 'boolean' ? { key, flag: answer } : { key, series: answer }]
  })
  return { applicantType, jurisdiction, track, values }
}

async function fit(change: Partial<Applicant>, more: Data = {}): Promise<Data> {
  const profile = profileOf({ ...APPLICANT, ...change } as Applicant)
  return (await server.data(QUERY, { profile, instruments: FIVE, ...more })).fit
}

/** The fields of the conditions that decide: not those of alternatives or cases that came out otherwise. */
function fieldsWith(verdict: string, conditions: readonly Data[]): readonly string[] {
  return conditions.flatMap(({ kind, children = [], fieldKey, ...one }) => {
    if (kind !== 'all' && one.verdict !== verdict) return []
    const below = fieldsWith(verdict, children)
    return kind === 'all' || below.length > 0 || (children.length > 0 && kind !== 'if') ? below : [fieldKey]
  })
}

function outcome(result: Data): Data {
  const named = (keys: readonly string[]) => [...new Set(keys)].sort()
  return {
    verdict: result.verdict,
    fails: named(fieldsWith('FAIL', result.conditions)),
    open: named(fieldsWith('UNKNOWN', result.conditions)),
  }
}

function expected({ fails = [], open = [] }: Expected): Data {
  const verdict = fails.length > 0 ? 'FAIL' : open.length > 0 ? 'UNKNOWN' : 'JUDGEMENT'
  return { verdict, fails: fails.toSorted(), open: open.toSorted() }
}

describe('profiles whose verdicts were read from the texts', () => {
  it.each(CASES)('$name', async ({ change, ...texts }) => {
    const { results, problems } = await fit(change)
    expect(problems).toEqual([])
    const found = Object.entries(IDS).map(([name, id]) => [
      name,
      outcome(results.find(({ instrument }: Data) => instrument.id === id)),
    ])
    const wanted = Object.keys(IDS).map((name) => {
      const key = name as keyof typeof IDS
      return [name, expected(texts[key] ?? USUAL[key])]
    })
    expect(found).toEqual(wanted)
  })
})

describe('fit', () => {
  const byId = (results: readonly Data[], id: string): Data => results.find(({ instrument }) => instrument.id === id)

  it('ranks what is in force first and drops nothing', async () => {
    const { results } = await fit({}, { asOf: '2026-01-01' })
    expect(results.map(({ instrument }: Data) => [instrument.id, instrument.validity])).toEqual([
      ['cn-2021-tic', 'IN_FORCE'],
      ['sx-2023-tic', 'IN_FORCE'],
      ['ha-2021-tic', 'UNKNOWN'],
      ['yn-2019-mic', 'UNKNOWN'],
      ['yn-2022-tic', 'EXPIRED'],
    ])
    expect(results.at(-1).why).toMatch(/^已失效；0项不符合，0项待填写/)
  })

  it('ranks Yunnan among those in force on a day when it was', async () => {
    const { results, asOf } = await fit({}, { asOf: '2023-12-31' })
    const order = results.map(({ instrument }: Data) => instrument.id)
    expect([asOf, order.indexOf('yn-2022-tic') < order.indexOf('sx-2023-tic')]).toEqual(['2023-12-31', true])
  })

  it('says what is had, what is demanded and what is missing, with the words of the text', async () => {
    const { results } = await fit({ fixed_staff: 99 })
    const leaves = (one: Data): Data[] => [one, ...(one.children ?? []).flatMap(leaves)]
    const staff = byId(results, 'yn-2022-tic')
      .conditions.flatMap(leaves)
      .find((one: Data) => one.fieldKey === 'fixed_staff')
    expect(staff).toMatchObject({
      verdict: 'FAIL',
      reason: 'below',
      sentence: '有99人，要求不少于100人，差1人',
      sentenceEn: 'has 99 people, at least 100 people is asked for, short by 1 person',
      required: '不少于100人',
      have: 99,
      gap: 1,
      unit: 'person',
      evidence: { quote: '研发团队中固定人员不少于 100 人', instrument: 'yn-2022-tic' },
    })
  })

  it('names the one change that opens an instrument, with its proof', async () => {
    const { oneChange } = await fit({ fixed_staff: 99 }, { asOf: '2024-01-01' })
    expect(oneChange).toMatchObject({
      key: 'fixed_staff',
      label: '固定人员数',
      from: 99,
      to: 100,
      unit: 'person',
      opens: ['yn-2022-tic'],
      flips: [{ instrument: 'yn-2022-tic', from: 'FAIL', to: 'PASS' }],
    })
    const { results } = await fit({ fixed_staff: oneChange.to })
    expect(byId(results, 'yn-2022-tic').verdict).toBe('JUDGEMENT')
  })

  it('offers no change of an age or of a place', async () => {
    const { oneChange, results } = await fit({ jurisdiction: 'CN-SX', director_age: 61 })
    expect([oneChange, byId(results, 'sx-2023-tic').changes]).toEqual([null, null])
  })

  it('names the smallest set of changes for one instrument: one of two alternatives, the cheaper', async () => {
    const { results } = await fit({ class1_ip: 1, class2_ip: 2, rd_spend: [40_000_000, 8_000_000, 80_000_000] })
    expect(byId(results, 'yn-2022-tic').changes).toEqual([
      { key: 'rd_spend', from: 8_000_000, to: 10_000_000 },
      { key: 'class1_ip', from: 1, to: 2 },
    ])
  })

  it('asks next for what decides most', async () => {
    const { nextQuestion } = await fit({
      floor_area: null,
      fixed_staff: null,
      high_level_talents: null,
      jurisdiction: null,
    })
    expect(nextQuestion).toEqual({ key: 'jurisdiction' })
    expect((await fit({})).nextQuestion).toBeNull()
  })

  it('leaves a bad value out and keeps the rest', async () => {
    const { problems, results } = await fit({
      senior_staff_ratio: 45,
      floor_area: -1,
      director_eyes: 2,
      rd_staff_ratio: 0.2,
    })
    expect(problems.map(({ key, code }: Data) => [key, code])).toEqual([
      ['senior_staff_ratio', 'TOO_LARGE'],
      ['floor_area', 'NEGATIVE'],
      ['director_eyes', 'UNKNOWN_FIELD'],
    ])
    expect(problems[0].message).toBe('45 太大：是否指 45%，即 0.45？')
    expect(outcome(byId(results, 'yn-2022-tic'))).toEqual(expected({ open: ['floor_area', 'senior_staff_ratio'] }))
    expect(outcome(byId(results, 'ha-2021-tic'))).toEqual(expected({}))
  })

  it.each([
    ['an unknown instrument', { instruments: ['no-such'] }, {}, 'instruments'],
    ['an unknown type', {}, { applicantType: 'bank' }, 'applicantType'],
    ['an unknown place', {}, { jurisdiction: 'Atlantis' }, 'profile.jurisdiction'],
  ] as const)('refuses %s by name', async (_, more, change, argument) => {
    const profile = profileOf({ ...APPLICANT, ...change } as Applicant)
    const { errors } = await server.ask(QUERY, { profile, instruments: FIVE, ...more })
    expect(errors).toMatchObject([{ extensions: { code: 'BAD_USER_INPUT', argument } }])
  })
})

describe('profileFields', () => {
  it('asks for one amount a year where yearly, total and average are demanded', async () => {
    const { profileFields } = await server.data(
      '{ profileFields { key label labelEn unit kind series options usedBy reachable } }',
    )
    const of = (key: string): Data => profileFields.find((field: Data) => field.key === key)
    expect(of('rd_spend')).toEqual({
      key: 'rd_spend',
      label: '研发投入',
      labelEn: 'R&D spending',
      unit: 'CNY',
      kind: 'series',
      series: 3,
      options: [],
      usedBy: expect.arrayContaining(['ha-2021-tic', 'sx-2023-tic', 'yn-2022-tic']),
      reachable: true,
    })
    expect(of('jurisdiction')).toMatchObject({ kind: 'choice', options: expect.arrayContaining(['CN-YN', 'CN-SX']) })
    expect(of('track').options).toEqual(['综合类', '领域类'])
    expect(of('director_age').reachable).toBe(false)
    expect(profileFields.filter(({ key }: Data) => key.startsWith('rd_spend')).length).toBe(1)
  })

  it('asks only for what the named instruments ask', async () => {
    const { profileFields } = await server.data('{ profileFields(instruments: ["yn-2019-mic"]) { key kind } }')
    const amounts = profileFields.filter(({ kind }: Data) => kind === 'number').map(({ key }: Data) => key)
    expect(amounts).toEqual(['member_units', 'founding_capital', 'core_technologies'])
  })
})

describe('whatIf', () => {
  const CURVES = `query ($profile: ProfileInput!, $key: ID!) {
    whatIf(profile: $profile, key: $key) { instrument { id } stretches { from to fromCounts toCounts verdict } }
  }`

  it('tells exactly where a verdict turns', async () => {
    const { whatIf } = await server.data(CURVES, { profile: profileOf(APPLICANT), key: 'fixed_staff' })
    expect(whatIf.find(({ instrument }: Data) => instrument.id === 'yn-2022-tic').stretches).toEqual([
      { from: 0, to: 100, fromCounts: true, toCounts: false, verdict: 'FAIL' },
      { from: 100, to: null, fromCounts: true, toCounts: false, verdict: 'JUDGEMENT' },
    ])
  })

  it('holds an end that does not count against the other side', async () => {
    const { whatIf } = await server.data(CURVES, { profile: profileOf(APPLICANT), key: 'debt_asset_ratio' })
    expect(whatIf[0].stretches).toEqual([
      { from: 0, to: 0.7, fromCounts: true, toCounts: false, verdict: 'JUDGEMENT' },
      { from: 0.7, to: null, fromCounts: true, toCounts: false, verdict: 'FAIL' },
    ])
  })

  it('refuses what is no amount', async () => {
    const { errors } = await server.ask(CURVES, { profile: profileOf(APPLICANT), key: 'legal_person' })
    expect(errors).toMatchObject([{ message: expect.stringContaining('fixed_staff'), extensions: { argument: 'key' } }])
  })
})
