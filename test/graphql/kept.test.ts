import { describe, expect, it } from 'vitest'
import { keptAnswers } from '../../server/graphql/kept.ts'

describe('kept answers', () => {
  it('are made once while the graph stays the same, and anew after a write', async () => {
    let generation = 1
    let made = 0
    const kept = keptAnswers(() => Promise.resolve(generation))
    const ask = () => kept('a', () => Promise.resolve((made += 1)))
    expect([await ask(), await ask()]).toEqual([1, 1])
    generation = 2
    expect([await ask(), await ask()]).toEqual([2, 2])
  })

  it('are made again when the graph is written meanwhile', async () => {
    let generation = 1
    const states: number[] = []
    const kept = keptAnswers(() => Promise.resolve(generation))
    const answer = await kept('a', () => {
      states.push(generation)
      if (states.length === 1) generation = 2
      return Promise.resolve(states.length)
    })
    expect([answer, states]).toEqual([2, [1, 2]])
  })

  it('do not keep a failure', async () => {
    const kept = keptAnswers(() => Promise.resolve(1))
    await expect(kept('a', () => Promise.reject(new Error('no')))).rejects.toThrow('no')
    expect(await kept('a', () => Promise.resolve('yes'))).toBe('yes')
  })

  it('are as many as are asked for often, not all that were ever asked for', async () => {
    let made = 0
    const kept = keptAnswers(() => Promise.resolve(1))
    const ask = (key: number) => kept(String(key), () => Promise.resolve((made += 1)))
    for (let key = 0; key <= 64; key += 1) await ask(key)
    await ask(64)
    expect(made).toBe(65)
    await ask(0)
    expect(made).toBe(66)
  })
})
