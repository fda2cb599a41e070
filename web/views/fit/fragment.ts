import { EMPTY, isEmpty, type Answer, type Profile } from './profile.ts'

/** The form of the fragment; a later one gets another number. */
export const VERSION = '1'

/** Names of what is not a value; no metric is called so. */
const PLACES = { applicant_type: 'applicantType', jurisdiction: 'jurisdiction', track: 'track' } as const
const YEAR = 'latest_year'

export interface Read {
  readonly profile: Profile
  /** Parts that say nothing that can be understood, as they stand. */
  readonly unread: readonly string[]
}

/**
 * A profile as the fragment of a link, without the #; empty for an empty profile. Fragments are never sent to a server.
 * @example printFragment({ ...EMPTY, values: { fixed_staff: 99, rd_spend: [4e7, null, 8e6] } })
 * // profile=1&fixed_staff=99&rd_spend=(40000000,,8000000)
 */
export function printFragment(profile: Profile): string {
  if (isEmpty(profile)) return ''
  const told = Object.entries(PLACES).map(([name, key]) => [name, profile[key]] as const)
  const values = Object.entries(profile.values).map(([key, answer]) => [key, printAnswer(answer)] as const)
  const year = profile.latestYear === 0 ? '' : String(profile.latestYear)
  return [['profile', VERSION] as const, ...told, [YEAR, year] as const, ...values]
    .filter(([, text]) => text !== '')
    .map(([key, text]) => `${encode(key)}=${encode(text)}`)
    .join('&')
}

/** The profile in a fragment. What cannot be understood is left out and told. Inverse of printFragment. */
export function readFragment(fragment: string): Read {
  const unread: string[] = []
  const values: Record<string, Answer> = {}
  let profile = EMPTY
  for (const part of fragment.replace(/^#/, '').split('&').filter(Boolean)) {
    const [key, text] = pairOf(part)
    const place = Object.hasOwn(PLACES, key) ? PLACES[key as keyof typeof PLACES] : null
    const answer = readAnswer(text)
    if (key === 'profile' && text === VERSION) continue
    else if (key === 'profile' || key === '') unread.push(part)
    else if (place !== null) profile = { ...profile, [place]: text }
    else if (key === YEAR && /^\d{4}$/.test(text)) profile = { ...profile, latestYear: Number(text) }
    else if (answer === null) unread.push(part)
    else values[key] = answer
  }
  return { profile: { ...profile, values }, unread }
}

function printAnswer(answer: Answer): string {
  if (typeof answer === 'boolean') return answer ? 'yes' : 'no'
  if (typeof answer === 'number') return String(answer)
  return `(${answer.map((amount) => (amount === null ? '' : String(amount))).join(',')})`
}

function readAnswer(text: string): Answer | null {
  if (text === 'yes' || text === 'no') return text === 'yes'
  const years = /^\((.*)\)$/.exec(text)?.[1]
  if (years === undefined) return numberIn(text)
  const amounts = years.split(',').map((amount) => (amount === '' ? null : numberIn(amount)))
  return years.split(',').some((amount, at) => amount !== '' && amounts[at] === null) ? null : amounts
}

function numberIn(text: string): number | null {
  const number = Number(text)
  return /^-?\d+(\.\d+)?(e[+-]?\d+)?$/.test(text) && Number.isFinite(number) ? number : null
}

function pairOf(part: string): readonly [key: string, text: string] {
  const at = part.indexOf('=')
  return at === -1 ? [decode(part), ''] : [decode(part.slice(0, at)), decode(part.slice(at + 1))]
}

/** Han characters, brackets and commas stay readable; browsers send none of it anywhere. */
function encode(text: string): string {
  return text.replace(/[\x00-\x20\x7f%&+#=?"<>\\`\ud800-\udfff]/gu, encodeURIComponent)
}

function decode(text: string): string {
  try {
    return decodeURIComponent(text)
  } catch {
    return text
  }
}
