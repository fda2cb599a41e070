import { remembered } from '../grammar/remembered.ts'
import { roleKindOf, roleNameFinder, type FindRoleNames } from '../grammar/role-names.ts'
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
  const finder = remembered(roleNameFinder({ places, names: namesOf(roles) }))
  FINDERS.set(roles, finder)
  return finder
}

/** What the text calls its roles, as far as the words alone would not tell. */
function namesOf(roles: readonly Role[]): readonly string[] {
  return roles.flatMap(({ name, aliases }) => [...aliases, ...(roleKindOf(name) === null ? [name] : [])])
}

const FINDERS = new WeakMap<readonly Role[], FindRoleNames>()
