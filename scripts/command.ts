import { Failure } from '../server/model/failure.ts'

/** Runs a command and ends the process with its number; a refusal is one line, a fault of the program its trace. */
export function runCommand(main: () => Promise<number>): void {
  main().then(
    (status) => (process.exitCode = status),
    (error: unknown) => {
      console.error(isForPeople(error) ? error.message : error)
      process.exitCode = 1
    },
  )
}

/** A `Failure`, or what `parseArgs` says of a flag that is not there. */
function isForPeople(error: unknown): error is Error {
  return (
    error instanceof Failure ||
    (error instanceof TypeError && 'code' in error && /^ERR_PARSE_ARGS/.test(String(error.code)))
  )
}
