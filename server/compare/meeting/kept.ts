import type { ComparedInstrument } from '../../model/comparison.ts'
import type { Reading } from './matters.ts'
import { meetingsOf, type Meeting } from './meet.ts'

/** Of so many sets of texts it is kept who meets whom. */
const MOST_SETS = 16

const KEPT = new WeakMap<object, Map<string, readonly Meeting[]>>()

/**
 * `meetingsOf`, worked out once for the same texts: order, base and filters of a comparison have no say in who meets.
 * Texts without a hash are not kept, for nothing tells when they change.
 */
export function keptMeetings(
  instruments: readonly ComparedInstrument[],
  reading: Reading,
  vocabulary: object,
): readonly Meeting[] {
  if (instruments.some(({ hash }) => !hash)) return meetingsOf(instruments, reading, vocabulary)
  const kept = KEPT.get(vocabulary) ?? new Map<string, readonly Meeting[]>()
  KEPT.set(vocabulary, kept)
  const texts = instruments.map(({ id, hash, ownNames = [] }) => [id, hash, ...ownNames].join(' '))
  const key = texts.sort().join('\n')
  const meetings = kept.get(key) ?? meetingsOf(instruments, reading, vocabulary)
  kept.delete(key)
  kept.set(key, meetings)
  for (const oldest of kept.keys()) if (kept.size > MOST_SETS) kept.delete(oldest)
  return meetings
}
