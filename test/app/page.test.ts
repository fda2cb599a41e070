import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { connect } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { gunzipSync, brotliDecompressSync } from 'node:zlib'
import Fastify, { type FastifyInstance } from 'fastify'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { addPage, readPage } from '../../server/app/page.ts'

const SCRIPT = 'console.log("条览")\n'.repeat(200)
const SECRET = 'not for the page'

let folder = ''
let http: FastifyInstance

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'tiaolan-page-'))
  mkdirSync(join(folder, 'web/assets'), { recursive: true })
  writeFileSync(join(folder, 'secret.txt'), SECRET)
  writeFileSync(join(folder, 'web/index.html'), '<!doctype html><title>条览</title>')
  writeFileSync(join(folder, 'web/icon.svg'), '<svg xmlns="http://www.w3.org/2000/svg"/>')
  writeFileSync(join(folder, 'web/assets/index-Ab12.js'), SCRIPT)
  symlinkSync(join(folder, 'secret.txt'), join(folder, 'web/assets/link.txt'))
  http = Fastify()
  addPage(http, readPage(join(folder, 'web')))
  await http.listen({ host: '127.0.0.1', port: 0 })
})

afterAll(async () => {
  await http.close()
  rmSync(folder, { recursive: true })
})

describe('the page', () => {
  it.each(['/', '/?page=compare&lang=en', '/compare', '/read/sx-2023-tic'])('is served at %s', async (url) => {
    const { statusCode, body, headers } = await http.inject({ url })
    expect([statusCode, body, headers['content-type'], headers['cache-control']]).toEqual([
      200,
      '<!doctype html><title>条览</title>',
      'text/html; charset=utf-8',
      'no-cache',
    ])
  })

  it('lets browsers keep what has a hash in its name for ever', async () => {
    const { headers } = await http.inject({ url: '/assets/index-Ab12.js' })
    expect([headers['content-type'], headers['cache-control']]).toEqual([
      'text/javascript; charset=utf-8',
      'public, max-age=31536000, immutable',
    ])
  })

  it.each([
    ['gzip, deflate, br', 'br', brotliDecompressSync],
    ['gzip', 'gzip', gunzipSync],
    ['br;q=0, gzip', 'gzip', gunzipSync],
    ['identity', undefined, (body: Buffer) => body],
  ] as const)('comes in an encoding of Accept-Encoding: %s', async (accepted, encoding, decode) => {
    const { headers, rawPayload } = await http.inject({
      url: '/assets/index-Ab12.js',
      headers: { 'accept-encoding': accepted },
    })
    expect([headers['content-encoding'], decode(rawPayload).toString()]).toEqual([encoding, SCRIPT])
  })

  it('is not sent again while it is the same', async () => {
    const { headers } = await http.inject({ url: '/' })
    const again = await http.inject({ url: '/', headers: { 'if-none-match': String(headers['etag']) } })
    expect([again.statusCode, again.body]).toEqual([304, ''])
  })

  it('answers HEAD without a body', async () => {
    const { statusCode, body } = await http.inject({ method: 'HEAD', url: '/icon.svg' })
    expect([statusCode, body]).toEqual([200, ''])
  })

  it.each([
    '/assets/missing.js',
    '/missing.css',
    '/assets/link.txt',
    '/secret.txt',
    '/..%2fsecret.txt',
    '/%2e%2e/secret.txt',
    '/assets/..%2f..%2fsecret.txt',
    '/assets/%2e%2e%5c%2e%2e%5csecret.txt',
    '/%00',
    '/__proto__.js',
  ])('is not at %s', async (url) => {
    const { statusCode, body } = await http.inject({ url })
    expect([statusCode, body.includes(SECRET)]).toEqual([404, false])
  })

  it.each(['/../secret.txt', '/assets/../../secret.txt', '//secret.txt', '/./../secret.txt'])(
    'does not leave its folder for the unnormalised path %s',
    async (path) => {
      const answer = await rawRequest(path)
      expect([answer.split('\r\n')[0], answer.includes(SECRET)]).toEqual(['HTTP/1.1 404 Not Found', false])
    },
  )
})

/** Sends the path as it stands; clients would normalise it. */
function rawRequest(path: string): Promise<string> {
  const { port } = http.server.address() as { port: number }
  return new Promise((resolve, reject) => {
    const socket = connect(port, '127.0.0.1', () =>
      socket.end(`GET ${path} HTTP/1.1\r\nHost: 127.0.0.1\r\nConnection: close\r\n\r\n`),
    )
    let answer = ''
    socket.on('data', (chunk) => (answer += chunk.toString()))
    socket.on('end', () => resolve(answer))
    socket.on('error', reject)
  })
}
