import neo4j, { type Driver } from 'neo4j-driver'
import { isRefused } from './neo4j-refusal.ts'

/** What every fresh server lets in until the password is changed. */
const FIRST_PASSWORD = 'neo4j'

/**
 * Resolves once the server at `uri` answers a log-in of neo4j with `password`; a server that still has its first
 * password gets this one. Asks again until `until` (milliseconds since 1970) and throws what it met last.
 */
export async function awaitNeo4j(uri: string, password: string, until: number): Promise<void> {
  for (;;) {
    try {
      return await logIn(uri, password)
    } catch (error) {
      if (isRefused(error)) {
        if (await changeFirstPassword(uri, password)) continue
        throw error
      }
      if (Date.now() > until) throw error
    }
    await new Promise((resolve) => setTimeout(resolve, 100))
  }
}

async function logIn(uri: string, password: string): Promise<void> {
  await using(uri, password, async (driver) => void (await driver.executeQuery('RETURN 1')))
}

/** False when the first password is not the one in use. */
async function changeFirstPassword(uri: string, password: string): Promise<boolean> {
  try {
    await using(uri, FIRST_PASSWORD, (driver) =>
      driver.executeQuery(
        'ALTER CURRENT USER SET PASSWORD FROM $from TO $to',
        { from: FIRST_PASSWORD, to: password },
        { database: 'system' },
      ),
    )
    return true
  } catch (error) {
    if (isRefused(error)) return false
    throw error
  }
}

async function using<T>(uri: string, password: string, work: (driver: Driver) => Promise<T>): Promise<T> {
  const driver = neo4j.driver(uri, neo4j.auth.basic('neo4j', password), {
    connectionTimeout: 5_000,
    maxTransactionRetryTime: 0,
  })
  try {
    return await work(driver)
  } finally {
    await driver.close()
  }
}
