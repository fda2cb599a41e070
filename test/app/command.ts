import { type ChildProcessByStdio, spawn } from 'node:child_process'
import type { Readable } from 'node:stream'
import type { Config } from '../../server/app/config.ts'

export interface Outcome {
  readonly status: number | null
  readonly stdout: string
  readonly stderr: string
}

/** Runs one of the scripts with these settings, as a process of its own, to its end. */
export async function command(script: string, args: readonly string[], config: Config): Promise<Outcome> {
  const { uri, username, password } = config.neo4j
  return outcomeOf(
    started(script, args, {
      ...{ TIAOLAN_HOME: config.home, TIAOLAN_STORE: config.store },
      ...{ NEO4J_URI: uri, NEO4J_USERNAME: username, NEO4J_PASSWORD: password },
    }),
  )
}

export type Started = ChildProcessByStdio<null, Readable, Readable>

export function started(script: string, args: readonly string[], environment: NodeJS.ProcessEnv): Started {
  const { TIAOLAN_HOME: _home, TIAOLAN_STORE: _store, PORT: _port, HOST: _host, ...inherited } = process.env
  return spawn(process.execPath, ['--import', 'tsx', `scripts/${script}.ts`, ...args], {
    env: { ...inherited, ...environment },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
}

export async function outcomeOf(child: Started): Promise<Outcome> {
  const [stdout, stderr, status] = await Promise.all([
    collected(child.stdout),
    collected(child.stderr),
    new Promise<number | null>((resolve) => child.once('close', resolve)),
  ])
  return { status, stdout, stderr }
}

async function collected(stream: Readable): Promise<string> {
  let text = ''
  for await (const chunk of stream) text += String(chunk)
  return text
}
