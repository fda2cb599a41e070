import { describe, expect, it } from 'vitest'
import { type Data, serving } from '../app/serving.ts'

const server = serving()
const QUERY = `query ($instruments: [ID!]!, $parent: ID) {
  inheritance(instruments: $instruments, parent: $parent) {
    instrument { id } parent { id } share
    provisions { share characters own provision { label text } }
  }
}`
const FIVE = ['cn-2021-tic', 'yn-2022-tic', 'sx-2023-tic', 'ha-2021-tic', 'yn-2019-mic']

describe('inheritance', () => {
  it('is held against the only national text, which is left out', async () => {
    const { inheritance } = await server.data(QUERY, { instruments: FIVE })
    expect(inheritance.map(({ instrument }: Data) => instrument.id)).toEqual(FIVE.slice(1))
    expect(new Set(inheritance.map(({ parent }: Data) => parent.id))).toEqual(new Set(['cn-2021-tic']))
  })

  it('tells what a province repeats from what it legislates itself', async () => {
    const { inheritance } = await server.data(QUERY, { instruments: FIVE })
    const shares = new Map<string, number>(inheritance.map(({ instrument, share }: Data) => [instrument.id, share]))
    expect(shares.get('sx-2023-tic')).toBeGreaterThan(shares.get('yn-2019-mic') ?? 1)
    const shanxi = inheritance.find(({ instrument }: Data) => instrument.id === 'sx-2023-tic')
    const of = (label: string): number =>
      shanxi.provisions.find(({ provision }: Data) => provision.label.includes(label)).share
    expect([of('第十九条'), of('第二十二条')]).toEqual([1, 1])
    expect(of('第十八条')).toBeLessThan(0.1)
  })

  it('quotes the longest passage that a province wrote itself', async () => {
    const { inheritance } = await server.data(QUERY, { instruments: FIVE })
    const provisions = inheritance.flatMap((one: Data) => one.provisions)
    const owned = provisions.filter(({ own }: Data) => own !== '')
    expect(owned.length).toBeGreaterThan(20)
    for (const { own, share, provision } of provisions) {
      if (share === 1) expect(own).toBe('')
      if (share === 0) expect(own).not.toBe('')
      const bare = (text: string): string => text.replace(/[\s*]/g, '')
      for (const line of own.split('\n')) expect(bare(provision.text)).toContain(bare(line))
    }
  })

  it('is the same for one document alone as among others', async () => {
    const among = await server.data(QUERY, { instruments: FIVE })
    for (const id of FIVE.slice(1)) {
      const alone = await server.data(QUERY, { instruments: [id], parent: 'cn-2021-tic' })
      expect(alone.inheritance[0]).toEqual(among.inheritance.find(({ instrument }: Data) => instrument.id === id))
    }
  })

  it('asks for a parent where none is plain', async () => {
    const { errors } = await server.ask(QUERY, { instruments: ['sx-2023-tic', 'yn-2022-tic'] })
    expect(errors).toMatchObject([
      { message: expect.stringContaining('name the parent'), extensions: { argument: 'parent' } },
    ])
  })

  it('takes any text for the parent', async () => {
    const { inheritance } = await server.data(QUERY, { instruments: ['cn-2021-tic'], parent: 'yn-2022-tic' })
    expect(inheritance).toHaveLength(1)
  })
})
