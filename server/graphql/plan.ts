import {
  defaultFieldResolver,
  type DocumentNode,
  type FieldNode,
  getArgumentValues,
  getVariableValues,
  type GraphQLField,
  type GraphQLObjectType,
  type GraphQLOutputType,
  type GraphQLSchema,
  isLeafType,
  isListType,
  isNonNullType,
  isObjectType,
  Kind,
  type OperationDefinitionNode,
  type SelectionSetNode,
} from 'graphql'

/** What every answer of a query has in common, found out once, so that a long answer costs little more than its values. */
export interface Plan {
  /**
   * The data that the library's own executor would give; null where it would give errors, or where a variable is bad:
   * then it has to be asked, for it names them.
   */
  answer(variables: Readonly<Record<string, unknown>>, context: unknown): Promise<Answered | null>
}

export type Answered = Record<string, unknown>

/** Fields of a plan; queries of people have some hundred. */
const MOST_FIELDS = 2_000

/**
 * A plan of a query, or null for what is not planned: other operations, directives, introspection, unions. Values,
 * functions and promises are understood as the library does; resolvers get no fourth argument.
 */
export function planOf(schema: GraphQLSchema, document: DocumentNode, operation: OperationDefinitionNode): Plan | null {
  const root = schema.getQueryType()
  if (operation.operation !== 'query' || !root) return null
  const planned = attempt(() => completeObject(root, [operation.selectionSet], plannerOf(document)))
  if (planned === null) return null
  return {
    async answer(given, context) {
      const { coerced } = getVariableValues(schema, operation.variableDefinitions ?? [], given)
      if (coerced === undefined) return null
      try {
        return (await planned({}, { variables: coerced, context })) as Answered
      } catch {
        return null
      }
    },
  }
}

/** Thrown while planning: the library's executor has to do it. */
const UNPLANNED = new Error('not planned')
/** Thrown while answering: a value that is an error by the schema. */
const NO_VALUE = new Error('a value that the schema does not allow')

function attempt<T>(work: () => T): T | null {
  try {
    return work()
  } catch (error) {
    if (error === UNPLANNED) return null
    throw error
  }
}

interface Planner {
  fragment(name: string): SelectionSetNode
  /** Counts a field. */
  count(): void
}

function plannerOf(document: DocumentNode): Planner {
  const fragments = new Map(
    document.definitions.flatMap((one) =>
      one.kind === Kind.FRAGMENT_DEFINITION ? [[one.name.value, one.selectionSet] as const] : [],
    ),
  )
  let fields = 0
  return {
    fragment: (name) => fragments.get(name) ?? unplanned(),
    count: () => void ((fields += 1) > MOST_FIELDS && unplanned()),
  }
}

function unplanned(): never {
  throw UNPLANNED
}

/** What one answer is made with. */
interface Asking {
  readonly variables: Readonly<Record<string, unknown>>
  readonly context: unknown
}

/** Makes of what a resolver gave what the answer holds, or a promise of it. */
type Complete = (value: unknown, asking: Asking) => unknown

function completeOf(type: GraphQLOutputType, sets: readonly SelectionSetNode[], planner: Planner): Complete {
  if (isNonNullType(type)) return demanded(completeOf(type.ofType, sets, planner))
  if (isListType(type)) return completeList(completeOf(type.ofType, sets, planner))
  if (isObjectType(type)) return completeObject(type, sets, planner)
  if (!isLeafType(type)) return unplanned()
  return (value) => (value === null || value === undefined ? null : written(type.serialize(value)))
}

function demanded(complete: Complete): Complete {
  return (value, asking) => {
    const done = complete(value, asking)
    return isPromise(done) ? done.then(written) : written(done)
  }
}

function written(value: unknown): unknown {
  if (value === null || value === undefined) throw NO_VALUE
  return value
}

function completeList(complete: Complete): Complete {
  return (value, asking) => {
    if (value === null || value === undefined) return null
    if (!Array.isArray(value)) throw NO_VALUE
    const items = value.map((item: unknown) => completed(item, complete, asking))
    return items.some(isPromise) ? Promise.all(items) : items
  }
}

function completeObject(type: GraphQLObjectType, sets: readonly SelectionSetNode[], planner: Planner): Complete {
  const fields = [...fieldsOf(sets, planner)].map(([key, nodes]) => ({ key, ...fieldPlan(type, nodes, planner) }))
  return (value, asking) => {
    if (value === null || value === undefined) return null
    const answer: Record<string, unknown> = {}
    const waiting: Promise<unknown>[] = []
    for (const { key, find, complete } of fields) {
      const done = completed(find(value, asking), complete, asking)
      // Also a promise takes its place: fields come in the order of the query.
      answer[key] = done
      if (isPromise(done)) waiting.push(done.then((found) => (answer[key] = found)))
    }
    return waiting.length === 0 ? answer : Promise.all(waiting).then(() => answer)
  }
}

function completed(value: unknown, complete: Complete, asking: Asking): unknown {
  if (!isPromise(value)) return complete(value, asking)
  const done = value.then((found) => complete(found, asking))
  // When another field fails first nobody waits for this one any more.
  done.catch(() => undefined)
  return done
}

function isPromise(value: unknown): value is Promise<unknown> {
  return value instanceof Promise
}

/** Fields by the name they have in the answer; one that is named twice has the selections of both. */
function fieldsOf(sets: readonly SelectionSetNode[], planner: Planner): ReadonlyMap<string, readonly FieldNode[]> {
  const fields = new Map<string, FieldNode[]>()
  const spread = new Set<string>()
  const collect = ({ selections }: SelectionSetNode): void => {
    for (const selection of selections) {
      if (selection.directives && selection.directives.length > 0) unplanned()
      if (selection.kind === Kind.INLINE_FRAGMENT) collect(selection.selectionSet)
      else if (selection.kind === Kind.FIELD) {
        const key = (selection.alias ?? selection.name).value
        fields.set(key, [...(fields.get(key) ?? []), selection])
      } else if (!spread.has(selection.name.value)) {
        spread.add(selection.name.value)
        collect(planner.fragment(selection.name.value))
      }
    }
  }
  sets.forEach(collect)
  return fields
}

interface FieldPlan {
  readonly find: (source: unknown, asking: Asking) => unknown
  readonly complete: Complete
}

function fieldPlan(type: GraphQLObjectType, nodes: readonly FieldNode[], planner: Planner): FieldPlan {
  planner.count()
  const [node] = nodes
  if (node?.name.value === '__typename') return { find: () => type.name, complete: (value) => value }
  const field = type.getFields()[node?.name.value ?? '']
  if (node === undefined || field === undefined) return unplanned()
  const sets = nodes.flatMap(({ selectionSet }) => selectionSet ?? [])
  return { find: finder(field, node), complete: completeOf(field.type, sets, planner) }
}

type Arguments = Readonly<Record<string, unknown>>

function finder(field: GraphQLField<unknown, unknown>, node: FieldNode): FieldPlan['find'] {
  const argumentsOf = argumentFinder(field, node)
  const { name, resolve } = field
  if (resolve === undefined || resolve === defaultFieldResolver) {
    return (source, asking) => {
      const value = (source as Readonly<Record<string, unknown>>)[name]
      return typeof value === 'function' ? (value.call(source, argumentsOf(asking), asking.context) as unknown) : value
    }
  }
  if (resolve.length > 3) return unplanned()
  const plain = resolve as (source: unknown, args: Arguments, context: unknown) => unknown
  return (source, asking) => plain(source, argumentsOf(asking), asking.context)
}

function argumentFinder(field: GraphQLField<unknown, unknown>, node: FieldNode): (asking: Asking) => Arguments {
  const none: Arguments = {}
  if (field.args.length === 0) return () => none
  return ({ variables }) => getArgumentValues(field, node, variables)
}
