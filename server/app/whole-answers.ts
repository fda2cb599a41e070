import type { FastifyReply, FastifyRequest } from 'fastify'

/** What decides an answer beside the question itself. */
export interface WholeAnswerOptions {
  /** Counts the writes of the graph; fails while there is none. */
  readonly generation: () => Promise<number>
  /** YYYY-MM-DD, the default of every date. */
  readonly today: () => string
  /** Bytes that are kept at most, all answers together. */
  readonly most?: number
}

const MOST_BYTES = 32 * 1024 * 1024
/** An answer of more than this share of all would drive out too many others. */
const LARGEST = 1 / 4

/**
 * Hooks of the route that answers posted queries as text: an answer that was given before is sent again as it was, while
 * graph and day stay the same. Answers with errors are not kept, nor those during which the graph was written.
 */
export function wholeAnswers({ generation, today, most = MOST_BYTES }: WholeAnswerOptions) {
  const shelf = shelfOf(most)
  const asked = new WeakMap<FastifyRequest, Asked>()
  const current = () => generation().catch(() => null)
  return {
    preHandler: async (request: FastifyRequest, reply: FastifyReply): Promise<FastifyReply | undefined> => {
      const question = questionOf(request, today())
      const before = question === null ? null : await current()
      if (question === null || before === null) return undefined
      const kept = shelf.get(question, before)
      if (kept !== undefined) return reply.header('content-type', kept.type).send(kept.body)
      asked.set(request, { question, before })
      return undefined
    },
    onSend: async (request: FastifyRequest, reply: FastifyReply, body: unknown): Promise<void> => {
      const first = asked.get(request)
      if (first === undefined || !isWhole(reply, body) || (await current()) !== first.before) return
      shelf.put(first.question, {
        body: Buffer.from(body),
        type: String(reply.getHeader('content-type')),
        generation: first.before,
      })
    },
  }
}

interface Asked {
  readonly question: string
  readonly before: number
}

/** Everything of a request that its answer depends on; null for what is not a posted query, or may change something. */
function questionOf({ method, body, headers }: FastifyRequest, today: string): string | null {
  if (method !== 'POST' || typeof body !== 'object' || body === null) return null
  if ('query' in body && typeof body.query === 'string' && /\bmutation\b/.test(body.query)) return null
  return JSON.stringify([today, headers.accept, body])
}

/** Errors come before the data, so an answer that begins with data has none. */
function isWhole({ statusCode }: FastifyReply, body: unknown): body is string {
  return statusCode === 200 && typeof body === 'string' && body.startsWith('{"data":{')
}

interface Kept {
  /** As it goes over the wire, so that it is not encoded again. */
  readonly body: Buffer
  readonly type: string
  readonly generation: number
}

/** The answers asked for last, `most` bytes of them; those of another generation are forgotten when they are met. */
function shelfOf(most: number) {
  const answers = new Map<string, Kept>()
  let size = 0
  const drop = (question: string) => {
    size -= sizeOf(question, answers.get(question))
    answers.delete(question)
  }
  const put = (question: string, kept: Kept) => {
    answers.set(question, kept)
    size += sizeOf(question, kept)
  }
  return {
    get(question: string, generation: number): Kept | undefined {
      const kept = answers.get(question)
      drop(question)
      if (kept === undefined || kept.generation !== generation) return undefined
      put(question, kept)
      return kept
    },
    put(question: string, kept: Kept): void {
      if (sizeOf(question, kept) > most * LARGEST) return
      drop(question)
      put(question, kept)
      for (const oldest of answers.keys()) if (size > most) drop(oldest)
    },
  }
}

function sizeOf(question: string, kept: Kept | undefined): number {
  return kept === undefined ? 0 : question.length + kept.body.length
}
