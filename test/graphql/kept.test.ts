import { describe, expect, it } from 'vitest'
import type { Store } from '../../server/graph/store.ts'
import { keptAnswers } from '../../server/graphql/kept.ts'
import { loaders } from '../../server/graphql/loaders.ts'

describe('kept answers', () => {
  it('are made once while the graph stays the same, and anew after a write', async () => {
    let generation = 1
    let made = 0
    const kept = keptAnswers(
      () => Promise.resolve(generation),
      () => null,
    )
    const ask = () => kept('a', () => Promise.resolve((made += 1)))
    expect([await ask(), await ask()]).toEqual([1, 1])
    generation = 2
    expect([await ask(), await ask()]).toEqual([2, 2])
  })

  it('are made again when the graph is written meanwhile', async () => {
    let generation = 1
    const states: number[] = []
    const kept = keptAnswers(
      () => Promise.resolve(generation),
      () => null,
    )
    const answer = await kept('a', () => {
      states.push(generation)
      if (states.length === 1) generation = 2
      return Promise.resolve(states.length)
    })
    expect([answer, states]).toEqual([2, [1, 2]])
  })

  it('do not keep a failure', async () => {
    const kept = keptAnswers(
      () => Promise.resolve(1),
      () => null,
    )
    await expect(kept('a', () => Promise.reject(new Error('no')))).rejects.toThrow('no')
    expect(await kept('a', () => Promise.resolve('yes'))).toBe('yes')
  })

  it('are as many as are asked for often, not all that were ever asked for', async () => {
    let made = 0
    const kept = keptAnswers(
      () => Promise.resolve(1),
      () => null,
    )
    const ask = (key: number) => kept(String(key), () => Promise.resolve((made += 1)))
    for (let key = 0; key <= 16; key += 1) await ask(key)
    await ask(16)
    expect(made).toBe(17)
    await ask(0)
    expect(made).toBe(18)
  })

  it('are made of rows that are kept as long as they are', async () => {
    let generation = 1
    let opened = 0
    const kept = keptAnswers(
      () => Promise.resolve(generation),
      () => (opened += 1),
    )
    const rows = (key: string) => kept(key, (load) => Promise.resolve(load))
    expect(await rows('a')).toBe(await rows('b'))
    const first = await rows('a')
    generation = 2
    expect(await rows('a')).toBe(first + 1)
  })

  it('are made again of the rows of the later state', async () => {
    let generation = 1
    const kept = keptAnswers(
      () => Promise.resolve(generation),
      () => ({ of: generation }),
    )
    const seen: number[] = []
    await kept('a', ({ of }) => {
      seen.push(of)
      if (seen.length === 1) generation = 2
      return Promise.resolve(of)
    })
    expect(seen).toEqual([1, 2])
  })
})

describe('loaders', () => {
  const asked: string[][] = []
  const ask = ((_name: string, { ids }: { ids: readonly string[] }) => {
    asked.push([...ids])
    return Promise.resolve(ids.map((id) => ({ id, text: id })))
  }) as unknown as Store['ask']

  it('remember the rows of as many keys as they may, those asked for last', async () => {
    const { text } = loaders({ ask }, 2)
    for (const id of ['a', 'b', 'a', 'c', 'a', 'b']) await text.load(id)
    expect(asked).toEqual([['a'], ['b'], ['c'], ['b']])
  })

  it('ask once for what is asked at once', async () => {
    asked.length = 0
    const { text } = loaders({ ask })
    const rows = await Promise.all(['a', 'b', 'a'].map((id) => text.load(id)))
    expect([asked, rows.map((row) => row?.id)]).toEqual([[['a', 'b']], ['a', 'b', 'a']])
  })
})
