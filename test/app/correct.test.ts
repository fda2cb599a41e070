import { existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { quoteHash } from '../../server/corrections/quotes.ts'
import { command } from './command.ts'
import { serving } from './serving.ts'

const TEXT = '某某市实验室管理办法\n\n第一条 实验室固定人员不少于50人。\n\n第二条 本办法自2020年1月1日起施行。\n'
const QUOTE = '固定人员不少于50人'
const SAID = ['--reason', '原件为60', '--author', '张三']

describe('npm run correct', () => {
  const server = serving()
  let [id, file] = ['', '']
  const run = (...args: readonly string[]) => command('correct', [id, ...args], server.config)
  const values = async () => {
    const query = 'query ($id: ID!) { instrument(id: $id) { thresholds { value evidence { quote } } } }'
    return (await server.data(query, { id })).instrument.thresholds
  }

  beforeAll(async () => {
    const path = join(server.config.home, 'mine.txt')
    writeFileSync(path, TEXT)
    id = JSON.parse((await command('ingest', ['--json', path], server.config)).stdout).id
    file = join(server.config.home, 'corrections', `${id}.json`)
  })
  afterAll(() => rmSync(server.config.home, { recursive: true, force: true }))

  it('says where the first correction will be written', async () => {
    const { status, stdout } = await run()
    expect([status, stdout]).toEqual([0, `no corrections: the first one will be written to ${file}\n`])
  })

  it.each([
    ['words that are not there', ['--kind', 'threshold', '--quote', '一百人', '--drop'], /does not hold these words/],
    ['what is read anyway', ['--kind', 'threshold', '--quote', QUOTE, '--set', 'value=50'], /says what is read anyway/],
    [
      'a field that no threshold has',
      ['--kind', 'threshold', '--quote', QUOTE, '--set', 'a=1'],
      /a threshold has metric/,
    ],
    ['half a field', ['--kind', 'threshold', '--quote', QUOTE, '--set', 'value'], /write FIELD=VALUE/],
    [
      'a row that the comparison does not have',
      ['--kind', 'row', '--quote', QUOTE, '--set', 'row=eligibility_staff/fixd_staff'],
      /no row has the id eligibility_staff\/fixd_staff: copy the id/,
    ],
    ['a kind that is none', ['--kind', 'number', '--quote', QUOTE, '--drop'], /"threshold"/],
  ] as const)('refuses %s, and writes nothing', async (_, args, message) => {
    const { status, stdout, stderr } = await run(...args, ...SAID)
    expect([status, stdout, stderr]).toEqual([1, '', expect.stringMatching(message)])
    expect(existsSync(file)).toBe(false)
  })

  it('writes a correction with the hash of its quote, and the running server answers with it', async () => {
    const { status, stdout } = await run('--kind', 'threshold', '--quote', QUOTE, '--set', 'value=60', ...SAID)
    expect([status, stdout]).toEqual([0, `written    ${file}\nreplaced   ${id}  某某市实验室管理办法\n`])
    const { corrections } = JSON.parse(readFileSync(file, 'utf8'))
    expect(corrections).toEqual([
      {
        ...{ kind: 'threshold', quote: QUOTE, hash: quoteHash(QUOTE), set: { value: 60 } },
        ...{ reason: '原件为60', author: '张三', date: expect.stringMatching(/^\d{4}-\d\d-\d\d$/) },
      },
    ])
    expect(await values()).toEqual([{ value: 60, evidence: { quote: expect.stringContaining(QUOTE) } }])
  })

  it('lists what became of each, and keeps the others as they are', async () => {
    const held = JSON.parse(readFileSync(file, 'utf8'))
    const row = {
      kind: 'row',
      quote: QUOTE,
      set: { row: '人员' },
      reason: '同一事项',
      author: '张三',
      date: '2026-01-02',
    }
    writeFileSync(file, JSON.stringify({ corrections: [row, ...held.corrections] }))
    const added = await run('--kind', 'norm', '--quote', '固定人员', '--set', 'bearer=实验室', ...SAID)
    expect(added.stdout).toMatch(/^written /)
    const { stdout } = await run()
    expect(stdout.split('\n').map((line) => line.split(' “')[0])).toEqual([
      'applied    row',
      'applied    threshold',
      'applied    norm',
      '',
    ])
    expect(JSON.parse(readFileSync(file, 'utf8')).corrections[0]).toEqual(row)
  })

  it('does not write into a file that is broken', async () => {
    writeFileSync(file, '{')
    const { status, stderr } = await run('--kind', 'threshold', '--quote', QUOTE, '--drop', ...SAID)
    expect([status, stderr]).toEqual([1, expect.stringContaining(`${file} cannot be read as JSON`)])
    expect(readFileSync(file, 'utf8')).toBe('{')
  })

  it('says of an unknown id which there are', async () => {
    const { status, stderr } = await command('correct', ['nope'], server.config)
    expect([status, stderr]).toEqual([
      1,
      expect.stringMatching(/^no text nope is here \(there are .+\): ingest it first/),
    ])
  })
})
