import { mkdirSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { writeNote } from '../../server/app/note.ts'
import { command } from './command.ts'
import { serving, temporaryConfig } from './serving.ts'

const MEASURE = (days: number) => `某某市实验动物管理办法

第一条 为加强实验动物管理，制定本办法。

第二条 市科技局应当自收到申请之日起${days}个工作日内作出决定。

第三条 本办法自2020年1月1日起施行。
`

let folder = ''
const file = (name: string, content: string | Uint8Array): string => {
  writeFileSync(join(folder, name), content)
  return join(folder, name)
}

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'tiaolan-files-'))
})
afterAll(() => rmSync(folder, { recursive: true }))

describe('npm run ingest without a server', () => {
  const config = temporaryConfig()
  afterAll(() => rmSync(config.home, { recursive: true }))

  it('takes the good files in, says what is wrong with each bad one, and ends with 1', async () => {
    mkdirSync(join(folder, 'many/deep'), { recursive: true })
    const good = file('many/deep/measure.txt', MEASURE(10))
    const old = file('many/old.doc', Uint8Array.of(0xd0, 0xcf, 0x11, 0xe0, 0, 0))
    file('many/notes.json', '{}')
    const [empty, missing] = [file('empty.txt', ''), join(folder, 'missing.txt')]
    const { status, stdout } = await command('ingest', ['--json', empty, join(folder, 'many'), missing], config)
    const lines = stdout
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line))
    expect(status).toBe(1)
    expect(lines).toEqual([
      { file: empty, error: { code: 'EMPTY_FILE', message: expect.stringContaining('empty.txt is empty') } },
      {
        file: good,
        id: expect.stringMatching(/^[a-z-]+-2020-[0-9a-f]{8}$/),
        title: '某某市实验动物管理办法',
        provisions: expect.any(Number),
        thresholds: expect.any(Number),
        references: 0,
        problems: expect.any(Number),
      },
      {
        file: old,
        error: {
          code: 'UNSUPPORTED_FORMAT',
          message: expect.stringMatching(
            /^old\.doc is an old Word or WPS file .* not read: open it .*save it as \.docx$/,
          ),
        },
      },
      { file: missing, error: { code: 'FILE_MISSING', message: `there is no file ${missing}: check the path` } },
    ])
    expect(lines[1].provisions).toBeGreaterThanOrEqual(3)
  })

  it('knows a file again, also under another name and in another encoding', async () => {
    const same = file('copy.txt', MEASURE(10))
    const wide = file('wide.txt', Buffer.concat([Buffer.of(0xff, 0xfe), Buffer.from(MEASURE(10), 'utf16le')]))
    const { status, stdout } = await command('ingest', [same, wide], config)
    expect(status).toBe(0)
    expect(stdout.split('\n').map((line) => line.split(' ')[0])).toEqual(['unchanged', 'unchanged', ''])
  })

  it('replaces a text that changed under the same id', async () => {
    const { stdout } = await command('ingest', [file('measure-2.txt', MEASURE(20))], config)
    expect(stdout).toMatch(/^replaced {3}[a-z-]+-2020-[0-9a-f]{8} {2}某某市实验动物管理办法: /)
  })

  it('knows a shipped regulation by its text', async () => {
    const copy = file('from-the-web.txt', readFileSync('data/regulations/sx-2023-tic/text.txt'))
    const [first, second] = [
      await command('ingest', [copy], config),
      await command('ingest', ['data/regulations/sx-2023-tic'], config),
    ]
    expect([first.stdout.slice(0, 22), second.stdout.slice(0, 22)]).toEqual([
      'created    sx-2023-tic',
      'unchanged  sx-2023-tic',
    ])
  })

  it('keeps a version of a law beside the one that takes in another amendment', async () => {
    const law = (history: string) =>
      `某某市河道管理条例\n\n2003年5月8日某某市第十一届人民代表大会常务委员会第三次会议通过${history}\n\n第一条 为加强河道管理，制定本条例。\n\n第二条 本条例自2003年7月1日起施行。\n`
    const amended = `\n\n2016年9月23日某某市第十四届人民代表大会常务委员会第三十次会议《关于修改〈某某市河道管理条例〉的决定》修正`
    const [old, young] = [file('law-2003.txt', law('')), file('law-2016.txt', law(amended))]
    const { stdout } = await command('ingest', [old, young, old], config)
    expect(stdout.split('\n').map((line) => line.replace(/-[0-9a-f]{8} .*/, ''))).toEqual([
      'created    zz-2003',
      'created    zz-2016',
      'unchanged  zz-2003',
      '',
    ])
  })

  it('waits for another that is under way', async () => {
    const [one, two] = [file('one.txt', MEASURE(11)), file('two.txt', '一个没有标题的文本。')]
    const outcomes = await Promise.all([command('ingest', [one], config), command('ingest', [two], config)])
    expect(outcomes.map(({ status, stdout }) => [status, stdout.split(' ')[0]])).toEqual([
      [0, 'replaced'],
      [0, 'created'],
    ])
  })

  it('is not misled by the note of a server that is gone', async () => {
    writeNote(config.home, { address: 'http://127.0.0.1:9', token: 'old', pid: 1, store: 'embedded' })
    const { status, stdout } = await command('ingest', [file('three.txt', MEASURE(12))], config)
    expect([status, stdout.split(' ')[0]]).toEqual([0, 'replaced'])
  })

  it.each([
    [['--help'], 0, /^npm run ingest -- \[--json\] FILE…/, /^$/],
    [[], 1, /^$/, /^no file was named/],
    [['--jsn'], 1, /^$/, /^Unknown option '--jsn'/],
  ] as const)('answers %j in words', async (args, status, stdout, stderr) => {
    const outcome = await command('ingest', args, config)
    expect(outcome.status).toBe(status)
    expect(outcome.stdout).toMatch(stdout)
    expect(outcome.stderr).toMatch(stderr)
    expect(outcome.stderr).not.toContain('    at ')
  })
})

describe('npm run ingest while the server runs', () => {
  const server = serving()
  const QUERY = 'query ($id: ID!) { instrument(id: $id) { title held counts { provisions } } }'

  it('hands the file over, and the server answers from it at once', async () => {
    const { status, stdout } = await command('ingest', ['--json', file('handed.txt', MEASURE(10))], server.config)
    const { id, title, provisions } = JSON.parse(stdout)
    expect(status).toBe(0)
    expect(await server.data(QUERY, { id })).toEqual({ instrument: { title, held: true, counts: { provisions } } })

    const removed = await command('remove', [id], server.config)
    expect([removed.status, removed.stdout]).toEqual([0, `removed    ${id}\n`])
    expect(await server.data(QUERY, { id })).toEqual({ instrument: null })
  })

  it('says the same of a bad file', async () => {
    const { status, stdout } = await command('ingest', ['--json', file('nothing.txt', '')], server.config)
    expect([status, JSON.parse(stdout).error.code]).toEqual([1, 'EMPTY_FILE'])
  })

  it('accepts a text that is no regulation, and the server says what was not found', async () => {
    const weather = file('weather.md', '# 天气\n\n今天晴，明天多云。\n')
    const { status, stdout } = await command('ingest', ['--json', weather], server.config)
    const { id, problems } = JSON.parse(stdout)
    expect(status).toBe(0)
    const { instrument } = await server.data(
      `query ($id: ID!) { instrument(id: $id) { validity problems { code message } } }`,
      { id },
    )
    expect(instrument.validity).toBe('UNKNOWN')
    expect(instrument.problems).toHaveLength(problems)
    expect(problems).toBeGreaterThan(0)
  })

  it('refuses who does not know the token', async () => {
    const refused = await fetch(`${server.address()}/handover/ingest?name=a.txt`, {
      method: 'POST',
      headers: { authorization: 'Bearer guessed', 'content-type': 'application/octet-stream' },
      body: MEASURE(1),
    })
    expect([refused.status, (await refused.json()).error.code]).toEqual([403, 'FORBIDDEN'])
  })

  it('keeps the token from other users', () => {
    expect((statSync(join(server.config.home, 'server.json')).mode & 0o777).toString(8)).toBe('600')
  })

  it('says of an unknown id that it is unknown, and takes the others out', async () => {
    const { status, stdout } = await command('remove', ['nope', 'yn-2019-mic'], server.config)
    expect([status, stdout.split('\n')]).toEqual([
      1,
      [expect.stringMatching(/^failed {5}nope: no instrument nope is here/), 'removed    yn-2019-mic', ''],
    ])
  })
})
