import { EMPTY, type Answer, type Profile } from './profile.ts'
import { isRecord, parseJson } from '../../json.ts'

export const FORMAT = 'tiaolan-profile'
export const VERSION = 1

/** A profile as a file: readable, with its form and version first. */
export function printFile(profile: Profile, savedOn: string): string {
  return `${JSON.stringify({ format: FORMAT, version: VERSION, savedOn, ...profile }, null, 2)}\n`
}

/** What is wrong with a text that should be a profile; `at` names the place in it: values.fixed_staff. */
export interface Fault {
  readonly code: 'NOT_JSON' | 'NOT_A_PROFILE' | 'NO_VERSION' | 'OTHER_VERSION' | 'WRONG_FIELD'
  readonly at: string
}

export type Read =
  { readonly profile: Profile; readonly fault: null } | { readonly profile: null; readonly fault: Fault }

/**
 * Reads a profile; a fault is a value. Answers to what nobody asks today are kept as they are.
 * @example readFile('{}').fault // { code: 'NOT_A_PROFILE', at: 'format' }
 */
export function readFile(text: string): Read {
  const given = parseJson(text)
  if (given === undefined) return failed('NOT_JSON', '')
  if (!isRecord(given) || given['format'] !== FORMAT) return failed('NOT_A_PROFILE', 'format')
  const { version, values = {} } = given
  if (version === undefined) return failed('NO_VERSION', 'version')
  if (version !== VERSION) return failed('OTHER_VERSION', String(version))
  for (const key of TEXTS) if (typeof (given[key] ?? '') !== 'string') return failed('WRONG_FIELD', key)
  if (!isRecord(values)) return failed('WRONG_FIELD', 'values')
  const wrong = Object.entries(values).find(([, answer]) => !isAnswer(answer))
  if (wrong !== undefined) return failed('WRONG_FIELD', `values.${wrong[0]}`)
  const year = given['latestYear'] ?? 0
  if (!Number.isSafeInteger(year)) return failed('WRONG_FIELD', 'latestYear')
  const texts = Object.fromEntries(TEXTS.map((key) => [key, given[key] ?? '']))
  return { profile: { ...EMPTY, ...texts, latestYear: Number(year), values: values as Profile['values'] }, fault: null }
}

const TEXTS = ['applicantType', 'jurisdiction', 'track'] as const

function failed(code: Fault['code'], at: string): Read {
  return { profile: null, fault: { code, at } }
}

function isAnswer(value: unknown): value is Answer {
  if (typeof value === 'boolean' || typeof value === 'number') return true
  return Array.isArray(value) && value.every((amount) => amount === null || typeof amount === 'number')
}
