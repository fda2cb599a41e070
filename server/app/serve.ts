import { randomBytes, randomUUID } from 'node:crypto'
import Fastify, { type FastifyError, type FastifyInstance } from 'fastify'
import type { Store } from '../graph/store.ts'
import type { Log } from '../graphql/errors.ts'
import { Failure } from '../model/failure.ts'
import type { Config } from './config.ts'
import { addGraphql } from './graphql-route.ts'
import { addHandover } from './handover-route.ts'
import { openLibrary, type Library, type Report } from './library.ts'
import { openGraph } from './open-graph.ts'
import { dropNote, storeName, writeNote } from './note.ts'
import { addPage, type Page } from './page.ts'
import { becomeReady, type Readiness } from './readiness.ts'
import { addSecurity, isLoopback } from './security.ts'
import { loadVocabulary } from './vocabulary.ts'

export interface ServeOptions {
  readonly page?: Page
  readonly shipped?: string
  readonly now?: () => Date
  readonly log?: Log
  /** Told of each text that was read at the start. */
  readonly onReport?: (report: Report, name: string) => void
  /** Told what a person should know: the store does not answer, or was built anew. */
  readonly onNotice?: (message: string) => void
}

export interface Server {
  /** `http://127.0.0.1:4400`. */
  readonly address: string
  /** Why it does not answer from the graph yet; null when it does. */
  trouble(): Failure | null
  /** Ends what is under way, then gives the store back. */
  close(): Promise<void>
}

/**
 * Opens the store, reads what is new among the regulations and answers over HTTP. With Neo4j away it answers too, says
 * so at /health, and recovers by itself.
 * @throws Failure PORT_IN_USE, BAD_HOST, STORE_LOCKED, STORE_READ_ONLY …
 */
export async function serve(config: Config, options: ServeOptions = {}): Promise<Server> {
  const { now = () => new Date(), log = logToConsole, onNotice = () => undefined } = options
  const vocabulary = loadVocabulary()
  const store = await openGraph(config, onNotice)
  const token = randomBytes(24).toString('base64url')
  try {
    const library = openLibrary({ ...options, store, vocabulary, home: config.home })
    const readiness = becomeReady({ store, prepare: () => library.sync(options.onReport), onNotice })
    const http = server()
    addSecurity(http, config.host)
    addHealth(http, readiness)
    addHandover(http, { library, token, log })
    await addGraphql(http, { graph: readiness.graph, vocabulary, now, log })
    addPage(http, options.page ?? new Map())
    const address = await listen(http, config).catch(async (error: unknown) => {
      readiness.stop()
      await library.idle()
      throw error
    })
    writeNote(config.home, { address: reachable(address), token, pid: process.pid, store: storeName(config) })
    await readiness.tried
    const close = closer({ config, token, http, readiness, library, store })
    return { address, trouble: () => readiness.trouble(), close }
  } catch (error) {
    await store.close()
    throw error
  }
}

function server(): FastifyInstance {
  const http = Fastify({
    bodyLimit: 1024 * 1024,
    connectionTimeout: 60_000,
    requestTimeout: 30_000,
    handlerTimeout: 60_000,
    forceCloseConnections: 'idle',
    return503OnClosing: true,
    genReqId: () => randomUUID().slice(0, 8),
  })
  http.setErrorHandler<FastifyError>((error, _request, reply) => {
    const status = error.statusCode ?? 500
    const message = status < 500 ? error.message : 'something went wrong on our side'
    return reply.code(status).send({ error: { code: error.code ?? 'INTERNAL_SERVER_ERROR', message } })
  })
  return http
}

function addHealth(http: FastifyInstance, readiness: Readiness): void {
  http.get('/health', async (_request, reply) => {
    reply.header('cache-control', 'no-store')
    try {
      await readiness.check()
      return { status: 'ok' }
    } catch (error) {
      const { code, message } = error instanceof Failure ? error : new Failure('STORE_UNAVAILABLE', 'no answer')
      return reply.code(503).send({ status: 'unavailable', error: { code, message } })
    }
  })
}

async function listen(http: FastifyInstance, { host, port }: Config): Promise<string> {
  try {
    return await http.listen({ host, port })
  } catch (error) {
    const [, code, message] = LISTENING.find(([said]) => said === (error as NodeJS.ErrnoException).code) ?? []
    throw code && message ? new Failure(code, message(host, port), { cause: error }) : error
  }
}

const LISTENING = [
  [
    'EADDRINUSE',
    'PORT_IN_USE',
    (host: string, port: number) =>
      `port ${port} of ${host} is in use by another program: stop it, or choose another with PORT=${port + 1}`,
  ],
  [
    'EACCES',
    'PORT_FORBIDDEN',
    (_host: string, port: number) => `port ${port} may not be opened by this user: choose one above 1023 with PORT`,
  ],
  [
    'EADDRNOTAVAIL',
    'BAD_HOST',
    (host: string) => `this machine has no address ${host}: set HOST to one of its own, or leave it out`,
  ],
  ['ENOTFOUND', 'BAD_HOST', (host: string) => `there is no host ${host}: set HOST to an address, or leave it out`],
] as const

/** Where this machine reaches a server that may listen on all addresses. */
function reachable(address: string): string {
  const url = new URL(address)
  if (!isLoopback(url.hostname.replace(/[[\]]/g, ''))) url.hostname = '127.0.0.1'
  return url.origin
}

interface Running {
  readonly config: Config
  readonly token: string
  readonly http: FastifyInstance
  readonly readiness: Readiness
  readonly library: Library
  readonly store: Store
}

function closer({ config, token, http, readiness, library, store }: Running): () => Promise<void> {
  let closing: Promise<void> | undefined
  const close = async () => {
    dropNote(config.home, token)
    readiness.stop()
    await http.close()
    await library.idle()
    await store.close()
  }
  return () => (closing ??= close())
}

function logToConsole(error: unknown, id: string): void {
  console.error(`error ${id}:`, error)
}
