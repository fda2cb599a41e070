import { readFileSync } from 'node:fs'
import {
  buildSchema,
  isEnumType,
  isInputObjectType,
  isIntrospectionType,
  isObjectType,
  isSpecifiedScalarType,
  type GraphQLNamedType,
  type GraphQLSchema,
} from 'graphql'
import { describe, expect, it } from 'vitest'

const schema = read('server/graphql/schema.graphql')
const contract = read('docs/contract/api.graphql')

describe('the schema', () => {
  it('has every name of the contract with the meaning it has there', () => {
    const have = new Set(signatures(schema))
    expect(signatures(contract).filter((signature) => !have.has(signature))).toEqual([])
  })

  it('describes every type and every field', () => {
    expect(undescribed(schema)).toEqual([])
  })
})

function read(file: string): GraphQLSchema {
  return buildSchema(readFileSync(file, 'utf8'))
}

function ownTypes(of: GraphQLSchema): readonly GraphQLNamedType[] {
  return Object.values(of.getTypeMap()).filter((type) => !isIntrospectionType(type) && !isSpecifiedScalarType(type))
}

/** `Query.search(query: String!): SearchResult!` and the like, one a line. */
function signatures(of: GraphQLSchema): readonly string[] {
  return ownTypes(of).flatMap((type) => {
    if (isEnumType(type)) return type.getValues().map((value) => `${type.name}.${value.name}`)
    if (isInputObjectType(type)) return Object.values(type.getFields()).map((f) => `${type.name}.${f.name}: ${f.type}`)
    if (!isObjectType(type)) return [type.name]
    return Object.values(type.getFields()).flatMap((field) => [
      `${type.name}.${field.name}: ${field.type}`,
      ...field.args.map((arg) => `${type.name}.${field.name}(${arg.name}: ${arg.type})`),
    ])
  })
}

function undescribed(of: GraphQLSchema): readonly string[] {
  return ownTypes(of).flatMap((type) => {
    const fields = isObjectType(type) || isInputObjectType(type) ? Object.values(type.getFields()) : []
    return [
      ...(type.description ? [] : [type.name]),
      ...fields.filter((field) => !field.description).map((field) => `${type.name}.${field.name}`),
    ]
  })
}
