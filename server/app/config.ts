import { resolve } from 'node:path'
import { fileURLToPath } from 'node:url'
import { z } from 'zod'
import type { Neo4jOptions, StoreOptions } from '../graph/store.ts'
import { Failure } from '../model/failure.ts'

/** The project's folder. */
export const PROJECT = fileURLToPath(new URL('../..', import.meta.url))

export interface Config {
  readonly store: 'embedded' | 'neo4j'
  /** Absolute; the graph, kept texts and the note of a running server. */
  readonly home: string
  readonly neo4j: Neo4jOptions
  readonly host: string
  readonly port: number
}

export type Environment = Readonly<Record<string, string | undefined>>

/**
 * Settings from the environment, read once. An empty value counts as not set.
 * @throws Failure BAD_SETTING that names the variable, its value and what it may be
 */
export function readConfig(environment: Environment): Config {
  const set = Object.fromEntries(Object.entries(environment).filter(([, value]) => value !== '' && value !== undefined))
  refuseUnknown(Object.keys(set))
  const { data, error } = SETTINGS.safeParse(set)
  if (error) throw badSetting(error.issues[0], set)
  return {
    store: data.TIAOLAN_STORE,
    home: data.TIAOLAN_HOME === undefined ? resolve(PROJECT, '.tiaolan') : resolve(data.TIAOLAN_HOME),
    neo4j: {
      uri: data.NEO4J_URI,
      username: data.NEO4J_USERNAME,
      password: data.NEO4J_PASSWORD,
      database: data.NEO4J_DATABASE,
    },
    host: data.HOST,
    port: data.PORT,
  }
}

export function storeOptions({ store, home, neo4j }: Config): StoreOptions {
  return store === 'embedded' ? { kind: store, home } : { kind: store, ...neo4j }
}

const SETTINGS = z.object({
  TIAOLAN_STORE: z.enum(['embedded', 'neo4j'], 'embedded or neo4j').default('embedded'),
  TIAOLAN_HOME: z.string().optional(),
  NEO4J_URI: z
    .string()
    .regex(/^(bolt|neo4j)(\+s|\+ssc)?:\/\/./, 'an address such as bolt://127.0.0.1:7687')
    .default('bolt://127.0.0.1:7687'),
  NEO4J_USERNAME: z.string().default('neo4j'),
  NEO4J_PASSWORD: z.string().default(''),
  NEO4J_DATABASE: z.string().optional(),
  HOST: z.string().regex(/^\S+$/, 'a host name or address such as 127.0.0.1').default('127.0.0.1'),
  PORT: z
    .string()
    .regex(/^\d{1,5}$/, 'a number from 0 to 65535; 0 takes a free one')
    .transform(Number)
    .refine((port) => port <= 65_535, 'a number from 0 to 65535; 0 takes a free one')
    .default(4400),
})

const OURS = Object.keys(SETTINGS.shape).filter((name) => name.startsWith('TIAOLAN_'))

/** A misspelt variable of ours would otherwise be silently without effect. */
function refuseUnknown(names: readonly string[]): void {
  const unknown = names.find((name) => name.startsWith('TIAOLAN_') && !OURS.includes(name))
  if (unknown === undefined) return
  const [nearest] = OURS.toSorted((one, two) => distance(one, unknown) - distance(two, unknown))
  const hint = nearest !== undefined && distance(nearest, unknown) <= 4 ? `did you mean ${nearest}?` : 'unset it'
  throw new Failure('BAD_SETTING', `there is no setting ${unknown} (there are ${OURS.join(', ')}): ${hint}`)
}

function badSetting(issue: z.core.$ZodIssue | undefined, set: Environment): Failure {
  const name = String(issue?.path[0])
  return new Failure('BAD_SETTING', `${name}=${set[name]} is not possible: set it to ${issue?.message}`)
}

/** Levenshtein's distance. */
function distance(one: string, two: string): number {
  const first = Array.from({ length: two.length + 1 }, (_, at) => at)
  const last = [...one].reduce((row, letter, at) => {
    const next = [at + 1]
    for (let k = 1; k <= two.length; k += 1) {
      const swap = (row[k - 1] ?? 0) + (letter === two[k - 1] ? 0 : 1)
      next.push(Math.min(swap, (row[k] ?? 0) + 1, (next[k - 1] ?? 0) + 1))
    }
    return next
  }, first)
  return last[two.length] ?? 0
}
