import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { command } from '../app/command.ts'
import { type Data, serving } from '../app/serving.ts'

const server = serving()
const QUERY = `query ($left: ID!, $right: ID!) {
  alignment(left: $left, right: $right) {
    inherited
    pairs { match part score left { label } right { label } diff { op text } }
  }
}`

const RULES = [
  '渔港经营人应当每年清淤一次，所需费用由受益人承担。',
  '夜间进港的船舶应当提前二小时报告。',
  '违反本规程的，由市海洋发展局责令改正。',
]
const LATER = [
  '渔港经营人应当每年清淤两次，所需费用由受益人承担。',
  '港区内禁止明火作业。',
  '夜间进港的船舶应当提前2小时报告。',
  '违反本规程的，由市海洋发展局责令改正。',
]
const lawOf = (rules: readonly string[], year: number): string =>
  [
    `甲港清淤试验规程`,
    `${String(year)}年3月1日公布`,
    ...rules.map((rule, at) => `第${'一二三四'[at] ?? ''}条 ${rule}`),
  ].join('\n\n')
const NOTICE = '关于清淤工作的通知\n\n各有关单位：\n\n现就清淤工作通知如下，请遵照执行。\n\n甲市水务局\n2022年3月1日\n'

const folder = mkdtempSync(join(tmpdir(), 'tiaolan-alignment-'))
const ids: Record<string, string> = {}
let ghost = ''

beforeAll(async () => {
  mkdirSync(folder, { recursive: true })
  const texts = { earlier: lawOf(RULES, 2011), later: lawOf(LATER, 2021), notice: NOTICE }
  const paths = Object.entries(texts).map(([name, text]) => {
    writeFileSync(join(folder, `${name}.txt`), text)
    return join(folder, `${name}.txt`)
  })
  const { stdout } = await command('ingest', ['--json', ...paths], server.config)
  const lines = stdout.trim().split('\n')
  for (const [at, name] of Object.keys(texts).entries())
    ids[name] = (JSON.parse(lines[at] ?? '{}') as { id: string }).id
  const { instruments } = await server.data('{ instruments(ghosts: true) { id held } }')
  ghost = instruments.find(({ held }: Data) => !held).id
}, 120_000)
afterAll(() => {
  rmSync(folder, { recursive: true, force: true })
})

describe('two states of one text', () => {
  it('finds renumbered articles, and tells 二小时 for 2小时 from a change', async () => {
    const { alignment } = await server.data(QUERY, { left: ids['earlier'], right: ids['later'] })
    expect(
      alignment.pairs.map(({ left, right, match }: Data) => [left?.label ?? null, right?.label ?? null, match]),
    ).toEqual([
      ['第一条', '第一条', 'ADAPTED'],
      [null, '第二条', 'NEW'],
      ['第二条', '第三条', 'VERBATIM'],
      ['第三条', '第四条', 'VERBATIM'],
    ])
    expect(alignment.pairs[0].diff).toEqual([
      { op: 'equal', text: '渔港经营人应当每年清淤' },
      { op: 'delete', text: '一' },
      { op: 'insert', text: '两' },
      { op: 'equal', text: '次，所需费用由受益人承担。' },
    ])
  })
})

describe('texts that make no pairs', () => {
  it('leaves a text alone beside one without articles', async () => {
    const { alignment } = await server.data(QUERY, { left: ids['notice'], right: ids['later'] })
    expect(new Set(alignment.pairs.map(({ match }: Data) => match))).toEqual(new Set(['NEW']))
    expect(alignment.inherited).toBe(0)
    const back = await server.data(QUERY, { left: ids['later'], right: ids['notice'] })
    expect(new Set(back.alignment.pairs.map(({ match }: Data) => match))).toEqual(new Set(['OMITTED']))
  })

  it('has nothing to say of two texts without articles', async () => {
    const { alignment } = await server.data(QUERY, { left: ids['notice'], right: ids['notice'] })
    expect(alignment).toEqual({ inherited: 0, pairs: [] })
  })

  it('says of a text that is only cited that it is not held', async () => {
    for (const [argument, variables] of [
      ['left', { left: ghost, right: ids['later'] }],
      ['right', { left: ids['later'], right: ghost }],
    ] as const) {
      const { errors } = await server.ask(QUERY, variables)
      expect(errors).toMatchObject([
        {
          message: expect.stringContaining('is only cited, its text is not here: ingest it first'),
          extensions: { code: 'BAD_USER_INPUT', argument },
        },
      ])
    }
  })
})
