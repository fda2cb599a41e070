import Fastify from 'fastify'
import { describe, expect, it } from 'vitest'
import { wholeAnswers } from '../../server/app/whole-answers.ts'

/** A route that counts how often it had to answer; the answer is what `answer` makes of the question. */
function counting({
  answer = (query: string, count: number) => `{"data":{"${query}":${String(count)}}}`,
  most = 1000,
} = {}) {
  const state = { count: 0, generation: 1, today: '2025-01-01', duringAnswer: () => undefined as void }
  const http = Fastify()
  const hooks = wholeAnswers({
    generation: () =>
      state.generation < 0 ? Promise.reject(new Error('no graph')) : Promise.resolve(state.generation),
    today: () => state.today,
    most,
  })
  http.route<{ Body: { query: string } }>({
    method: 'POST',
    url: '/graphql',
    ...hooks,
    handler: async (request, reply) => {
      state.count += 1
      state.duringAnswer()
      return reply.type('application/json').send(answer(request.body.query, state.count))
    },
  })
  const ask = async (query: string, headers: Readonly<Record<string, string>> = {}) =>
    (await http.inject({ method: 'POST', url: '/graphql', headers, payload: { query } })).body
  return { state, ask, http }
}

describe('whole answers', () => {
  it('are sent again as they were, with their type', async () => {
    const { ask, http } = counting()
    expect([await ask('a'), await ask('a'), await ask('b')]).toEqual([
      '{"data":{"a":1}}',
      '{"data":{"a":1}}',
      '{"data":{"b":2}}',
    ])
    const again = await http.inject({ method: 'POST', url: '/graphql', payload: { query: 'a' } })
    expect(again.headers['content-type']).toBe('application/json; charset=utf-8')
  })

  it('are made anew after a write and on another day', async () => {
    const { ask, state } = counting()
    await ask('a')
    state.generation = 2
    expect(await ask('a')).toBe('{"data":{"a":2}}')
    state.today = '2025-01-02'
    expect(await ask('a')).toBe('{"data":{"a":3}}')
  })

  it('are not kept when the graph was written meanwhile', async () => {
    const { ask, state } = counting()
    state.duringAnswer = () => void (state.generation += 1)
    await ask('a')
    state.duringAnswer = () => undefined
    expect(await ask('a')).toBe('{"data":{"a":2}}')
  })

  it('are not kept where a part of them is an error', async () => {
    const { ask, state } = counting({ answer: () => '{"errors":[{"message":"no"}],"data":{"a":null}}' })
    await ask('a')
    await ask('a')
    expect(state.count).toBe(2)
  })

  it('are not kept for a query that may change something', async () => {
    const { ask, state } = counting()
    await ask('mutation { a }')
    await ask('mutation { a }')
    expect(state.count).toBe(2)
  })

  it('are told apart by the type that is asked for', async () => {
    const { ask, state } = counting()
    await ask('a', { accept: 'application/json' })
    await ask('a', { accept: 'application/graphql-response+json' })
    expect(state.count).toBe(2)
  })

  it('are not looked for while there is no graph', async () => {
    const { ask, state } = counting()
    await ask('a')
    state.generation = -1
    expect(await ask('a')).toBe('{"data":{"a":2}}')
  })

  it('take no more room than they may: those asked for longest ago go first', async () => {
    const { ask, state } = counting({ most: 300, answer: (query) => `{"data":{"${query}":"${'.'.repeat(20)}"}}` })
    for (const query of ['a', 'b', 'c', 'a', 'd', 'e']) await ask(query)
    const before = state.count
    await ask('a')
    expect(state.count).toBe(before)
    await ask('b')
    expect(state.count).toBe(before + 1)
  })

  it('do not keep one that would drive out many others', async () => {
    const { ask, state } = counting({ most: 300, answer: () => `{"data":{"a":"${'.'.repeat(200)}"}}` })
    await ask('a')
    await ask('a')
    expect(state.count).toBe(2)
  })
})
