import type { Sheet } from './model.ts'
import type { Answer, Order } from './worker.ts'

/** Formats whose libraries are large and whose work is long. */
export type Heavy = Order['format']

/**
 * Writes the file in a worker, so that the page goes on while thousands of cells are written; where there are no workers, here.
 * The libraries are loaded when a file is first asked for. Rejects with the reason when the file cannot be written.
 */
export async function writeApart(sheet: Sheet, format: Heavy): Promise<Blob> {
  if (typeof Worker === 'undefined') return writeHere(sheet, format)
  const worker = new Worker(new URL('./worker.ts', import.meta.url), { type: 'module' })
  try {
    return await answerOf(worker, { sheet: JSON.stringify(sheet), format })
  } finally {
    worker.terminate()
  }
}

async function writeHere(sheet: Sheet, format: Heavy): Promise<Blob> {
  return format === 'xlsx' ? (await import('./xlsx.ts')).writeXlsx(sheet) : (await import('./docx.ts')).writeDocx(sheet)
}

function answerOf(worker: Worker, order: Order): Promise<Blob> {
  return new Promise((resolve, reject) => {
    worker.addEventListener('message', ({ data }: MessageEvent<Answer>) =>
      data.blob === null ? reject(new Error(data.failure)) : resolve(data.blob),
    )
    worker.addEventListener('error', ({ message }) => reject(new Error(message || `no writer for ${order.format}`)))
    worker.postMessage(order)
  })
}
