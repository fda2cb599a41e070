import { pageAt } from '../../route.ts'
import { printFragment, readFragment, type Read } from './fragment.ts'
import { isEmpty, type Profile } from './profile.ts'

let read = $state.raw<Read>(readFragment(location.hash))
/** Counts the times that a whole profile came in: fields then forget what was typed into them. */
let arrivals = $state(0)
/** The example that the profile began as; empty for none. */
let origin = $state('')

/** The profile of this tab. It stands in the fragment of the address and in memory, nowhere else. */
export const held = {
  get profile(): Profile {
    return read.profile
  },
  /** Parts of the link that could not be read. */
  get unread(): readonly string[] {
    return read.unread
  },
  get origin(): string {
    return origin
  },
  get arrivals(): number {
    return arrivals
  },
  /** One more answer: the same entry of the history. */
  tell(profile: Profile): void {
    read = { profile, unread: read.unread }
    write('replaceState')
  },
  /** Another profile: a new entry of the history, so that Back brings the former one. */
  take(profile: Profile, from = ''): void {
    origin = from
    read = { profile, unread: [] }
    arrivals += 1
    write('pushState')
  },
  /** On coming to the page: the profile of the link, or else the one of before. */
  arrive(): void {
    if (location.hash.length > 1) follow()
    else if (!isEmpty(read.profile)) write('replaceState')
  },
}

/** The address changed below the page: by Back, or by another link. */
export function follow(): void {
  if (pageAt(location.pathname) !== 'fit') return
  const next = readFragment(location.hash)
  if (printFragment(next.profile) === printFragment(read.profile) && next.unread.length === read.unread.length) return
  read = next
  origin = ''
  arrivals += 1
}

function write(how: 'replaceState' | 'pushState'): void {
  const fragment = printFragment(read.profile)
  const address = location.pathname + location.search + (fragment === '' ? '' : `#${fragment}`)
  try {
    history[how](null, '', address)
  } catch {
    // Some browsers allow only so many changes of the address in a while: the next one brings it up to date.
  }
}
