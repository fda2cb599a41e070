import { GraphQLError } from 'graphql'
import { describe, expect, it } from 'vitest'
import { errorFormatter } from '../../server/graphql/errors.ts'
import { Failure } from '../../server/model/failure.ts'

const PATH = ['instruments']

describe('errors that leave the server', () => {
  it('keep code and message of a Failure, and nothing of its cause', () => {
    const { formatted, logged } = format(
      new Failure('STORE_UNAVAILABLE', 'Neo4j does not answer', { cause: new Error('secret') }),
    )
    expect(formatted).toEqual({
      message: 'Neo4j does not answer',
      path: PATH,
      extensions: { code: 'STORE_UNAVAILABLE' },
    })
    expect(logged).toEqual([])
  })

  it('hide any other error behind an id that the log has, too', () => {
    const bug = new TypeError('cannot read secret of undefined')
    const { formatted, logged } = format(bug)
    expect(formatted).toEqual({
      message: "something went wrong on our side (ab12): the server's log says more",
      path: PATH,
      extensions: { code: 'INTERNAL_SERVER_ERROR', id: 'ab12' },
    })
    expect(logged).toEqual([[bug, 'ab12']])
  })
})

/** As the engine hands a resolver's error over: located, with its path. */
function format(thrown: Error) {
  const logged: unknown[] = []
  const error = new GraphQLError(thrown.message, { originalError: thrown, path: PATH })
  const formatter = errorFormatter(
    (cause, id) => logged.push([cause, id]),
    () => 'ab12',
  )
  const given = {
    message: thrown.message,
    path: PATH,
    extensions: { code: 'INTERNAL_SERVER_ERROR', stacktrace: ['at secret.ts:1'] },
  }
  return { formatted: formatter(given, error), logged }
}
