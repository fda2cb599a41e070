import { timingSafeEqual } from 'node:crypto'
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { z } from 'zod'
import type { Log } from '../graphql/errors.ts'
import { Failure } from '../model/failure.ts'
import type { Library } from './library.ts'
import { isLoopback } from './security.ts'

/** The largest file that is taken over; regulations are a hundredth of it. */
export const MOST_BYTES = 64 * 1024 * 1024

/** Files wait for those before them. */
const PATIENCE_MS = 600_000

export interface HandoverOptions {
  readonly library: Library
  readonly token: string
  readonly log: Log
}

const INGEST = z.object({ name: z.string().min(1), id: z.string().min(1).optional() })
const REMOVE = z.object({ id: z.string().min(1) })

/**
 * Takes files over from `npm run ingest` and ids from `npm run remove`, since the embedded graph has one owner.
 * Only from this machine, only with the token of the home.
 */
export function addHandover(http: FastifyInstance, { library, token, log }: HandoverOptions): void {
  void http.register(async (own) => {
    own.addContentTypeParser(
      'application/octet-stream',
      { parseAs: 'buffer', bodyLimit: MOST_BYTES },
      (_, body, done) => done(null, body),
    )
    own.addHook('onRequest', async (request, reply) => {
      if (!isFromOwner(request, token)) await refuse(reply)
    })
    own.setErrorHandler((error, request, reply) => answer(error, { request, reply, log }))
    own.get('/handover', async () => ({ ok: true }))
    own.post('/handover/ingest', { bodyLimit: MOST_BYTES, handlerTimeout: PATIENCE_MS }, async (request) => {
      const { name, id } = INGEST.parse(request.query)
      return library.ingest({ name, id: id ?? null, bytes: request.body instanceof Uint8Array ? request.body : EMPTY })
    })
    own.post('/handover/remove', async (request) => {
      await library.remove(REMOVE.parse(request.query).id)
      return { ok: true }
    })
  })
}

const EMPTY = new Uint8Array()

function isFromOwner({ headers, socket }: FastifyRequest, token: string): boolean {
  const given = Buffer.from(headers.authorization ?? '')
  const wanted = Buffer.from(`Bearer ${token}`)
  return isLoopback(socket.remoteAddress ?? '') && given.length === wanted.length && timingSafeEqual(given, wanted)
}

function refuse(reply: FastifyReply): FastifyReply {
  const message = 'files are handed over by npm run ingest on this machine only'
  return reply.code(403).send({ error: { code: 'FORBIDDEN', message } })
}

interface Exchange {
  readonly request: FastifyRequest
  readonly reply: FastifyReply
  readonly log: Log
}

function answer(error: unknown, { request, reply, log }: Exchange): FastifyReply {
  if (error instanceof Failure) return reply.code(422).send({ error: { code: error.code, message: error.message } })
  log(error, request.id)
  const message = `something went wrong on the server's side (${request.id}): its log says more`
  return reply.code(500).send({ error: { code: 'INTERNAL_SERVER_ERROR', message } })
}
