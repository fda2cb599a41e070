import { roleKindOf, roleNameFinder, type FindRoleNames, type RoleName } from '../grammar/role-names.ts'
import type { Role } from '../model/facts.ts'
import type { Vocabulary } from '../model/vocabulary.ts'

/** Finds the names of a text's roles in its clauses; one finder for each list of roles, which remembers its answers. */
export function nameFinder(
  roles: readonly Role[],
  { jurisdictions }: Pick<Vocabulary, 'jurisdictions'>,
): FindRoleNames {
  const known = FINDERS.get(roles)
  if (known !== undefined) return known
  const places = jurisdictions.map(({ zh }) => zh).filter((zh) => zh.length > 2)
  const finder = remembering(roleNameFinder({ places, names: namesOf(roles) }))
  FINDERS.set(roles, finder)
  return finder
}

/** What the text calls its roles, as far as the words alone would not tell. */
function namesOf(roles: readonly Role[]): readonly string[] {
  return roles.flatMap(({ name, aliases }) => [...aliases, ...(roleKindOf(name) === null ? [name] : [])])
}

const FINDERS = new WeakMap<readonly Role[], FindRoleNames>()
const REMEMBERED = 10_000

/** A clause is asked about several times: by norms, then by steps. */
function remembering(find: FindRoleNames): FindRoleNames {
  const known = new Map<string, readonly RoleName[]>()
  return (words) => {
    const before = known.get(words)
    if (before !== undefined) return before
    const found = find(words)
    if (known.size >= REMEMBERED) known.clear()
    known.set(words, found)
    return found
  }
}
