import { z } from 'zod'
import { Failure } from '../model/failure.ts'
import type { Ingested, SourceFile } from './library.ts'
import type { Note } from './note.ts'

/** A running server, seen from another process. */
export interface Remote {
  ingest(file: SourceFile): Promise<Ingested>
  remove(id: string): Promise<void>
}

const INGESTED = z.object({
  id: z.string(),
  title: z.string(),
  change: z.enum(['created', 'replaced', 'unchanged']),
  provisions: z.number(),
  thresholds: z.number(),
  references: z.number(),
  problems: z.number(),
  warnings: z.array(z.string()),
})

const REFUSAL = z.object({ error: z.object({ code: z.string(), message: z.string() }) })

/** The server of the note, if it runs and knows the token; null when the note is stale. */
export async function findServer(note: Note): Promise<Remote | null> {
  const call = caller(note)
  const isThere = await call('GET', '/handover').then(
    (response) => response.ok,
    () => false,
  )
  if (!isThere) return null
  return {
    async ingest({ name, id, bytes }) {
      const query = new URLSearchParams({ name, ...(id !== null && { id }) })
      return INGESTED.parse(await bodyOf(await call('POST', `/handover/ingest?${query}`, bytes)))
    },
    async remove(id) {
      await bodyOf(await call('POST', `/handover/remove?${new URLSearchParams({ id })}`))
    },
  }
}

type Call = (method: string, path: string, body?: Uint8Array) => Promise<Response>

function caller({ address, token }: Note): Call {
  return (method, path, body) =>
    fetch(address + path, {
      method,
      headers: { authorization: `Bearer ${token}`, ...(body && { 'content-type': 'application/octet-stream' }) },
      ...(body && { body: new Uint8Array(body) }),
    })
}

/** @throws Failure with what the server said */
async function bodyOf(response: Response): Promise<unknown> {
  const body: unknown = await response.json().catch(() => null)
  if (response.ok) return body
  const { code, message } = REFUSAL.safeParse(body).data?.error ?? {
    code: 'SERVER_FAILED',
    message: `the server answered ${response.status}: its log says more`,
  }
  throw new Failure(code, message)
}
