import { strToU8, zipSync, type Zippable } from 'fflate/browser'

export { strToU8, zipSync }

/**
 * Stands in for fflate's zip where write-excel-file asks for it (see vite.config.ts). That one deflates in workers made from
 * blobs, which the content security policy forbids, and then never answers; files are written in a worker already.
 */
export function zip(files: Zippable, done: (error: Error | null, zipped: Uint8Array) => void): void {
  done(null, zipSync(files))
}
