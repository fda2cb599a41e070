import { readdirSync } from 'node:fs'
import { request } from 'node:http'
import { join } from 'node:path'
import { BUILT } from '../../server/app/page-build.ts'
import { Failure } from '../../server/model/failure.ts'
import { percentile, repeated, timed } from './spread.ts'

export const FIVE = ['cn-2021-tic', 'yn-2022-tic', 'sx-2023-tic', 'ha-2021-tic', 'yn-2019-mic'] as const

/** What the comparison page asks: every row with its cells, reasons, amounts and words. */
const COMPARISON = `query ($instruments: [ID!]!, $applicantType: String) {
  comparison(instruments: $instruments, applicantType: $applicantType) {
    base asOf columns { id title validity validityReason }
    topics { rows differing topic { id name } } relations { relation instrument cells }
    rows {
      id topic topicLabel label metricKey aspect comparable note
      cells {
        instrument silent relation reason modality delegated
        thresholds { id metric comparator value upper unit unitText window per aggregation appliesIf hedge
          evidence { start end quote pinpoint } }
        evidence { instrument provision pinpoint start end quote }
      }
    }
  }
}`

interface Answer {
  readonly data?: { readonly comparison?: { readonly columns: readonly unknown[]; readonly rows: readonly unknown[] } }
  readonly errors?: readonly { readonly message: string }[]
}

/** True once the server compares the five and has rows to show. */
export async function isCompared(url: string): Promise<boolean> {
  const { data } = await compare(url, { instruments: FIVE })
  return data?.comparison?.columns.length === FIVE.length && data.comparison.rows.length > 0
}

export interface Latency {
  readonly p50: number
  readonly p95: number
}

export interface ComparisonLatency {
  /** The same question again and again. */
  readonly again: Latency
  /** Each question for the first time: columns in another order, or for another type of applicant. */
  readonly changed: Latency
  readonly kilobytes: number
}

/** Milliseconds of one comparison over HTTP, one after the other, answers parsed. */
export async function benchComparison(
  url: string,
  times: number,
  instruments: readonly string[] = FIVE,
): Promise<ComparisonLatency> {
  const questions = changedQuestions(instruments, times + Math.ceil(times / 5))
  const ask = async (variables: Variables) => timed(() => compare(url, variables))
  const changed: number[] = []
  for (const question of questions) changed.push(await ask(question))
  await repeated(Math.ceil(times / 5), () => ask({ instruments }))
  const again = await repeated(times, () => ask({ instruments }))
  const kilobytes = JSON.stringify(await compare(url, { instruments })).length / 1000
  return { again: latencyOf(again), changed: latencyOf(changed.slice(-times)), kilobytes }
}

function latencyOf(values: readonly number[]): Latency {
  return { p50: percentile(values, 50), p95: percentile(values, 95) }
}

interface Variables {
  readonly instruments: readonly string[]
  readonly applicantType?: string | null
}

const TYPES = [null, 'enterprise', 'university', 'research_institute', 'technology_institution'] as const

/** `count` questions about the same instruments, no two alike. */
function changedQuestions(instruments: readonly string[], count: number): readonly Variables[] {
  const questions: Variables[] = []
  for (let at = 1; questions.length < count; at += 1) {
    for (const applicantType of TYPES) questions.push({ instruments: reordered(instruments, at), applicantType })
  }
  return questions.slice(0, count)
}

/** The order with number `at` among all orders of the list: 0 is the list itself. */
function reordered(list: readonly string[], at: number): readonly string[] {
  const rest = [...list]
  const order: string[] = []
  for (let left = at; rest.length > 0; left = Math.floor(left / (rest.length + 1))) {
    order.push(...rest.splice(left % rest.length, 1))
  }
  return order
}

async function compare(url: string, variables: Variables): Promise<Answer> {
  const response = await fetch(`${url}/graphql`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ query: COMPARISON, variables }),
  })
  const answer = (await response.json()) as Answer
  if (answer.errors) throw new Failure('BAD_ANSWER', answer.errors.map(({ message }) => message).join('; '))
  return answer
}

export interface PageSize {
  /** What the document names. */
  readonly script: number
  /** With every view that is loaded when it is opened. */
  readonly allScripts: number
  readonly style: number
  readonly document: number
}

/** Bytes on the wire of the page's first load, gzipped as the server sends them. */
export async function firstLoad(url: string): Promise<PageSize> {
  const html = await (await fetch(`${url}/`)).text()
  const named = [...html.matchAll(/(?:src|href)="(\/[^"]+\.(?:js|css))"/g)].flatMap(([, path]) => path ?? [])
  if (named.length === 0) throw new Failure('NO_PAGE', 'the page is not built: run npm run build first')
  const built = readdirSync(join(BUILT, 'assets')).map((name) => `/assets/${name}`)
  const sizeOf = async (paths: readonly string[], end: string) => {
    const sizes = await Promise.all(paths.filter((path) => path.endsWith(end)).map((path) => wireSize(url + path)))
    return sizes.reduce((sum, size) => sum + size, 0)
  }
  return {
    script: await sizeOf(named, '.js'),
    allScripts: await sizeOf(built, '.js'),
    style: await sizeOf(named, '.css'),
    document: await wireSize(`${url}/`),
  }
}

function wireSize(url: string): Promise<number> {
  return new Promise((resolve, reject) => {
    request(url, { headers: { 'accept-encoding': 'gzip' } }, (response) => {
      let size = 0
      response.on('data', (chunk: Buffer) => (size += chunk.length))
      response.on('end', () => resolve(size))
    })
      .on('error', reject)
      .end()
  })
}
