import type { ProfileField } from '../model/fit.ts'
import { type Field, type Requirement, type Requirements, type Test, TRACK } from './requirements.ts'

/**
 * The fields that the conditions of some instruments ask for, each once: first what tells applicants apart, then amounts,
 * then yes and no, in the order of the texts.
 * @example profileFieldsOf(requirements).find(({ key }) => key === 'rd_spend')?.series // 3
 */
export function profileFieldsOf(requirements: readonly Requirements[]): readonly ProfileField[] {
  const found = new Map<string, ProfileField>()
  for (const one of requirements) {
    for (const field of askedFields(one)) found.set(field.key, merged(found.get(field.key), field, one.id))
  }
  return [...found.values()].sort((one, two) => orderOf(one) - orderOf(two))
}

const ORDER = ['applicant_type', 'jurisdiction', 'track']

function orderOf({ key, kind }: ProfileField): number {
  const at = ORDER.indexOf(key)
  return at >= 0
    ? at
    : ORDER.length + ['series', 'number', 'flag', 'choice'].indexOf(kind === 'series' ? 'number' : kind)
}

function merged(known: ProfileField | undefined, field: Field, id: string): ProfileField {
  const { years, ...rest } = field
  if (known === undefined) return { ...rest, series: years, usedBy: [id] }
  return {
    ...known,
    series: years === null ? known.series : Math.max(years, known.series ?? 0),
    options: [...new Set([...known.options, ...field.options])],
    usedBy: known.usedBy.includes(id) ? known.usedBy : [...known.usedBy, id],
  }
}

function askedFields({ trees }: Requirements): readonly Field[] {
  const tracks = [...new Set(trees.flatMap(({ track }) => track ?? []))]
  const asked = trees.flatMap(({ root }) => testsOf(root)).flatMap(fieldsOf)
  return tracks.length > 0 ? [{ ...TRACK, options: tracks }, ...asked] : asked
}

/** What a test asks for: beside the type what only a person can tell of it. */
export function fieldsOf(test: Test): readonly Field[] {
  return test.by === 'type' && test.judged !== null ? [test.field, test.judged] : [test.field]
}

/** Every test of a tree in text order, guards before what they guard. */
export function testsOf(requirement: Requirement): readonly Test[] {
  switch (requirement.kind) {
    case 'all':
    case 'any':
      return requirement.operands.flatMap(testsOf)
    case 'not':
      return testsOf(requirement.operand)
    case 'if':
      return [
        requirement.guard,
        ...testsOf(requirement.then),
        ...(requirement.otherwise ? testsOf(requirement.otherwise) : []),
      ]
    case 'test':
      return [requirement.test]
  }
}
