import { request } from 'node:http'
import { describe, expect, it } from 'vitest'
import { askAt, serving } from './serving.ts'

const server = serving()

describe('the server', () => {
  it('is healthy once it has read what ships', async () => {
    const response = await server.get('/health')
    expect([response.status, await response.json()]).toEqual([200, { status: 'ok' }])
  })

  it('sends a strict policy and no hint of what it is made of', async () => {
    const { headers } = await server.get('/health')
    expect(Object.fromEntries(headers)).toMatchObject({
      'content-security-policy':
        "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; font-src 'self'; " +
        "connect-src 'self'; manifest-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'",
      'cross-origin-opener-policy': 'same-origin',
      'cross-origin-resource-policy': 'same-origin',
      'referrer-policy': 'no-referrer',
      'x-content-type-options': 'nosniff',
      'x-frame-options': 'DENY',
    })
    expect(headers.get('x-powered-by')).toBeNull()
    expect(headers.get('access-control-allow-origin')).toBeNull()
  })

  it.each(['127.0.0.1', 'localhost:4400', '[::1]:4400', '127.8.9.1'])('answers as %s', async (host) => {
    expect((await rawGet(server.address(), '/health', { host })).status).toBe(200)
  })

  it.each(['evil.example', 'localhost.evil.example:4400', '127.0.0.1.evil.example', '192.168.1.4', '[fe80::1]:4400'])(
    'does not answer as %s',
    async (host) => {
      const { status, body } = await rawGet(server.address(), '/graphql?query={topics{id}}', { host })
      expect([status, JSON.parse(body).error.code]).toEqual([421, 'FOREIGN_HOST'])
    },
  )

  it('refuses a form of another site that posts to GraphQL', async () => {
    const response = await fetch(`${server.address()}/graphql`, {
      method: 'POST',
      headers: { 'content-type': 'text/plain' },
      body: '{"query":"{ topics { id } }"}',
    })
    expect(response.status).toBeGreaterThanOrEqual(400)
    expect(await response.text()).not.toContain('"data"')
  })

  it('refuses a simple GET of another site', async () => {
    const response = await server.get('/graphql?query={topics{id}}')
    expect([response.status, (await response.text()).includes('CSRF')]).toEqual([400, true])
  })

  it('refuses a list of queries in one request', async () => {
    const response = await fetch(`${server.address()}/graphql`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify([{ query: '{ topics { id } }' }, { query: '{ topics { id } }' }]),
    })
    expect(response.status).toBe(400)
  })

  it('refuses a body that is too large', async () => {
    const { status } = await fetch(`${server.address()}/graphql`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ query: `{ topics { id } } #${'长'.repeat(1024 * 1024)}` }),
    })
    expect(status).toBe(413)
  })

  it('refuses a query of too many words before it reads them', async () => {
    const { status, errors } = await askAt(server.address(), `{ ${'topics { id } '.repeat(2_000)} }`)
    expect([status, errors?.[0]?.extensions?.['code']]).toEqual([400, 'GRAPHQL_PARSE_FAILED'])
  })

  it('says what is where when nothing is there', async () => {
    const response = await server.get('/nothing.js')
    const message = 'nothing is at GET /nothing.js: GraphQL is at /graphql; npm run build makes the page'
    expect([response.status, await response.json()]).toEqual([404, { error: { code: 'NOT_FOUND', message } }])
  })

  it.each(['GET', 'POST', 'DELETE'])('does not tell %s what a handover needs without its token', async (method) => {
    const response = await fetch(`${server.address()}/handover`, { method })
    expect([403, 404]).toContain(response.status)
  })
})

interface Raw {
  readonly status: number | undefined
  readonly body: string
}

/** fetch sets Host by itself. */
function rawGet(address: string, path: string, headers: Readonly<Record<string, string>>): Promise<Raw> {
  return new Promise((resolve, reject) => {
    const asked = request(address + path.replace(/[{}]/g, encodeURIComponent), { headers }, (response) => {
      let body = ''
      response.on('data', (chunk: Buffer) => (body += chunk.toString()))
      response.on('end', () => resolve({ status: response.statusCode, body }))
    })
    asked.on('error', reject).end()
  })
}
