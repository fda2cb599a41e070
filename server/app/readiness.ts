import { isRefused } from '../graph/neo4j-refusal.ts'
import type { Store } from '../graph/store.ts'
import type { Graph } from '../graphql/context.ts'
import { Failure } from '../model/failure.ts'

/** Whether the graph holds the regulations; until then nothing is answered from it, for half a library misleads. */
export interface Readiness {
  /** The graph for the resolvers; fails with the reason while it is not ready. */
  readonly graph: Graph
  /** Why it is not ready; null when it is. */
  trouble(): Failure | null
  /** Resolves when the store answers, too. @throws Failure */
  check(): Promise<void>
  /** Resolves after the first attempt, whatever came of it. */
  readonly tried: Promise<void>
  stop(): void
}

export interface ReadinessOptions {
  readonly store: Store
  /** Brings the graph in step with the texts; tried again until it succeeds. */
  readonly prepare: () => Promise<void>
  readonly retryMs?: number
  readonly timeoutMs?: number
  readonly onNotice?: (message: string) => void
}

const STARTING = new Failure('STORE_UNAVAILABLE', 'the regulations are being read: try again in a few seconds')

export function becomeReady(options: ReadinessOptions): Readiness {
  const { store, prepare, retryMs = 1_000, timeoutMs = 2_000, onNotice = () => undefined } = options
  let refusals = 0
  let trouble: Failure | null = STARTING
  let timer: NodeJS.Timeout | undefined
  let isStopped = false
  const attempt = async (): Promise<void> => {
    try {
      await prepare()
      trouble = null
      refusals = 0
    } catch (error) {
      const failure = failureOf(error)
      if (failure.message !== trouble?.message) onNotice(failure.message)
      trouble = failure
      refusals = isRefused(failure.cause) ? refusals + 1 : 0
      if (!isStopped) timer = setTimeout(() => void attempt(), pauseAfter(refusals, retryMs))
    }
  }
  const demand = (): void => {
    if (trouble !== null) throw trouble
  }
  return {
    graph: {
      async ask(name, params) {
        demand()
        return store.ask(name, params)
      },
      async search(query, first) {
        demand()
        return store.search(query, first)
      },
      async generation() {
        demand()
        return store.generation()
      },
    },
    trouble: () => trouble,
    async check() {
      demand()
      await withTimeout(store.ping(), timeoutMs)
    },
    tried: attempt(),
    stop() {
      isStopped = true
      clearTimeout(timer)
    },
  }
}

/** A refused log-in is tried again ever later, up to two minutes: engines lock an account out after a few in a row. */
function pauseAfter(refusals: number, retryMs: number): number {
  return refusals === 0 ? retryMs : Math.min(10_000 * 2 ** (refusals - 1), 120_000)
}

function failureOf(error: unknown): Failure {
  if (error instanceof Failure) return error
  return new Failure('STORE_UNAVAILABLE', `the regulations could not be read: ${String(error)}`, { cause: error })
}

async function withTimeout<T>(work: Promise<T>, ms: number): Promise<T> {
  let timer: NodeJS.Timeout | undefined
  const late = new Promise<never>((_, reject) => {
    const message = `the store did not answer within ${ms / 1000} s: try again, or restart it`
    timer = setTimeout(() => reject(new Failure('STORE_UNAVAILABLE', message)), ms)
  })
  return Promise.race([work, late]).finally(() => clearTimeout(timer))
}
