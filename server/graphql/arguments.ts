import type { GraphQLError } from 'graphql'
import type { ApplicantType } from '../model/facts.ts'
import type { Context } from './context.ts'
import { badInput } from './errors.ts'
import type { InstrumentRow } from './loaders.ts'

export const APPLICANT_TYPES: readonly ApplicantType[] = [
  'enterprise',
  'university',
  'research_institute',
  'technology_institution',
]

/** @throws BAD_USER_INPUT outside 1 to 100 */
export function firstOf(first: number): number {
  if (first < 1 || first > 100) throw badInput('first', `${first} is outside 1 to 100`)
  return first
}

/** @throws BAD_USER_INPUT for another word than the four types */
export function applicantTypeOf(word: string | null | undefined): ApplicantType | null {
  if (word === null || word === undefined) return null
  const type = APPLICANT_TYPES.find((known) => known === word)
  if (type === undefined) throw badInput('applicantType', unknown(word, APPLICANT_TYPES))
  return type
}

/** @throws BAD_USER_INPUT for a key that the vocabulary does not have */
export function topicOf(key: string | null | undefined, { vocabulary }: Context): string | null {
  if (key === null || key === undefined) return null
  const keys = vocabulary.topics.map((topic) => topic.key)
  if (!keys.includes(key)) throw badInput('topic', unknown(key, keys))
  return key
}

/** @throws BAD_USER_INPUT for words that none of the texts uses for a track */
export function trackOf(words: string | null | undefined, tracks: readonly string[]): string | null {
  if (words === null || words === undefined) return null
  if (!tracks.includes(words)) {
    throw badInput(
      'track',
      tracks.length > 0 ? unknown(words, tracks) : 'these texts tell no tracks apart: leave it out',
    )
  }
  return words
}

/** The held instruments of the ids, in their order. @throws BAD_USER_INPUT that names the argument and the ids */
export async function heldInstruments(
  argument: string,
  ids: readonly string[],
  { load }: Context,
): Promise<readonly InstrumentRow[]> {
  const rows = await Promise.all(ids.map((id) => load.instrument.load(id)))
  const lost = ids.filter((_, at) => rows[at] === null)
  if (lost.length > 0) throw unknownInstrument(argument, lost)
  const found = rows.filter((row) => row !== null)
  const ghosts = found.filter((row) => !row.held)
  if (ghosts.length > 0) {
    const named = ghosts.map(({ id, title }) => `${id} (${title})`).join(', ')
    throw badInput(argument, `${named} is only cited, its text is not here: ingest it first`)
  }
  return found
}

export function unknownInstrument(argument: string, ids: readonly string[]): GraphQLError {
  return badInput(
    argument,
    `no instrument has the id ${ids.join(', ')}: the query instruments lists those that are here`,
  )
}

/** `unknown('uni', [...])`: what it is, and what it may be. */
function unknown(word: string, known: readonly string[]): string {
  return `${JSON.stringify(word)} is unknown: choose among ${known.join(', ')}`
}
