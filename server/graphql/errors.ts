import { unwrapResolverError } from '@apollo/server/errors'
import { GraphQLError, type GraphQLFormattedError } from 'graphql'
import { Failure } from '../model/failure.ts'

/** Refuses an argument by name: `badInput('first', '0 is outside 1 to 100')`. */
export function badInput(argument: string, message: string): GraphQLError {
  return new GraphQLError(`${argument}: ${message}`, { extensions: { code: 'BAD_USER_INPUT', argument } })
}

/** Says that a field is not built yet; better than data that nobody read. */
export function notImplemented(field: string): GraphQLError {
  return new GraphQLError(`${field} is not built yet: it is in the schema so that its names are settled`, {
    extensions: { code: 'NOT_IMPLEMENTED' },
  })
}

export type Log = (error: unknown, id: string) => void

/**
 * The one place where errors leave the server. A `Failure` and the library's own refusals keep code and message; any
 * other error is a bug: it is logged under an id, and the answer holds the id alone.
 */
export function errorFormatter(log: Log, newId: () => string) {
  return (formatted: GraphQLFormattedError, error: unknown): GraphQLFormattedError => {
    const cause = unwrapResolverError(error)
    if (cause instanceof Failure) return answer(formatted, { message: cause.message, extensions: { code: cause.code } })
    if (cause instanceof GraphQLError && !isBug(cause)) return named(formatted, cause)
    const id = newId()
    log(cause, id)
    const message = `something went wrong on our side (${id}): the server's log says more`
    return answer(formatted, { message, extensions: { code: 'INTERNAL_SERVER_ERROR', id } })
  }
}

/** A GraphQLError that only wraps what a resolver or the engine threw. */
function isBug(error: GraphQLError): boolean {
  return error.originalError !== undefined && !(error.originalError instanceof GraphQLError)
}

/** A value of the wrong type is a bad argument like any other: its error gets the same code and the argument's name. */
function named(formatted: GraphQLFormattedError, error: GraphQLError): GraphQLFormattedError {
  const extensions = formatted.extensions ?? {}
  const argument = extensions['argument'] === undefined ? argumentOf(error) : null
  if (argument === null) return answer(formatted, { message: formatted.message, extensions })
  return answer(formatted, {
    message: `${argument}: ${formatted.message}`,
    extensions: { ...extensions, code: 'BAD_USER_INPUT', argument },
  })
}

/** The argument whose value an error of the library points at, in the query or through a variable. */
function argumentOf({ source, positions, message }: GraphQLError): string | null {
  const variable = /^Variable "\$(\w+)" got invalid value/.exec(message)?.[1]
  if (source === undefined || positions === undefined) return null
  if (variable !== undefined) return new RegExp(`(\\w+)\\s*:\\s*\\$${variable}\\b`).exec(source.body)?.[1] ?? variable
  return /(?<![$\w])(\w+)\s*:\s*$/.exec(source.body.slice(0, positions[0]))?.[1] ?? null
}

function answer(
  { locations, path }: GraphQLFormattedError,
  { message, extensions }: Pick<GraphQLFormattedError, 'message' | 'extensions'>,
): GraphQLFormattedError {
  return {
    message,
    ...(locations === undefined ? {} : { locations }),
    ...(path === undefined ? {} : { path }),
    ...(extensions === undefined ? {} : { extensions }),
  }
}
