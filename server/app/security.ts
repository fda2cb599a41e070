import { isIP } from 'node:net'
import type { FastifyInstance } from 'fastify'

/** Scripts, styles, fonts and data are ours alone; nothing inline, nothing framed, nothing sent elsewhere. */
const POLICY = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  "img-src 'self' data:",
  "font-src 'self'",
  "connect-src 'self'",
  "manifest-src 'self'",
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'none'",
].join('; ')

const HEADERS = {
  'content-security-policy': POLICY,
  'cross-origin-opener-policy': 'same-origin',
  'cross-origin-resource-policy': 'same-origin',
  'permissions-policy': 'camera=(), geolocation=(), microphone=()',
  'referrer-policy': 'no-referrer',
  'x-content-type-options': 'nosniff',
  'x-frame-options': 'DENY',
} as const

/**
 * Headers on every answer. On loopback also a check of the Host header: a page of another site whose name was made to
 * point at this machine (DNS rebinding) does not get an answer.
 */
export function addSecurity(http: FastifyInstance, listensOn: string): void {
  const isLocal = isLoopback(listensOn)
  http.addHook('onRequest', async (request, reply) => {
    reply.headers(HEADERS)
    if (!isLocal || isLoopback(hostName(request.headers.host ?? ''))) return
    await reply.code(421).send({
      error: {
        code: 'FOREIGN_HOST',
        message: `this server answers on its own address only, not as ${request.headers.host}: open http://127.0.0.1, or set HOST to serve others`,
      },
    })
  })
}

/** `localhost`, 127.0.0.0/8 or ::1. */
export function isLoopback(host: string): boolean {
  const name = host.replace(/^::ffff:/i, '').toLowerCase()
  if (name === 'localhost' || name === '::1') return true
  return isIP(name) === 4 && name.startsWith('127.')
}

/** The Host header without its port and without the brackets of IPv6. */
function hostName(header: string): string {
  return /^\[([^\]]*)\](?::\d+)?$/.exec(header)?.[1] ?? header.replace(/:\d+$/, '')
}
