import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll } from 'vitest'
import { type Config, readConfig } from '../../server/app/config.ts'
import { serve, type ServeOptions, type Server } from '../../server/app/serve.ts'

/** A server with the embedded store, the shipped regulations and a home of its own, for the tests of one file. */
export interface Serving {
  readonly config: Config
  readonly address: () => string
  /** What POST /graphql answers. */
  ask(query: string, variables?: Readonly<Record<string, unknown>>): Promise<Answer>
  /** `data` of an answer without errors. */
  data(query: string, variables?: Readonly<Record<string, unknown>>): Promise<Data>
  /** The first error of an answer. */
  error(query: string, variables?: Readonly<Record<string, unknown>>): Promise<Refusal | undefined>
  get(path: string, headers?: Readonly<Record<string, string>>): Promise<Response>
}

// What comes over HTTP is looked at field by field in expectations, which say what it must be.
// eslint-disable-next-line @typescript-eslint/no-explicit-any
export type Data = any

export interface Refusal {
  readonly message: string
  readonly path?: readonly (string | number)[]
  readonly extensions?: Readonly<Record<string, unknown>>
}

export interface Answer {
  readonly status: number
  readonly data?: Data
  readonly errors?: readonly Refusal[]
}

export function serving(options: ServeOptions = {}): Serving {
  const config = temporaryConfig()
  let server: Server | undefined
  beforeAll(async () => {
    server = await serve(config, options)
  })
  afterAll(async () => {
    await server?.close()
    rmSync(config.home, { recursive: true, force: true })
  })
  const address = () => server?.address ?? ''
  const ask: Serving['ask'] = (query, variables) => askAt(address(), query, variables)
  return {
    config,
    address,
    ask,
    async data(query, variables) {
      const answer = await ask(query, variables)
      if (answer.errors) throw new Error(JSON.stringify(answer.errors))
      return answer.data
    },
    error: async (query, variables) => (await ask(query, variables)).errors?.[0],
    get: (path, headers = {}) => fetch(address() + path, { headers }),
  }
}

/** A free port and an empty home. */
export function temporaryConfig(environment: Readonly<Record<string, string>> = {}): Config {
  const home = mkdtempSync(join(tmpdir(), 'tiaolan-'))
  return readConfig({ TIAOLAN_HOME: home, PORT: '0', ...environment })
}

export async function askAt(
  address: string,
  query: string,
  variables: Readonly<Record<string, unknown>> = {},
): Promise<Answer> {
  const response = await fetch(`${address}/graphql`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ query, variables }),
  })
  return { status: response.status, ...((await response.json()) as Omit<Answer, 'status'>) }
}
