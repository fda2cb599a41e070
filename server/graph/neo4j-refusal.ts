/** The server answered and did not let in. */
export function isRefused(error: unknown): boolean {
  return error instanceof Error && 'code' in error && String(error.code).startsWith('Neo.ClientError.Security.')
}
