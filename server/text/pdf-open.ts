import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import type * as pdfjs from 'pdfjs-dist'
import type { PDFDocumentProxy, PDFPageProxy } from 'pdfjs-dist'
import { Failure } from '../model/failure.ts'
import { piecesIn } from './pdf-pieces.ts'
import type { PagePieces } from './pdf-pieces.ts'

/** An open PDF, read page by page. */
export interface OpenPdf {
  readonly pages: number
  piecesOf(number: number): Promise<PagePieces>
  /** Which of these pages hold pictures or drawn letters. */
  picturesAmong(numbers: readonly number[]): Promise<readonly number[]>
  close(): Promise<void>
}

const MOST_BYTES = 200_000_000
const MOST_PAGES = 5000

/**
 * Opens a PDF without network, scripts, fonts of the system or a worker.
 * @throws Failure TOO_LARGE, ENCRYPTED_PDF, DAMAGED_PDF
 * @example (await openPdf(bytes, '办法.pdf')).pages // 9
 */
export async function openPdf(bytes: Uint8Array, name: string): Promise<OpenPdf> {
  if (bytes.length > MOST_BYTES) throw tooLarge(name, `${Math.round(bytes.length / 1e6)} MB`, `${MOST_BYTES / 1e6} MB`)
  const document = await open(bytes, name)
  if (document.numPages > MOST_PAGES) {
    await document.loadingTask.destroy()
    throw tooLarge(name, `${document.numPages} pages`, `${MOST_PAGES} pages`)
  }
  const { OPS: ops } = await (library ?? load())
  return {
    pages: document.numPages,
    piecesOf: (number) => withPage(document, { number, name }, (page) => piecesIn(page, ops)),
    picturesAmong: async (numbers) =>
      numbers.length === 0 ? [] : picturesAmong(document, await open(bytes, name, true), numbers),
    close: () => document.loadingTask.destroy(),
  }
}

function tooLarge(name: string, size: string, most: string): Failure {
  return new Failure('TOO_LARGE', `${name} has ${size}, more than the ${most} that are read: split it`)
}

type Library = typeof pdfjs

let library: Promise<Library> | undefined

/** Loaded with the first PDF, since it takes a second. It speaks of optional packages on standard output, which is not its own. */
async function load(): Promise<Library> {
  const { log } = console
  console.log = console.error
  try {
    return await import('pdfjs-dist/legacy/build/pdf.mjs')
  } finally {
    console.log = log
  }
}

const FOLDER = dirname(createRequire(import.meta.url).resolve('pdfjs-dist/package.json'))

/** No picture is decoded; `strict` stops at the first one of a page, which tells pages that have one. */
async function open(bytes: Uint8Array, name: string, strict = false): Promise<PDFDocumentProxy> {
  library ??= load()
  const { getDocument, VerbosityLevel } = await library
  const task = getDocument({
    // The library takes the bytes away from whoever gave them.
    data: Uint8Array.from(bytes),
    cMapUrl: join(FOLDER, 'cmaps/'),
    cMapPacked: true,
    standardFontDataUrl: join(FOLDER, 'standard_fonts/'),
    isEvalSupported: false,
    useSystemFonts: false,
    disableFontFace: true,
    verbosity: VerbosityLevel.ERRORS,
    maxImageSize: 0,
    stopAtErrors: strict,
  })
  try {
    return await task.promise
  } catch (error) {
    await task.destroy()
    throw refusal(error, name)
  }
}

function refusal(error: unknown, name: string): Failure {
  if (error instanceof Error && error.name === 'PasswordException') {
    const message = `${name} is encrypted and asks for a password: open it and save it without one`
    return new Failure('ENCRYPTED_PDF', message, { cause: error })
  }
  return damaged(name, error)
}

function damaged(name: string, cause: unknown, place = ''): Failure {
  const reason = cause instanceof Error ? cause.message : String(cause)
  const message = `${name} is damaged${place} (${reason.replace(/\.$/, '')}): download it again or print it to a new PDF`
  return new Failure('DAMAGED_PDF', message, { cause })
}

interface Place {
  readonly number: number
  readonly name: string
}

async function withPage<T>(
  document: PDFDocumentProxy,
  { number, name }: Place,
  read: (page: PDFPageProxy) => Promise<T>,
): Promise<T> {
  try {
    const page = await document.getPage(number)
    const value = await read(page)
    page.cleanup()
    return value
  } catch (error) {
    throw error instanceof Failure ? error : damaged(name, error, ` at page ${number}`)
  }
}

async function picturesAmong(
  document: PDFDocumentProxy,
  strict: PDFDocumentProxy,
  numbers: readonly number[],
): Promise<readonly number[]> {
  const { OPS } = await (library ?? load())
  const found: number[] = []
  try {
    for (const number of numbers) {
      const operators = await operatorsOf(document, number)
      const paths = operators.filter((operator) => operator === OPS.constructPath).length
      if (paths > MANY_PATHS || (await operatorsOf(strict, number)).length < operators.length) found.push(number)
    }
    return found
  } finally {
    await strict.loadingTask.destroy()
  }
}

/** More paths than frames and rules need: letters drawn as outlines. */
const MANY_PATHS = 100

async function operatorsOf(document: PDFDocumentProxy, number: number): Promise<readonly number[]> {
  const page = await document.getPage(number)
  const { fnArray } = await page.getOperatorList()
  page.cleanup()
  return fnArray
}
