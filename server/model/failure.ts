/**
 * A refusal for a person: the message names the thing, the place and the next step. Anything else that is thrown is a
 * bug and is masked at the border.
 */
export class Failure extends Error {
  override readonly name = 'Failure'
  constructor(
    readonly code: string,
    message: string,
    options?: ErrorOptions,
  ) {
    super(message, options)
  }
}
