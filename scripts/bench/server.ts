import { type ChildProcess, spawn } from 'node:child_process'
import { createServer } from 'node:net'
import { Failure } from '../../server/model/failure.ts'

export interface RunningServer {
  readonly url: string
  /** Milliseconds from the start of the process to the first whole answer. */
  readonly startup: number
  stop(): Promise<void>
}

const PATIENCE = 180_000

/** Starts the main job in a process of its own on a free port, and waits until `isAnswered` holds. */
export async function startServer(
  environment: Readonly<Record<string, string>>,
  isAnswered: (url: string) => Promise<boolean>,
): Promise<RunningServer> {
  const port = await freePort()
  const url = `http://127.0.0.1:${String(port)}`
  const start = performance.now()
  const child = spawn(process.execPath, ['--import', 'tsx', 'scripts/start.ts'], {
    env: { ...process.env, ...environment, HOST: '127.0.0.1', PORT: String(port) },
    stdio: ['ignore', 'ignore', 'pipe'],
  })
  const stop = () => stopped(child)
  try {
    await firstAnswer(child, () => isAnswered(url))
    return { url, startup: performance.now() - start, stop }
  } catch (error) {
    await stop()
    throw error
  }
}

async function firstAnswer(child: ChildProcess, isAnswered: () => Promise<boolean>): Promise<void> {
  let said = ''
  child.stderr?.on('data', (chunk: Buffer) => (said += chunk.toString()))
  const deadline = performance.now() + PATIENCE
  while (!(await isAnswered().catch(() => false))) {
    if (child.exitCode !== null)
      throw new Failure('SERVER_ENDED', `the server ended before it answered: ${said.trim()}`)
    if (performance.now() > deadline) throw new Failure('SERVER_SILENT', `no answer after 3 minutes: ${said.trim()}`)
    await new Promise((resolve) => setTimeout(resolve, 10))
  }
}

async function stopped(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return
  const ended = new Promise((resolve) => child.once('exit', resolve))
  child.kill('SIGTERM')
  await ended
}

async function freePort(): Promise<number> {
  const probe = createServer()
  await new Promise<void>((resolve) => probe.listen(0, '127.0.0.1', resolve))
  const address = probe.address()
  await new Promise((resolve) => probe.close(resolve))
  if (typeof address !== 'object' || address === null) throw new Failure('NO_PORT', 'no free port on 127.0.0.1')
  return address.port
}
