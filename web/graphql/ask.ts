import type { ResultOf, VariablesOf } from './graphql.ts'

/** Why there is no answer: `code` is the server's, or NETWORK when it did not answer, or UNKNOWN. */
export interface Trouble {
  readonly code: string
  readonly message: string
}

export type Answer<T> =
  { readonly data: T; readonly trouble: null } | { readonly data: null; readonly trouble: Trouble }

export interface Question<D> {
  readonly document: D
  readonly variables: VariablesOf<D>
}

const kept = new Map<string, Answer<unknown>>()
const KEPT_ANSWERS = 60

/**
 * Asks the server; good answers are kept for as long as the page is open, so that going back is immediate. Trouble is a
 * value. Rejects only when `signal` aborts.
 * @example await ask({ document: INSTRUMENTS, variables: { asOf: null } })
 */
export async function ask<D>(question: Question<D>, signal?: AbortSignal): Promise<Answer<ResultOf<D>>> {
  const body = bodyOf(question)
  const answer = await post<ResultOf<D>>(body, signal)
  if (answer.trouble === null) keep(body, answer)
  return answer
}

/** The answer that is already here, or null. */
export function recall<D>(question: Question<D>): Answer<ResultOf<D>> | null {
  return (kept.get(bodyOf(question)) as Answer<ResultOf<D>> | undefined) ?? null
}

/** Forgets every kept answer: the next question of any kind goes to the server. */
export function forget(): void {
  kept.clear()
}

function bodyOf<D>({ document, variables }: Question<D>): string {
  return JSON.stringify({ query: document, variables })
}

async function post<T>(body: string, signal: AbortSignal | undefined): Promise<Answer<T>> {
  try {
    const response = await fetch('/graphql', {
      method: 'POST',
      headers: { 'content-type': 'application/json', accept: 'application/json' },
      body,
      ...(signal && { signal }),
    })
    return understand(await response.text(), response.status)
  } catch (cause) {
    if (signal?.aborted === true) throw cause
    return { data: null, trouble: { code: 'NETWORK', message: cause instanceof Error ? cause.message : String(cause) } }
  }
}

interface Reply<T> {
  readonly data?: T | null
  readonly errors?: readonly { readonly message: string; readonly extensions?: { readonly code?: string } }[]
}

function understand<T>(text: string, status: number): Answer<T> {
  const reply = parse<T>(text)
  const [error] = reply?.errors ?? []
  if (error) return { data: null, trouble: { code: error.extensions?.code ?? 'UNKNOWN', message: error.message } }
  if (reply?.data == null) return { data: null, trouble: { code: 'UNKNOWN', message: `HTTP ${status}` } }
  return { data: reply.data, trouble: null }
}

function parse<T>(text: string): Reply<T> | null {
  try {
    return JSON.parse(text) as Reply<T>
  } catch {
    return null
  }
}

function keep(body: string, answer: Answer<unknown>): void {
  kept.delete(body)
  kept.set(body, answer)
  for (const oldest of kept.keys()) if (kept.size > KEPT_ANSWERS) kept.delete(oldest)
}
