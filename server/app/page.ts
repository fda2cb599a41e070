import { createHash } from 'node:crypto'
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { extname, join, relative, sep } from 'node:path'
import { brotliCompressSync, constants, gzipSync } from 'node:zlib'
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'

interface PageFile {
  readonly type: string
  readonly etag: string
  readonly caching: string
  readonly bodies: Readonly<Record<'br' | 'gzip' | 'identity', Buffer>>
}

/** Files by path. What is not in it is not served, so no path can leave the folder. */
export type Page = ReadonlyMap<string, PageFile>

/** Reads a built page into memory, compressed once. Empty when there is none. */
export function readPage(folder: string): Page {
  if (!existsSync(folder)) return new Map()
  const files = readdirSync(folder, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile())
  return new Map(
    files.map((entry) => {
      const file = join(entry.parentPath, entry.name)
      const path = `/${relative(folder, file).split(sep).join('/')}`
      return [path, pageFile(path, readFileSync(file))]
    }),
  )
}

/** The page at /, its files at their paths, and the page again at every path that names one of its views. */
export function addPage(http: FastifyInstance, page: Page): void {
  http.setNotFoundHandler(async (request, reply) => {
    const path = pathOf(request)
    const file = page.get(path) ?? (isView(path) ? page.get('/index.html') : undefined)
    if (!['GET', 'HEAD'].includes(request.method) || file === undefined) return nothing(request, reply, page.size > 0)
    return send(file, request, reply)
  })
}

function pageFile(path: string, body: Buffer): PageFile {
  const type = TYPES[extname(path)] ?? 'application/octet-stream'
  const text = /^(text|application\/(json|manifest))|svg/.test(type)
  return {
    type,
    etag: `"${createHash('sha256').update(body).digest('base64url').slice(0, 22)}"`,
    // Vite puts a hash into the name of what it builds; other names keep their content from one start to the next only.
    caching: path.startsWith('/assets/') ? 'public, max-age=31536000, immutable' : 'no-cache',
    bodies: {
      identity: body,
      gzip: text ? gzipSync(body, { level: 9 }) : body,
      br: text ? brotliCompressSync(body, { params: { [constants.BROTLI_PARAM_QUALITY]: 9 } }) : body,
    },
  }
}

const TYPES: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.txt': 'text/plain; charset=utf-8',
  '.webmanifest': 'application/manifest+json; charset=utf-8',
  '.svg': 'image/svg+xml; charset=utf-8',
  '.png': 'image/png',
  '.ico': 'image/x-icon',
  '.woff2': 'font/woff2',
}

async function send(file: PageFile, request: FastifyRequest, reply: FastifyReply): Promise<FastifyReply> {
  const encoding = encodingFor(String(request.headers['accept-encoding'] ?? ''), file)
  reply.headers({ etag: file.etag, 'cache-control': file.caching, vary: 'accept-encoding', 'content-type': file.type })
  if (request.headers['if-none-match'] === file.etag) return reply.code(304).send()
  if (encoding !== 'identity') reply.header('content-encoding', encoding)
  return reply.code(200).send(request.method === 'HEAD' ? '' : file.bodies[encoding])
}

function encodingFor(accepted: string, { bodies }: PageFile): keyof PageFile['bodies'] {
  if (bodies.br === bodies.identity) return 'identity'
  return (
    (['br', 'gzip'] as const).find((name) => new RegExp(`\\b${name}\\b(?!;\\s*q=0(\\.0*)?\\b)`).test(accepted)) ??
    'identity'
  )
}

/** A view's path is of plain words; the page itself says when it knows no such view. */
function isView(path: string): boolean {
  return !path.startsWith('/assets/') && /^(\/[\w-]+)+\/?$/.test(path)
}

function pathOf({ url }: FastifyRequest): string {
  const path = url.split('?')[0] ?? '/'
  return path === '/' ? '/index.html' : path
}

function nothing(request: FastifyRequest, reply: FastifyReply, isBuilt: boolean): FastifyReply {
  const hint = isBuilt
    ? 'the page is at /, GraphQL at /graphql'
    : 'GraphQL is at /graphql; npm run build makes the page'
  const message = `nothing is at ${request.method} ${request.url.split('?')[0]}: ${hint}`
  return reply.code(404).send({ error: { code: 'NOT_FOUND', message } })
}
