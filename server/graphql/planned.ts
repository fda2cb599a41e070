import { type ApolloServerPlugin, type GraphQLResponse, HeaderMap } from '@apollo/server'
import type { OperationDefinitionNode } from 'graphql'
import { type Answered, type Plan, planOf } from './plan.ts'

/**
 * Answers queries by a plan that is made when they come for the first time; the library's executor answers whatever is
 * not planned, and whatever is wrong.
 */
export function plannedAnswers(): ApolloServerPlugin {
  const plans = new WeakMap<OperationDefinitionNode, Plan | null>()
  return {
    requestDidStart: () =>
      Promise.resolve({
        async responseForOperation({ schema, document, operation, request, contextValue }) {
          const known = plans.get(operation)
          const plan = known === undefined ? planOf(schema, document, operation) : known
          plans.set(operation, plan)
          const data = (await plan?.answer(request.variables ?? {}, contextValue)) ?? null
          return data === null ? null : responseOf(data)
        },
      }),
  }
}

function responseOf(data: Answered): GraphQLResponse {
  return { http: { headers: new HeaderMap() }, body: { kind: 'single', singleResult: { data } } }
}
