import {
  GraphQLError,
  isListType,
  isNonNullType,
  isObjectType,
  Kind,
  type ASTVisitor,
  type FieldNode,
  type FragmentDefinitionNode,
  type GraphQLField,
  type GraphQLObjectType,
  type GraphQLOutputType,
  type GraphQLSchema,
  type OperationDefinitionNode,
  type SelectionSetNode,
  type ValidationContext,
} from 'graphql'

export interface Limits {
  /** Levels of selections; introspection is not counted. */
  readonly depth: number
  /** Fields to be answered, lists taken for as long as they usually are. */
  readonly cost: number
  /** Selections on Query, aliases included. */
  readonly roots: number
}

export const LIMITS: Limits = { depth: 12, cost: 400_000, roots: 20 }

/** How long lists usually are, by field; `first` of the query counts where there is one, so its `hits` count once. */
const LIST_SIZES: Readonly<Record<string, number>> = {
  provisions: 80,
  rows: 100,
  cells: 8,
  hits: 1,
  conditions: 4,
  children: 3,
}
const LIST_SIZE = 8
/** What `first` may be at most; taken where a variable hides it. */
const MOST_HITS = 100

/** A validation rule: refuses queries that would ask for too much, before anything is read. */
export function queryLimits(limits: Limits = LIMITS) {
  return (context: ValidationContext): ASTVisitor => ({
    OperationDefinition(operation) {
      const refused = refusal(measure(operation, context), limits)
      if (refused !== null) {
        context.reportError(new GraphQLError(refused, { nodes: operation, extensions: { code: 'QUERY_TOO_LARGE' } }))
      }
    },
  })
}

interface Size {
  readonly depth: number
  readonly cost: number
  /** Fields of the set itself, those of its fragments included. */
  readonly width: number
}

function refusal({ depth, cost, width }: Size, limits: Limits): string | null {
  if (depth > limits.depth) return `the query is ${depth} levels deep, ${limits.depth} are allowed: ask in two steps`
  if (width > limits.roots) return `the query has ${width} root fields, ${limits.roots} are allowed: ask in several`
  if (cost > limits.cost) {
    return `the query may answer ${cost} fields, ${limits.cost} are allowed: ask for fewer lists inside lists`
  }
  return null
}

function measure(operation: OperationDefinitionNode, context: ValidationContext): Size {
  const sizes = new Map<FragmentDefinitionNode, Size>()
  const scale: Scale = { schema: context.getSchema(), fragment: (name) => context.getFragment(name), sizes }
  return sizeOf(operation.selectionSet, scale.schema.getQueryType() ?? null, scale)
}

interface Scale {
  readonly schema: GraphQLSchema
  readonly fragment: (name: string) => FragmentDefinitionNode | null | undefined
  /** Each fragment is measured once, so that nested spreads cannot multiply the work; a cycle counts nothing. */
  readonly sizes: Map<FragmentDefinitionNode, Size>
}

const NOTHING: Size = { depth: 0, cost: 0, width: 0 }

function sizeOf(set: SelectionSetNode | undefined, type: GraphQLObjectType | null, scale: Scale): Size {
  const sizes = (set?.selections ?? []).map((selection) => {
    if (selection.kind === Kind.FIELD) return fieldSize(selection, type, scale)
    if (selection.kind === Kind.INLINE_FRAGMENT) return sizeOf(selection.selectionSet, type, scale)
    return fragmentSize(scale.fragment(selection.name.value), scale)
  })
  return {
    depth: Math.max(0, ...sizes.map(({ depth }) => depth)),
    cost: sum(sizes.map(({ cost }) => cost)),
    width: sum(sizes.map(({ width }) => width)),
  }
}

function fragmentSize(fragment: FragmentDefinitionNode | null | undefined, scale: Scale): Size {
  if (!fragment) return NOTHING
  const known = scale.sizes.get(fragment)
  if (known !== undefined) return known
  scale.sizes.set(fragment, NOTHING)
  const type = scale.schema.getType(fragment.typeCondition.name.value)
  const size = sizeOf(fragment.selectionSet, isObjectType(type) ? type : null, scale)
  scale.sizes.set(fragment, size)
  return size
}

/** Introspection has limits of its own in the library. */
function fieldSize(node: FieldNode, type: GraphQLObjectType | null, scale: Scale): Size {
  if (node.name.value.startsWith('__')) return { depth: 0, cost: 0, width: 1 }
  const field = type?.getFields()[node.name.value]
  const inner = sizeOf(node.selectionSet, field ? objectOf(field.type) : null, scale)
  const items = field ? itemsOf(node, field) : 1
  return { depth: inner.depth + 1, cost: 1 + items * inner.cost, width: 1 }
}

function itemsOf(node: FieldNode, field: GraphQLField<unknown, unknown>): number {
  const first = node.arguments?.find(({ name }) => name.value === 'first')?.value
  if (first?.kind === Kind.INT) return Number(first.value)
  if (field.args.some(({ name }) => name === 'first')) return MOST_HITS
  return isList(field.type) ? (LIST_SIZES[field.name] ?? LIST_SIZE) : 1
}

function isList(type: GraphQLOutputType): boolean {
  return isNonNullType(type) ? isList(type.ofType) : isListType(type)
}

function objectOf(type: GraphQLOutputType): GraphQLObjectType | null {
  if (isNonNullType(type) || isListType(type)) return objectOf(type.ofType)
  return isObjectType(type) ? type : null
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, number) => total + number, 0)
}
