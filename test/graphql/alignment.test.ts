import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { type Data, serving } from '../app/serving.ts'

const server = serving()
const QUERY = `query ($left: ID!, $right: ID!) {
  alignment(left: $left, right: $right) {
    inherited fingerprint
    left { id } right { id }
    pairs { match score part sentence reason reasonEn inherited left { number label } right { number label } diff { op text } }
  }
}`

const ANSWERS = JSON.parse(readFileSync('test/gold/alignment.json', 'utf8')) as Readonly<
  Record<string, { readonly pairs: readonly string[]; readonly allowed: readonly string[] }>
>

describe('alignment', () => {
  it.each(Object.entries(ANSWERS))('%s finds 95 of 100 pairs of a person, and few others', async (name, answer) => {
    const [left, right] = name.split(' → ')
    const { alignment } = await server.data(QUERY, { left, right })
    const paired = alignment.pairs.filter((pair: Data) => pair.left !== null && pair.right !== null)
    const found = paired.map((pair: Data) => `${pair.left.number}-${pair.right.number}`)
    const missed = answer.pairs.filter((pair) => !found.includes(pair))
    const wrong = found.filter((pair: string) => ![...answer.pairs, ...answer.allowed].includes(pair))
    expect({ missed, isEnough: missed.length <= answer.pairs.length * 0.05 }).toMatchObject({ isEnough: true })
    expect({ wrong, isEnough: wrong.length <= found.length * 0.05 }).toMatchObject({ isEnough: true })
  })

  it('shows what became of the words of a pair, and why it is one', async () => {
    const { alignment } = await server.data(QUERY, { left: 'cn-2021-tic', right: 'sx-2023-tic' })
    const pair = alignment.pairs.find(({ left }: Data) => left?.label === '第十九条')
    expect(pair).toMatchObject({ match: 'ADAPTED', part: false, right: { label: expect.stringContaining('第十六条') } })
    expect(pair.reason).toContain('国家的100%在这里')
    expect(pair.reasonEn).toContain('100% of')
    expect(pair.diff.map(({ op }: Data) => op)).toEqual(['equal', 'insert', 'equal'])
    expect(pair.diff[1].text).toContain('每年至少召开一次会议')
  })

  it('of a text with itself repeats all of it', async () => {
    const { alignment } = await server.data(QUERY, { left: 'ha-2021-tic', right: 'ha-2021-tic' })
    expect(new Set(alignment.pairs.map(({ match }: Data) => match))).toEqual(new Set(['VERBATIM']))
    expect(alignment.inherited).toBe(1)
  })

  it('pairs the sections of a plan with the articles of a measure', async () => {
    const { alignment } = await server.data(QUERY, { left: 'cn-2021-tic', right: 'ha-2021-tic' })
    const labels = alignment.pairs.flatMap(({ right }: Data) => right?.label ?? [])
    expect(labels).toContain('（一）')
    expect(alignment.pairs.filter(({ match }: Data) => match === 'ADAPTED').length).toBeGreaterThan(3)
    expect(alignment.inherited).toBeGreaterThan(0)
    expect(alignment.inherited).toBeLessThan(0.6)
  })

  it('has the same fingerprint for the same two texts, whichever is left, and another for others', async () => {
    const of = async (left: string, right: string): Promise<string> =>
      (
        await server.data('query ($left: ID!, $right: ID!) { alignment(left: $left, right: $right) { fingerprint } }', {
          left,
          right,
        })
      ).alignment.fingerprint
    const [one, swapped, other] = [
      await of('cn-2021-tic', 'sx-2023-tic'),
      await of('sx-2023-tic', 'cn-2021-tic'),
      await of('cn-2021-tic', 'yn-2022-tic'),
    ]
    expect(one).toMatch(/^[0-9a-f]{16}$/)
    expect([swapped, other === one]).toEqual([one, false])
  })

  it('shows of a sentence that moved that sentence alone', async () => {
    const { alignment } = await server.data(QUERY, { left: 'cn-2021-tic', right: 'sx-2023-tic' })
    const moved = alignment.pairs.filter(({ sentence }: Data) => sentence)
    for (const { part, diff, reason } of moved) {
      expect(part).toBe(true)
      expect(reason).toContain('一句在这里')
      expect(diff.map(({ text }: Data) => text).join('')).not.toContain('\n')
    }
  })

  it.each([
    ['left', { left: 'nowhere', right: 'cn-2021-tic' }],
    ['right', { left: 'cn-2021-tic', right: 'nowhere' }],
  ])('says which side it does not know: %s', async (argument, variables) => {
    const { errors } = await server.ask(QUERY, variables)
    expect(errors).toMatchObject([
      { message: expect.stringContaining('nowhere'), extensions: { code: 'BAD_USER_INPUT', argument } },
    ])
  })
})
