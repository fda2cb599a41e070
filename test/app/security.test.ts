import Fastify from 'fastify'
import { describe, expect, it } from 'vitest'
import { addSecurity, isLoopback } from '../../server/app/security.ts'

describe('the check of the Host header', () => {
  it.each([
    ['127.0.0.1', 'evil.example', 421],
    ['localhost', 'evil.example', 421],
    ['::1', 'localhost:4400', 200],
    ['0.0.0.0', 'policy.example', 200],
  ])('on a server that listens on %s answers %s with %i', async (listensOn, host, status) => {
    const http = Fastify()
    addSecurity(http, listensOn)
    http.get('/', () => ({ ok: true }))
    const { statusCode, headers } = await http.inject({ url: '/', headers: { host } })
    expect([statusCode, headers['x-frame-options']]).toEqual([status, 'DENY'])
    await http.close()
  })

  it.each([
    ['localhost', true],
    ['127.0.0.53', true],
    ['::1', true],
    ['::ffff:127.0.0.1', true],
    ['127.0.0.1.example', false],
    ['127.1', false],
    ['0.0.0.0', false],
    ['', false],
  ])('takes %j for this machine: %s', (name, expected) => expect(isLoopback(name)).toBe(expected))
})
