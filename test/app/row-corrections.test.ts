import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { command } from './command.ts'
import { type Data, serving } from './serving.ts'

const ONE = `某市图书馆管理办法\n\n第一条 图书馆应当具备下列条件：\n（一）馆藏图书不少于5万册。\n`
const TWO = `某县图书馆管理办法\n\n第一条 图书馆应当具备下列条件：\n（一）阅览座位不少于60个；\n（二）可供外借的读物不少于6万册。\n`
const SAID = ['--reason', '同一事项', '--author', '张三']

describe('rows that a person joined', () => {
  const server = serving()
  const ingest = async (name: string, text: string): Promise<string> => {
    const path = join(server.config.home, name)
    writeFileSync(path, text)
    return JSON.parse((await command('ingest', ['--json', path], server.config)).stdout).id
  }
  const put = (id: string, quote: string, row: string) =>
    command('correct', [id, '--kind', 'row', '--quote', quote, '--set', `row=${row}`, ...SAID], server.config)
  /** Rows that hold an amount of books: id, the amounts of both columns, the relation and why they meet. */
  const books = async (instruments: readonly string[]) => {
    const query = `query ($instruments: [ID!]!, $parent: ID) { comparison(instruments: $instruments, parent: $parent) {
      rows { id why cells { relation thresholds { value unitText } } } } }`
    const { comparison } = await server.data(query, { instruments, parent: instruments[0] })
    return comparison.rows
      .map(({ id, why, cells }: Data) => ({
        id,
        why,
        values: cells.map(({ thresholds }: Data) =>
          thresholds.filter(({ unitText }: Data) => unitText.includes('册')).map(({ value }: Data) => value),
        ),
        relation: cells[1].relation,
      }))
      .filter(({ values }: Data) => values.flat().length > 0)
  }

  it('meet in one row, also after their texts are read again, until the words are gone', async () => {
    const [one, two] = [await ingest('one.txt', ONE), await ingest('two.txt', TWO)]
    for (const [id, quote] of [
      [one, '馆藏图书不少于5万册'],
      [two, '可供外借的读物不少于6万册'],
    ] as const) {
      expect((await put(id, quote, '藏书')).stdout).toMatch(/^written .*\nreplaced /)
    }
    const joined = {
      id: '=藏书',
      why: expect.stringMatching(/^.+、.+由人工归入本行$/),
      values: [[50_000], [60_000]],
      relation: 'STRICTER',
    }
    expect(await books([one, two])).toEqual([joined])

    expect(await ingest('two.txt', TWO.replace('60个', '80个'))).toBe(two)
    expect(await books([one, two])).toEqual([joined])

    expect(await ingest('two.txt', TWO.replace('可供外借的读物', '可借读物'))).toBe(two)
    const { instrument } = await server.data('query ($id: ID!) { instrument(id: $id) { problems { code message } } }', {
      id: two,
    })
    expect(instrument.problems).toContainEqual({
      code: 'CORRECTION_WITHOUT_QUOTE',
      message: expect.stringContaining('“可供外借的读物不少于6万册” (张三'),
    })
    expect((await books([one, two])).map(({ id, values }: Data) => [id, values])).toContainEqual([
      '=藏书',
      [[50_000], []],
    ])
  }, 60_000)
})
