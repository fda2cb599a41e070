import { existsSync, statfsSync } from 'node:fs'
import { dirname } from 'node:path'
import { Failure } from '../model/failure.ts'
import { fullMessage } from './embedded-failures.ts'

/** Room for a write, its log and the fold of the log into the file. */
export const RESERVE_BYTES = 64 * 1024 * 1024

/**
 * Refuses a write before it starts when the disk may fill up during it: an engine that meets a full disk in the middle
 * ends the process and leaves a broken log behind. @throws Failure STORE_FULL
 */
export function demandSpace(file: string, bytes: number): void {
  const folder = dirname(file)
  if (!existsSync(folder)) return
  const { bavail, bsize } = statfsSync(folder)
  if (bavail * bsize < bytes) throw new Failure('STORE_FULL', fullMessage(file))
}
